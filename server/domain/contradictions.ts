import { datesOverlap } from './dates/date-agreement.ts';
import { FATES, isFateCode } from './fate.ts';
import type { Mention } from './mention.ts';
import type { PartialDate } from './partial-date.ts';
import type { RowField } from './row.ts';

/** Two papers of one man that cannot both be right, as each of them writes it. */
export type Contradiction = { field: RowField; own: string; other: string; with: Mention };

/** The day of death, where the paper says that he died: a day of capture or of the last letter contradicts no later death. */
function deathOf({ fate, fateDate }: Mention['understood']): PartialDate | null {
  return fate !== null && isFateCode(fate) && FATES[fate].outcome === 'dead' ? fateDate : null;
}

const COMPARED: readonly { field: RowField; dateOf: (understood: Mention['understood']) => PartialDate | null }[] = [
  { field: 'birthDate', dateOf: ({ birth }) => birth },
  { field: 'fateDate', dateOf: deathOf },
];

/**
 * Where a paper says another day of birth or of death than other papers of the same man. A day that one of them leaves open contradicts
 * nothing; each differing field is told once, against the first paper that differs.
 * @param others in the order in which they are to be believed
 */
export function contradictions(own: Mention, others: readonly Mention[]): Contradiction[] {
  return COMPARED.flatMap(({ field, dateOf }) => {
    const said = dateOf(own.understood);
    if (said === null) return [];
    const differing = others.find((other) => {
      const theirs = dateOf(other.understood);
      return theirs !== null && !datesOverlap(said, theirs);
    });
    const theirs = differing && dateOf(differing.understood);
    return differing && theirs ? [{ field, own: said.text, other: theirs.text, with: differing }] : [];
  });
}
