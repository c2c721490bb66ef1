import type { GeoPoint } from './coast-map.ts';

export type MapTown = Required<Pick<GeoPoint, 'latitude' | 'longitude'>> & {
  names: { kk: string; ru: string; en: string };
};

const town = (latitude: number, longitude: number, kk: string, ru: string, en: string): MapTown => {
  return { latitude, longitude, names: { kk, ru, en } };
};

/**
 * Towns by which a reader finds her way on a map of coasts alone: the old oblast centres of Kazakhstan under their names of
 * today, and the large towns of the front. To a tenth of a degree; the first of two that are too near each other is kept.
 */
export const MAP_TOWNS: readonly MapTown[] = [
  town(51.2, 71.4, 'Астана', 'Астана', 'Astana'),
  town(43.2, 76.9, 'Алматы', 'Алматы', 'Almaty'),
  town(50.3, 57.2, 'Ақтөбе', 'Актобе', 'Aktobe'),
  town(42.3, 69.6, 'Шымкент', 'Шымкент', 'Shymkent'),
  town(49.8, 73.1, 'Қарағанды', 'Караганда', 'Karaganda'),
  town(50.4, 80.2, 'Семей', 'Семей', 'Semey'),
  town(51.2, 51.4, 'Орал', 'Уральск', 'Oral'),
  town(47.1, 51.9, 'Атырау', 'Атырау', 'Atyrau'),
  town(53.2, 63.6, 'Қостанай', 'Костанай', 'Kostanay'),
  town(44.8, 65.5, 'Қызылорда', 'Кызылорда', 'Kyzylorda'),
  town(54.9, 69.2, 'Петропавл', 'Петропавловск', 'Petropavl'),
  town(52.3, 77.0, 'Павлодар', 'Павлодар', 'Pavlodar'),
  town(50.0, 82.6, 'Өскемен', 'Усть-Каменогорск', 'Oskemen'),
  town(42.9, 71.4, 'Тараз', 'Тараз', 'Taraz'),
  town(55.8, 37.6, 'Мәскеу', 'Москва', 'Moscow'),
  town(59.9, 30.3, 'Санкт-Петербург', 'Санкт-Петербург', 'Saint Petersburg'),
  town(48.7, 44.5, 'Волгоград', 'Волгоград', 'Volgograd'),
  town(50.4, 30.5, 'Киев', 'Киев', 'Kyiv'),
  town(53.9, 27.6, 'Минск', 'Минск', 'Minsk'),
  town(50.0, 36.2, 'Харьков', 'Харьков', 'Kharkiv'),
  town(52.2, 21.0, 'Варшава', 'Варшава', 'Warsaw'),
  town(52.5, 13.4, 'Берлин', 'Берлин', 'Berlin'),
  town(48.2, 16.4, 'Вена', 'Вена', 'Vienna'),
  town(47.5, 19.0, 'Будапешт', 'Будапешт', 'Budapest'),
  town(59.9, 10.7, 'Осло', 'Осло', 'Oslo'),
  town(60.2, 24.9, 'Хельсинки', 'Хельсинки', 'Helsinki'),
];
