import { kilometresBetween, type ToldPlace, toldPlaces } from '../domain/matching/told-places.ts';
import type { Mention } from '../domain/mention.ts';
import type { Gazetteer } from '../domain/places/gazetteer.ts';
import { type Actor, demand } from '../domain/roles.ts';
import type { RequestStore } from '../requests/request-store.ts';
import { getCase } from './case-access.ts';

/** `km`: how far a place of the papers lies from the nearest that the family names; null for the family's own. */
export type SidedPlace = ToldPlace & { side: 'asked' | 'found'; km: number | null };

export type PlaceMapService = {
  /** Where the family says and where the papers say, side by side; empty when either side has no place on a map. */
  places(actor: Actor | null, requestId: string, soldierId: string): Promise<SidedPlace[]>;
};

export type PlaceMapDeps = {
  requests: RequestStore;
  gazetteer: Gazetteer;
  mentionsOf: (soldierIds: string[]) => Promise<Mention[]>;
  /** Where a burial site of the site's own list lies; null where nobody knows. */
  siteAt: (siteId: string) => Promise<{ name: string; latitude: number; longitude: number } | null>;
};

async function graveOf(deps: PlaceMapDeps, { written, understood }: Mention): Promise<ToldPlace[]> {
  const { latitude, longitude, burialSiteId } = understood;
  const text = written.burialSite ?? written.burialPlace ?? '';
  if (latitude !== null && longitude !== null) {
    return [{ field: 'burialSite', text, latitude, longitude, exact: 'grave' }];
  }
  const site = burialSiteId === null ? null : await deps.siteAt(burialSiteId);
  if (site === null) return [];
  return [{ field: 'burialSite', text: site.name, latitude: site.latitude, longitude: site.longitude, exact: 'grave' }];
}

/** Two papers that name one place make one dot. */
function eachOnce(places: readonly ToldPlace[]): ToldPlace[] {
  const seen = new Map(places.map((place) => [`${place.field} ${place.latitude} ${place.longitude}`, place]));
  return [...seen.values()];
}

const nearestKm = (place: ToldPlace, asked: readonly ToldPlace[]): number =>
  Math.round(Math.min(...asked.map((other) => kilometresBetween(place, other))));

/** A map for the eye of whoever compares: two villages of one name lie in different oblasts. */
export function createPlaceMapService(deps: PlaceMapDeps): PlaceMapService {
  return {
    async places(actor, requestId, soldierId) {
      demand(actor, 'request.read');
      const { soldier } = await getCase(deps, requestId);
      const mentions = (await deps.mentionsOf([soldierId])).filter(({ state }) => state === 'live');
      const graves = await Promise.all(mentions.map((mention) => graveOf(deps, mention)));
      const asked = toldPlaces(soldier, deps.gazetteer);
      const found = eachOnce([
        ...mentions.flatMap(({ written }) => toldPlaces(written, deps.gazetteer)),
        ...graves.flat(),
      ]);
      if (asked.length === 0 || found.length === 0) return [];
      return [
        ...asked.map((place) => ({ ...place, side: 'asked' as const, km: null })),
        ...found.map((place) => ({ ...place, side: 'found' as const, km: nearestKm(place, asked) })),
      ];
    },
  };
}
