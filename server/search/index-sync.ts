import type { Soldier } from '../domain/soldier.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../ids.ts';
import { errorFields, type Log } from '../log.ts';
import type { IndexChange, SoldierStore } from '../soldiers/soldier-store.ts';
import type { SearchEngine, SoldierDocument } from './engine.ts';
import { soldierDocument } from './soldier-document.ts';

export type IndexSyncDeps = {
  engine: SearchEngine;
  soldiers: Pick<SoldierStore, 'streamForIndex' | 'countIndexed' | 'countChangedSince'>;
  clock: Clock;
  log: Log;
  /** Where a standing index keeps how far it has read; absent for one that lives in memory and starts empty. */
  marks?: IndexMarks | undefined;
  /** Time between two looks at the store, and how much of the past each look reads again, in milliseconds. */
  everyMs?: number;
  overlapMs?: number;
};

/** How far a standing index has read the store. */
export type IndexMarks = { load(): Promise<Date | null>; save(mark: Date): Promise<void> };

export type IndexSync = {
  /** Fills the engine if it is empty, else catches up; then follows the store until it is stopped. */
  start(): Promise<void>;
  /** Soldiers this process wrote. Waits only while the engine is far behind. Never fails: the store is read again later. */
  changed(soldiers: Soldier[]): Promise<void>;
  /** When everything this process wrote is in the index, or the engine refused it. */
  settled(): Promise<void>;
  /** Whether the engine has everything this process wrote. */
  isSettled(): boolean;
  /** One look at the store for what others wrote. Called by itself every second. */
  follow(): Promise<void>;
  /** Replaces the whole index, under a new name and swapped when its count is right. Returns how many are in it. */
  rebuild(): Promise<number>;
  /** Whether the index was filled once: before that nobody may be told that nobody was found. */
  ready(): boolean;
  /** How many changes the index has not seen yet. */
  lag(): Promise<number>;
  stop(): Promise<void>;
};

const EVERY_MS = 1000;
// Two processes' clocks and the time a write takes to be seen: what is older than this is taken as read.
const OVERLAP_MS = 5000;
// So many changes may wait for the engine before a writer has to wait too.
const MOST_WAITING = 10_000;
const MOST_REBUILDS = 5;
const SAVE_MARK_MS = 30_000;

type State = {
  /** Everything changed before this moment is in the index. */
  mark: Date;
  /** Written here and not yet handed to the engine: the last state of each. */
  waiting: Map<string, IndexChange>;
  /** What the engine took lately, so that reading the overlap again costs nothing. */
  taken: Map<string, { version: number; at: number }>;
  flushing: Promise<void> | null;
  /** The mark that was kept last, in milliseconds. */
  saved: number;
  /** The engine refused a batch: nothing is lost, the next look at the store starts from the mark. */
  behind: boolean;
};

function toChange(soldier: Soldier): IndexChange {
  const { id, changedAt, version } = soldier;
  return { id, document: soldierDocument(soldier), changedAt, version };
}

async function handOver(engine: SearchEngine, changes: readonly IndexChange[]): Promise<void> {
  const documents = changes.flatMap(({ document }) => document ?? []);
  const gone = changes.flatMap(({ id, document }) => (document === null ? [id] : []));
  if (documents.length > 0) await engine.upsert(documents);
  if (gone.length > 0) await engine.remove(gone);
}

function take(state: State, changes: readonly IndexChange[]): void {
  for (const { id, version, changedAt } of changes) {
    if ((state.taken.get(id)?.version ?? 0) < version) state.taken.set(id, { version, at: changedAt.getTime() });
  }
}

/** Hands over what waits until nothing does; changes that come meanwhile go out together in the next batch. */
async function flush(deps: IndexSyncDeps, state: State): Promise<void> {
  while (state.waiting.size > 0) {
    const changes = [...state.waiting.values()];
    state.waiting = new Map();
    try {
      await handOver(deps.engine, changes);
      take(state, changes);
    } catch (error) {
      state.behind = true;
      deps.log.warn(errorFields(error), 'the search index did not take a batch and will read it from the store');
    }
  }
}

function startFlush(deps: IndexSyncDeps, state: State): Promise<void> {
  state.flushing ??= flush(deps, state).finally(() => {
    state.flushing = null;
  });
  return state.flushing;
}

async function follow(deps: IndexSyncDeps, state: State): Promise<void> {
  const overlap = deps.overlapMs ?? OVERLAP_MS;
  const started = deps.clock();
  const since = new Date(state.mark.getTime() - overlap);
  for await (const batch of deps.soldiers.streamForIndex(since)) {
    const unseen = batch.filter(({ id, version }) => (state.taken.get(id)?.version ?? 0) < version);
    if (unseen.length === 0) continue;
    await handOver(deps.engine, unseen);
    take(state, unseen);
  }
  state.mark = started;
  state.behind = false;
  const forgotten = started.getTime() - 2 * overlap;
  for (const [id, { at }] of state.taken) if (at < forgotten) state.taken.delete(id);
  await saveMark(deps, state);
}

/** Not at each look: what is read twice after a crash costs less than a write a second. */
async function saveMark({ marks }: IndexSyncDeps, state: State): Promise<void> {
  if (marks === undefined || state.mark.getTime() - state.saved < SAVE_MARK_MS) return;
  await marks.save(state.mark);
  state.saved = state.mark.getTime();
}

async function* documentsOf(soldiers: IndexSyncDeps['soldiers']): AsyncGenerator<SoldierDocument[]> {
  for await (const batch of soldiers.streamForIndex()) {
    const documents = batch.flatMap(({ document }) => document ?? []);
    if (documents.length > 0) yield documents;
  }
}

/** Replaces the index; when somebody wrote meanwhile, so that the counts differ, once more. Returns when it began. */
async function replaced(deps: IndexSyncDeps): Promise<Date> {
  for (let attempt = 1; ; attempt += 1) {
    const started = deps.clock();
    const expected = await deps.soldiers.countIndexed();
    try {
      await deps.engine.rebuild(documentsOf(deps.soldiers), expected);
      return started;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict' || attempt === MOST_REBUILDS) throw error;
      deps.log.warn({ expected, attempt }, 'somebody wrote while the search index was filled; filling it again');
    }
  }
}

async function rebuild(deps: IndexSyncDeps, state: State): Promise<number> {
  const started = await replaced(deps);
  // What was written while it was filled may have gone to the old index only: it is read again from the start.
  state.taken.clear();
  state.mark = started;
  await follow(deps, state);
  return (await deps.engine.state()).documents;
}

async function fill(deps: IndexSyncDeps, state: State): Promise<void> {
  const mark = (await deps.marks?.load()) ?? null;
  const { documents } = await deps.engine.state();
  if (mark === null || documents === 0 || deps.engine.learn === undefined) {
    await rebuild(deps, state);
    return;
  }
  await deps.engine.learn(documentsOf(deps.soldiers));
  state.mark = mark;
  await follow(deps, state);
}

/** A look at the store while the index is being replaced would move the mark of the wrong one, so each waits for the last. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work, work);
    last = run.catch(() => undefined);
    return run;
  };
}

/** Keeps the engine the same as the store: the store is the truth, the index can be made again from it at any time. */
export function createIndexSync(deps: IndexSyncDeps): IndexSync {
  const state: State = {
    mark: new Date(0),
    waiting: new Map(),
    taken: new Map(),
    flushing: null,
    saved: 0,
    behind: false,
  };
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;
  let started = false;
  let filled = false;
  const alone = oneAtATime();
  const look = async (): Promise<void> => {
    try {
      await alone(() => follow(deps, state));
    } catch (error) {
      deps.log.warn(errorFields(error), 'the search index could not follow the store');
    }
    plan();
  };
  const plan = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      looking = look();
    }, deps.everyMs ?? EVERY_MS);
    timer.unref();
  };
  return {
    async start() {
      started = true;
      await alone(() => fill(deps, state));
      filled = true;
      plan();
    },
    async changed(soldiers) {
      // A command that only writes has no use for an index; whoever starts one later reads the store from the beginning.
      if (!started) return;
      for (const soldier of soldiers) state.waiting.set(soldier.id, toChange(soldier));
      const flushed = startFlush(deps, state);
      if (state.waiting.size > MOST_WAITING || deps.engine.kind === 'built-in') await flushed;
    },
    settled: () => startFlush(deps, state),
    isSettled: () => state.flushing === null && state.waiting.size === 0 && !state.behind,
    follow: () => alone(() => follow(deps, state)),
    rebuild: () => alone(() => rebuild(deps, state)),
    ready: () => filled,
    async lag() {
      if (!state.behind) return state.waiting.size;
      return deps.soldiers.countChangedSince(new Date(state.mark.getTime() - (deps.overlapMs ?? OVERLAP_MS)));
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await Promise.all([looking, state.flushing ?? undefined]);
    },
  };
}
