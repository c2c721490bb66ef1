import type { MentionRow } from '../../server/domain/row.ts';
import { type Hand, slip, spell } from './clerk-spelling.ts';
import { initialOf, type MeantName } from './meant-name.ts';
import { type Man, patronymicOf } from './population.ts';
import type { Random } from './random.ts';
import { CAMPS, DIVISIONS, PLACES, type Service } from './service.ts';

/**
 * What papers say of a man and what his family remembers. Assumptions beside each number: a field is missing or wrong
 * with that chance. A wrong birth year is mostly off by one or two; a wrong given name is another man's.
 */
const FATE_WORDS: Record<Service['fate'], string[]> = {
  killed: ['убит', 'погиб в бою', 'погиб'],
  wounds: ['умер от ран'],
  missing: ['пропал без вести', 'пропал б/вести'],
  captivity: ['погиб в плену', 'умер в плену', 'пропал без вести'],
};

type Care = { missing: number; wrong: number };
type Writer = { man: Man; served: Service; random: Random };

/** The value, or nothing with the chance `missing`, or the wrong one with the chance `wrong`. */
function perhaps(random: Random, care: Care, right: () => string, wrong: () => string): string | undefined {
  if (random.chance(care.missing)) return undefined;
  return random.chance(care.wrong) ? wrong() : right();
}

const two = (n: number): string => String(n).padStart(2, '0');

function birth(writer: Writer, care: Care, exact: number, ages: boolean): string | undefined {
  const { man, random } = writer;
  const off = random.weighted({ '-1': 4, '1': 4, '-2': 2, '2': 2, '-5': 1, '4': 1, '10': 0.5 });
  return perhaps(
    random,
    care,
    () => {
      if (ages && random.chance(0.15)) return `${Number(writer.served.year) - man.born.year} лет`;
      if (random.chance(exact)) return `${two(man.born.day)}.${two(man.born.month)}.${man.born.year}`;
      return random.chance(0.3) ? `__.__.${man.born.year}` : String(man.born.year);
    },
    () => String(man.born.year + Number(off)),
  );
}

function village(writer: Writer, care: Care & { bare: number }): string | undefined {
  const { man, random } = writer;
  const { oblast, rayon, name } = man.village;
  const kind = man.village.kazakh ? random.pick(['а.', 'аул ', 'с.']) : random.pick(['с.', 'д.', 'с. ']);
  return perhaps(
    random,
    care,
    () => {
      if (random.chance(care.bare)) return random.chance(0.5) ? `${oblast} обл.` : `${oblast} обл., ${rayon} р-н`;
      const written = random.chance(0.12) ? slip(name, random) : name;
      return random.chance(0.2) ? `${rayon} р-н, ${kind}${written}` : `${oblast} обл., ${rayon} р-н, ${kind}${written}`;
    },
    () => `${oblast} обл., ${random.chance(0.5) ? rayon : 'Октябрьский'} р-н`,
  );
}

type NameCare = { hand: Hand; noPatronymic: number; wrongGiven: number; swapped: number; initials: number };

/** What a paper says, and whose names it means by that. */
export type Paper = { row: MentionRow; meant: MeantName };

function nameFields(writer: Writer, care: NameCare): Paper {
  const { man, random } = writer;
  const language = care.hand === 'kazakh' ? 'kazakh' : 'russian';
  const surname = spell(man.surname, care.hand, random);
  const given = random.chance(care.wrongGiven)
    ? random.pick(['Иван', 'Александр', 'Ахмет', 'Али', 'Хасан'])
    : man.given;
  const meant: MeantName = { family: man.surname, given, patronymic: man.father };
  let first = spell(given, care.hand, random);
  let patronymic: string | undefined = spell(patronymicOf(man, language), care.hand, random);
  if (random.chance(care.noPatronymic)) {
    patronymic = undefined;
    meant.patronymic = null;
  }
  if (random.chance(care.initials)) {
    first = initialOf(first);
    meant.given = initialOf(given);
    if (patronymic !== undefined) {
      patronymic = initialOf(patronymic);
      meant.patronymic = initialOf(man.father);
    }
  }
  if (random.chance(0.25)) {
    const order = random.chance(0.75) ? [surname, first, patronymic] : [first, patronymic, surname];
    return { row: { fullName: order.filter((part) => part !== undefined).join(' ') }, meant };
  }
  const swap = random.chance(care.swapped);
  const row = compact({ familyName: swap ? first : surname, givenName: swap ? surname : first, patronymic });
  return { row, meant };
}

/** The fields beside the name, which are drawn after it. */
const withFields = ({ row, meant }: Paper, fields: Fields): Paper => ({ row: { ...row, ...compact(fields) }, meant });

type Fields = { [field in keyof MentionRow]?: string | undefined };

function compact(row: Fields): MentionRow {
  const kept: MentionRow = {};
  for (const [field, value] of Object.entries(row)) if (value !== undefined) kept[field as keyof MentionRow] = value;
  return kept;
}

function unit(writer: Writer): string {
  const { division, regiment } = writer.served;
  return writer.random.pick([`${regiment} сп ${division} сд`, `${division} сд ${regiment} сп`, `${division} сд`]);
}

/** A line of a loss report, a call-up book, a hospital list: Soviet papers by a clerk's ear. */
function sovietPaper(writer: Writer): Paper {
  const { man, served, random } = writer;
  const hand: Hand = random.chance(0.55) ? 'ear' : 'russian';
  const name = nameFields(writer, { hand, noPatronymic: 0.22, wrongGiven: 0.02, swapped: 0.02, initials: 0.04 });
  return withFields(name, {
    birthDate: birth(writer, { missing: 0.12, wrong: 0.2 }, 0.15, true),
    birthPlace: village(writer, { missing: 0.25, wrong: 0.05, bare: 0.3 }),
    conscriptionPlace: perhaps(
      random,
      { missing: 0.35, wrong: 0.08 },
      () => `${man.village.rayon} РВК`,
      () => 'Алма-Атинский ГВК',
    ),
    rank: perhaps(
      random,
      { missing: 0.15, wrong: 0.15 },
      () => served.rank,
      () => 'красноармеец',
    ),
    unit: perhaps(
      random,
      { missing: 0.4, wrong: 0.1 },
      () => unit(writer),
      () => `${random.pick(DIVISIONS)} сд`,
    ),
    fate: perhaps(
      random,
      { missing: 0.1, wrong: 0.08 },
      () => random.pick(FATE_WORDS[served.fate]),
      () => 'пропал без вести',
    ),
    fateDate: perhaps(
      random,
      { missing: 0.2, wrong: 0.15 },
      () => `__.${two(served.month)}.${served.year}`,
      () => `__.${two(random.between(1, 12))}.${random.between(1941, 1944)}`,
    ),
    relatives: perhaps(
      random,
      { missing: 0.6, wrong: 0.05 },
      () => relatives(man, random),
      () => 'отец умер',
    ),
    documentType: 'донесение о потерях',
  });
}

function relatives(man: Man, random: Random): string {
  const kin = man.wife !== null && random.chance(0.6) ? `жена ${spell(man.wife, 'russian', random)}` : null;
  return kin ?? `мать ${spell(man.mother, 'russian', random)}`;
}

/** A camp card: German or Polish hand, tag number. */
function campCard(writer: Writer): Paper {
  const { man, served, random } = writer;
  const hand: Hand = random.chance(0.75) ? 'german' : 'polish';
  const name = nameFields(writer, { hand, noPatronymic: 0.45, wrongGiven: 0.03, swapped: 0.04, initials: 0.02 });
  return withFields(name, {
    birthDate: birth(writer, { missing: 0.08, wrong: 0.22 }, 0.6, false),
    birthPlace: perhaps(
      random,
      { missing: 0.45, wrong: 0.1 },
      () => spell(man.village.name, hand, random),
      () => 'Kasachstan',
    ),
    camp: served.camp,
    campNumber: perhaps(
      random,
      { missing: 0.2, wrong: 0.02 },
      () => String(served.tag),
      () => String(served.tag + 9),
    ),
    fate: 'погиб в плену',
    fateDate: perhaps(
      random,
      { missing: 0.3, wrong: 0.1 },
      () => `${two(served.month)}.${served.year}`,
      () => String(served.year),
    ),
    documentType: 'карточка военнопленного',
  });
}

/** A line of a burial list: few fields, German, Polish, English or Russian letters. */
function burialLine(writer: Writer): Paper {
  const { served, random } = writer;
  const hand: Hand = random.weighted({ ear: 5, german: 2, polish: 2, english: 1 });
  const name = nameFields(writer, { hand, noPatronymic: 0.4, wrongGiven: 0.02, swapped: 0.05, initials: 0.12 });
  return withFields(name, {
    birthDate: birth(writer, { missing: 0.35, wrong: 0.2 }, 0.2, false),
    rank: perhaps(
      random,
      { missing: 0.4, wrong: 0.1 },
      () => served.rank,
      () => 'рядовой',
    ),
    unit: perhaps(
      random,
      { missing: 0.75, wrong: 0.1 },
      () => unit(writer),
      () => `${random.pick(DIVISIONS)} сд`,
    ),
    fateDate: perhaps(
      random,
      { missing: 0.25, wrong: 0.1 },
      () => `${two(served.month)}.${served.year}`,
      () => String(served.year),
    ),
    fatePlace: perhaps(
      random,
      { missing: 0.3, wrong: 0.1 },
      () => served.place,
      () => random.pick(PLACES),
    ),
    burialSite: `Братская могила, ${served.place}`,
    documentType: 'список захоронения',
  });
}

/** One paper of this man, of a kind that fits his fate. */
export function paper(man: Man, served: Service, random: Random): Paper {
  const writer = { man, served, random };
  if (served.fate === 'captivity' && random.chance(0.6)) return campCard(writer);
  return random.chance(0.65) ? sovietPaper(writer) : burialLine(writer);
}

/** What the family writes: Kazakh or today's Russian, the village nearly always, the unit rarely. */
export function familyRequest(man: Man, served: Service, random: Random): Paper {
  const writer = { man, served, random };
  const hand: Hand = man.kazakh && random.chance(0.55) ? 'kazakh' : 'russian';
  const name = nameFields(writer, { hand, noPatronymic: 0.15, wrongGiven: 0.03, swapped: 0.02, initials: 0 });
  return withFields(name, {
    birthDate: birth(writer, { missing: 0.15, wrong: 0.25 }, 0.1, false),
    birthPlace: village(writer, { missing: 0.15, wrong: 0.04, bare: 0.2 }),
    conscriptionPlace: perhaps(
      random,
      { missing: 0.5, wrong: 0.1 },
      () => `${man.village.rayon} РВК`,
      () => 'Алма-Атинский ГВК',
    ),
    unit: perhaps(
      random,
      { missing: 0.85, wrong: 0.1 },
      () => unit(writer),
      () => `${random.pick(DIVISIONS)} сд`,
    ),
    fate: perhaps(
      random,
      { missing: 0.4, wrong: 0.3 },
      () => random.pick(FATE_WORDS[served.fate]),
      () => 'пропал без вести',
    ),
    fateDate: perhaps(
      random,
      { missing: 0.5, wrong: 0.25 },
      () => String(served.year),
      () => String(random.between(1941, 1945)),
    ),
    relatives: perhaps(
      random,
      { missing: 0.6, wrong: 0.02 },
      () => relatives(man, random),
      () => 'сестра',
    ),
    camp:
      served.fate === 'captivity'
        ? perhaps(
            random,
            { missing: 0.8, wrong: 0.05 },
            () => served.camp,
            () => random.pick(CAMPS),
          )
        : undefined,
  });
}
