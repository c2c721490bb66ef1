import type { Site } from '../server/compose.ts';
import { DEMO_ACCOUNTS, DEMO_PARTNER_CODE, DEMO_PASSWORD } from '../server/demo-accounts.ts';
import type { MentionOrigin } from '../server/domain/mention.ts';
import type { RequestStatus } from '../server/domain/request-states.ts';
import type { Actor } from '../server/domain/roles.ts';
import type { SearchRequest } from '../server/domain/search-request.ts';
import { understandRow } from '../server/domain/understand-row.ts';
import type { NewMention } from '../server/soldiers/mention-service.ts';
import { firstSoldierId, referenceMentionId } from '../server/soldiers/record-ids.ts';
import {
  type ExampleMention,
  type ExampleRequest,
  groupExampleMentions,
  loadExampleMentions,
  loadExampleRequests,
} from './example-people.ts';
import { loadReference, type ReferenceLoaded } from './load-reference.ts';

/** What was new; of the requests, how many there are. */
export type DemoSeeded = ReferenceLoaded & { accounts: number; examples: number; requests: number };

type Target = Pick<Site, 'services' | 'stores'> & { clock: () => Date };

/** The demo sets itself up; in the audit its entries stand under this name. */
const SETUP: Actor = { id: 'demo', role: 'admin' };

/**
 * Fills the demo: reference facts, the accounts of the documentation, the partner EXAMPLE, invented people and requests.
 * Run again it adds what is missing and keeps what was entered since. Everything invented carries `example: true`.
 */
export async function seedDemo(target: Target): Promise<DemoSeeded> {
  const { services, stores, clock } = target;
  const { mentions, gazetteer } = services;
  const reference = await loadReference({ burialSites: stores.burialSites, mentions, gazetteer, clock });
  const partnerId = await examplePartner(target);
  const accounts = await exampleAccounts(target, partnerId);
  const examples = await examplePeople(target);
  const requests = await exampleRequests(target);
  return { ...reference, accounts, examples, requests };
}

async function examplePartner({ services }: Target): Promise<string> {
  const known = await services.partners.findByCode(DEMO_PARTNER_CODE);
  if (known !== null) return known.id;
  const name = 'Example partner (invented)';
  const partner = await services.partners.create(SETUP, {
    code: DEMO_PARTNER_CODE,
    name,
    country: 'DE',
    example: true,
  });
  return partner.id;
}

async function exampleAccounts({ services }: Target, partnerId: string): Promise<number> {
  let created = 0;
  for (const account of DEMO_ACCOUNTS) {
    if (await services.users.anyOf([account.email])) continue;
    const own = account.role === 'partner' ? { partnerId } : {};
    await services.users.create(SETUP, { ...account, ...own, password: DEMO_PASSWORD });
    created += 1;
  }
  return created;
}

/** The address of an invented person whose documents were linked: that of his first document. */
const soldierIdOf = (group: readonly ExampleMention[]): string =>
  firstSoldierId(referenceMentionId(group[0]?.id ?? ''));

async function examplePeople({ services }: Target): Promise<number> {
  const context = await services.contextFor({});
  const fresh = groupExampleMentions(loadExampleMentions()).flatMap((group) =>
    group.map(({ id, row }): NewMention => {
      const { understood, sensitive } = understandRow(row, context);
      const origin: MentionOrigin = { kind: 'reference', factId: id, sources: [], confidence: 'sourced' };
      const content = { origin, written: row, understood, sensitive };
      return { id: referenceMentionId(id), ...content, example: true, soldierId: soldierIdOf(group) };
    }),
  );
  return (await services.mentions.addMentions(fresh)).added;
}

function linkedSoldiers(): Map<string, string> {
  const groups = groupExampleMentions(loadExampleMentions());
  return new Map(groups.flatMap((group) => (group[0]?.linked ? [[group[0].person, soldierIdOf(group)]] : [])));
}

async function exampleRequests(target: Target): Promise<number> {
  const soldiers = linkedSoldiers();
  const examples = loadExampleRequests();
  for (const example of examples) {
    const { soldier, applicant, letter, language, id } = example;
    const submission = { soldier, applicant, letter, language, consent: true, token: id, example: true };
    // The same form sent again is the same request, so nothing is asked twice.
    const { code } = await target.services.requests.submit(submission, [], null);
    const { request } = await target.services.requests.open(code);
    const soldierId = soldiers.get(example.soldierPerson ?? '') ?? null;
    if (request.version === 1) await bringTo(target, request, { example, soldierId });
  }
  return examples.length;
}

type Wanted = { example: ExampleRequest; soldierId: string | null };

const NAMED: readonly RequestStatus[] = ['identified', 'checking_document'];

/** Puts a fresh request where the example wants it; what people do with it later is theirs. */
async function bringTo({ stores, services, clock }: Target, request: SearchRequest, wanted: Wanted): Promise<void> {
  const { status } = wanted.example;
  if (status === 'received') return;
  const soldierId = NAMED.includes(status) ? wanted.soldierId : null;
  const identified = status === 'identified' && soldierId !== null;
  const fields = {
    status,
    soldierId: identified ? soldierId : null,
    evidenceLevel: identified ? ('C' as const) : null,
  };
  await stores.requests.change(request.id, request.version, fields, { what: 'example', by: null, at: clock() });
  if (identified) await services.mentions.setKin(soldierId, true);
}
