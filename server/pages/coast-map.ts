import { createRequire } from 'node:module';
import { type GeoProjection, geoConicEqualArea, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { MapDot, MapLabel } from '../../client/parts/coast-map.tsx';
import { createOutline } from './land-outline.ts';
import { labelsBeside } from './map-labels.ts';

export type GeoPoint = { latitude: number; longitude: number; label?: string };

export type CoastMap = {
  width: number;
  height: number;
  land: string;
  project(point: GeoPoint): { x: number; y: number } | null;
};

type LandAtlas = Parameters<typeof feature>[0] & { objects: { land: Parameters<typeof feature>[1] } };

const MARGIN = 24;

/**
 * A piece of the world with coasts and no borders, drawn so that the points fit.
 * Natural Earth's 50 m land (world-atlas); its country file is not used because its borders are disputed ones.
 */
export function createCoastMap(points: GeoPoint[], size: { width: number; height: number }): CoastMap {
  const key = JSON.stringify([size, points.map(({ latitude, longitude }) => [latitude, longitude])]);
  const known = drawn.get(key);
  if (known) return known;
  // The land is projected anew for each piece of the world, which takes longer than all the rest of a page.
  if (drawn.size >= MOST_KEPT) drawn.clear();
  const map = drawCoastMap(points, size);
  drawn.set(key, map);
  return map;
}

const MOST_KEPT = 400;
const drawn = new Map<string, CoastMap>();

function drawCoastMap(points: GeoPoint[], size: { width: number; height: number }): CoastMap {
  const projection = projectionFor(points, size);
  projection.clipExtent([
    [-2, -2],
    [size.width + 2, size.height + 2],
  ]);
  const outline = createOutline();
  geoPath(projection, outline.context)(readLand());
  return {
    ...size,
    land: outline.path(),
    project: (point) => {
      const at = projection([point.longitude, point.latitude]);
      if (!at || at[0] < 0 || at[0] > size.width || at[1] < 0 || at[1] > size.height) return null;
      return { x: round(at[0]), y: round(at[1]) };
    },
  };
}

/** Dots of places, those nearer than a dot's width drawn as one larger dot. */
export function dotsOf(map: CoastMap, points: GeoPoint[]): MapDot[] {
  const dots: MapDot[] = [];
  for (const point of points) {
    const at = map.project(point);
    if (!at) continue;
    const near = dots.find((dot) => Math.hypot(dot.x - at.x, dot.y - at.y) < 4);
    if (near) near.many = true;
    else dots.push(at);
  }
  return dots;
}

/** Labels that run over neither each other nor a dot: the first of two that are too near is kept. */
export function labelsOf(map: CoastMap, points: GeoPoint[], dots = points): MapLabel[] {
  const named = new Map(points.map((point) => [point.label ?? '', point]));
  const spots = [...named].flatMap(([text, point]) => {
    const at = text === '' ? null : map.project(point);
    return at ? [{ ...at, text }] : [];
  });
  return labelsBeside(spots, dotsOf(map, dots), map);
}

function projectionFor(points: GeoPoint[], { width, height }: { width: number; height: number }): GeoProjection {
  const cone = geoConicEqualArea().parallels([42, 62]).rotate([-35, 0]).center([0, 52]);
  const coordinates = points.map((point): [number, number] => [point.longitude, point.latitude]);
  const extent: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [width - MARGIN, height - MARGIN],
  ];
  // One or two neighbouring places would fill the picture with a single bay: show at least some 900 km around.
  const around = coordinates.flatMap(([x, y]): [number, number][] => [
    [x - 6, y - 4],
    [x + 6, y + 4],
  ]);
  return cone.fitExtent(extent, {
    type: 'MultiPoint',
    coordinates:
      around.length > 0
        ? around
        : [
            [5, 35],
            [85, 70],
          ],
  });
}

let land: ReturnType<typeof feature> | null = null;

function readLand(): ReturnType<typeof feature> {
  if (!land) {
    const atlas: LandAtlas = createRequire(import.meta.url)('world-atlas/land-50m.json');
    land = feature(atlas, atlas.objects.land);
  }
  return land;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
