import type { Gazetteer, Place, PlaceLevel } from '../domain/places/gazetteer.ts';

export type PlaceQuestion = { q: string; level?: PlaceLevel | undefined; limit: number };

export type PlaceService = {
  /** Places whose name of any time and language begins so, or sounds so; oblasts and towns before villages. */
  find(question: PlaceQuestion): Place[];
};

const LEVELS = ['oblast', 'city', 'rayon', 'settlement'] as const satisfies readonly PlaceLevel[];

const fold = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

/** Suggestions while a place is being typed. The gazetteer comes with the site, so nothing is stored. */
export function createPlaceService(gazetteer: Gazetteer): PlaceService {
  const places = [...gazetteer.byId.values()].map((place) => ({
    place,
    names: [...place.names.ru, ...place.names.kk, ...place.names.latin].map(fold),
  }));
  return {
    find({ q, level, limit }) {
      const begin = fold(q);
      if (begin === '') return [];
      const levels = level === undefined ? LEVELS : [level];
      const found = levels.flatMap((one) => [
        ...places.filter(({ place, names }) => place.level === one && names.some((name) => name.startsWith(begin))),
        ...gazetteer.find(one, q).map((place) => ({ place })),
      ]);
      return [...new Set(found.map(({ place }) => place))].slice(0, limit);
    },
  };
}
