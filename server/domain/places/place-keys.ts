import type { Gazetteer } from './gazetteer.ts';
import type { LocatedPlace } from './resolve-place.ts';
import { locatePlace } from './resolve-place.ts';

/**
 * Keys of a located place for an index, most exact first:
 * `v:<sound>` village (with its district in `v:<sound>@<district sound>` when both are known), `aul:<number>@<district>`,
 * ids of the gazetteer (`city-…`, `gn-…`, `ray-…`, `obl-…`), `r:<sound>` district.
 * Two texts that may mean one village share a key; sharing one proves nothing, `comparePlaces` decides.
 */
function keysOfPlace(place: LocatedPlace): string[] {
  const keys: string[] = [];
  const village = place.settlement?.keys[0];
  // The last stem is the shortest: Хобдинский (хобдин, хобд) and Хобда meet in it.
  const rayon = place.rayon?.keys.at(-1);
  if (village !== undefined && rayon !== undefined) keys.push(`v:${village}@${rayon}`);
  if (place.parts.aulNumber !== null && rayon !== undefined) keys.push(`aul:${place.parts.aulNumber}@${rayon}`);
  if (village !== undefined) keys.push(`v:${village}`);
  const ids = place.candidates.filter((entry) => entry.level !== 'oblast').map((entry) => entry.placeId);
  keys.push(...ids);
  if (rayon !== undefined) keys.push(`r:${rayon}`);
  keys.push(...place.oblastIds);
  return [...new Set(keys)];
}

/** Keys of a place text for an index; empty when nothing was understood. `year`: of the paper. */
export function placeKeys(text: string, gazetteer: Gazetteer, year?: number): string[] {
  return keysOfPlace(locatePlace(text, gazetteer, year));
}

/** The oblasts among the keys: filters and statistics count by them. */
export function oblastsOfKeys(keys: readonly string[]): string[] {
  return keys.filter((key) => key.startsWith('obl-'));
}
