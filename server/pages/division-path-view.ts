import type { MapPin, MapProps } from '../../client/parts/coast-map.tsx';
import { factSpanText } from '../../client/parts/date-text.ts';
import type { PathProps } from '../../client/parts/division-path.tsx';
import type { DegreesPair, DivisionFact } from '../domain/division.ts';
import { firstDay, lastDay } from '../domain/fact.ts';
import { createCoastMap, type GeoPoint } from './coast-map.ts';
import { landmarks, pinMark } from './map-landmarks.ts';
import type { PageContext, ToldText } from './page-words.ts';

type Stop = PathProps['stages'][number] & { points: DegreesPair[] };

/** Where it was formed: the town's name then, and what it is called now. */
export function formedText({ formed }: DivisionFact, { say, labels, language }: PageContext): ToldText | null {
  if (!formed?.place_then) return null;
  const was = labels.tell(formed.place_then, language);
  const now = formed.place_now ? labels.tell(formed.place_now, language).text : null;
  if (now === null || now === was.text) return was;
  return { ...was, text: say('division.placeNow', { was: was.text, now }) };
}

function formedStop(division: DivisionFact, page: PageContext): Stop[] {
  const place = formedText(division, page);
  if (place === null || !division.formed) return [];
  const { start, end, at, unverified } = division.formed;
  const span = factSpanText(start, end, page.language);
  const when = span === '' ? page.say('division.formedHere') : page.say('division.formedWhen', { when: span });
  return [{ ...place, when, unchecked: unverified === true, thatTime: false, points: at ? [at] : [] }];
}

const isAt = ({ from, to }: DivisionFact['battles'][number], day: string | null): boolean =>
  day !== null && Boolean(from ?? to) && firstDay(from ?? to ?? '') <= day && day <= lastDay(to ?? from ?? '');

/** What of the way was a soldier's: the stages of `day` are marked, those that began after `until` are left out. */
export type OnTheWay = { day: string | null; until: string | null };

const isWithin = ({ from, to }: DivisionFact['battles'][number], until: string | null): boolean =>
  until === null || !(from ?? to) || firstDay(from ?? to ?? '') <= until;

/** A division's way, stage by stage and on a map. Stages that no source confirmed say so. */
export function divisionPathView(
  division: DivisionFact,
  page: PageContext,
  { day, until }: OnTheWay = { day: null, until: null },
): PathProps {
  const { labels, language } = page;
  const within = division.battles.filter((stage) => isWithin(stage, until));
  const battles = within.map((stage): Stop => {
    const { from, to, at = [], unverified } = stage;
    const place = labels.tell(stage.place, language);
    return {
      ...place,
      when: factSpanText(from, to, language),
      unchecked: unverified === true,
      thatTime: isAt(stage, day),
      points: at,
    };
  });
  const stops = [...formedStop(division, page), ...battles];
  return {
    map: knownMap(division, stops, page),
    stages: stops.map(({ points: _points, ...stage }) => stage),
  };
}

/**
 * The maps of a division's way, by language and by how far it goes. Thousands of pages show the same few, and what they are
 * drawn from is read once with the site.
 */
const maps = new WeakMap<DivisionFact, Map<string, MapProps | null>>();

function knownMap(division: DivisionFact, stops: readonly Stop[], page: PageContext): MapProps | null {
  const ofDivision = maps.get(division) ?? new Map<string, MapProps | null>();
  maps.set(division, ofDivision);
  const key = JSON.stringify([page.language, stops.map(({ points }) => points)]);
  const known = ofDivision.get(key);
  if (known !== undefined) return known;
  const map = pathMap(division, stops, page);
  ofDivision.set(key, map);
  return map;
}

const SIZE = { width: 360, height: 220 };

function pathMap({ id, names }: DivisionFact, stops: readonly Stop[], { say, language }: PageContext): MapProps | null {
  const title = say('division.mapTitle', { name: names[language] });
  const toPoint = ([latitude, longitude]: DegreesPair): GeoPoint => ({ latitude, longitude });
  const points = stops.flatMap((stop) => stop.points.map(toPoint));
  if (points.length < 2) return null;
  const map = createCoastMap(points, SIZE);
  const pins = stops.flatMap((stop, index) => {
    const at = stop.points[0] ? map.project(toPoint(stop.points[0])) : null;
    return at ? [{ ...at, number: index + 1 }] : [];
  });
  const route = points.flatMap((point) => map.project(point) ?? []);
  const { width, height, land } = map;
  const shown = apart(pins);
  const around = landmarks(map, shown.map(pinMark), language);
  return { id: `path-${id}`, title, width, height, land, pins: shown.map(toPin), route, ...around };
}

type Stage = { x: number; y: number; number: number };
type Shared = MapPin & { spots: { x: number; y: number }[] };

const toPin = ({ x, y, label }: Shared): MapPin => ({ x, y, label });

/** Two stages at one place share a pin, so that no number hides another. */
function apart(stages: readonly Stage[]): Shared[] {
  const shown: Shared[] = [];
  for (const { x, y, number } of stages) {
    const near = shown.find((other) => Math.hypot(other.x - x, other.y - y) < 12);
    if (near) {
      near.label += `, ${number}`;
      near.spots.push({ x, y });
    } else shown.push({ x, y, label: String(number), spots: [{ x, y }] });
  }
  return shown;
}
