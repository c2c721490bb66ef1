import type { Random } from './random.ts';

/**
 * Invented name stock. Kazakh names are put together from a first and a second element as real ones are, which gives
 * some 2,500 given names; common ones are drawn far more often (a share r of names by rank ~ 1/r).
 */
const FIRST = (
  'Нұр Қайыр Бек Жан Сейт Құрман Ораз Мырза Тоқ Есен Аман Бай Жұма Дүйсен Сәрсен Бейсен Сағын Төле Тілеу Ер Ай Күн ' +
  'Ақ Қара Алт Темір Болат Байыр Бақыт Берді Қожа Әбді Әбен Ысқақ Ілияс Жақып Жүсіп Мұхамбет Ахмет Ибраһим Омар Оспан ' +
  'Әли Қасым Хамза Мұса Сүлеймен Смағұл Сәду Рахым Кәрім Ғали Ғабит Мұқан Шәкір Шоқан Шора Кенже Кен Қаз Жол Жар Өтеп ' +
  'Өмір Үсен Тұр Тұрсын Рыс Сар Саты Көше Құл Құнан Қазы Балта Дос Дәу Досым Айт Жаңа Бөле Ит Түйе Шал Сыз'
).split(' ');
const SECOND = (
  'бек бай жан хан ғали ғазы мұхамбет хамет құл тай еке кен сын ша ман дос мұрат болат бол бол дық бол жар ғара ' +
  'баев ан ақын алы әлі ор ыр ыс еш аш ым ет тор пан қан дан ты ды'
)
  .split(' ')
  .filter((part) => part !== 'баев');

const SLAVIC_GIVEN = (
  'Иван Николай Александр Василий Михаил Алексей Петр Павел Григорий Андрей Федор Степан Дмитрий Сергей Семен Яков ' +
  'Егор Максим Илья Кузьма Тимофей Владимир Константин Афанасий Антон Прокофий Захар Гавриил Никита Филипп Лука ' +
  'Трофим Матвей Иосиф Данил Ефим Игнат Кирилл Макар Герасим Емельян Архип Лаврентий Савелий Демьян Тихон Евгений Виктор ' +
  'Леонид Анатолий Борис Георгий Роман Пантелей Терентий Фома Осип Мирон Назар Поликарп Родион Сидор Устин Харитон'
).split(' ');
const SLAVIC_ROOT = (
  'Кузнец Поп Волк Медвед Коз Лебед Сокол Ворон Голуб Орл Зайц Комар Жук Син Бел Черн Крас Рыж Сед Кос Кривон Горбун ' +
  'Мельник Гончар Бондар Коваль Ткач Шевч Плотник Столяр Рыбак Пастух Казак Солдат Мороз Снег Ветр Дубров Берез Осин Калин ' +
  'Рябин Сос Ел Тараc Панас Панк Стец Гриц Мус Дем Иван Петр Сидор Фед Никол Михайл Степан Андре Григор Яковл Павл Алекс ' +
  'Зим Лет Весн Полев Лугов Озер Реч Мост Заруб Подгор Нагор Залес Приход Бур Бар Буд Вас Вис Гал Гор Дан Дол Жар Зуб Кал Кар'
).split(' ');
/** Surnames made of two words (Белоусов, Сухоруков): most of the many that few families bear. */
const SLAVIC_OF_TWO = 'Бело Черно Красно Криво Долго Сухо Старо Ново Добро Мало Голо'
  .split(' ')
  .flatMap((first) => 'ус бород нос рук ног глаз шап пол лес гор мост нож'.split(' ').map((second) => first + second));
const SLAVIC_TAIL = 'ов ев ин ков кин енко ук ский цов нов иков ичев ушкин ейкин анов ченко'.split(' ');

/** Draws by rank: the first of a list about as often as the next three together. */
function common<T>(list: readonly T[], random: Random): T {
  const rank = Math.floor(list.length ** random.next()) - 1;
  const item = list[Math.min(Math.max(rank, 0), list.length - 1)];
  if (item === undefined) throw new Error('Empty name list');
  return item;
}

/** Every Kazakh given name of the stock in an order that only the seed decides: its place is how common it is. */
export function kazakhNames(random: Random): string[] {
  const names = new Set<string>();
  for (const first of FIRST) {
    if (first.length > 4) names.add(first);
    for (const second of SECOND) names.add(first + second);
  }
  return [...names]
    .map((name) => ({ name, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map((x) => x.name);
}

export function slavicSurnames(random: Random): string[] {
  const names = [...SLAVIC_ROOT, ...SLAVIC_OF_TWO].flatMap((root) => SLAVIC_TAIL.map((tail) => root + tail));
  return names
    .map((name) => ({ name, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map((x) => x.name);
}

export type NameStock = {
  kazakhGiven(): string;
  /** The ancestor whose name became the surname of his house. */
  kazakhAncestor(): string;
  slavicGiven(): string;
  slavicSurname(): string;
};

export function nameStock(random: Random): NameStock {
  const kazakh = kazakhNames(random);
  const surnames = slavicSurnames(random);
  return {
    // Half by rank, half evenly: a few names everywhere, and a long tail of rare ones.
    kazakhGiven: () => (random.chance(0.5) ? common(kazakh, random) : random.pick(kazakh)),
    // Surnames are much more various: in Kazakhstan the 33 commonest are borne by 4.9 people in a hundred (Ministry of Justice, 2014),
    // two strangers share theirs twice in ten thousand (Ukraine, whole population); here 6 in a hundred and four times.
    kazakhAncestor: () => (random.chance(0.1) ? common(kazakh, random) : random.pick(kazakh)),
    slavicGiven: () => common(SLAVIC_GIVEN, random),
    slavicSurname: () => (random.chance(0.1) ? common(surnames, random) : random.pick(surnames)),
  };
}

/** Kazakh surname from an ancestor's name: Қайырбек gives Қайырбеков. */
export function kazakhSurname(ancestor: string): string {
  return ancestor + (/[йиіьеэ]$/.test(ancestor) ? 'ев' : /[аәыоөуүұя]$/.test(ancestor) ? 'ев' : 'ов');
}

/** Slavic patronymic as Soviet papers form it. */
export function slavicPatronymic(father: string): string {
  if (father.endsWith('ий')) return `${father.slice(0, -2)}ьевич`;
  if (father.endsWith('й')) return `${father.slice(0, -1)}евич`;
  if (father.endsWith('ь')) return `${father.slice(0, -1)}евич`;
  if (father === 'Илья' || father === 'Кузьма' || father === 'Фома' || father === 'Лука' || father === 'Никита')
    return `${father.slice(0, -1)}ич`;
  return father.endsWith('а') ? `${father.slice(0, -1)}ович` : `${father}ович`;
}
