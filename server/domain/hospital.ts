import type { Fact, FactDate } from './fact.ts';

/** A hospital of the facts file. */
export type HospitalFact = Fact & {
  number: string | null;
  kind: string;
  city_then: string;
  city_now: string;
  city_en: string;
  oblast_then: string;
  building: string | null;
  from: FactDate | null;
  to: FactDate | null;
  chief: string | null;
  profile: string | null;
};

export type HospitalKind = 'evacuation' | 'field' | 'medical_battalion' | 'train' | 'lazaret' | 'hospital';

export type Hospital = {
  text: string;
  kind: HospitalKind;
  number: string | null;
  /** `eg-2446`, `ppg-123` as in `unit-kinds.ts`; null without a number: a town's "hospital" is no key. */
  key: string | null;
};

// Abbreviations of the vocabulary section "unit_abbreviations"; a longer one before the one it contains.
const KINDS: readonly (readonly [HospitalKind, string, RegExp])[] = [
  [
    'train',
    'vsp',
    /(?<!\p{L})(?:всп|военно-?санитарн\p{L}* поезд\p{L}*|санитарн\p{L}* поезд\p{L}*|сан\.? ?поезд|санитарлы[қк] пойыз\p{L}*|lazarettzug)/u,
  ],
  [
    'field',
    'ppg',
    /(?<!\p{L})(?:х?ппг|иппг|тппг|полев\p{L}* (?:подвижн\p{L}* )?госпитал\p{L}*|дала госпитал\p{L}*|feldlazarett)/u,
  ],
  ['medical_battalion', 'msb', /(?<!\p{L})(?:о?медсб|о?мсб|медсанбат\p{L}*|медико-?санитарн\p{L}* батальон\p{L}*)/u],
  [
    'evacuation',
    'eg',
    /(?<!\p{L})(?:с?эг|эвако-?госп\p{L}*|эвакуац\p{L}* ?госп\p{L}*|сортировочн\p{L}* эвакогоспитал\p{L}*)(?!\p{L})/u,
  ],
  ['lazaret', 'laz', /(?<!\p{L})(?:лазарет\p{L}*|res\.?-?laz\p{L}*|reservelazarett|lazaret\p{L}*|lazarett)/u],
  ['hospital', 'gosp', /(?<!\p{L})(?:глр|хг|тг|иг|госп\p{L}*|hospital|szpital\p{L}*|krankenhaus)/u],
];

/**
 * Reads a hospital as written: "ЭГ 2446", "эвакогоспиталь № 2446", "ХППГ-5", "2446 ЭГ", "104 медсанбат".
 * Null when the text names none. A number beside another word of the text is not taken.
 */
export function readHospital(text: string): Hospital | null {
  const folded = text.slice(0, 200).toLowerCase().replace(/\s+/g, ' ');
  for (const [kind, prefix, pattern] of KINDS) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const after = /^[\s.,-]*(?:№|n\.?|nr\.?|no\.?)?\s*(\d{1,5})(?!\d)/u.exec(
      folded.slice(match.index + match[0].length),
    )?.[1];
    const before = /(\d{1,5})(?:-?(?:й|ый|ой|го|м))?[\s-]*(?:отд\p{L}*\.? )?$/u.exec(folded.slice(0, match.index))?.[1];
    const number = (after ?? before)?.replace(/^0+(?=\d)/, '') ?? null;
    return { text, kind, number, key: number === null ? null : `${prefix}-${number}` };
  }
  return null;
}
