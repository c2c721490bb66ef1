import type { AuditSubjectKind } from './audit-actions.ts';

/** What an id in the audit may stand for. */
export type AuditThingKind = AuditSubjectKind | 'burial_site';

export type AuditReference = { kind: AuditThingKind; id: string };

/** What a field of "before" or "after" holds the id of; every other field is told as it is. */
export const REFERENCE_FIELDS: Readonly<Record<string, AuditThingKind>> = {
  soldierId: 'soldier',
  mergedInto: 'soldier',
  requestId: 'request',
  caseId: 'request',
  families: 'request',
  asked: 'request',
  assignee: 'user',
  partnerId: 'partner',
  siteId: 'burial_site',
};

/** All that an entry names by an id: what it is about, and what stands in its fields, however deep. */
export function referencesOf(entry: {
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
}): AuditReference[] {
  const subject = { kind: entry.subjectKind as AuditThingKind, id: entry.subjectId };
  return [subject, ...referencesIn('', entry.before), ...referencesIn('', entry.after)];
}

function referencesIn(name: string, value: unknown): AuditReference[] {
  if (Array.isArray(value)) return value.flatMap((one) => referencesIn(name, one));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([inner, one]) => referencesIn(inner, one));
  }
  const kind = Object.hasOwn(REFERENCE_FIELDS, name) ? REFERENCE_FIELDS[name] : undefined;
  return kind !== undefined && typeof value === 'string' ? [{ kind, id: value }] : [];
}
