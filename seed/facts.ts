import { existsSync, readFileSync } from 'node:fs';
import type { BurialSiteFact } from '../server/domain/burial-site.ts';
import type { DivisionFact } from '../server/domain/division.ts';
import type { HospitalFact } from '../server/domain/hospital.ts';
import type { PlaceFact } from '../server/domain/places/gazetteer.ts';
import type { VocabularyTerm } from '../server/domain/vocabulary.ts';
import type { NotableSoldierFact } from './notable-soldiers.ts';

/**
 * The reference facts: places, burial sites, divisions, hospitals, documented soldiers and the words of the records,
 * each row with its sources and how sure it is. They are data of the product, in the demo and in production.
 */

/** Coordinates and spellings of places come from GeoNames (CC BY 4.0), which has to be named wherever they show. */
export const GEONAMES_CREDIT = {
  name: 'GeoNames',
  url: 'https://www.geonames.org/',
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

// Beside this file in the sources; the compiled server leaves the data where it is, one folder above `dist`.
const FOLDERS = [new URL('./facts/', import.meta.url), new URL('../../seed/facts/', import.meta.url)];

function readFact(name: string): unknown {
  const folder = FOLDERS.find((candidate) => existsSync(new URL(name, candidate)));
  if (folder === undefined) throw new Error(`The reference facts are incomplete: ${name} is missing from seed/facts`);
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

function items<Row>(name: string): Row[] {
  const file = readFact(name) as { items?: unknown };
  if (!Array.isArray(file.items)) throw new Error(`The reference facts are broken: ${name} has no list "items"`);
  // The shape is checked by a test over every row, not at each start.
  return file.items as Row[];
}

/** Oblasts, districts, towns and villages of the war years. */
export function loadPlaces(): PlaceFact[] {
  return items<PlaceFact>('places.json');
}

/** Burial places and memorials, mostly abroad. */
export function loadBurialSites(): BurialSiteFact[] {
  return items<BurialSiteFact>('burial-sites.json');
}

/** Divisions and brigades formed in Kazakhstan. */
export function loadDivisions(): DivisionFact[] {
  return items<DivisionFact>('divisions.json');
}

/** Evacuation hospitals in Kazakhstan. */
export function loadHospitals(): HospitalFact[] {
  return items<HospitalFact>('hospitals.json');
}

/** Soldiers that public pages tell of. */
export function loadNotableSoldiers(): NotableSoldierFact[] {
  return items<NotableSoldierFact>('notable-soldiers.json');
}

/** What the facts say in one language, as the other languages tell it. */
export type FactTranslations = Record<string, { kk?: string; ru?: string; en?: string }>;

/** The texts of the facts in the reader's language, by the text as the facts have it. */
export function loadTranslations(): FactTranslations {
  const file = readFact('translations.json') as { texts?: FactTranslations };
  if (file.texts === undefined) throw new Error('The reference facts are broken: translations.json has no texts');
  return file.texts;
}

/** The words of the records, all sections in one list. */
export function loadVocabulary(): VocabularyTerm[] {
  const file = readFact('vocabulary.json') as { sections?: Record<string, VocabularyTerm[]> };
  if (file.sections === undefined) throw new Error('The reference facts are broken: vocabulary.json has no sections');
  return Object.values(file.sections).flat();
}
