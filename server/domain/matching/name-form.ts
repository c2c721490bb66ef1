import { type NamePart, type NameText, nameParts } from '../names/name-parts.ts';
import { coarseKey } from '../names/sound-key.ts';
import type { MentionRow } from '../row.ts';

/**
 * One word of a name made ready for matching. `stem` and `key` are what it is counted under: exactly, and as clerks
 * confuse. `keys`: of its likeliest readings, to see at a glance whether two words may be one.
 */
export type NameWord = { part: NamePart; stem: string; key: string; keys: readonly string[] };

export type NameSlot = 'family' | 'given' | 'patronymic';
export const NAME_SLOTS = ['family', 'given', 'patronymic'] as const satisfies readonly NameSlot[];

/** A name as one paper has it, cut into the three slots of Soviet papers. A slot is null when the paper leaves it out. */
export type NameForm = Record<NameSlot, NameWord | null> & { written: string };

/** How the parts of a written name are read; a caller with many names passes a reader that remembers words. */
export type PartsReader = (name: NameText) => NamePart[];

/** How a part becomes a word; a caller with many names passes one that gives the same word for the same part. */
export type WordMaker = (part: NamePart) => NameWord;

/** Readings beyond the third are guesses that bring in more strangers than men. */
const READINGS = 3;

/** A word made ready for matching. */
export function nameWordOf(part: NamePart): NameWord {
  const stem = part.readings[0]?.stem ?? '';
  const keys = part.readings.slice(0, READINGS).map((reading) => coarseKey(reading.stem));
  return { part, stem, key: coarseKey(stem), keys: [...new Set(keys)].filter((key) => key !== '') };
}

/**
 * Puts the parts into slots: by role, then what no role claims in the order of papers (family, given, patronymic).
 * A second part of one role (a double family name) is left to the full-text likeness of the engine.
 */
function slotted(parts: readonly NamePart[], wordOf: WordMaker): Record<NameSlot, NameWord | null> {
  const slots: Record<NameSlot, NameWord | null> = { family: null, given: null, patronymic: null };
  const rest: NamePart[] = [];
  for (const part of parts) {
    if (part.role !== 'unknown' && slots[part.role] === null) slots[part.role] = wordOf(part);
    else rest.push(part);
  }
  for (const part of rest) {
    const free = NAME_SLOTS.find((slot) => slots[slot] === null);
    if (free !== undefined) slots[free] = wordOf(part);
  }
  return slots;
}

/** The name of a row as text, in the order family, given, patronymic where it stands apart. */
export function nameTextOf(row: MentionRow): NameText {
  const { familyName, givenName, patronymic } = row;
  const apart = [familyName, givenName, patronymic].filter((part) => part !== undefined).join(' ');
  return { full: apart === '' ? (row.fullName ?? '') : apart, familyName, givenName, patronymic };
}

/** The name of a row, read once. */
export function nameFormOf(name: NameText, read: PartsReader = nameParts, wordOf: WordMaker = nameWordOf): NameForm {
  return { ...slotted(read(name), wordOf), written: name.full };
}
