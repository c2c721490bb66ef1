import { soundDistance } from '../names/sound-distance.ts';
import { coarseKey } from '../names/sound-key.ts';
import { readWord } from '../names/word-reading.ts';

// Adjective endings as they sound after reading: -ский, -ская, -ского, German -skij, Polish -ski.
const ADJECTIVE = /sk(?:y|yj|aja|aia|aha|oj|oho|ogo|omu|oje|ym|im|om|ye|ij|i)?$/;
// What Russian puts between a name and that ending: Акмол-инск-ая, Кург-овск-ий. The bare name stays as one more key.
const LINK = /(?:yn|ov|ev)$/;
// Words that many names share and papers leave out: "Большая Владимировка", "имени Ленина", "Новая Шульба" keep the rest.
const FILLERS = /(?<![\p{L}])(?:им(?:ени)?\.?|атындағы|атын\.?)(?![\p{L}])/giu;

/** Sounds of a place name, its words joined (Алма-Ата and Алмаата are one), best reading first. Empty for no letters. */
function placeSounds(name: string): string[] {
  const joined = name.replace(FILLERS, ' ').replace(/[^\p{L}]/gu, '');
  return joined.length < 2 ? [] : readWord(joined).map((reading) => reading.sound);
}

/** A district or oblast name without its adjective ending: Хобдинский and Хобда, Акмолинская and Акмола meet here. */
function stemsOf(sound: string): string[] {
  const bare = sound.replace(ADJECTIVE, '');
  if (bare === sound || bare.length < 3) return [sound];
  const short = bare.replace(LINK, '');
  return short === bare || short.length < 3 ? [bare] : [bare, short];
}

/** What a name is compared and indexed by. Read once: reading a word costs more than everything that follows. */
export type PlaceSound = { sounds: string[]; keys: string[] };

/**
 * Sounds and coarse keys of a name, likeliest reading first. Districts and oblasts are taken without their adjective
 * ending; settlements whole. Two spellings of one place share a key across Kazakh, Russian, German and Polish.
 */
export function soundOfPlace(name: string, isDistrict: boolean): PlaceSound {
  const read = placeSounds(name).slice(0, 2);
  const sounds = isDistrict ? [...new Set(read.flatMap(stemsOf))] : read;
  return { sounds, keys: [...new Set(sounds.map(coarseKey))].filter((key) => key !== '') };
}

// Hundredths of an unexplained letter change for each letter: Кургальджин/Корғалжын stay well below, Орлов/Орал above.
const NEAR_PER_LETTER = 16;

/** The distance of the nearest pair of sounds, or null when none is near enough to be the same name. */
export function nearestSound(a: readonly string[], b: readonly string[]): number | null {
  let best: number | null = null;
  for (const one of a) {
    for (const other of b) {
      const limit = NEAR_PER_LETTER * Math.max(one.length, other.length, 4);
      const distance = soundDistance(one, other, limit);
      if (distance <= limit && (best === null || distance < best)) best = distance;
    }
  }
  return best;
}
