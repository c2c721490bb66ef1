import type { Random } from './random.ts';

/** What befell one man in the war; his papers tell parts of it. */
export type Service = {
  division: number;
  regiment: number;
  rank: string;
  fate: 'killed' | 'wounds' | 'missing' | 'captivity';
  year: number;
  month: number;
  place: string;
  camp: string;
  tag: number;
  hospital: number;
};

export const DIVISIONS = [
  8, 27, 29, 38, 72, 73, 100, 101, 151, 310, 312, 314, 316, 387, 391, 405, 52, 64, 90, 112, 225, 258, 282,
];
const RANKS = {
  красноармеец: 12,
  рядовой: 6,
  ефрейтор: 1,
  сержант: 3,
  'мл. сержант': 2,
  'ст. сержант': 1,
  лейтенант: 1,
  старшина: 0.5,
};
export const PLACES =
  'Ржев Сталинград Харьков Демянск Великие_Луки Корсунь Витебск Кенигсберг Познань Будапешт Берлин Старая_Русса Изюм Днепропетровск'
    .split(' ')
    .map((name) => name.replace('_', ' '));
export const CAMPS = [
  'Шталаг IV B',
  'Stalag VI K',
  'Шталаг 326',
  'Stalag XI B',
  'Stalag 304',
  'Шталаг 352',
  'Stalag II B',
  'Stalag VIII F',
];

export function service(random: Random): Service {
  const division = random.pick(DIVISIONS);
  return {
    division,
    regiment: 1000 + division * 3 + random.between(0, 2),
    rank: random.weighted(RANKS),
    fate: random.weighted({ killed: 40, wounds: 12, missing: 33, captivity: 15 }),
    year: random.weighted({ '1941': 2, '1942': 4, '1943': 3, '1944': 2, '1945': 1 }) as unknown as number,
    month: random.between(1, 12),
    place: random.pick(PLACES),
    camp: random.pick(CAMPS),
    tag: random.between(1000, 160000),
    hospital: random.between(900, 5600),
  };
}
