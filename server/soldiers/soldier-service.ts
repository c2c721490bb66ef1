import type { BurialSite } from '../domain/known-burial-site.ts';
import type { Mention } from '../domain/mention.ts';
import { type Actor, may } from '../domain/roles.ts';
import type { Soldier } from '../domain/soldier.ts';
import { AppError } from '../errors.ts';
import type { KeptFile } from '../files/file-service.ts';
import type { MentionStore } from './mention-store.ts';
import { answeringSoldiers, mentionsOf } from './soldier-drawing.ts';
import type { SoldierStore } from './soldier-store.ts';

/** Whoever reads: a visitor is null. `kinOf`: the soldiers whose confirmed relative the reader is, by her status code. */
export type Reader = { actor: Actor | null; kinOf?: readonly string[] };

export type SoldierPage = {
  soldier: Soldier;
  /** Only those this reader may see. */
  mentions: Mention[];
  /** The reader sees sensitive papers too, and what may name living people. */
  full: boolean;
  /** Scans of partners' papers, which may name the family: for the desk only. */
  scans: KeptFile[];
  /** Burial sites that a paper may mean, where it means none for sure: for the desk, whose people can look closer. */
  possibleSites: PossibleSite[];
};

export type PossibleSite = { mentionId: string; site: BurialSite };

export type FoundPage = { kind: 'page'; page: SoldierPage } | { kind: 'moved'; to: string };

export type SoldierService = {
  /**
   * The page of an address, or where it moved to.
   * @throws AppError `not_found` when nobody has it or the reader may not know of him, `gone` when his last mention was withdrawn
   */
  getPage(id: string, reader: Reader): Promise<FoundPage>;
  /** Soldiers by their ids, for those who may not see more than a visitor. Missing ones are left out. */
  findPublic(ids: string[]): Promise<Soldier[]>;
};

const RECORD_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

export type SoldierServiceDeps = {
  soldiers: SoldierStore;
  mentions: MentionStore;
  /** The scans that lie beside these mentions. */
  scansOf(mentionIds: string[]): Promise<KeptFile[]>;
  possibleSites(mentions: readonly Mention[]): Promise<PossibleSite[]>;
};

const unknown = (): AppError => new AppError('not_found', 'There is no soldier at this address');

function seesAll(reader: Reader, soldierId: string): boolean {
  const { actor, kinOf = [] } = reader;
  return actor !== null && actor.role !== 'relative' ? may(actor, 'person.read_sensitive') : kinOf.includes(soldierId);
}

/** Who answers at an address. `alone`: nobody was merged into him, as with nearly all, so his own mentions are all there are. */
type Answering = { soldier: Soldier; alone: boolean };

async function findAnswering(deps: SoldierServiceDeps, id: string): Promise<Answering | null> {
  const around = await deps.soldiers.findWithMerged(id);
  const own = around.find((soldier) => soldier.id === id);
  if (own === undefined) return null;
  if (own.mergedInto === null) return { soldier: own, alone: around.length === 1 };
  const chain = await answeringSoldiers(deps, [own.mergedInto]);
  const soldier = chain.find(({ mergedInto }) => mergedInto === null);
  return soldier === undefined ? null : { soldier, alone: false };
}

async function pageOf(deps: SoldierServiceDeps, { soldier, alone }: Answering, reader: Reader): Promise<SoldierPage> {
  const full = seesAll(reader, soldier.id);
  // Known from sensitive papers only: for everybody else he is as one who is not there, not as one who is hidden.
  if (soldier.restricted && !full) throw unknown();
  const mentions = alone ? await deps.mentions.findBySoldierIds([soldier.id]) : await mentionsOf(deps, soldier);
  const live = mentions.filter((mention) => mention.state === 'live');
  const shown = full ? live : live.filter((mention) => !mention.sensitive);
  const seen = { soldier, full, mentions: shown };
  if (!may(reader.actor, 'request.read')) return { ...seen, scans: [], possibleSites: [] };
  const scans = await deps.scansOf(shown.map(({ id }) => id));
  return { ...seen, scans, possibleSites: await deps.possibleSites(shown) };
}

/** Reading soldiers: who may see what of whom. */
export function createSoldierService(deps: SoldierServiceDeps): SoldierService {
  return {
    async getPage(id, reader) {
      if (!RECORD_ID.test(id)) throw unknown();
      const found = await findAnswering(deps, id);
      if (found === null) throw unknown();
      const answering = found.soldier;
      const kin = reader.kinOf?.includes(id) === true;
      if (answering.id !== id && (kin || !answering.restricted || seesAll(reader, answering.id))) {
        return { kind: 'moved', to: answering.id };
      }
      if (answering.state === 'withdrawn') {
        throw new AppError('gone', 'The documents this page rested on were withdrawn', {
          messageKey: 'soldier.withdrawn',
        });
      }
      return { kind: 'page', page: await pageOf(deps, found, reader) };
    },
    async findPublic(ids) {
      const found = await deps.soldiers.findByIds(ids);
      return found.filter((soldier) => soldier.state === 'live' && !soldier.restricted);
    },
  };
}
