import { type DateAgreementLevel, dateAgreement, isCertainlyBefore } from '../../dates/date-agreement.ts';
import { type FateCode, fatesAgree } from '../../fate.ts';
import type { PartialDate } from '../../partial-date.ts';
import type { MatchProfile } from '../profile.ts';
import { share } from '../statistics.ts';
import { joined } from './joined.ts';
import { bestPair, bits, type EvidenceTools, missing, type Observation } from './observation.ts';

function compareFates(request: FateCode, soldier: FateCode, { statistics, weights }: EvidenceTools): Observation {
  const level = fatesAgree(request, soldier);
  if (level === 'unknown') return missing('fate', request, soldier);
  const { m, u, byValue } = weights.levels.fate[level];
  const score = { same: 1, compatible: 0.6, differ: 0.3, contradict: 0 }[level];
  return {
    kind: 'fate',
    level,
    weight: bits(m, byValue ? share(statistics.fates, request, u) : u),
    score,
    values: {},
    requestValue: request,
    soldierValue: soldier,
  };
}

/** A year that agrees says more where a side names no month than where both do and the months differ. */
function dateLevel(level: DateAgreementLevel, yearsOnly: boolean) {
  if (level === 'years_apart') return 'year_differs';
  if (yearsOnly) return 'same_year';
  return level === 'same_day' || level === 'same_month' ? 'same_month' : 'month_differs';
}

function compareFateDates(request: PartialDate, soldier: PartialDate, { weights }: EvidenceTools): Observation {
  const { level, comparedAt } = dateAgreement(request, soldier);
  if (level === 'unknown' || comparedAt === 'span') return missing('fate', request.text, soldier.text);
  const found = dateLevel(level, comparedAt === 'year');
  const { m, u } = weights.levels.fate[found];
  return {
    kind: 'fate',
    level: found,
    weight: bits(m, u),
    score: { same_month: 1, same_year: 0.7, month_differs: 0.5, year_differs: 0 }[found],
    values: { at: comparedAt === 'year' ? 'year' : 'month' },
    requestValue: request.text,
    soldierValue: soldier.text,
  };
}

/** A letter home from after the day of his death contradicts it; the word "missing" dates nothing, so it is left out. */
function compareLetters(letters: MatchProfile, paper: MatchProfile, { weights }: EvidenceTools): Observation | null {
  if (paper.fates.includes('missing')) return null;
  const [letter, death] = [letters.lastLetters[0], paper.fateDates[0]];
  if (letter === undefined || death === undefined) return null;
  const level = isCertainlyBefore(death, letter) ? 'letter_after_death' : 'letter_before_death';
  const { m, u } = weights.levels.fate[level];
  return {
    kind: 'fate',
    level,
    weight: bits(m, u),
    score: level === 'letter_after_death' ? 0 : 1,
    values: {},
    requestValue: letter.text,
    soldierValue: death.text,
  };
}

/**
 * What became of him, and when. An open fate (missing, captured) goes with any death; dead and alive exclude each other,
 * and so do a death and a later letter home.
 */
export function fateEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation {
  const fate = bestPair({ request: request.fates, soldier: soldier.fates }, (a, b) => compareFates(a, b, tools));
  const sides = { request: request.fateDates, soldier: soldier.fateDates };
  const date = bestPair(sides, (a, b) => compareFateDates(a, b, tools));
  const letter = compareLetters(request, soldier, tools);
  const silent = missing('fate', request.fates[0] ?? null, soldier.fates[0] ?? null);
  return joined(silent, [fate, date, letter]);
}
