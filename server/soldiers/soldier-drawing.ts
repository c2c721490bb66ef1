import type { Mention } from '../domain/mention.ts';
import { drawSoldier, isRestricted, type Soldier } from '../domain/soldier.ts';
import { AppError } from '../errors.ts';
import type { MentionStore } from './mention-store.ts';
import type { SoldierStore } from './soldier-store.ts';

type Stores = { soldiers: SoldierStore; mentions: MentionStore };

const BATCH = 500;
const ATTEMPTS = 8;

/** A soldier of these mentions who was not there before. */
export function newSoldier(id: string, mentions: readonly Mention[], now: Date): Soldier {
  return {
    id,
    mentionIds: mentions.map((mention) => mention.id),
    state: 'live',
    mergedInto: null,
    example: mentions.some((mention) => mention.example),
    restricted: isRestricted(mentions),
    kin: false,
    summary: drawSoldier(mentions),
    version: 1,
    changedAt: now,
  };
}

type Family = { soldier: Soldier; merged: Soldier[]; mentions: Mention[] };

function drawn({ soldier, merged, mentions }: Family, now: Date): Soldier {
  const live = mentions.filter((mention) => mention.state === 'live');
  const next = { ...soldier, version: soldier.version + 1, changedAt: now };
  if (soldier.mergedInto !== null) return { ...next, state: 'merged' };
  // With no mention left the page keeps what it said for those who may still see it; nobody else does.
  if (live.length === 0) return { ...next, state: 'withdrawn', mentionIds: [] };
  return {
    ...next,
    state: 'live',
    mentionIds: live.map((mention) => mention.id).sort(),
    example: live.some((mention) => mention.example),
    restricted: isRestricted(live),
    summary: drawSoldier(live, soldier.kin || merged.some((one) => one.kin)),
  };
}

/** The address that answers for each id now, following merges to their end. Ids of nobody are left out. */
export async function answeringSoldiers(stores: Stores, ids: readonly string[]): Promise<Soldier[]> {
  const found = new Map<string, Soldier>();
  let open = [...new Set(ids)];
  while (open.length > 0) {
    const soldiers = await stores.soldiers.findByIds(open);
    for (const soldier of soldiers) found.set(soldier.id, soldier);
    open = soldiers.flatMap(({ mergedInto }) => (mergedInto === null || found.has(mergedInto) ? [] : [mergedInto]));
  }
  return [...found.values()];
}

/** For each id the address that answers for it now, however often it was merged on. Ids of nobody are left out. */
export async function answeringAddresses(stores: Stores, ids: readonly string[]): Promise<Map<string, string>> {
  const chain = new Map((await answeringSoldiers(stores, ids)).map((soldier) => [soldier.id, soldier.mergedInto]));
  const answering = new Map<string, string>();
  for (const id of ids) {
    let at = id;
    // No longer than the chain is: two people merging at one moment may have made a ring.
    for (let step = 0; step < chain.size && chain.get(at); step += 1) at = chain.get(at) ?? at;
    if (chain.get(at) === null) answering.set(id, at);
  }
  return answering;
}

/** Everyone who was merged into one of these soldiers, by the address that he was merged into directly. */
async function mergedByTarget(stores: Stores, soldiers: readonly Soldier[]): Promise<Map<string, Soldier[]>> {
  const byTarget = new Map<string, Soldier[]>();
  let open = soldiers.map(({ id }) => id);
  while (open.length > 0) {
    const merged = await stores.soldiers.findMergedInto(open);
    for (const target of open) byTarget.set(target, []);
    for (const soldier of merged) byTarget.get(soldier.mergedInto ?? '')?.push(soldier);
    open = merged.flatMap(({ id }) => (byTarget.has(id) ? [] : [id]));
  }
  return byTarget;
}

/** The same at any distance, for one of them. Each once: two people merging at one moment may have made a ring. */
function allMergedInto(id: string, byTarget: ReadonlyMap<string, Soldier[]>): Soldier[] {
  const seen = new Set([id]);
  const all: Soldier[] = [];
  for (const target of seen) {
    for (const soldier of byTarget.get(target) ?? []) {
      if (seen.has(soldier.id)) continue;
      seen.add(soldier.id);
      all.push(soldier);
    }
  }
  return all;
}

async function families(stores: Stores, ids: readonly string[]): Promise<Family[]> {
  const soldiers = await answeringSoldiers(stores, ids);
  const byTarget = await mergedByTarget(stores, soldiers);
  const all = [...soldiers, ...[...byTarget.values()].flat()];
  const mentions = await stores.mentions.findBySoldierIds([...new Set(all.map(({ id }) => id))]);
  return soldiers.map((soldier) => {
    const merged = allMergedInto(soldier.id, byTarget);
    const addresses = new Set([soldier.id, ...merged.map(({ id }) => id)]);
    return { soldier, merged, mentions: mentions.filter((mention) => addresses.has(mention.soldierId)) };
  });
}

/** The mentions that speak for a soldier: his own and those of everyone merged into him. */
export async function mentionsOf(stores: Stores, soldier: Soldier): Promise<Mention[]> {
  const [family] = (await families(stores, [soldier.id])).filter((one) => one.soldier.id === soldier.id);
  return family?.mentions ?? [];
}

/** The same for many at once, by the address that answers for them. */
export async function mentionsByAnswering(stores: Stores, ids: readonly string[]): Promise<Map<string, Mention[]>> {
  const answering = (await families(stores, ids)).filter(({ soldier }) => soldier.mergedInto === null);
  return new Map(answering.map(({ soldier, mentions }) => [soldier.id, mentions]));
}

async function redrawBatch(stores: Stores, ids: string[], now: () => Date): Promise<Soldier[]> {
  let open = ids;
  const done = new Map<string, Soldier>();
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new AppError('conflict', 'These soldiers are being changed by others; try again');
    const pages = (await families(stores, open)).map((family) => drawn(family, now()));
    const beaten = new Set(await stores.soldiers.replaceMany(pages));
    for (const page of pages) if (!beaten.has(page.id)) done.set(page.id, page);
    open = [...beaten];
  }
  return [...done.values()];
}

/** Draws these soldiers again from their mentions, and whoever answers for them. Returns them as they are now. */
export async function redraw(stores: Stores, ids: readonly string[], now: () => Date): Promise<Soldier[]> {
  const unique = [...new Set(ids)];
  const pages: Soldier[] = [];
  for (let start = 0; start < unique.length; start += BATCH) {
    pages.push(...(await redrawBatch(stores, unique.slice(start, start + BATCH), now)));
  }
  return pages;
}
