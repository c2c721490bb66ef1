import type { Evidence } from '../domain/matching/candidate.ts';
import { rememberedCost, weighCandidates } from '../domain/matching/candidates-of.ts';
import { explain } from '../domain/matching/explain.ts';
import { scorePair } from '../domain/matching/score.ts';
import type { Mention } from '../domain/mention.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { drawForDesk, type SoldierSummary } from '../domain/soldier.ts';
import { AppError } from '../errors.ts';
import type { Reader, SoldierFinder } from './soldier-finder.ts';

/** A soldier as the desk lists him: those known from painful papers only too, which no public list has. */
export type KnownSoldier = {
  id: string;
  summary: SoldierSummary;
  /** How many papers speak of him, and whether one of them is for kin and the desk only. */
  papers: number;
  sensitive: boolean;
};

export type SoldierDeskService = {
  /** Whoever may be meant by a name, by the address of a memorial page, or by its id. Nearest first. */
  find(actor: Actor | null, asked: string): Promise<KnownSoldier[]>;
  /** What speaks for and against two soldiers being one man, each kind by itself. */
  compare(actor: Actor | null, pair: { id: string; otherId: string }): Promise<Evidence[]>;
  /** By the address that answers for each of these ids now. Ids of nobody are left out. */
  describe(soldierIds: readonly string[]): Promise<KnownSoldier[]>;
};

export type SoldierDeskDeps = {
  read: Reader;
  finder: SoldierFinder;
  /** The mentions of whoever answers for these addresses, by his address. */
  mentionsByAnswering: (soldierIds: string[]) => Promise<Map<string, Mention[]>>;
};

const SHOWN = 20;

const ADDRESS = /(?:\/soldiers\/|^)([a-z0-9][a-z0-9-]{9,63})\/?$/;

/** `https://…/kk/soldiers/ID`, or the id alone; a name has a capital letter, a space or is shorter. */
function idIn(asked: string): string | null {
  return ADDRESS.exec(asked.trim())?.[1] ?? null;
}

async function describe(deps: SoldierDeskDeps, soldierIds: readonly string[]): Promise<KnownSoldier[]> {
  const found = await deps.mentionsByAnswering([...soldierIds]);
  return [...found].map(([id, mentions]) => {
    const live = mentions.filter(({ state }) => state === 'live');
    const sensitive = live.some((mention) => mention.sensitive);
    return { id, summary: drawForDesk(live), papers: live.length, sensitive };
  });
}

async function byName(deps: SoldierDeskDeps, fullName: string): Promise<KnownSoldier[]> {
  const row = { fullName };
  const profiles = await deps.finder.profiles(await deps.finder.find(row));
  const pairs = weighCandidates(deps.read('', row), profiles, await deps.finder.tools());
  const ids = pairs.slice(0, SHOWN).map(({ soldierId }) => soldierId);
  const known = new Map((await describe(deps, ids)).map((soldier) => [soldier.id, soldier]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

async function compare(deps: SoldierDeskDeps, ids: [string, string]): Promise<Evidence[]> {
  const profiles = await deps.finder.profiles(ids);
  const [one, other] = ids.map((id) => profiles.find((profile) => profile.id === id));
  if (one === undefined || other === undefined) throw new AppError('not_found', 'There is no such soldier');
  const tools = { ...(await deps.finder.tools()), cost: rememberedCost() };
  return scorePair(one, other, tools).observations.map(explain);
}

/** Soldiers for whoever works on them: to be found, laid side by side, and told apart. */
export function createSoldierDeskService(deps: SoldierDeskDeps): SoldierDeskService {
  return {
    async find(actor, asked) {
      demand(actor, 'person.read_sensitive');
      const id = idIn(asked);
      const one = id === null ? [] : await describe(deps, [id]);
      return one.length > 0 ? one : byName(deps, asked);
    },
    async compare(actor, { id, otherId }) {
      demand(actor, 'person.read_sensitive');
      const [one] = await describe(deps, [id]);
      const [other] = await describe(deps, [otherId]);
      if (one === undefined || other === undefined) throw new AppError('not_found', 'There is no such soldier');
      if (one.id === other.id) {
        throw new AppError('conflict', 'The two addresses are one soldier already', {
          messageKey: 'soldier.already_so',
        });
      }
      return compare(deps, [one.id, other.id]);
    },
    describe: (soldierIds) => describe(deps, soldierIds),
  };
}
