import type { WritingSystem } from './word-reading.ts';

/** The writing system that a whole name, or a whole list, most likely uses; a hint for `readWord`. */
export function likelySystem(_text: string): WritingSystem | undefined {
  return undefined;
}
