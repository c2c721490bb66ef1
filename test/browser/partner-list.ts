import iconv from 'iconv-lite';

/** The man whom the relative looks for, as the partner's clerk wrote him: nowhere else in the demo. */
export const KNOWN_MAN = {
  familyName: 'Жаксыбеков',
  givenName: 'Ерболат',
  patronymic: 'Сагандыкович',
  birthDate: '__.__.1915',
  birthPlace: 'Карагандинская обл., Каркаралинский р-н',
  rank: 'красноармеец',
  fate: 'погиб в плену',
  fateDate: '14.02.1943',
  burialSite: 'Братское кладбище Ясная Поляна',
  burialCountry: 'Германия',
  grave: 'участок 12, ряд 5',
} as const;

const HEADER = [
  '№ п/п',
  'Фамилия',
  'Имя',
  'Отчество',
  'Дата рождения',
  'Место рождения',
  'Звание',
  'Причина выбытия',
  'Дата выбытия',
  'Место захоронения',
  'Страна захоронения',
  'Могила',
];

const FAMILY = [
  'Ахметов',
  'Сулейменов',
  'Иванов',
  'Омаров',
  'Петренко',
  'Калиев',
  'Жаксыбеков',
  'Ким',
  'Абдрахманов',
  'Сидоров',
  'Нурпеисов',
  'Оспанов',
];
const GIVEN = [
  'Иван',
  'Серик',
  'Абдулла',
  'Пётр',
  'Касым',
  'Хамит',
  'Николай',
  'Токтар',
  'Василий',
  'Жумабек',
  'Рахим',
];
const FATHER = ['Иванович', 'Сериков', 'Абдуллаевич', 'Петрович', 'Касымович', 'Ахметович', 'Николаевич', 'Оспанович'];
const BIRTH = [
  '1913',
  '__.__.1908',
  '12.05.1919',
  '28 лет',
  '00.00.1920',
  '7.3.1911',
  '1905 г.',
  '',
  '31.02.1916',
  '__.01.1922',
];
const PLACE = [
  'Алма-Атинская обл., Энбекшиказахский р-н',
  'Кустанайская обл., г. Кустанай',
  'Омская обл.',
  'КазССР, Семипалатинская обл.',
  '',
];
const RANK = ['красноармеец', 'кр-ц', 'сержант', 'рядовой', 'мл. сержант', ''];
const FATE = ['погиб в плену', 'умер от ран', 'убит', 'пропал без вести', 'умер'];
const DIED = ['__.01.1942', '22.04.1942', 'не позднее 22.04.1942', '1943', '03.1943', '00.02.1944', ''];
const SITE = ['Зандбостель', 'Бухенвальд', 'Цайтхайн', 'Штукенброк', 'Хемер'];

/**
 * A partner's list as Russian Excel saves it: windows-1251, semicolons, dirty dates and names. Deterministic; a line in a
 * thousand has no name and cannot be taken.
 */
export function makePartnerList(rows: number): Buffer {
  const next = randomFrom(20260301);
  const of = (values: readonly string[]) => values[next(values.length)] ?? '';
  const lines = [HEADER.join(';')];
  for (let number = 1; number <= rows; number += 1) {
    lines.push(number === Math.floor(rows / 2) + 1 ? knownLine(number) : strangerLine(number, of, next));
  }
  return iconv.encode(`${lines.join('\r\n')}\r\n`, 'windows-1251');
}

function knownLine(number: number): string {
  const man = KNOWN_MAN;
  const { familyName, givenName, patronymic, birthDate, birthPlace, rank, fate, fateDate } = man;
  const cells = [number, familyName, givenName, patronymic, birthDate, birthPlace, rank, fate, fateDate];
  return [...cells, man.burialSite, man.burialCountry, man.grave].join(';');
}

function strangerLine(
  number: number,
  of: (values: readonly string[]) => string,
  next: (below: number) => number,
): string {
  const family = of(FAMILY) + (next(3) === 0 ? of(['ский', 'енко', 'ин']) : '');
  const dirty = [family, ` ${family.toUpperCase()} `, `${family}?`, `"${family}"`][next(40)] ?? family;
  const name = number % 1000 === 0 ? '' : dirty;
  const given = number % 1000 === 0 ? '' : next(12) === 0 ? `${of(GIVEN).charAt(0)}.` : of(GIVEN);
  const father = number % 1000 === 0 || next(6) === 0 ? '' : of(FATHER);
  const birth = next(4) === 0 ? of(BIRTH) : `${1 + next(28)}.${1 + next(12)}.${1895 + next(32)}`;
  const cells = [number, name, given, father, birth, of(PLACE), of(RANK), of(FATE), of(DIED)];
  return [...cells, of(SITE), 'Германия', next(2) === 0 ? `ряд ${1 + next(90)}` : ''].join(';');
}

/** A small generator with a seed, so that every run has the same list. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
