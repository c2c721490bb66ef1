import { type DivisionFact, type DivisionKey, type Divisions, keysOfDivision } from '../domain/division.ts';
import { parseUnit } from '../domain/unit.ts';
import { AppError } from '../errors.ts';
import type { SoldierListStore } from '../soldiers/soldier-list-store.ts';

/** `here`: how many soldiers of this database served in it, under any of its numbers or in its regiments. */
export type DivisionRow = { division: DivisionFact; here: number };

export type DivisionPage = DivisionRow & { keys: DivisionKey[] };

export type DivisionService = {
  list(): Promise<DivisionRow[]>;
  /** @throws AppError `not_found` */
  get(id: string): Promise<DivisionPage>;
  /** All unit keys under which papers may name it, and those of its regiments; null when there is no such division. */
  unitKeys(id: string): string[] | null;
};

export type DivisionServiceDeps = { facts: readonly DivisionFact[]; divisions: Divisions; soldiers: SoldierListStore };

const MOST_COUNTED = 100_000;

function allKeys(division: DivisionFact): string[] {
  const regiments = (division.subordinate ?? []).flatMap((name) => parseUnit(name).regiment?.key ?? []);
  return [...new Set([...keysOfDivision(division).map(({ key }) => key), ...regiments])];
}

/** Divisions and brigades formed in Kazakhstan. They are reference facts that come with the site, so nothing is stored. */
export function createDivisionService({ facts, divisions, soldiers }: DivisionServiceDeps): DivisionService {
  const count = (division: DivisionFact): Promise<number> =>
    soldiers.countByTags({ tags: [allKeys(division).map((key) => `unit:${key}`)] }, MOST_COUNTED);
  return {
    list: () => Promise.all(facts.map(async (division) => ({ division, here: await count(division) }))),
    async get(id) {
      const division = divisions.byId(id);
      if (division === null) throw new AppError('not_found', 'There is no such division');
      return { division, here: await count(division), keys: keysOfDivision(division) };
    },
    unitKeys(id) {
      const division = divisions.byId(id);
      return division === null ? null : allKeys(division);
    },
  };
}
