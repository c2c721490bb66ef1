import type { MentionRow } from '../../../server/domain/row.ts';
import { initialOf, type MeantName } from '../meant-name.ts';
import type { Random } from '../random.ts';
import { type Clerk, copied, write } from './clerks.ts';
import { type Fate, fateOf } from './fates.ts';
import type { Fellow, Home } from './households.ts';

/**
 * The papers of the second set. Unlike in the first, fields go missing together, by the kind of paper; a later paper
 * often copies an earlier one with its errors; a third of the papers say nothing of the home; dates of birth come as
 * day, month and year, as year, as age, as a span; units are there in some kinds of paper only.
 */
const WORDS: Record<Fate['what'], readonly string[]> = {
  killed: ['убит', 'погиб', 'погиб в бою', 'Убит в бою'],
  missing: ['пропал без вести', 'проп. б/в', 'пропал без вести'],
  wounds: ['умер от ран', 'умер от ран в госпитале'],
  camp: ['попал в плен', 'погиб в плену', 'умер в плену', 'пропал без вести'],
  illness: ['умер от болезни', 'умер'],
};

type Sheet = { man: Fellow; fate: Fate; random: Random };
const two = (n: number): string => String(n).padStart(2, '0');

/** How the year of one paper errs: a man of no birth paper tells his age in round figures. */
function yearIn({ man, random }: Sheet, exact: number): number {
  if (random.chance(exact)) return man.born.year;
  return (
    man.born.year +
    Number(random.weighted({ '-1': 9, '1': 9, '-2': 4, '2': 5, '3': 2, '-3': 2, '-10': 0.6, '10': 0.6 }))
  );
}

function birthIn(sheet: Sheet, exact: number): string {
  const { man, fate, random } = sheet;
  const year = yearIn(sheet, exact);
  const { month, day } = man.born;
  return {
    full: () => `${two(day)}.${two(month)}.${year}`,
    month: () => `__.${two(month)}.${year}`,
    year: () => String(year),
    blank: () => `__.__.${year}`,
    age: () => `${fate.year - year} лет`,
    span: () => `${year - 1}-${year + 1}`,
  }[random.weighted({ full: 18, month: 4, year: 48, blank: 20, age: 7, span: 3 })]();
}

const KIND_THEN: Record<Home['kind'], (name: string) => string> = {
  village: (name) => `с. ${name}`,
  numbered_aul: (name) => `аул № ${name}`,
  kolkhoz: (name) => `к-з ${name}`,
  town: (name) => `г. ${name}`,
};
const KIND_NOW: Record<Home['kind'], (name: string) => string> = {
  village: (name) => `${name} ауылы`,
  numbered_aul: (name) => `${name}-ауыл`,
  kolkhoz: (name) => `${name} колхозы`,
  town: (name) => `${name} қаласы`,
};

/** From the oblast down to the village; a paper may stop or begin anywhere. */
function homeThen({ man, random }: Sheet): string {
  const { home } = man;
  const village = KIND_THEN[home.kind](home.name);
  const rayon = `${home.rayon.wartime} р-н`;
  const oblast = `${random.chance(0.08) ? 'Казахская ССР, ' : ''}${home.oblast.wartime} обл.`;
  return {
    all: () => `${oblast}, ${rayon}, ${village}`,
    rayon: () => `${oblast}, ${rayon}`,
    short: () => `${rayon}, ${village}`,
    oblast: () => oblast,
    village: () => village,
    republic: () => 'Казахская ССР',
  }[random.weighted({ all: 42, rayon: 20, short: 14, oblast: 14, village: 4, republic: 6 })]();
}

function homeNow({ man, random }: Sheet, kazakh: boolean): string {
  if (!kazakh) return homeThen({ man, random } as Sheet);
  const { home } = man;
  const parts = [home.oblast.today, home.rayon.today, KIND_NOW[home.kind](home.name)];
  return parts.slice(0, random.chance(0.75) ? 3 : 2).join(', ');
}

const slavicPatronymic = (father: string): string => {
  const name = father.toLowerCase();
  if (name.endsWith('ий')) return `${father.slice(0, -2)}ьевич`;
  if (/[йь]$/u.test(name)) return `${father.slice(0, -1)}евич`;
  return /[ая]$/u.test(name) ? `${father.slice(0, -1)}ич` : `${father}ович`;
};

/** A name as this paper spells it, and whose names it means by that: what somebody would read who errs in no letter. */
type Spelt = { family: string; given: string; patronymic: string; meant: MeantName };

function spelt({ man, random }: Sheet, clerk: Clerk): Spelt {
  const mark = man.people === 'kazakh' && clerk === 'family_kazakh';
  const own = man.people === 'kazakh' ? random.weighted({ ович: 70, улы: 15, bare: 15 }) : 'ович';
  const patronymic = mark
    ? `${man.father}ұлы`
    : { ович: slavicPatronymic(man.father), улы: `${man.father}улы`, bare: man.father }[own];
  return {
    family: write(man.surname, clerk, random),
    given: write(man.given, clerk, random),
    patronymic: write(patronymic, clerk, random),
    meant: { family: man.surname, given: man.given, patronymic: man.father },
  };
}

type Slips = { noPatronymic: number; initials: number; exchanged: number; apart: number; grandfather: number };

type Arranged = { row: MentionRow; meant: MeantName };

/** The fields of a name as the paper arranges them. */
function arranged(name: Spelt, slips: Slips, { man, random }: Sheet): Arranged {
  let { family, given, patronymic } = name;
  const meant = { ...name.meant };
  if (man.people === 'kazakh' && random.chance(slips.grandfather)) {
    meant.family = `${man.father}ов`;
    family = write(meant.family, 'careful', random);
  }
  if (random.chance(slips.initials)) {
    given = initialOf(given);
    patronymic = initialOf(patronymic);
    meant.given = initialOf(name.meant.given);
    meant.patronymic = initialOf(man.father);
  }
  if (random.chance(slips.noPatronymic)) meant.patronymic = null;
  const whole = meant.patronymic === null ? [family, given] : [family, given, patronymic];
  if (!random.chance(slips.apart)) return { row: { fullName: whole.join(' ') }, meant };
  if (random.chance(slips.exchanged)) [family, given] = [given, family];
  const apart = { familyName: family, givenName: given };
  return { row: meant.patronymic === null ? apart : { ...apart, patronymic }, meant };
}

const fateDate = ({ fate, random }: Sheet): string =>
  random.weighted({ day: 4, month: 3, year: 2 }) === 'day'
    ? `${two(fate.day)}.${two(fate.month)}.${fate.year}`
    : random.chance(0.6)
      ? `__.${two(fate.month)}.${fate.year}`
      : String(fate.year);

/** The missing were written off months later, by whoever counted. */
function reckoned({ fate, random }: Sheet): string {
  const month = fate.month + random.between(0, 9);
  return `__.${two(((month - 1) % 12) + 1)}.${fate.year + Math.floor((month - 1) / 12)}`;
}

const unit = ({ fate, random }: Sheet): string =>
  random.pick([`${fate.division} сд`, `${fate.regiment} сп ${fate.division} сд`, `${fate.regiment} сп`]);

const kin = ({ man, random }: Sheet): string =>
  man.wife !== null && random.chance(0.55)
    ? `жена ${write(man.wife, 'careless', random)}`
    : random.chance(0.5)
      ? `мать ${write(man.mother, 'careless', random)}`
      : `отец ${write(man.father, 'careless', random)}`;

type Paper = 'loss_report' | 'call_up_list' | 'memory_book' | 'hospital' | 'camp_card' | 'grave_list';

/** What each kind of paper tells of a man; the chance beside a field is that it is there. */
const PAPERS: Record<Paper, (sheet: Sheet) => MentionRow> = {
  loss_report: (sheet) =>
    given(sheet.random, [
      [0.85, { birthDate: birthIn(sheet, 0.76) }],
      [0.55, { birthPlace: homeThen(sheet) }],
      [0.7, { conscriptionPlace: `${sheet.man.home.rayon.wartime} РВК` }],
      [0.95, { rank: sheet.fate.rank }],
      [0.8, { unit: unit(sheet) }],
      [0.97, { fate: sheet.random.pick(WORDS[sheet.fate.what]), fateDate: fateDate(sheet) }],
      [0.5, { fatePlace: sheet.fate.place }],
      [0.5, { relatives: kin(sheet) }],
    ]),
  call_up_list: (sheet) =>
    given(sheet.random, [
      [0.95, { birthDate: birthIn(sheet, 0.82) }],
      [0.75, { birthPlace: homeThen(sheet) }],
      [0.9, { conscriptionPlace: `${sheet.man.home.rayon.wartime} РВК, ${sheet.man.home.oblast.wartime} обл.` }],
      [0.6, { conscriptionDate: `__.__.${sheet.fate.year - sheet.random.between(0, 1)}` }],
      [0.9, { fate: 'пропал без вести', fateDate: reckoned(sheet) }],
      [0.6, { relatives: kin(sheet) }],
    ]),
  memory_book: (sheet) =>
    given(sheet.random, [
      [0.9, { birthDate: birthIn(sheet, 0.8) }],
      [0.7, { birthPlace: homeThen(sheet) }],
      [0.5, { conscriptionPlace: `${sheet.man.home.rayon.wartime} РВК` }],
      [0.5, { nationality: sheet.man.people === 'kazakh' ? 'казах' : 'русский' }],
      [0.9, { fate: sheet.random.pick(WORDS[sheet.fate.what]), fateDate: fateDate(sheet) }],
    ]),
  hospital: (sheet) =>
    given(sheet.random, [
      [0.8, { birthDate: birthIn(sheet, 0.75) }],
      [0.5, { birthPlace: homeThen(sheet) }],
      [0.8, { unit: unit(sheet) }],
      [0.9, { rank: sheet.fate.rank }],
      [1, { fate: 'умер от ран', fateDate: fateDate(sheet), hospital: `ЭГ ${sheet.fate.regiment + 900}` }],
    ]),
  camp_card: (sheet) =>
    given(sheet.random, [
      [0.92, { birthDate: birthIn(sheet, 0.72) }],
      [0.5, { birthPlace: write(sheet.man.home.name, 'german', sheet.random) }],
      [0.95, { camp: sheet.fate.camp }],
      [0.85, { campNumber: String(sheet.fate.tag) }],
      [0.6, { fateDate: `${two(sheet.fate.day)}.${two(sheet.fate.month)}.${sheet.fate.year}` }],
    ]),
  grave_list: (sheet) =>
    given(sheet.random, [
      [0.5, { birthDate: birthIn(sheet, 0.75) }],
      [0.7, { rank: sheet.fate.rank }],
      [0.25, { unit: unit(sheet) }],
      [0.75, { fateDate: sheet.random.chance(0.4) ? String(sheet.fate.year) : fateDate(sheet) }],
      [1, { burialSite: `Братская могила ${sheet.fate.place}`, burialPlace: sheet.fate.place }],
    ]),
};

function given(random: Random, fields: readonly (readonly [number, MentionRow])[]): MentionRow {
  return Object.assign({}, ...fields.map(([chance, row]) => (random.chance(chance) ? row : {})));
}

const SOVIET: Slips = { noPatronymic: 0.18, initials: 0.04, exchanged: 0.03, apart: 0.8, grandfather: 0.04 };
const SLIPS: Record<Paper, Slips> = {
  loss_report: SOVIET,
  call_up_list: { ...SOVIET, noPatronymic: 0.1 },
  memory_book: { ...SOVIET, initials: 0.01 },
  hospital: { ...SOVIET, noPatronymic: 0.3 },
  camp_card: { noPatronymic: 0.6, initials: 0, exchanged: 0.06, apart: 1, grandfather: 0.02 },
  grave_list: { noPatronymic: 0.3, initials: 0.25, exchanged: 0.04, apart: 0.5, grandfather: 0.03 },
};

function kindOf({ fate, random }: Sheet): Paper {
  if (fate.what === 'camp' && random.chance(0.55)) return 'camp_card';
  if (fate.what === 'wounds' && random.chance(0.4)) return 'hospital';
  if (fate.what === 'missing') return random.weighted({ loss_report: 25, call_up_list: 45, memory_book: 30 });
  return random.weighted({ loss_report: 50, memory_book: 25, grave_list: 25, call_up_list: 5 });
}

/** One to four papers of one man. */
export function papersOf(man: Fellow, random: Random): { papers: Arranged[]; fate: Fate } {
  const sheet: Sheet = { man, fate: fateOf(man, random), random };
  let earlier: Spelt | null = null;
  const papers = Array.from({ length: Number(random.weighted({ '1': 77, '2': 16, '3': 5, '4': 2 })) }, (): Arranged => {
    const kind = kindOf(sheet);
    const foreign =
      kind === 'camp_card' ? random.weighted<Clerk>({ german: 70, polish: 20, careless: 10 } as never) : null;
    const clerk: Clerk = foreign ?? (random.chance(0.55) ? 'careful' : 'careless');
    const known: Spelt | null = earlier;
    const name: Spelt =
      foreign === null && known !== null && random.chance(0.5)
        ? {
            family: copied(known.family, random),
            given: copied(known.given, random),
            patronymic: copied(known.patronymic, random),
            meant: known.meant,
          }
        : spelt(sheet, clerk);
    if (foreign === null) earlier = name;
    const { row, meant } = arranged(name, SLIPS[kind], sheet);
    return { row: { ...row, ...PAPERS[kind](sheet) }, meant };
  });
  return { papers, fate: sheet.fate };
}

/** What grandchildren write: name and father surely, the rest as far as the family remembers. */
export function requestOf(man: Fellow, fate: Fate, random: Random): Arranged {
  const sheet: Sheet = { man, fate, random };
  const kazakh = man.people === 'kazakh' && random.chance(0.5);
  const clerk: Clerk = kazakh ? 'family_kazakh' : random.chance(0.5) ? 'family_russian' : 'family_plain';
  const slips = { noPatronymic: 0.12, initials: 0, exchanged: 0.015, apart: 0.9, grandfather: 0.05 };
  const name = spelt(sheet, clerk);
  // He was called otherwise at home than in his papers.
  const called = random.chance(0.03)
    ? { ...name, given: write(man.grandfather, clerk, random), meant: { ...name.meant, given: man.grandfather } }
    : name;
  const { row, meant } = arranged(called, slips, sheet);
  return {
    meant,
    row: {
      ...row,
      ...given(random, [
        [0.82, { birthDate: birthIn({ ...sheet }, 0.7) }],
        [0.8, { birthPlace: homeNow(sheet, kazakh) }],
        [0.3, { residence: homeNow(sheet, kazakh) }],
        [0.35, { conscriptionPlace: `${man.home.rayon.wartime} РВК` }],
        [0.25, { conscriptionDate: String(fate.year - random.between(0, 1)) }],
        [0.12, { unit: `${fate.division} сд` }],
        [0.5, { fate: random.chance(0.65) ? 'пропал без вести' : random.pick(WORDS[fate.what]) }],
        [0.4, { fateDate: String(fate.year + (random.chance(0.25) ? random.between(-1, 1) : 0)) }],
        [0.35, { relatives: kin(sheet) }],
        [fate.what === 'camp' ? 0.12 : 0, { camp: fate.camp }],
        [fate.what === 'camp' ? 0.05 : 0, { campNumber: String(fate.tag) }],
      ]),
    },
  };
}
