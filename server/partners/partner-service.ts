import type { AuditService } from '../audit/audit-service.ts';
import type { ContactService } from '../contacts/contact-service.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { Clock, Ids } from '../ids.ts';
import type { Agreement, Partner, PartnerChange, PartnerStore } from './partner-store.ts';

/** The person at the partner one writes to. Kept sealed, apart from the partner. */
export type PartnerContact = { name: string; email?: string | undefined; phone?: string | undefined };

export type NewPartner = {
  code: string;
  name: string;
  country?: string | null | undefined;
  agreement?: Agreement | null | undefined;
  contact?: PartnerContact | undefined;
  example?: boolean;
};

export type PartnerService = {
  create(actor: Actor, partner: NewPartner): Promise<Partner>;
  change(
    actor: Actor,
    id: string,
    version: number,
    change: PartnerChange & { contact?: PartnerContact | null | undefined },
  ): Promise<Partner>;
  /** All for admins and coordinators; a partner's account sees its own organisation only. */
  list(actor: Actor, after: string | null, limit: number): Promise<{ items: Partner[]; next: string | null }>;
  get(actor: Actor, id: string): Promise<Partner>;
  findContact(actor: Actor, id: string): Promise<PartnerContact | null>;
  /** For an import: by the short code. */
  findByCode(code: string): Promise<Partner | null>;
  exists(id: string): Promise<boolean>;
  /** Whether it still works with us; a closed partner's keys stop. */
  isActive(id: string): Promise<boolean>;
};

export type PartnerDeps = {
  partners: PartnerStore;
  contacts: ContactService;
  audit: AuditService;
  ids: Ids;
  clock: Clock;
};

/** Another partner's organisation is told as not there: who else works with us is nobody's business. */
const notFound = () => new AppError('not_found', 'There is no such partner');

export function createPartnerService(deps: PartnerDeps): PartnerService {
  const { partners, contacts } = deps;
  return {
    create: (actor, partner) => create(deps, actor, partner),
    change: (actor, id, version, change) => changePartner(deps, actor, { id, version }, change),
    async list(actor, after, limit) {
      const own = actor.role === 'partner' ? { partnerId: actor.partnerId ?? '' } : {};
      demand(actor, 'partner.read', own);
      const items = await partners.list({ id: own.partnerId }, after, limit + 1);
      const next = items.length > limit ? (items[limit - 1]?.id ?? null) : null;
      return { items: items.slice(0, limit), next };
    },
    async get(actor, id) {
      demand(actor, 'partner.read', { partnerId: actor.partnerId ?? '' });
      const partner = actor.role === 'partner' && actor.partnerId !== id ? null : await partners.findById(id);
      if (!partner) throw notFound();
      return partner;
    },
    async findContact(actor, id) {
      demand(actor, 'partner.edit');
      return (await contacts.find({ kind: 'partner', id })) as PartnerContact | null;
    },
    findByCode: (code) => partners.findByCode(code),
    exists: async (id) => (await partners.findById(id)) !== null,
    isActive: async (id) => (await partners.findById(id))?.state === 'active',
  };
}

async function create(deps: PartnerDeps, actor: Actor, wanted: NewPartner): Promise<Partner> {
  demand(actor, 'partner.edit');
  const { partners, contacts, audit, ids, clock } = deps;
  const partner: Partner = {
    id: ids.newId(),
    code: wanted.code,
    name: wanted.name,
    country: wanted.country ?? null,
    agreement: wanted.agreement ?? null,
    state: 'active',
    example: wanted.example ?? false,
    version: 1,
    createdAt: clock(),
    changedAt: clock(),
  };
  if (!(await partners.insert(partner))) {
    throw new AppError('conflict', 'This code is already taken', { messageKey: 'problem.codeTaken' });
  }
  if (wanted.contact) await contacts.keep({ kind: 'partner', id: partner.id }, wanted.contact);
  await audit.record(actor, 'partner.create', { kind: 'partner', id: partner.id }, { after: factsOf(partner) });
  return partner;
}

type Target = { id: string; version: number };
type WantedChange = PartnerChange & { contact?: PartnerContact | null | undefined };

async function changePartner(
  deps: PartnerDeps,
  actor: Actor,
  { id, version }: Target,
  wanted: WantedChange,
): Promise<Partner> {
  demand(actor, 'partner.edit');
  const { partners, contacts, audit, clock } = deps;
  const { contact, ...change } = wanted;
  const before = await partners.findById(id);
  if (!before) throw notFound();
  const after = await partners.change(id, version, change, clock());
  if (!after) throw new AppError('stale', 'The partner was changed since you read it');
  if (contact === null) await contacts.erase({ kind: 'partner', id });
  else if (contact) await contacts.keep({ kind: 'partner', id }, contact);
  await audit.record(
    actor,
    'partner.change',
    { kind: 'partner', id },
    { before: factsOf(before), after: factsOf(after) },
  );
  return after;
}

function factsOf({ code, name, country, agreement, state }: Partner) {
  return { code, name, country, agreement, state };
}
