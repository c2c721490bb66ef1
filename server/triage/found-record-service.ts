import type { AuditService } from '../audit/audit-service.ts';
import type { Mention, UnderstoodRow } from '../domain/mention.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { hasName, type MentionRow, rowProblems } from '../domain/row.ts';
import { withoutLiving } from '../domain/search-request.ts';
import { AppError, type FieldProblem } from '../errors.ts';
import { type Clock, type Ids, stableId } from '../ids.ts';
import type { RequestStore } from '../requests/request-store.ts';
import type { MentionService, MentionUpdate } from '../soldiers/mention-service.ts';
import { type CaseAccess, getCase } from './case-access.ts';
import { knownRecordAddress } from './record-address.ts';

/** A record that a volunteer found in another database or an archive, as that record writes it. */
export type FoundRecord = {
  row: MentionRow;
  requestId: string | null;
  /** Of the form it was typed into: sent again after an answer was lost, it is the same record. */
  token?: string | null;
};

export type FoundRecordService = {
  /** Brings it in as a mention of a soldier of his own. Who he is is decided afterwards, as with every other candidate. */
  add(actor: Actor | null, record: FoundRecord): Promise<Mention>;
  /** Corrects what was copied wrong. What stood before stays in the versions of the mention. */
  correct(actor: Actor | null, target: { id: string; version: number }, row: MentionRow): Promise<Mention>;
  /** Takes it back. Refused while somebody's man rests on it. */
  withdraw(actor: Actor | null, withdrawal: { id: string; reason: string }): Promise<void>;
};

export type FoundRecordDeps = Pick<CaseAccess, 'clock'> & {
  requests: RequestStore;
  mentions: MentionService;
  understand: (row: MentionRow) => Promise<{ understood: UnderstoodRow; sensitive: boolean }>;
  /** Which of these soldiers a standing decision "same" rests on. */
  decidedSoldiers: (soldierIds: string[]) => Promise<Set<string>>;
  /** Queues a look at the requests that it may answer; `counted` when the database had it before. */
  rematch: (soldierIds: string[], counted: boolean) => Promise<void>;
  audit: AuditService;
  ids: Ids;
  clock: Clock;
};

function problemsOf(row: MentionRow): FieldProblem[] {
  const problems: FieldProblem[] = rowProblems(row).map(({ field, rule, limit }) => ({
    pointer: `/row/${field}`,
    detail: rule === 'too_long' ? 'problem.field.tooLong' : 'problem.field.wrong',
    ...(limit === undefined ? {} : { values: { limit } }),
  }));
  if (!hasName(row)) problems.push({ pointer: '/row/familyName', detail: 'requestProblem.recordName' });
  // A family reads beside each fact where it stands: a record of nowhere must not come in.
  if (row.sourceUrl === undefined && row.archive === undefined) {
    problems.push({ pointer: '/row/sourceUrl', detail: 'requestProblem.recordSource' });
  }
  return problems;
}

/** The row as it is kept, with its address checked. */
function checked(row: MentionRow): MentionRow {
  const problems = problemsOf(row);
  if (problems.length > 0) throw new AppError('bad_input', 'The record has to be corrected', { problems });
  const address = knownRecordAddress(row.sourceUrl);
  return address === null ? row : { ...row, sourceUrl: address };
}

async function getOwn(deps: FoundRecordDeps, actor: Actor, id: string): Promise<Mention> {
  const [mention] = await deps.mentions.findMentions([id]);
  if (mention?.state !== 'live') throw new AppError('not_found', 'There is no such record');
  // What a partner's list says is the partner's to correct, in the next version of the list.
  if (mention.origin.kind !== 'volunteer') {
    throw new AppError('conflict', 'This record came with a list', { messageKey: 'requestProblem.recordOfList' });
  }
  if (mention.origin.userId !== actor.id) demand(actor, 'person.correct_other');
  return mention;
}

async function add(
  deps: FoundRecordDeps,
  actor: Actor,
  { row, requestId, token = null }: FoundRecord,
): Promise<Mention> {
  const written = checked(row);
  const example = requestId === null ? false : (await getCase(deps, requestId)).example;
  const { understood, sensitive } = await deps.understand(written);
  const id = token === null ? deps.ids.newId() : stableId('found record', actor.id, token);
  const origin = { kind: 'volunteer' as const, userId: actor.id, requestId };
  const { added, soldierIds } = await deps.mentions.addMentions([
    { id, origin, written, understood, sensitive, example },
  ]);
  if (added === 0) await writeAgain(deps, { id, origin, written, understood, sensitive });
  await deps.audit.record(
    actor,
    'mention.add',
    { kind: 'mention', id },
    { after: { soldierId: soldierIds[0], requestId } },
  );
  await deps.rematch(soldierIds, false);
  return getOwn(deps, actor, id);
}

/** A form sent again, perhaps with something put right before: what stands in it now counts. */
async function writeAgain({ mentions }: FoundRecordDeps, update: MentionUpdate): Promise<void> {
  const [kept] = await mentions.findMentions([update.id]);
  if (JSON.stringify(kept?.written) !== JSON.stringify(update.written)) await mentions.updateMentions([update]);
}

async function correct(
  deps: FoundRecordDeps,
  actor: Actor,
  target: { id: string; version: number },
  row: MentionRow,
): Promise<Mention> {
  const before = await getOwn(deps, actor, target.id);
  const stale = new AppError('stale', 'The record has changed since you read it', {
    messageKey: 'requestProblem.stale',
  });
  const written = checked(row);
  const { understood, sensitive } = await deps.understand(written);
  const { id, origin } = before;
  const { conflicts } = await deps.mentions.updateMentions([
    { id, origin, written, understood, sensitive, version: target.version },
  ]);
  if (conflicts.length > 0) throw stale;
  const subject = { kind: 'mention', id } as const;
  await deps.audit.record(actor, 'mention.correct', subject, {
    before: withoutLiving(before.written),
    after: withoutLiving(written),
  });
  await deps.rematch([before.soldierId], true);
  return getOwn(deps, actor, id);
}

async function withdraw(deps: FoundRecordDeps, actor: Actor, { id, reason }: { id: string; reason: string }) {
  const { soldierId } = await getOwn(deps, actor, id);
  if ((await deps.decidedSoldiers([soldierId])).has(soldierId)) {
    throw new AppError('conflict', 'A decision rests on this record', { messageKey: 'requestProblem.recordDecided' });
  }
  await deps.mentions.withdrawMentions([id]);
  await deps.audit.record(
    actor,
    'mention.withdraw',
    { kind: 'mention', id },
    { before: { soldierId }, after: { reason } },
  );
  await deps.rematch([soldierId], true);
}

/** Records found by hand: the commonest way in which a family's question is answered. */
export function createFoundRecordService(deps: FoundRecordDeps): FoundRecordService {
  return {
    async add(actor, record) {
      demand(actor, 'person.correct');
      return add(deps, actor, record);
    },
    async correct(actor, target, row) {
      demand(actor, 'person.correct');
      return correct(deps, actor, target, row);
    },
    async withdraw(actor, withdrawal) {
      demand(actor, 'person.correct');
      return withdraw(deps, actor, withdrawal);
    },
  };
}
