import anyAscii from 'any-ascii';
import { type Spelling, spell } from './letter-table.ts';
import { LETTER_TABLES } from './readings/tables.ts';
import { mendWord, systemsOf } from './scripts.ts';
import { foldSound } from './sound-key.ts';
import type { WritingSystem } from './writing-system.ts';

export type WrittenSound = { sound: string; weight: number; system: WritingSystem };

/** So many ways to read a word are kept, and no fainter ones than this beside the best. */
const MOST_READINGS = 6;
const FAINTEST = 0.08;

/**
 * The sounds a written word may stand for, likeliest first, at most six, weights from 1 down. Never throws; an input
 * without any letter gives none.
 */
export function soundsOf(word: string, hint?: WritingSystem): WrittenSound[] {
  const mended = mendWord(word);
  const best = new Map<string, WrittenSound>();
  const add = (spelling: Spelling, system: WritingSystem, likely: number): void => {
    const sound = foldSound(spelling.sound);
    const weight = spelling.weight * likely;
    const known = best.get(sound);
    if (sound !== '' && (known === undefined || known.weight < weight)) best.set(sound, { sound, weight, system });
  };
  for (const { system, weight } of systemsOf(mended, hint)) {
    const spellings = spell(LETTER_TABLES[system], mended, unknownLetter);
    const total = spellings[0]?.weight ?? 1;
    for (const each of spellings) add({ sound: each.sound, weight: each.weight / total }, system, weight);
  }
  return [...best.values()]
    .filter((each) => each.weight >= FAINTEST)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_READINGS);
}

/** A letter no table knows: its bare form without marks, else what the last-resort romanization says of it. */
function unknownLetter(letter: string): string {
  const bare = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const ascii = /^[a-z]$/.test(bare) ? bare : anyAscii(letter).toLowerCase();
  const letters = ascii.replace(/[^a-z]/g, '').slice(0, 6);
  return letters === '' ? '' : (spell(LETTER_TABLES.english, letters, () => '')[0]?.sound ?? '');
}
