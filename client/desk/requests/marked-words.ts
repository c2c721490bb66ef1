import { letterDifference } from '../../parts/letter-runs.ts';
import type { Run } from '../../parts/spelling.tsx';

/** Two words with as many letters different as this are two words, and a mark on half of them says nothing. */
const TWO_WORDS = 0.5;
/** Shorter ones are abbreviations and initials: ЮКО is no spelling of Южно. */
const SHORTEST = 3;
/** Longer texts are sentences, not spellings. */
const LONGEST = 120;

type Pair = { word: number; beside: number; marked: number; runs: Run[] };

/**
 * A written value with the letters marked that the value beside it has otherwise. Each word is laid on the word of the other
 * side that is nearest to it, so that marks appear on both sides alike and an exchanged order marks nothing.
 */
export function markedWords(value: string, beside: string | null): Run[] {
  const plain = [{ text: value, marked: false }];
  if (beside === null || Math.max(value.length, beside.length) > LONGEST) return plain;
  const pieces = value.split(/([^\p{L}\p{M}]+)/u);
  const partners = nearestPairs(pieces, beside.split(/[^\p{L}\p{M}]+/u));
  return pieces.flatMap((piece, index): Run[] => partners.get(index) ?? [{ text: piece, marked: false }]);
}

function nearestPairs(words: string[], others: string[]): Map<number, Run[]> {
  const pairs = words.flatMap((word, index) => others.flatMap((other, at) => pairOf([word, index], [other, at]) ?? []));
  pairs.sort((a, b) => a.marked - b.marked);
  const found = new Map<number, Run[]>();
  const taken = new Set<number>();
  for (const { word, beside, runs } of pairs) {
    if (found.has(word) || taken.has(beside)) continue;
    found.set(word, runs);
    taken.add(beside);
  }
  return found;
}

function pairOf([word, index]: [string, number], [other, at]: [string, number]): Pair[] | null {
  if (!/\p{L}/u.test(word) || Math.min(word.length, other.length) < SHORTEST) return null;
  const { runs } = letterDifference(other, word);
  // Both ways, so that a short word inside a long one does not count as the same word.
  const marked = Math.max(share(runs), share(letterDifference(word, other).runs));
  return marked >= TWO_WORDS ? null : [{ word: index, beside: at, marked, runs }];
}

function share(runs: Run[]): number {
  const letters = (wanted: Run[]) => wanted.reduce((sum, run) => sum + run.text.length, 0);
  return letters(runs.filter((run) => run.marked)) / Math.max(letters(runs), 1);
}
