import { type Ending, splitEnding } from './endings.ts';
import { isWholeGivenName } from './given-name-clusters.ts';
import type { WritingSystem } from './writing-system.ts';
import { soundsOf } from './written-sounds.ts';

export type { Ending } from './endings.ts';
export type { WritingSystem } from './writing-system.ts';

/** One way to read a written word: its sounds (alphabet: `sound-key.ts`), and how likely this way is (0 to 1). */
export type WordReading = {
  sound: string;
  /** The sound without its ending; '' for a word that is only a mark of descent (улы, оглы, кызы). */
  stem: string;
  ending: Ending | null;
  weight: number;
  system: WritingSystem;
};

/**
 * Reads one written word in any script, best reading first, at most six, their sounds all different.
 *
 * `hint`: the writing system of the list or of the whole name, when known. Never throws; the answer depends on the
 * arguments alone; only the first 48 characters are read, so the time is bounded.
 */
export function readWord(word: string, hint?: WritingSystem): WordReading[] {
  return soundsOf(word, hint).map(({ sound, weight, system }) => ({
    sound,
    ...splitEnding(sound, system, isWholeGivenName),
    weight,
    system,
  }));
}
