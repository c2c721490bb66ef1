import type { Mention, MentionOrigin, UnderstoodRow } from '../domain/mention.ts';
import type { MentionRow } from '../domain/row.ts';
import { graveOf, type SiteFinder } from '../domain/site-finder.ts';
import type { Soldier } from '../domain/soldier.ts';
import type { KnownRow, MentionChange, MentionStore, SiteLink } from './mention-store.ts';
import { firstSoldierId } from './record-ids.ts';
import { newSoldier, redraw } from './soldier-drawing.ts';
import type { SoldierStore } from './soldier-store.ts';

/** A mention to be added. Without `soldierId` it gets a soldier of its own, with an address made from its id. */
export type NewMention = {
  id: string;
  origin: MentionOrigin;
  written: MentionRow;
  understood: UnderstoodRow;
  sensitive: boolean;
  example: boolean;
  soldierId?: string;
};

/** A new content for a mention. A withdrawn one comes back with it. */
export type MentionUpdate = Pick<NewMention, 'id' | 'origin' | 'written' | 'understood' | 'sensitive'> & {
  /** The version that was read, where the content rests on it: with any other the update is a conflict. */
  version?: number;
};

/** Told of every soldier that was drawn anew, so that the index follows at once. Awaited only when it is behind. */
export type SoldierFollower = { changed(soldiers: Soldier[]): Promise<void> };

export type MentionServiceDeps = {
  mentions: MentionStore;
  soldiers: SoldierStore;
  index: SoldierFollower;
  clock: () => Date;
};

export type MentionService = {
  /** Adds mentions and their soldiers. Adding the same ones again changes nothing, so a batch that was cut off is sent again. */
  addMentions(fresh: NewMention[]): Promise<{ added: number; soldierIds: string[] }>;
  /** Stores new contents, keeps the old ones, draws the soldiers again. `conflicts`: changed by somebody else meanwhile. */
  updateMentions(updates: MentionUpdate[]): Promise<{ updated: number; conflicts: string[]; soldierIds: string[] }>;
  /** Takes mentions back. Their soldiers' pages no longer rest on them; a soldier without any is withdrawn. */
  withdrawMentions(ids: string[]): Promise<{ withdrawn: number; soldierIds: string[] }>;
  /** Draws again what a crash left undone. Called at the start and when a job is resumed. */
  redrawDue(): Promise<number>;
  /**
   * Draws the next some hundred soldiers again, in the order of their ids; null when nobody comes after this one. Which known
   * site a grave is at is read anew: lists were read when other names were known, and more was taken for one.
   */
  redrawNext(after: string | null, sites: Pick<SiteFinder, 'find'>): Promise<{ last: string; count: number } | null>;
  /** Says that a request of relatives is tied to this soldier, or no longer. */
  setKin(soldierId: string, kin: boolean): Promise<void>;
  findRows(listId: string, rowKeys: string[]): Promise<KnownRow[]>;
  hasRows(listId: string): Promise<boolean>;
  findMentions(ids: string[]): Promise<Mention[]>;
  findVersions(ids: string[]): Promise<Mention[]>;
  streamList(listId: string): AsyncIterable<Mention[]>;
  /** Every live mention there is. */
  streamLive(): AsyncIterable<Mention[]>;
  streamImport(importId: string): AsyncIterable<Mention[]>;
  countLive(listId: string): Promise<number>;
  /** Whether anything that an import brought stands in the base. */
  hasLive(importId: string): Promise<boolean>;
};

// As many as one message to the store holds.
const BATCH = 1500;

function* batchesOf<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += BATCH) yield all.slice(start, start + BATCH);
}

function toMention(fresh: NewMention, now: Date): Mention {
  const { id, origin, written, understood, sensitive, example } = fresh;
  const soldierId = fresh.soldierId ?? firstSoldierId(id);
  const content = { origin, written, understood, sensitive, example };
  return { id, soldierId, ...content, state: 'live', version: 1, createdAt: now, changedAt: now };
}

async function addBatch(deps: MentionServiceDeps, fresh: NewMention[]) {
  const now = deps.clock();
  const mentions = fresh.map((one) => toMention(one, now));
  const bySoldier = new Map<string, Mention[]>();
  for (const mention of mentions)
    bySoldier.set(mention.soldierId, [...(bySoldier.get(mention.soldierId) ?? []), mention]);
  const soldiers = [...bySoldier].map(([id, tied]) => newSoldier(id, tied, now));
  // Soldiers first: a repeat looks for missing mentions, and finding one there it would not look for its soldier.
  const newSoldiers = await deps.soldiers.insertMany(soldiers);
  const added = await deps.mentions.insertMany(mentions);
  const ids = soldiers.map(({ id }) => id);
  // All of it was here before and drawn then: the pages may have been changed by people since and stay as they are.
  if (added === 0 && newSoldiers === 0) return { added, ids };
  // Where some were there before, what is drawn here may be older than what is stored, or lack mentions tied since.
  const drawn = newSoldiers === soldiers.length ? soldiers : await redraw(deps, ids, deps.clock);
  await deps.index.changed(drawn);
  return { added, ids };
}

async function change(deps: MentionServiceDeps, changes: MentionChange[]) {
  const soldierIds = [...new Set(changes.map(({ before }) => before.soldierId))];
  await deps.soldiers.markDue(soldierIds);
  const conflicts = await deps.mentions.replaceMany(changes);
  await deps.index.changed(await redraw(deps, soldierIds, deps.clock));
  return { soldierIds, conflicts };
}

async function updateBatch(deps: MentionServiceDeps, updates: MentionUpdate[]) {
  const stored = new Map((await deps.mentions.findByIds(updates.map(({ id }) => id))).map((one) => [one.id, one]));
  const now = deps.clock();
  const changes = updates.flatMap(({ version, ...update }): MentionChange[] => {
    const before = stored.get(update.id);
    if (before === undefined || (version !== undefined && before.version !== version)) return [];
    const after: Mention = { ...before, ...update, state: 'live', version: before.version + 1, changedAt: now };
    return [{ before, after }];
  });
  const changed = new Set(changes.map(({ before }) => before.id));
  const refused = updates.filter(({ id }) => !changed.has(id)).map(({ id }) => id);
  const { soldierIds, conflicts } = await change(deps, changes);
  return { soldierIds, updated: changes.length - conflicts.length, conflicts: [...refused, ...conflicts] };
}

async function withdrawBatch(deps: MentionServiceDeps, ids: string[]) {
  const now = deps.clock();
  const stored = (await deps.mentions.findByIds(ids)).filter((mention) => mention.state === 'live');
  const changes = stored.map((before): MentionChange => {
    return { before, after: { ...before, state: 'withdrawn', version: before.version + 1, changedAt: now } };
  });
  const { soldierIds, conflicts } = await change(deps, changes);
  return { soldierIds, withdrawn: changes.length - conflicts.length };
}

async function redrawDue(deps: MentionServiceDeps): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await deps.soldiers.findDue(BATCH);
    if (due.length === 0) return count;
    await deps.index.changed(await redraw(deps, due, deps.clock));
    count += due.length;
  }
}

async function linkGraves({ mentions }: MentionServiceDeps, soldierIds: string[], sites: Pick<SiteFinder, 'find'>) {
  const linksOf = (contents: Mention[]): SiteLink[] =>
    contents.flatMap(({ id, version, written, understood }) => {
      const siteId = sites.find(graveOf(written, understood.burialCountry));
      return siteId === understood.burialSiteId ? [] : [{ id, version, siteId }];
    });
  const standing = await mentions.findBySoldierIds(soldierIds);
  await mentions.linkToSites(linksOf(standing));
  // What stood before comes back when an import is taken back: with the grave as it is read now.
  const changed = standing.filter(({ version }) => version > 1).map(({ id }) => id);
  if (changed.length > 0) await mentions.linkVersionsToSites(linksOf(await mentions.findVersions(changed)));
}

async function redrawNext(deps: MentionServiceDeps, after: string | null, sites: Pick<SiteFinder, 'find'>) {
  const ids = await deps.soldiers.idsAfter(after, BATCH);
  const last = ids.at(-1);
  if (last === undefined) return null;
  await linkGraves(deps, ids, sites);
  await deps.index.changed(await redraw(deps, ids, deps.clock));
  return { last, count: ids.length };
}

/** Everything that brings mentions in, corrects them and takes them back. Used by imports, the seed and the desk. */
export function createMentionService(deps: MentionServiceDeps): MentionService {
  const { mentions, soldiers } = deps;
  return {
    async addMentions(fresh) {
      const result = { added: 0, soldierIds: [] as string[] };
      for (const batch of batchesOf(fresh)) {
        const { added, ids } = await addBatch(deps, batch);
        result.added += added;
        result.soldierIds.push(...ids);
      }
      return result;
    },
    async updateMentions(updates) {
      const result = { updated: 0, conflicts: [] as string[], soldierIds: [] as string[] };
      for (const batch of batchesOf(updates)) {
        const { updated, conflicts, soldierIds } = await updateBatch(deps, batch);
        result.updated += updated;
        result.conflicts.push(...conflicts);
        result.soldierIds.push(...soldierIds);
      }
      return result;
    },
    async withdrawMentions(ids) {
      const result = { withdrawn: 0, soldierIds: [] as string[] };
      for (const batch of batchesOf(ids)) {
        const { withdrawn, soldierIds } = await withdrawBatch(deps, batch);
        result.withdrawn += withdrawn;
        result.soldierIds.push(...soldierIds);
      }
      return result;
    },
    redrawDue: () => redrawDue(deps),
    redrawNext: (after, sites) => redrawNext(deps, after, sites),
    async setKin(soldierId, kin) {
      await soldiers.setKin(soldierId, kin);
      await deps.index.changed(await redraw(deps, [soldierId], deps.clock));
    },
    findRows: (listId, rowKeys) => mentions.findRows(listId, rowKeys),
    hasRows: (listId) => mentions.hasRows(listId),
    findMentions: (ids) => mentions.findByIds(ids),
    findVersions: (ids) => mentions.findVersions(ids),
    streamLive: () => mentions.streamLive(),
    streamList: (listId) => mentions.streamList(listId),
    streamImport: (importId) => mentions.streamImport(importId),
    countLive: (listId) => mentions.countLive(listId),
    hasLive: (importId) => mentions.hasLive(importId),
  };
}
