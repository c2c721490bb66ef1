import type { Ending } from './endings.ts';
import { probeDistance, soundCodes, soundProbe } from './sound-distance.ts';

/** Endings as they sound, the long ones with more room for a wrong letter; what a clerk or a scan may make of them. */
const SOUNDS: readonly (readonly [sound: string, ending: Ending, most: number])[] = [
  ['ovyc', 'ovich', 75],
  ['evyc', 'ovich', 75],
  ['jevyc', 'ovich', 60],
  ['ovna', 'ovna', 60],
  ['evna', 'ovna', 60],
  ['sky', 'sky', 35],
  ['skyj', 'sky', 45],
  ['skyx', 'oblique', 45],
  ['ov', 'ov', 36],
  ['ev', 'ov', 36],
  ['ova', 'oblique', 26],
  ['ovu', 'oblique', 26],
  ['ovym', 'oblique', 40],
  ['ynu', 'oblique', 16],
  ['ynym', 'oblique', 30],
  ['uly', 'uly', 30],
];
const ENDINGS = SOUNDS.map(([sound, ending, most]) => ({
  ending,
  most,
  length: sound.length,
  probe: soundProbe(sound),
}));
const SHORTEST_STEM = 3;
const LENGTHS = [2, 3, 4, 5, 6];

export type DamagedEnding = { stem: string; ending: Ending; cost: number };

/**
 * The likeliest ending in a sound that has none as it stands: `григоровиш` is григор with a damaged -ович. Without it the
 * stem would be four sounds too long and meet nobody. `cost` as in `sound-costs.ts`; null when nothing is near.
 */
export function damagedEnding(sound: string): DamagedEnding | null {
  let best: DamagedEnding | null = null;
  for (const length of LENGTHS) {
    const at = sound.length - length;
    if (at < SHORTEST_STEM) break;
    const tail = soundCodes(sound.slice(at));
    for (const { ending, most, probe, length: whole } of ENDINGS) {
      if (Math.abs(whole - length) > 1) continue;
      const limit = Math.min(most, (best?.cost ?? most + 1) - 1);
      const cost = probeDistance(probe, tail, 0, limit);
      if (cost <= limit && cost > 0) best = { stem: sound.slice(0, at), ending, cost };
    }
  }
  return best;
}
