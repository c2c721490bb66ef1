import { kazakhSurname, type NameStock, nameStock, slavicPatronymic } from './name-stock.ts';
import type { Random } from './random.ts';

/**
 * The invented men. Assumptions, each a number below:
 * villages hold 8 to 260 soldiers, a quarter of the men of a Kazakh village share one of four clan surnames,
 * three men in ten have a brother at the front, one in eight a father or son, one in twenty has a man of his own
 * surname and given name in the village.
 */
export type Village = { name: string; rayon: string; oblast: string; kazakh: boolean; clans: string[] };
export type Man = {
  id: number;
  kazakh: boolean;
  surname: string;
  given: string;
  father: string;
  born: { year: number; month: number; day: number };
  village: Village;
  wife: string | null;
  mother: string;
};

/** Rayons of the war years under their oblast. */
const RAYONS: ReadonlyArray<{ oblast: string; rayon: string }> = (
  'Алма-Атинская=Энбекши-Казахский,Джамбулский,Каскеленский,Кегенский,Талгарский,Нарынкольский ' +
  'Актюбинская=Хобдинский,Мартукский,Степной Семипалатинская=Аягузский,Абайский,Жарминский,Чарский,Урджарский ' +
  'Восточно-Казахстанская=Таврический,Самарский,Зайсанский Гурьевская=Денгизский,Баксайский ' +
  'Джамбулская=Меркенский,Свердловский,Чуйский,Таласский Западно-Казахстанская=Чингирлауский,Теректинский ' +
  'Карагандинская=Нуринский,Каркаралинский,Шетский Кзыл-Ординская=Аральский,Казалинский,Яныкурганский ' +
  'Кустанайская=Семиозерный,Затобольский,Убаганский Павлодарская=Баянаульский,Майский,Лебяжинский ' +
  'Северо-Казахстанская=Пресновский,Мамлютский,Булаевский,Октябрьский ' +
  'Южно-Казахстанская=Сайрамский,Туркестанский,Арысский,Сузакский Акмолинская=Вишневский,Эркеншиликский,Кургальджинский'
)
  .split(' ')
  .flatMap((line) => {
    const [oblast = '', rayons = ''] = line.split('=');
    return rayons.split(',').map((rayon) => ({ oblast, rayon }));
  });
const PLACE_FIRST = 'Кара Ак Кзыл Кок Сары Жана Ески Бес Уш Кос Тас Кум Ащы Тущы Узун Кен Шилик Терек Май Алтын'.split(
  ' ',
);
const PLACE_SECOND = 'су тобе булак кудук сай агаш тал тогай коль жар оба кемер шокы бастау ой дала рык копа'.split(
  ' ',
);
const RUSSIAN_PLACE = 'Ново Красно Старо Верхне Нижне Мало Больше Петро'
  .split(' ')
  .flatMap((first) =>
    'ивановка михайловка покровка андреевка троицкое яровка поповка речка каменка донецкое'
      .split(' ')
      .map((x) => first + x),
  );
const WOMEN = 'Айша Фатима Зейнеп Бибі Күлән Рабиға Қатипа Шәрипа Нұрила Мария Анна Прасковья Евдокия Анастасия'.split(
  ' ',
);

function villages(count: number, stock: NameStock, random: Random): Village[] {
  return Array.from({ length: count }, () => {
    const kazakh = random.chance(0.62);
    return {
      kazakh,
      name: kazakh ? random.pick(PLACE_FIRST) + random.pick(PLACE_SECOND) : random.pick(RUSSIAN_PLACE),
      ...random.pick(RAYONS),
      clans: Array.from({ length: 4 }, () => (kazakh ? kazakhSurname(stock.kazakhAncestor()) : stock.slavicSurname())),
    };
  });
}

function birthDay(random: Random, year: number): Man['born'] {
  return { year, month: random.between(1, 12), day: random.between(1, 28) };
}

/** One man of this village with no kin yet. */
function settler(village: Village, stock: NameStock, random: Random): Omit<Man, 'id'> {
  const kazakh = random.chance(village.kazakh ? 0.92 : 0.12);
  const given = (): string => (kazakh ? stock.kazakhGiven() : stock.slavicGiven());
  const father = given();
  const own = kazakh ? kazakhSurname(random.chance(0.3) ? father : stock.kazakhAncestor()) : stock.slavicSurname();
  const year = random.chance(0.75) ? random.between(1908, 1925) : random.between(1893, 1926);
  return {
    kazakh,
    surname: kazakh === village.kazakh && random.chance(0.25) ? random.pick(village.clans) : own,
    given: given(),
    father,
    born: birthDay(random, year),
    village,
    wife: random.chance(0.6) ? random.pick(WOMEN) : null,
    mother: random.pick(WOMEN),
  };
}

/** Brother, son and namesake of a man, each by its chance. */
function kinOf(man: Omit<Man, 'id'>, stock: NameStock, random: Random): Array<Omit<Man, 'id'>> {
  const given = (): string => (man.kazakh ? stock.kazakhGiven() : stock.slavicGiven());
  const kin: Array<Omit<Man, 'id'>> = [];
  while (kin.length < 3 && random.chance(0.22)) {
    const year = man.born.year + random.pick([-9, -7, -5, -4, -3, -2, 2, 3, 4, 5, 6, 8, 11]);
    kin.push({ ...man, given: given(), born: birthDay(random, year), wife: random.pick(WOMEN) });
  }
  if (man.born.year < 1903 && random.chance(0.5)) {
    const son = { ...man, given: given(), father: man.given, mother: man.wife ?? man.mother, wife: null };
    kin.push({ ...son, born: birthDay(random, Math.min(1926, man.born.year + random.between(19, 30))) });
  }
  if (random.chance(0.05)) {
    kin.push({
      ...man,
      father: given(),
      born: birthDay(random, random.between(1900, 1925)),
      mother: random.pick(WOMEN),
    });
  }
  return kin;
}

/** `count` men; the same seed gives the same men. */
export function population(count: number, random: Random): Man[] {
  const stock = nameStock(random);
  const places = villages(Math.max(8, Math.round(count / 55)), stock, random);
  const men: Man[] = [];
  while (men.length < count) {
    // The square makes some villages large and many small.
    const village = places[Math.floor(random.next() ** 1.6 * places.length)];
    if (village === undefined) throw new Error('No village');
    const first = settler(village, stock, random);
    for (const man of [first, ...kinOf(first, stock, random)]) men.push({ ...man, id: men.length });
  }
  return men.slice(0, count);
}

export function patronymicOf(man: Man, hand: 'kazakh' | 'russian'): string {
  if (!man.kazakh) return slavicPatronymic(man.father);
  return hand === 'kazakh' ? `${man.father}ұлы` : slavicPatronymic(man.father);
}
