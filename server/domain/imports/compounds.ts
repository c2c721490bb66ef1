import { isRowField, type RowField } from '../row.ts';

/** What one column may hold of several fields in one text: which it always stands for, and which only some lists have in it. */
const COMPOUNDS = {
  conscription: { always: ['conscriptionDate', 'conscriptionPlace'], sometimes: [] },
  archiveReference: { always: ['fond', 'opis', 'delo'], sometimes: ['archive', 'sheet'] },
  burialDateAndPlace: { always: ['burialPlace'], sometimes: ['notes'] },
  siteAndGrave: { always: ['burialSite', 'grave'], sometimes: [] },
  campAndNumber: { always: ['camp', 'campNumber'], sometimes: [] },
  coordinates: { always: ['burialLatitude', 'burialLongitude'], sometimes: ['notes'] },
  birthDateAndPlace: { always: ['birthDate', 'birthPlace'], sometimes: [] },
  deathDateAndPlace: { always: ['fateDate', 'fatePlace'], sometimes: ['fate'] },
  fateAndDate: { always: ['fate', 'fateDate'], sometimes: ['fatePlace'] },
  captureDateAndPlace: { always: ['captureDate', 'capturePlace'], sometimes: [] },
  lifespan: { always: ['birthDate', 'fateDate'], sometimes: [] },
  person: { always: ['fullName'], sometimes: ['rank', 'birthDate'] },
  givenAndPatronymic: { always: ['givenName', 'patronymic'], sometimes: [] },
  rankAndUnit: { always: ['rank', 'unit'], sometimes: [] },
  age: { always: ['birthDate'], sometimes: [] },
  birthPlacePart: { always: ['birthPlace'], sometimes: [] },
  residencePart: { always: ['residence'], sometimes: [] },
  conscriptionPlacePart: { always: ['conscriptionPlace'], sometimes: [] },
  fatePlacePart: { always: ['fatePlace'], sometimes: [] },
  burialRegionPart: { always: ['burialRegion'], sometimes: [] },
  gravePart: { always: ['grave'], sometimes: [] },
  unitPart: { always: ['unit'], sometimes: [] },
} as const satisfies Record<string, { always: readonly RowField[]; sometimes: readonly RowField[] }>;

/** A column that holds a part of a field (the district of a place of birth), by the field that the parts are joined in. */
export const PARTS = {
  birthPlace: 'birthPlacePart',
  residence: 'residencePart',
  conscriptionPlace: 'conscriptionPlacePart',
  fatePlace: 'fatePlacePart',
  burialRegion: 'burialRegionPart',
  grave: 'gravePart',
  unit: 'unitPart',
} as const satisfies Partial<Record<RowField, CompoundField>>;

/** A column that holds several fields in one text, or one field in a form of its own (an age as a bare number). */
export type CompoundField = keyof typeof COMPOUNDS;

/** Targets that fill no field. `ignore`: running numbers, which say nothing of anybody; `scan`: names of files that come with the list. */
const FIELDLESS = ['ignore', 'scan'] as const;
type Fieldless = (typeof FIELDLESS)[number];

/** Where a column may go. */
export type HeaderTarget = RowField | CompoundField | Fieldless;

const PART_NAMES: readonly string[] = Object.values(PARTS);

/** Whether a target is one of several columns that share a field. */
export const isPart = (target: string): boolean => PART_NAMES.includes(target);

/** Whether a column that goes there fills no field. */
export const isFieldless = (target: string): target is Fieldless => FIELDLESS.some((one) => one === target);

/** Whether any number of columns may go there. */
export const mayBeMany = (target: HeaderTarget): boolean => target === 'notes' || isFieldless(target) || isPart(target);

const isCompound = (target: string): target is CompoundField => Object.hasOwn(COMPOUNDS, target);

/** Whether a text names a place a column can go to. */
export function isHeaderTarget(text: string): text is HeaderTarget {
  return isRowField(text) || isCompound(text) || isFieldless(text);
}

/** The row fields a target fills. `filled`: the fields its samples filled, for the report of a mapping. */
export function fieldsOfTarget(target: HeaderTarget, filled: ReadonlySet<RowField> = new Set()): readonly RowField[] {
  if (isFieldless(target)) return [];
  if (!isCompound(target)) return [target];
  const { always, sometimes } = COMPOUNDS[target];
  return [...always, ...sometimes.filter((field) => filled.has(field))];
}
