import { readCountry } from '../country.ts';
import {
  CITY,
  COUNCIL,
  expandOblast,
  FARM,
  FORMER_NAME,
  HEIGHT,
  LEVELS_BEFORE,
  MARKS_BEFORE,
  MARKS_BEHIND,
  type Marker,
  NUMBERED_AUL,
  OBLAST,
  OFFICE,
  RAYON,
  REPUBLIC_FIRST,
  SETTLEMENT,
  STREET,
} from './place-words.ts';

export type SettlementKind = 'city' | 'settlement' | 'aul' | 'farm' | 'height' | 'unmarked';

/** A place text cut into the levels that papers use; each as written, without its mark ("обл.", "р-н"). */
export type PlaceParts = {
  text: string;
  /** ISO code. */
  country: string | null;
  oblast: string | null;
  rayon: string | null;
  /** Village or aul council. */
  council: string | null;
  settlement: string | null;
  settlementKind: SettlementKind | null;
  /** "аул № 5": before the war many auls had a number only, counted within the district. */
  aulNumber: number | null;
  farm: string | null;
  /** Other names the text itself gives: "Набережное (ранее с. Насыр)", "Верный / Алма-Ата". */
  formerNames: string[];
  /** Bare names behind the settlement, often the town or region it belongs to: "Томарлы, Гурьев". */
  others: string[];
};

function emptyParts(text: string): PlaceParts {
  return {
    text,
    country: null,
    oblast: null,
    rayon: null,
    council: null,
    settlement: null,
    settlementKind: null,
    aulNumber: null,
    farm: null,
    formerNames: [],
    others: [],
  };
}

function tidyName(name: string): string {
  return name
    .replace(/^[\s.,:№"«„-]+|[\s.,:"»“-]+$/gu, '')
    .replace(/^(?:из|в|от)\s+(?=\p{Lu})/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Puts a comma where one level ends, for texts without commas: "Карагандинская обл. Нуринский р-н аул 5". */
function segmentsOf(text: string): string[] {
  const oblastFirst = /^\s*(?:обл|область|gebiet|obl)(?![\p{L}])/iu.test(text);
  const parted = oblastFirst ? text.replace(LEVELS_BEFORE, ', ') : text.replace(MARKS_BEHIND, '$1$2,');
  return parted
    .replace(REPUBLIC_FIRST, '$1, ')
    .replace(MARKS_BEFORE, ', $1')
    .split(/[,;\n]+/u)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
}

function nameBeside(segment: string, marker: Marker): string | null {
  const behind = marker.behind?.exec(segment);
  if (behind?.[1] !== undefined && tidyName(behind[1]) !== '') return tidyName(behind[1]);
  const before = marker.before?.exec(segment);
  return before?.[1] !== undefined && tidyName(before[1]) !== '' ? tidyName(before[1]) : null;
}

function setSettlement(parts: PlaceParts, written: string, kind: SettlementKind): void {
  const [name = written, ...otherNames] = written.split(/\s+\/\s+/u);
  parts.formerNames.push(...otherNames);
  // The first named settlement counts; a marked one beats a bare word that only might be one.
  if (parts.settlement !== null && parts.settlementKind !== 'unmarked') return;
  parts.settlement = name;
  parts.settlementKind = kind;
}

type Level = { marker: Marker; put: (parts: PlaceParts, name: string) => void };

const LEVELS: readonly Level[] = [
  {
    marker: OBLAST,
    put: (parts, name) => {
      parts.oblast ??= name;
    },
  },
  {
    marker: COUNCIL,
    put: (parts, name) => {
      parts.council ??= name;
    },
  },
  {
    marker: RAYON,
    put: (parts, name) => {
      parts.rayon ??= name;
    },
  },
  {
    marker: OFFICE,
    put: (parts, name) => {
      parts.rayon ??= name;
    },
  },
  {
    marker: FARM,
    put: (parts, name) => {
      parts.farm ??= name;
    },
  },
  { marker: HEIGHT, put: (parts, name) => setSettlement(parts, name, 'height') },
  { marker: CITY, put: (parts, name) => setSettlement(parts, name, 'city') },
  { marker: SETTLEMENT, put: (parts, name) => setSettlement(parts, name, 'settlement') },
];

function putUnmarked(parts: PlaceParts, name: string): void {
  // "Акмолинская" and "Хобдинский" alone: the adjective tells the level.
  if (/(?:[сц]к(?:ая|ой|ую)|skaja|skaya)$/iu.test(name) && parts.oblast === null) parts.oblast = name;
  else if (/(?:[сц]к(?:ий|ого|ому|им|ом)|skij|skiy)$/iu.test(name) && parts.rayon === null) parts.rayon = name;
  else if (parts.settlement === null) setSettlement(parts, name, 'unmarked');
  else parts.others.push(name);
}

function readSegment(parts: PlaceParts, segment: string): void {
  const oblast = expandOblast(segment);
  const country = readCountry(segment);
  const aul = NUMBERED_AUL.exec(segment);
  if (oblast !== null) parts.oblast ??= oblast;
  else if (country !== null) parts.country ??= country;
  else if (aul) {
    parts.aulNumber ??= Number(aul[1] ?? aul[2]);
    parts.settlementKind ??= 'aul';
  } else if (!STREET.test(segment)) readNamedSegment(parts, segment);
}

function readNamedSegment(parts: PlaceParts, segment: string): void {
  for (const { marker, put } of LEVELS) {
    const name = nameBeside(segment, marker);
    if (name === null) continue;
    put(parts, name);
    return;
  }
  const name = tidyName(segment);
  if (/\p{L}{2}/u.test(name)) putUnmarked(parts, name);
}

/** Keeps another name of the settlement apart; "ныне Жуалынский район" is a level of its own and stays in the text. */
function takeFormerName(parts: PlaceParts, written: string): string {
  if (RAYON.behind?.test(written) || OBLAST.behind?.test(written)) return `, ${written},`;
  const name = tidyName(written.replace(/^(?:с|аул|д|п)\.\s*/iu, ''));
  if (name !== '') parts.formerNames.push(name);
  return ' ';
}

/**
 * Cuts a place as written into country, oblast, district, council and settlement, by the marks that papers put beside
 * the names (Russian, Kazakh, German, Polish, with or without commas, mark before or behind). Names stay as written;
 * what they stand for is a question for the gazetteer (`resolve-place.ts`).
 */
export function parsePlace(text: string): PlaceParts {
  const parts = emptyParts(text);
  const rest = text
    .slice(0, 500)
    .replace(/\s+/g, ' ')
    .replace(FORMER_NAME, (_match, written: string) => takeFormerName(parts, written))
    .replace(/[()[\]]/g, ',')
    .replace(/(?<=\d),(?=\d)/g, '.');
  for (const segment of segmentsOf(rest)) readSegment(parts, segment);
  return parts;
}
