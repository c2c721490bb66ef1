import type { HospitalFact } from '../domain/hospital.ts';
import { readHospital } from '../domain/hospital.ts';
import type { Soldier } from '../domain/soldier.ts';
import { AppError } from '../errors.ts';
import type { SoldierListStore } from '../soldiers/soldier-list-store.ts';

/** `here`: how many soldiers of this database have papers that name it. */
export type HospitalRow = { hospital: HospitalFact; here: number };

/** `people`: the first of them in the order of the alphabet. */
export type HospitalPage = HospitalRow & { people: Soldier[] };

export type HospitalService = {
  list(): Promise<HospitalRow[]>;
  /** @throws AppError `not_found` */
  get(id: string): Promise<HospitalPage>;
};

export type HospitalServiceDeps = { facts: readonly HospitalFact[]; soldiers: SoldierListStore };

const MOST_COUNTED = 100_000;
const FIRST_PEOPLE = 50;

/** Under which key papers name it: its id, or the number alone where one hospital stood in several houses. */
function tagsOf({ id, number }: HospitalFact): string[][] {
  const key = number === null ? null : readHospital(`ЭГ ${number.split('/')[0]}`)?.key;
  return [[...new Set([id, key ?? id])].map((one) => `hospital:${one}`)];
}

/** Evacuation hospitals in Kazakhstan. They are reference facts that come with the site, so nothing is stored. */
export function createHospitalService({ facts, soldiers }: HospitalServiceDeps): HospitalService {
  const count = (hospital: HospitalFact): Promise<number> =>
    // Without a number no paper can name it.
    hospital.number === null ? Promise.resolve(0) : soldiers.countByTags({ tags: tagsOf(hospital) }, MOST_COUNTED);
  return {
    list: () => Promise.all(facts.map(async (hospital) => ({ hospital, here: await count(hospital) }))),
    async get(id) {
      const hospital = facts.find((one) => one.id === id);
      if (hospital === undefined) throw new AppError('not_found', 'There is no such hospital');
      const found = await soldiers.findByTags({ tags: tagsOf(hospital), limit: FIRST_PEOPLE });
      return { hospital, here: await count(hospital), people: found.soldiers };
    },
  };
}
