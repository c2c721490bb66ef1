import { type DivisionFact, type DivisionKey, type Divisions, keysOfDivision } from '../domain/division.ts';
import type { Soldier } from '../domain/soldier.ts';
import { parseUnit } from '../domain/unit.ts';
import { AppError } from '../errors.ts';
import type { SoldierListStore } from '../soldiers/soldier-list-store.ts';

/** `here`: how many soldiers of this database served in it, under any of its numbers or in its regiments. */
export type DivisionRow = { division: DivisionFact; here: number };

/** `people`: the first of them in the order of the alphabet. */
export type DivisionPage = DivisionRow & { keys: DivisionKey[]; people: Soldier[] };

export type DivisionService = {
  list(): Promise<DivisionRow[]>;
  /** @throws AppError `not_found` */
  get(id: string): Promise<DivisionPage>;
  /** The division a soldier of these units served in, by the day of his papers; null when none or several fit. */
  ofUnits(unitKeys: readonly string[], day: string | null): DivisionFact | null;
  /** All unit keys under which papers may name it, and those of its regiments; null when there is no such division. */
  unitKeys(id: string): string[] | null;
};

export type DivisionServiceDeps = { facts: readonly DivisionFact[]; divisions: Divisions; soldiers: SoldierListStore };

const MOST_COUNTED = 100_000;
const FIRST_PEOPLE = 20;

function allKeys(division: DivisionFact): string[] {
  const regiments = (division.subordinate ?? []).flatMap((name) => parseUnit(name).regiment?.key ?? []);
  return [...new Set([...keysOfDivision(division).map(({ key }) => key), ...regiments])];
}

/** Divisions and brigades formed in Kazakhstan. They are reference facts that come with the site, so nothing is stored. */
export function createDivisionService({ facts, divisions, soldiers }: DivisionServiceDeps): DivisionService {
  const tagsOf = (division: DivisionFact) => [allKeys(division).map((key) => `unit:${key}`)];
  const count = (division: DivisionFact): Promise<number> =>
    soldiers.countByTags({ tags: tagsOf(division) }, MOST_COUNTED);
  return {
    list: () => Promise.all(facts.map(async (division) => ({ division, here: await count(division) }))),
    async get(id) {
      const division = divisions.byId(id);
      if (division === null) throw new AppError('not_found', 'There is no such division');
      const [here, first] = await Promise.all([
        count(division),
        soldiers.findByTags({ tags: tagsOf(division), limit: FIRST_PEOPLE }),
      ]);
      return { division, here, keys: keysOfDivision(division), people: first.soldiers };
    },
    ofUnits(unitKeys, day) {
      const fitting = divisions.ofKeys(unitKeys, day).filter((match) => match.fitsDate);
      // Named itself goes before known by a regiment; two of one kind leave it open.
      const named = fitting.filter((match) => match.by === 'number');
      const ids = [...new Set((named.length > 0 ? named : fitting).map((match) => match.divisionId))];
      return ids.length === 1 && ids[0] !== undefined ? divisions.byId(ids[0]) : null;
    },
    unitKeys(id) {
      const division = divisions.byId(id);
      return division === null ? null : allKeys(division);
    },
  };
}
