import type { Language } from '../../client/messages/translate.ts';
import { type MapDot, type MapLabel, type MapPin, PIN, pinWidth } from '../../client/parts/coast-map.tsx';
import type { CoastMap } from './coast-map.ts';
import {
  type Box,
  DOT_GAP,
  DOT_WIDTH,
  dotBox,
  freePlace,
  type Gap,
  isFree,
  placesFor,
  roomOf,
  roomOfLabel,
} from './map-labels.ts';

type Landmark = { names: Record<Language, string>; latitude: number; longitude: number; sea?: true };

/** Towns and seas by which a reader knows where she is. Names of the war years where a town had another one. */
const LANDMARKS: readonly Landmark[] = [
  { names: { kk: 'Мәскеу', ru: 'Москва', en: 'Moscow' }, latitude: 55.75, longitude: 37.62 },
  { names: { kk: 'Қара теңіз', ru: 'Чёрное море', en: 'Black Sea' }, latitude: 43.2, longitude: 34.5, sea: true },
  { names: { kk: 'Каспий', ru: 'Каспий', en: 'Caspian' }, latitude: 42, longitude: 50.6, sea: true },
  {
    names: { kk: 'Балтық теңізі', ru: 'Балтийское море', en: 'Baltic Sea' },
    latitude: 57.4,
    longitude: 19.5,
    sea: true,
  },
  { names: { kk: 'Ленинград', ru: 'Ленинград', en: 'Leningrad' }, latitude: 59.93, longitude: 30.32 },
  { names: { kk: 'Сталинград', ru: 'Сталинград', en: 'Stalingrad' }, latitude: 48.71, longitude: 44.51 },
  { names: { kk: 'Киев', ru: 'Киев', en: 'Kyiv' }, latitude: 50.45, longitude: 30.52 },
  { names: { kk: 'Берлин', ru: 'Берлин', en: 'Berlin' }, latitude: 52.52, longitude: 13.41 },
  { names: { kk: 'Ақмола', ru: 'Акмолинск', en: 'Akmolinsk' }, latitude: 51.18, longitude: 71.45 },
  { names: { kk: 'Алматы', ru: 'Алма-Ата', en: 'Alma-Ata' }, latitude: 43.25, longitude: 76.92 },
  { names: { kk: 'Орал', ru: 'Уральск', en: 'Uralsk' }, latitude: 51.23, longitude: 51.37 },
  { names: { kk: 'Ақтөбе', ru: 'Актюбинск', en: 'Aktyubinsk' }, latitude: 50.28, longitude: 57.21 },
  { names: { kk: 'Семей', ru: 'Семипалатинск', en: 'Semipalatinsk' }, latitude: 50.43, longitude: 80.26 },
  { names: { kk: 'Қызылорда', ru: 'Кзыл-Орда', en: 'Kzyl-Orda' }, latitude: 44.85, longitude: 65.51 },
  { names: { kk: 'Қостанай', ru: 'Кустанай', en: 'Kustanay' }, latitude: 53.21, longitude: 63.63 },
  { names: { kk: 'Шымкент', ru: 'Чимкент', en: 'Chimkent' }, latitude: 42.3, longitude: 69.6 },
  { names: { kk: 'Гурьев', ru: 'Гурьев', en: 'Guryev' }, latitude: 47.12, longitude: 51.88 },
  { names: { kk: 'Варшава', ru: 'Варшава', en: 'Warsaw' }, latitude: 52.23, longitude: 21.01 },
  { names: { kk: 'Прага', ru: 'Прага', en: 'Prague' }, latitude: 50.09, longitude: 14.42 },
  { names: { kk: 'Вена', ru: 'Вена', en: 'Vienna' }, latitude: 48.21, longitude: 16.37 },
  { names: { kk: 'Будапешт', ru: 'Будапешт', en: 'Budapest' }, latitude: 47.5, longitude: 19.04 },
  { names: { kk: 'Гамбург', ru: 'Гамбург', en: 'Hamburg' }, latitude: 53.55, longitude: 9.99 },
  { names: { kk: 'Осло', ru: 'Осло', en: 'Oslo' }, latitude: 59.91, longitude: 10.75 },
  { names: { kk: 'Рига', ru: 'Рига', en: 'Riga' }, latitude: 56.95, longitude: 24.11 },
  { names: { kk: 'Минск', ru: 'Минск', en: 'Minsk' }, latitude: 53.9, longitude: 27.57 },
  { names: { kk: 'Харьков', ru: 'Харьков', en: 'Kharkiv' }, latitude: 49.99, longitude: 36.23 },
  { names: { kk: 'Ростов', ru: 'Ростов', en: 'Rostov' }, latitude: 47.24, longitude: 39.71 },
  { names: { kk: 'Амстердам', ru: 'Амстердам', en: 'Amsterdam' }, latitude: 52.37, longitude: 4.9 },
  { names: { kk: 'Ташкент', ru: 'Ташкент', en: 'Tashkent' }, latitude: 41.3, longitude: 69.24 },
];

type Spot = { x: number; y: number };

/** What stands on a map already: a dot of `width`, or a pin, which may stand for several places near each other. */
export type Mark = Spot & { width: number; height: number; spots: readonly Spot[] };

/** The mark of a pin with these numbers. */
export const pinMark = ({ x, y, label, spots = [{ x, y }] }: MapPin & { spots?: readonly Spot[] }): Mark => ({
  x,
  y,
  width: pinWidth(label),
  height: PIN,
  spots,
});

export const dotMark = ({ x, y }: Spot): Mark => ({ x, y, width: DOT_WIDTH, height: DOT_WIDTH, spots: [{ x, y }] });

/** Ten to sixty kilometres, by how much of the world the map shows: what is nearer cannot be told apart on it. */
const SAME = 4;
const near = (one: Spot, other: Spot): boolean => Math.hypot(one.x - other.x, one.y - other.y) < SAME;

const gapOf = ({ width, height }: Mark): Gap => ({ x: width / 2 + 4, y: height / 2 + 4 });

const boxOf = ({ x, y, width, height }: Mark): Box => ({
  left: x - width / 2 - 1,
  right: x + width / 2 + 1,
  top: y - height / 2 - 1,
  bottom: y + height / 2 + 1,
});

/**
 * Names that fit beside the marks without running over them, over labels of the map's `own` or over each other; the rest is left
 * out. A town's name stands beside its own dot, or beside the mark that is at the town; where neither can be seen it is left
 * out too, for it would be read as the name of the next mark.
 */
export function landmarks(
  map: CoastMap,
  marks: readonly Mark[],
  language: Language,
  own: readonly MapLabel[] = [],
): { dots: MapDot[]; labels: MapLabel[] } {
  const taken: Box[] = [...marks.map(boxOf), ...own.map(roomOfLabel)];
  const dots: MapDot[] = [];
  const labels: MapLabel[] = [];
  for (const landmark of LANDMARKS) {
    const at = map.project(landmark);
    const text = landmark.names[language];
    if (!at || own.some((label) => label.text === text)) continue;
    const sea = landmark.sea === true;
    const mark = sea ? undefined : marks.find(({ spots }) => spots.some((spot) => near(spot, at)));
    const dotted = !sea && mark === undefined;
    if (dotted && !isFree(dotBox(at), taken)) continue;
    const free = freePlace(placesFor(mark ?? at, text, { gap: mark ? gapOf(mark) : DOT_GAP, sea }), taken, map);
    if (!free) continue;
    taken.push(roomOf(free.box));
    labels.push({ x: free.x, y: free.y, text, anchor: free.anchor, sea });
    if (!dotted) continue;
    taken.push(dotBox(at));
    dots.push({ ...at, small: true });
  }
  return { dots, labels };
}
