import { DAY_MS } from '../domain/dates/calendar.ts';
import { columnLabels } from '../domain/imports/column-labels.ts';
import { isSentBack } from '../domain/imports/own-columns.ts';
import { type Actor, demand, may } from '../domain/roles.ts';
import type { MentionRow } from '../domain/row.ts';
import { AppError } from '../errors.ts';
import type { FileDisk } from '../files/file-disk.ts';
import { stableId } from '../ids.ts';
import { isOver } from '../jobs/job.ts';
import type { JobService } from '../jobs/job-service.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import { keptUntil } from './forget-uploads.ts';
import { type Import, type ImportProblem, type ImportState, noCounts } from './import.ts';
import { isReady, mappingFrom, refuseBadMapping, scanColumns } from './import-mapping.ts';
import { inspectList } from './inspect-list.ts';
import { countRejected, type KeptOutLine, keptOut } from './kept-out.ts';
import { mappingChange } from './mapping-audit.ts';
import { createImport, type NewImport, type NewImportDeps, readable } from './new-import.ts';
import type { QuarantineStore } from './quarantine-store.ts';
import { findWaitingRows, sumOf } from './waiting-rows.ts';

export type MappingChange = {
  /** By header as the file has it: a field, a compound, or null to leave the column out. */
  mapping?: Record<string, string | null> | undefined;
  choice?: Import['choice'] | undefined;
  constants?: MentionRow | undefined;
  asOf?: string | null | undefined;
  /** Whether only some rows of the list were sent; null leaves it to what the file looks like. */
  part?: boolean | null | undefined;
};

/** How the list of an import stands now; what people decide and later imports bring changes it. */
export type Standing = { waiting: number; stillRejected: number; listTotal: number | null; keptUntil: Date | null };

export type ImportPage = { after: string | null; limit: number; onlyWaiting?: boolean };
export type ListedImport = { item: Import; waiting: number };

export type ImportService = {
  /** Takes a file over and reads its beginning. A file that is no list is refused and nothing of it is kept. */
  create(actor: Actor, fresh: NewImport): Promise<Import>;
  get(actor: Actor, id: string): Promise<Import>;
  standing(item: Import): Promise<Standing>;
  /** The lines of it that are kept out to this day. */
  keptOut(item: Import): AsyncIterable<KeptOutLine>;
  /** `onlyWaiting`: those that stand and have rows that wait for a person. */
  list(actor: Actor, page: ImportPage): Promise<{ items: ListedImport[]; next: string | null }>;
  /** How many rows of what this actor may see wait for a person. */
  countWaiting(actor: Actor): Promise<{ rows: number; imports: number }>;
  /** The newest import of these bytes into this list that was left waiting or half applied; a command goes on with it. */
  findUnfinished(actor: Actor, wanted: Pick<Import, 'partnerId' | 'listName' | 'sha256'>): Promise<Import | null>;
  /** Says where the columns go. What was found with the old mapping is forgotten; a new check begins once somebody is named. */
  setMapping(actor: Actor, id: string, version: number, change: MappingChange): Promise<Import>;
  /** The same without the check, for a command that goes on at once. */
  changeMapping(actor: Actor, id: string, version: number, change: MappingChange): Promise<Import>;
  check(actor: Actor, id: string): Promise<Import>;
  apply(actor: Actor, id: string): Promise<Import>;
  /** Takes the newest import of a list back. */
  undo(actor: Actor, id: string, reason?: string): Promise<Import>;
  problems(actor: Actor, id: string, after: number, limit: number): Promise<ImportProblem[]>;
};

export type ImportDeps = NewImportDeps & {
  disk: Pick<FileDisk, 'path'>;
  jobs: JobService;
  mentions: Pick<MentionService, 'countLive' | 'hasLive' | 'findRows'>;
  quarantine: Pick<QuarantineStore, 'countWaiting' | 'waitingLines' | 'countWaitingByImport'>;
  /** How long after it was applied an import may be taken back. */
  undoDays: number;
  /** How long the file of one that was never brought in, or was taken back, is kept. */
  keepDays: number;
};

/** From which states each step may begin. A step that is being taken already is not begun twice. */
const steps: Record<'check' | 'apply' | 'undo', { from: readonly ImportState[]; to: ImportState }> = {
  check: { from: ['uploaded', 'checked', 'failed', 'cancelled'], to: 'checking' },
  apply: { from: ['uploaded', 'checked', 'cancelled', 'failed'], to: 'applying' },
  undo: { from: ['applied', 'cancelled', 'failed'], to: 'undoing' },
};

const notFound = () => new AppError('not_found', 'There is no such import');

/** Partners' lists on their way in. Jobs do the long work; this says who may begin it and when. */
export function createImportService(deps: ImportDeps): ImportService {
  const { imports } = deps;
  const getOwn = async (
    actor: Actor,
    id: string,
    action: 'import.read' | 'import.map' | 'import.apply' | 'import.undo',
  ) => {
    const item = await imports.findById(id);
    // Another partner's import is told as not there.
    if (!item || !may(actor, action, { partnerId: item.partnerId })) throw notFound();
    return item;
  };
  const changeMapping: ImportService['changeMapping'] = async (actor, id, version, change) => {
    const item = await getOwn(actor, id, 'import.map');
    const changed = await setMapping(deps, item, version, change);
    await deps.audit.record(actor, 'import.map', { kind: 'import', id }, mappingChange(item, changed));
    return changed;
  };
  return {
    create: (actor, fresh) => createImport(deps, actor, fresh),
    get: (actor, id) => getOwn(actor, id, 'import.read'),
    standing: (item) => standing(deps, item),
    keptOut: (item) => keptOut(item, deps),
    list: (actor, page) => list(deps, actor, page),
    async countWaiting(actor) {
      const waiting = await findWaitingRows(deps, seenBy(actor).partnerId);
      return { rows: sumOf(waiting), imports: waiting.size };
    },
    async findUnfinished(actor, { partnerId, listName, sha256 }) {
      demand(actor, 'import.read', { partnerId });
      const last = await imports.findLast(stableId('list', partnerId, listName));
      const open =
        last !== null &&
        (last.packed?.sha256 ?? last.sha256) === sha256 &&
        (last.state === 'uploaded' || last.state === 'applying');
      return open ? last : null;
    },
    async setMapping(actor, id, version, change) {
      const changed = await changeMapping(actor, id, version, change);
      // With another encoding or header the columns may be any: a person looks at them before the list is checked.
      return isReady(changed.mapping) ? begin(deps, actor, changed, { step: 'check' }) : changed;
    },
    changeMapping,
    check: async (actor, id) => begin(deps, actor, await getOwn(actor, id, 'import.map'), { step: 'check' }),
    apply: async (actor, id) => begin(deps, actor, await getOwn(actor, id, 'import.apply'), { step: 'apply' }),
    async undo(actor, id, reason) {
      const item = await getOwn(actor, id, 'import.undo');
      await refuseLateUndo(deps, item);
      return begin(deps, actor, item, { step: 'undo', reason });
    },
    async problems(actor, id, after, limit) {
      const { state } = await getOwn(actor, id, 'import.read');
      const found = await imports.listProblems(id, after, limit);
      // Taken back, none of its rows waits for anybody.
      return state === 'undone' ? found.map((problem) => ({ ...problem, severity: 'doubtful' })) : found;
    },
  };
}

/** A partner sees its own. */
function seenBy(actor: Actor): { partnerId?: string } {
  const own = actor.role === 'partner' ? { partnerId: actor.partnerId ?? '' } : {};
  demand(actor, 'import.read', own);
  return own;
}

async function list(deps: ImportDeps, actor: Actor, { after, limit, onlyWaiting }: ImportPage) {
  const seen = seenBy(actor);
  const ids = onlyWaiting ? [...(await findWaitingRows(deps, seen.partnerId)).keys()] : undefined;
  const found = await deps.imports.list({ ...seen, ids }, after, limit + 1);
  const items = found.slice(0, limit);
  const waiting = await deps.quarantine.countWaitingByImport(items.map(({ id }) => id));
  return {
    items: items.map((item) => ({ item, waiting: waiting.get(item.id) ?? 0 })),
    next: found.length > limit ? (items.at(-1)?.id ?? null) : null,
  };
}

async function standing(deps: ImportDeps, item: Import): Promise<Standing> {
  const waiting = await deps.quarantine.countWaiting(item.id);
  const stillRejected = await countRejected(item, deps);
  const listTotal = item.listTotal === null ? null : await deps.mentions.countLive(item.listId);
  return { waiting, stillRejected, listTotal, keptUntil: await keptUntil(deps, item) };
}

async function setMapping(deps: ImportDeps, item: Import, version: number, change: MappingChange): Promise<Import> {
  refuseEmptied(item);
  if (!steps.check.from.includes(item.state)) throw busy(item);
  let { form, columns, firstData, mapping, constants } = item;
  const choice = change.choice ?? item.choice;
  if (change.choice) {
    const found = await readable(() => inspectList(deps.disk.path(item.sha256), choice));
    ({ form, firstData, constants } = found);
    columns = scanColumns(found.columns, await deps.scans.namesFor(item));
    mapping = columns.map((column) => column.target);
  }
  if (change.mapping) mapping = mappingFrom(change.mapping, columnLabels(columns));
  if (change.mapping) refuseBadMapping(mapping);
  constants = change.constants ?? constants;
  const asOf = change.asOf === undefined ? item.asOf : change.asOf;
  const saidPart = change.part === undefined ? item.saidPart : change.part;
  const part = saidPart ?? isSentBack(columns);
  // What was found with the old columns says nothing of these.
  const anew = { state: 'uploaded' as const, counts: noCounts, problemCount: 0, gone: null };
  const read = { form, columns, firstData, mapping, choice, constants, asOf, saidPart, part };
  const changed = await deps.imports.update(item.id, version, { ...read, ...anew });
  if (!changed) throw new AppError('stale', 'The import was changed meanwhile');
  return changed;
}

function busy(item: Import): AppError {
  return new AppError('conflict', `The import is "${item.state}"`, {
    messageKey: 'import.busy',
    details: { state: item.state },
  });
}

type Begun = { step: keyof typeof steps; reason?: string | undefined };

async function begin(deps: ImportDeps, actor: Actor, item: Import, { step, reason }: Begun): Promise<Import> {
  const { from, to } = steps[step];
  if (!from.includes(item.state) && !(item.state === to && (await isLeft(deps, item)))) throw busy(item);
  refuseEmptied(item);
  if (step !== 'undo') refuseBadMapping(item.mapping);
  const takenBack = { by: actor.id, partnerId: actor.partnerId ?? null, reason: reason ?? null };
  const begun = await deps.imports.update(item.id, item.version, {
    state: to,
    error: null,
    ...(step === 'undo' ? { takenBack } : {}),
  });
  if (!begun) throw await changedMeanwhile(deps, item);
  const job = await deps.jobs.enqueue({
    kind: `import.${step}`,
    payload: { importId: item.id, actorId: actor.id },
    key: `import.${step}:${item.id}`,
    visibility: { userId: actor.id, partnerId: item.partnerId },
  });
  await deps.imports.save(item.id, { jobId: job.id });
  const told = reason === undefined ? {} : { after: { reason } };
  await deps.audit.record(actor, `import.${step}`, { kind: 'import', id: item.id }, told);
  return { ...begun, jobId: job.id, version: begun.version + 1 };
}

/** The site may have cleared its file away in this very moment. */
async function changedMeanwhile({ imports }: ImportDeps, { id }: Import): Promise<AppError> {
  const now = await imports.findById(id);
  if (now) refuseEmptied(now);
  return new AppError('stale', 'The import was changed meanwhile');
}

/** What was kept too long unused has no file any more. */
function refuseEmptied({ emptiedAt }: Import): void {
  if (emptiedAt === null) return;
  throw new AppError('conflict', 'The file of this import is kept no longer', { messageKey: 'import.emptied' });
}

/** A step that was begun just as the site went down, so that no job does it: it may be begun again. */
async function isLeft({ jobs }: ImportDeps, { jobId }: Import): Promise<boolean> {
  const job = jobId === null ? null : await jobs.find(jobId);
  return job === null || isOver(job);
}

async function refuseLateUndo({ imports, clock, undoDays }: ImportDeps, item: Import): Promise<void> {
  const last = await imports.findLastApplied(item.listId);
  const since = item.appliedAt ?? item.createdAt;
  if (last?.appliedAt && last.id !== item.id && last.appliedAt >= since) {
    throw new AppError('conflict', 'A newer version of this list has been applied', {
      messageKey: 'import.undo.newer',
      details: { importId: last.id },
    });
  }
  const age = item.appliedAt ? clock().getTime() - item.appliedAt.getTime() : 0;
  if (age > undoDays * DAY_MS) {
    throw new AppError('conflict', `An import can be taken back for ${undoDays} days`, {
      messageKey: 'import.undo.late',
      details: { days: undoDays },
    });
  }
}
