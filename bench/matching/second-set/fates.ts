import type { Random } from '../random.ts';
import type { Fellow } from './households.ts';

/** What befell a man of the second set. */
export type Fate = {
  what: 'killed' | 'wounds' | 'missing' | 'camp' | 'illness';
  year: number;
  month: number;
  day: number;
  division: number;
  regiment: number;
  place: string;
  camp: string;
  tag: number;
  rank: string;
};

const BATTLES = (
  'Новгородская_обл.,_Демянский_р-н,_д._Коровкино Калининская_обл.,_Ржевский_р-н,_д._Полунино г._Сталинград Курская_обл.,_с._Прохоровка ' +
  'Ленинградская_обл.,_ст._Погостье Смоленская_обл.,_д._Плоское Харьковская_обл.,_с._Лозовая Польша,_г._Познань Венгрия,_оз._Балатон ' +
  'Латвия,_Добельский_уезд Белоруссия,_Витебская_обл. Восточная_Пруссия Орловская_обл.,_д._Вяжи Крым,_г._Керчь'
)
  .split(' ')
  .map((place) => place.replaceAll('_', ' '));
const CAMPS = [
  'Шталаг 318',
  'Stalag VIII B',
  'Stalag III A',
  'Шталаг X B',
  'Офлаг 62',
  'Stalag 342',
  'Дулаг 184',
  'Stalag I A',
];
const RANKS = {
  рядовой: 9,
  красноармеец: 9,
  'гв. красноармеец': 1,
  ефрейтор: 1,
  'мл. сержант': 2,
  сержант: 3,
  'ст. сержант': 1,
  'мл. лейтенант': 1,
  лейтенант: 1,
};

export function fateOf(man: Fellow, random: Random): Fate {
  const division = random.between(3, 420);
  return {
    what: random.weighted({ killed: 34, missing: 38, wounds: 9, camp: 14, illness: 5 }),
    year: Math.max(
      man.born.year + 18,
      Number(random.weighted({ '1941': 3, '1942': 5, '1943': 4, '1944': 2, '1945': 1 })),
    ),
    month: random.between(1, 12),
    day: random.between(1, 28),
    division,
    regiment: random.between(2, 1350),
    place: random.pick(BATTLES),
    camp: random.pick(CAMPS),
    tag: random.between(300, 250_000),
    rank: random.weighted(RANKS),
  };
}
