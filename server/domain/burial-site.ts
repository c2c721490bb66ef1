import type { Fact } from './fact.ts';

/** A burial place of the facts file. `buried.as_reported` is shown with the number, for it says what the number is worth. */
export type BurialSiteFact = Fact & {
  names: { ru: string; en: string; kk?: string; local?: string };
  /** ISO 3166-1 alpha-2. */
  country: string;
  region: string;
  type: string;
  coordinates: { lat: number; lon: number } | null;
  coordinates_precision: string | null;
  buried: { count: number | null; as_reported: string } | null;
  relevance_kz?: string;
  /** Who looks after the place. */
  custodian?: string;
  opened?: string;
};

/** A count as written: a number, "at least", "about", or unknown. A count that is not given is null, never 0. */
export type Count = { text: string; number: number | null; atLeast: boolean; about: boolean };

/** Known, unknown and total dead of a site as its passport has them; they need not add up, and all are kept. */
export type BurialCounts = { total: Count | null; known: Count | null; unknown: Count | null };

export const SITE_KINDS = ['grave', 'camp_cemetery', 'hospital_cemetery', 'memorial', 'battlefield', 'other'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

const NUMBER = /\d{1,3}(?:[ \u00a0.,']\d{3})+(?!\d)|\d+/u;
const AT_LEAST = /более|свыше|не менее|больше|over|more than|at least|mehr als|über|ponad|артық|кем дегенде|>|\+\s*$/iu;
const ABOUT = /около|примерно|приблизит|~|about|almost|nearly|etwa|rund|circa|ca\.|około|шамамен|жуық|порядка|почти/iu;

/**
 * Reads a count of the dead: `1481`, `более 3000`, `около 40 тыс.`, `неизвестно`. The empty text is null: not given.
 * A text without a number ("неизвестно") is a count whose number is unknown.
 */
export function readCount(text: string): Count | null {
  const tidy = text.slice(0, 200).trim();
  if (tidy === '') return null;
  const digits = NUMBER.exec(tidy)?.[0];
  if (digits === undefined) return { text: tidy, number: null, atLeast: false, about: false };
  const thousands = new RegExp(`${digits.replace(/[.]/g, '\\.')}\\s*(?:тыс|мың|tys|thousand|tsd)`, 'iu').test(tidy)
    ? 1000
    : 1;
  const number = Number(digits.replace(/\D/g, '')) * thousands;
  return { text: tidy, number, atLeast: AT_LEAST.test(tidy), about: ABOUT.test(tidy) };
}

/** Reads the three counts of a passport. */
export function readCounts(texts: { total?: string; known?: string; unknown?: string }): BurialCounts {
  const read = (text: string | undefined): Count | null => (text === undefined ? null : readCount(text));
  return { total: read(texts.total), known: read(texts.known), unknown: read(texts.unknown) };
}

/**
 * What is wrong between the counts of a site and the names that lists have for it; empty when nothing is.
 * Only exact counts can disagree: "more than 3000" and "about" leave room. Nothing is corrected, a person decides.
 */
export function countProblems(
  counts: BurialCounts,
  named: number,
): ('sum' | 'more_names_than_known' | 'known_above_total')[] {
  const exact = (count: Count | null): number | null =>
    count === null || count.atLeast || count.about ? null : count.number;
  const [total, known, unknown] = [exact(counts.total), exact(counts.known), exact(counts.unknown)];
  const problems: ('sum' | 'more_names_than_known' | 'known_above_total')[] = [];
  if (total !== null && known !== null && unknown !== null && total !== known + unknown) problems.push('sum');
  if (total !== null && known !== null && known > total) problems.push('known_above_total');
  if (known !== null && named > known) problems.push('more_names_than_known');
  return problems;
}

/** The kind of a site by its description, for filters and map signs. A memorial alone holds names, not graves. */
export function siteKind(type: string): SiteKind {
  const text = type.toLowerCase();
  if (/pow camp|prisoner|военнопленн|jeniec|kriegsgefangen/u.test(text)) return 'camp_cemetery';
  if (/hospital|госпитал/u.test(text)) return 'hospital_cemetery';
  if (/battlefield|поле боя/u.test(text)) return 'battlefield';
  if (/grave|cemetery|burial|могил|кладбищ|захорон|friedhof|cmentarz/u.test(text)) return 'grave';
  return /memorial|monument|sign|stele|памятник|мемориал/u.test(text) ? 'memorial' : 'other';
}
