import type { Fact, FactDate, FactSource } from '../server/domain/fact.ts';
import { type FateCode, readFate } from '../server/domain/fate.ts';
import { type MentionRow, tidyRow } from '../server/domain/row.ts';

/** A soldier whom public pages tell of, as the facts file has him. */
export type NotableSoldierFact = Fact & {
  names: { ru: string; kk: string; en: string; variants?: string[] };
  birth: { date: FactDate | null; place_then: string | null; place_now: string | null; unverified?: boolean } | null;
  role: string | null;
  unit: string | null;
  rank: string | null;
  fate: string;
  death: { date: FactDate | null; place: string | null; unverified?: boolean } | null;
  burial: { place: string; unverified?: boolean } | null;
  awards: { title_ru: string; title_kk: string; title_en: string; date: string | null; posthumous?: boolean }[];
};

/** A row of the contract made of a fact, with where it was read. One for each spelling that a source has. */
export type NotableMention = {
  factId: string;
  language: 'ru' | 'kk';
  row: MentionRow;
  sources: FactSource[];
  confidence: 'sourced' | 'partly';
};

type Doubt =
  | 'given_name'
  | 'patronymic'
  | 'kk'
  | 'birth_date'
  | 'birth_place'
  | 'rank'
  | 'unit'
  | 'fate'
  | 'death_date'
  | 'death_place'
  | 'burial';

// `unverified_fields` are remarks in words; each that names one of these keeps the value out of the row.
const DOUBTS: readonly (readonly [RegExp, readonly Doubt[]])[] = [
  [/first name and patronymic/, ['given_name', 'patronymic']],
  [/first name/, ['given_name']],
  [/^patronymic/, ['patronymic']],
  [/kk spelling/, ['kk']],
  [/^birth$|birth year|birthday/, ['birth_date']],
  [/^birth$|(?:village|oblast) of birth/, ['birth_place']],
  [/rank/, ['rank']],
  [/^unit/, ['unit']],
  [/^fate/, ['fate']],
  [/^death$|(?:date|year) of death/, ['death_date']],
  [/^death$|place of death/, ['death_place']],
  [/burial/, ['burial']],
];

const FATE_WORDS: Partial<Record<FateCode, { ru: string; kk: string }>> = {
  killed: { ru: 'погиб', kk: 'қаза тапты' },
  died: { ru: 'умер', kk: 'қайтыс болды' },
  missing: { ru: 'пропал без вести', kk: 'хабарсыз кетті' },
  captured: { ru: 'попал в плен', kk: 'тұтқынға түсті' },
  survived: { ru: 'вернулся с фронта', kk: 'майданнан аман оралды' },
};

function doubtsOf(fact: NotableSoldierFact): Set<Doubt> {
  const remarks = fact.unverified_fields ?? [];
  return new Set(
    remarks.flatMap((remark) => DOUBTS.filter(([words]) => words.test(remark)).flatMap(([, doubts]) => doubts)),
  );
}

/** The value without the compiler's English remarks; undefined when a remark says that the value itself is open. */
export function withoutRemarks(value: string | null | undefined): string | undefined {
  if (value === null || value === undefined || /to be checked|\sor\s|^later\s/.test(value)) return undefined;
  const bare = value
    .replace(/,\s*later\s.*$/, '')
    .replace(/\s*\([^)]*[A-Za-z][^)]*\)|\s*\(\d{4}\)/g, '')
    .trim();
  return bare === '' ? undefined : bare;
}

function nameOf(written: string, doubts: ReadonlySet<Doubt>): MentionRow {
  const words = written.replace(/\s*\([^)]*\)/g, '').split(' ');
  const familyName = words.at(-1);
  const givenName = doubts.has('given_name') ? undefined : words[0];
  const patronymic = doubts.has('patronymic') || words.length < 3 ? undefined : words[1];
  return { familyName, givenName, patronymic };
}

function fateOf(fact: NotableSoldierFact, language: 'ru' | 'kk', doubts: ReadonlySet<Doubt>): MentionRow {
  if (doubts.has('fate') || /to be checked|not found|disputed|\sor\s/.test(fact.fate)) return {};
  const fate = readFate(fact.fate);
  const row: MentionRow = { fate: FATE_WORDS[fate.code]?.[language] };
  // The year in which a veteran died at home is no date of his fate in the war.
  if (fate.outcome !== 'dead' || fact.death === null || fact.death.unverified === true) return row;
  if (!doubts.has('death_date')) row.fateDate = fact.death.date ?? undefined;
  if (!doubts.has('death_place')) row.fatePlace = fact.death.place ?? undefined;
  return row;
}

function birthOf(fact: NotableSoldierFact, language: 'ru' | 'kk', doubts: ReadonlySet<Doubt>): MentionRow {
  if (fact.birth === null || fact.birth.unverified === true) return {};
  const place = language === 'kk' ? fact.birth.place_now : fact.birth.place_then;
  return {
    birthDate: doubts.has('birth_date') ? undefined : (fact.birth.date ?? undefined),
    birthPlace: doubts.has('birth_place') ? undefined : withoutRemarks(place),
  };
}

function rowOf(fact: NotableSoldierFact, language: 'ru' | 'kk'): MentionRow {
  const doubts = doubtsOf(fact);
  const awards = fact.awards.map((award) => (language === 'kk' ? award.title_kk : award.title_ru));
  return tidyRow({
    externalId: `${fact.id}/${language}`,
    ...nameOf(fact.names[language], doubts),
    ...birthOf(fact, language, doubts),
    rank: doubts.has('rank') ? undefined : withoutRemarks(fact.rank),
    unit: doubts.has('unit') ? undefined : withoutRemarks(fact.unit),
    ...fateOf(fact, language, doubts),
    burialPlace: doubts.has('burial') || fact.burial?.unverified === true ? undefined : fact.burial?.place,
    notes: awards.join('; '),
    sourceUrl: fact.sources[0]?.url,
  });
}

function namesDiffer(a: MentionRow, b: MentionRow): boolean {
  return a.familyName !== b.familyName || a.givenName !== b.givenName;
}

/**
 * The mentions that a documented soldier gives: his Russian name, and his Kazakh one where a source spells it so.
 * Values that the facts call unverified are left out; a fact that is unverified as a whole gives nothing.
 */
export function notableMentions(fact: NotableSoldierFact): NotableMention[] {
  const { confidence, sources, id: factId } = fact;
  if (confidence === 'unverified') return [];
  const russian: NotableMention = { factId, language: 'ru', row: rowOf(fact, 'ru'), sources, confidence };
  const kazakh: NotableMention = { factId, language: 'kk', row: rowOf(fact, 'kk'), sources, confidence };
  const hasOwnKazakh = !doubtsOf(fact).has('kk') && namesDiffer(russian.row, kazakh.row);
  return hasOwnKazakh ? [russian, kazakh] : [russian];
}
