import type { Language } from '../../client/messages/translate.ts';
import type { MapDot, MapLabel } from '../../client/parts/coast-map.tsx';
import type { CoastMap } from './coast-map.ts';
import { type Box, dotBox, freePlace, isFree, LINE, placesFor, roomOf, roomOfLabel } from './map-labels.ts';

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

/** Names that fit beside the pins without running over them, over labels of the map's `own` or over each other; the rest is left out. */
export function landmarks(
  map: CoastMap,
  pins: readonly { x: number; y: number }[],
  language: Language,
  own: readonly MapLabel[] = [],
): { dots: MapDot[]; labels: MapLabel[] } {
  const taken: Box[] = [
    ...pins.map(({ x, y }) => ({ left: x - 12, right: x + 12, top: y - 11, bottom: y + 11 })),
    ...own.map(roomOfLabel),
  ];
  const dots: MapDot[] = [];
  const labels: MapLabel[] = [];
  for (const landmark of LANDMARKS) {
    const at = map.project(landmark);
    if (!at) continue;
    const text = landmark.names[language];
    const pinned = pins.some((pin) => Math.hypot(pin.x - at.x, pin.y - at.y) < LINE);
    const dotted = !landmark.sea && !pinned;
    // A dot under another town's name would be taken for that town.
    if (dotted && !isFree(dotBox(at), taken)) continue;
    const free = freePlace(placesFor(at, text, { pinned, sea: landmark.sea === true }), taken, map);
    if (!free) continue;
    taken.push(roomOf(free.box));
    labels.push({ x: free.x, y: free.y, text, anchor: free.anchor, sea: landmark.sea === true });
    if (!dotted) continue;
    taken.push(dotBox(at));
    dots.push({ ...at, small: true });
  }
  return { dots, labels };
}
