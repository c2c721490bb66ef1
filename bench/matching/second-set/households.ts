import { loadPlaces } from '../../../seed/facts.ts';
import type { Random } from '../random.ts';
import { type People, type Stock, WOMEN } from './stock.ts';

/**
 * The men of the second set come by households: a grandfather, his one to three sons, their sons. Assumptions, each a
 * number below. Kazakh surnames follow one of three customs, by household: the grandfather's name, the father's name
 * (then father and son bear different surnames), an ancestor's name that half the village shares. A son is called after
 * a dead uncle or cousin now and then, so one village has two men of one name, near in age.
 */
export type Home = {
  kind: 'village' | 'numbered_aul' | 'kolkhoz' | 'town';
  name: string;
  /** As papers of the time and as families of today write it. */
  rayon: { wartime: string; today: string };
  oblast: { wartime: string; today: string };
};

export type Fellow = {
  id: number;
  people: People;
  surname: string;
  given: string;
  father: string;
  grandfather: string;
  born: { year: number; month: number; day: number };
  home: Home;
  mother: string;
  wife: string | null;
};

const VILLAGE_WORDS = (
  'Аккудук Жылтыр Сарыбулак Коктобе Каргалы Бесагаш Шубарши Талдысай Караоткель Алгабас Ынтымак Коктал Акжар Кызылжар Жанаталап ' +
  'Кенесары Сарыкамыс Тасоткель Узынкол Теренозек Каракемер Жосалы Шалкар Кумсай Айдарлы Бозой Родниковка Степановка Вознесенка ' +
  'Казанка Полтавка Благодатное Троебратное Подгорное Константиновка Трудовое Ольгинка Гавриловка'
).split(' ');
const KOLKHOZ = (
  'Калинина Сталина Кирова Ворошилова Ленина Буденного Красный_Октябрь Жана_Турмыс Кзыл_Ту Енбек Коминтерн Путь_Ленина Социализм ' +
  'Каганович Молотова Победа Первое_Мая'
)
  .split(' ')
  .map((name) => name.replace('_', ' '));
const TOWNS = 'Алма-Ата Караганда Семипалатинск Петропавловск Актюбинск Гурьев Джамбул Чимкент Уральск Кустанай'.split(
  ' ',
);

type Rayon = Pick<Home, 'rayon' | 'oblast'>;

const plain = (name: string | undefined): string => (name ?? '').replace(/\s*[(/].*/u, '').trim();

/** Rayons of the war with their oblast, from the reference facts: names in Russian of the time and in Kazakh of today. */
function rayons(): Rayon[] {
  const places = loadPlaces();
  const oblasts = places.filter((place) => place.type === 'oblast');
  return places.flatMap((place): Rayon[] => {
    const wartime = plain(place.oblast_then ?? '');
    const oblast = oblasts.find(({ names }) => names.ru.some((name) => plain(name) === `${wartime} область`));
    const rayon = plain(place.names.ru[0]).replace(/ район$/u, '');
    if (place.type !== 'rayon' || oblast === undefined || rayon === '') return [];
    const today = plain(place.names.kk[0] ?? place.names.ru[0]);
    return [{ rayon: { wartime: rayon, today }, oblast: { wartime, today: plain(oblast.names.kk.at(-1)) } }];
  });
}

function newHome(places: readonly Rayon[], random: Random): Home {
  const kind = random.weighted({ village: 50, numbered_aul: 18, kolkhoz: 24, town: 8 });
  const name = {
    village: random.pick(VILLAGE_WORDS),
    numbered_aul: String(random.between(1, 14)),
    kolkhoz: random.pick(KOLKHOZ),
    town: random.pick(TOWNS),
  }[kind];
  return { kind, name, ...random.pick(places) };
}

const MONTHS = 12;

/** Nobody wrote births down: a third of the days are the first of a month. */
function born(year: number, random: Random): Fellow['born'] {
  return { year, month: random.between(1, MONTHS), day: random.chance(0.33) ? 1 : random.between(1, 28) };
}

const FIRST_YEAR = 1894;
const LAST_YEAR = 1926;
const ofAge = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** Дүйсебай gives Дүйсебаев, Нұрғали Нұрғалиев, Қасым Қасымов. */
export function surnameOf(name: string): string {
  const stem = name.replace(/[йья]$/u, '');
  return `${stem}${stem !== name || /[иіеэаәыоөуүұ]$/u.test(name) ? 'ев' : 'ов'}`;
}

type Household = { people: People; home: Home; clan: string; stock: Stock; random: Random };
type Father = { name: string; father: string; surname: string; bornIn: number; dead: string[] };

function surnameByCustom(custom: string, { clan, people }: Household, father: Father): string {
  if (people !== 'kazakh') return father.surname;
  if (custom === 'clan') return clan;
  return surnameOf(custom === 'father' ? father.name : father.father);
}

/** Brothers do not bear one name; cousins may, when both are called after the same dead uncle. */
function newName({ dead }: Father, taken: Set<string>, { random, stock, people }: Household): string {
  let name = dead.length > 0 && random.chance(0.12) ? random.pick(dead) : stock.given(people);
  while (taken.has(name)) name = stock.given(people);
  taken.add(name);
  return name;
}

function sonsOf(father: Father, custom: string, house: Household): { fellow: Omit<Fellow, 'id'>; as: Father }[] {
  const { random, people } = house;
  const mother = random.pick(WOMEN);
  const surname = surnameByCustom(custom, house, father);
  let year = father.bornIn + random.between(20, 27);
  const taken = new Set<string>();
  return Array.from({ length: Number(random.weighted({ '0': 10, '1': 38, '2': 28, '3': 16, '4': 8 })) }, () => {
    year += random.between(1, 5);
    const given = newName(father, taken, house);
    const wife = random.chance(0.5) ? random.pick(WOMEN) : null;
    const fellow = { people, surname, given, father: father.name, grandfather: father.father, mother, wife };
    return {
      fellow: { ...fellow, born: born(year, random), home: house.home },
      as: { name: given, father: father.name, surname, bornIn: year, dead: father.dead },
    };
  });
}

/** All men of war age of one household: brothers, cousins, fathers and sons. */
function household(house: Household): Omit<Fellow, 'id'>[] {
  const { people, random, stock } = house;
  const custom = random.weighted({ grandfather: 40, father: 35, clan: 25 });
  const surname = people === 'kazakh' ? '' : stock.surname(people);
  const head = {
    name: stock.given(people),
    father: stock.given(people),
    surname,
    bornIn: random.between(1852, 1902),
    dead: [stock.given(people), stock.given(people)],
  };
  const sons = sonsOf(head, custom, house);
  const grandsons = sons.flatMap(({ as }) => sonsOf(as, custom, house));
  return [...sons, ...grandsons].map(({ fellow }) => fellow).filter((fellow) => ofAge(fellow.born.year));
}

/** `count` men in villages of two to sixty households. */
export function fellows(count: number, stock: Stock, random: Random): Fellow[] {
  const places = rayons();
  const men: Fellow[] = [];
  while (men.length < count) {
    const home = newHome(places, random);
    const main: People = random.weighted({ kazakh: 60, slavic: 32, tatar: 4, german: 4 });
    const clans = [surnameOf(stock.given('kazakh')), surnameOf(stock.given('kazakh'))];
    const households = home.kind === 'town' ? 60 : Math.ceil(60 ** random.next());
    for (let made = 0; made < households; made += 1) {
      const people = random.chance(0.85) ? main : random.weighted({ kazakh: 50, slavic: 40, tatar: 5, german: 5 });
      for (const fellow of household({ people, home, clan: random.pick(clans), stock, random }))
        men.push({ ...fellow, id: men.length });
    }
  }
  return men.slice(0, count);
}
