import type { StoredFile } from '../files/file-store.ts';
import type { ApiKey } from './api-key-store.ts';
import type { PartnerContact } from './partner-service.ts';
import type { Partner } from './partner-store.ts';

export function partnerView({ id, code, name, country, agreement, state, example }: Partner) {
  return { id, code, name, country, agreement, state, example };
}

/** For admins, who write to the partner. */
export function partnerWithContactView(partner: Partner, contact: PartnerContact | null) {
  return { ...partnerView(partner), contact };
}

/** Never the hash of the secret. */
export function apiKeyView({ id, partnerId, label, scopes, createdAt, lastUsedAt, revokedAt }: ApiKey) {
  const day = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id,
    partnerId,
    label,
    scopes,
    createdAt: day(createdAt),
    lastUsedAt: day(lastUsedAt),
    revokedAt: day(revokedAt),
  };
}

/** A paper of the agreement; its content is at `/files/{id}`. */
export function agreementFileView({ id, name, kind, bytes, createdAt }: StoredFile) {
  return { id, name: name ?? id, kind, bytes, createdAt: createdAt.toISOString() };
}
