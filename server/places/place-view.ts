import type { Place } from '../domain/places/gazetteer.ts';

export function placeView({ id, level, names, oblastIds, latitude, longitude, confidence }: Place) {
  return { id, level, names, oblastIds, latitude, longitude, confidence };
}
