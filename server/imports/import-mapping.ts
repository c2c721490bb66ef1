import type { ColumnGuess } from '../domain/imports/column-guess.ts';
import { columnLabels } from '../domain/imports/column-labels.ts';
import { isHeaderTarget } from '../domain/imports/compounds.ts';
import { IN_NOTES } from '../domain/imports/guess-columns.ts';
import { foldHeader } from '../domain/imports/header-target.ts';
import { doubledFields, type Mapping, namesSomebody } from '../domain/imports/map-row.ts';
import { createScanFinder, scanNamesOf } from '../domain/imports/scan-names.ts';
import { AppError } from '../errors.ts';
import type { PartnerList } from './import.ts';

/** What this partner decided for the last version of the list goes before what is guessed. */
export function rememberedMapping(columns: readonly ColumnGuess[], last: PartnerList['lastMapping']): Mapping {
  const guessed = columns.map((column) => column.target);
  if (!last) return guessed;
  const byFold = new Map(Object.entries(last).map(([label, target]) => [foldHeader(label), target]));
  const mapping = columnLabels(columns).map((label, column) => {
    const target = byFold.get(foldHeader(label));
    if (target === undefined) return guessed[column] ?? null;
    return target !== null && isHeaderTarget(target) ? target : null;
  });
  return doubledFields(mapping).length > 0 ? guessed : mapping;
}

/**
 * Which columns name scans.
 * @param names of all scans that came with the list; null where none did
 */
export function scanColumns(columns: readonly ColumnGuess[], names: readonly string[] | null): ColumnGuess[] {
  return names === null ? withoutScans(columns) : withScans(columns, names);
}

/** Where no scans have come with a list, the names of their files are kept as notes; whoever sends it is told how scans come. */
function withoutScans(columns: readonly ColumnGuess[]): ColumnGuess[] {
  return columns.map((column) =>
    column.target === 'scan' ? { ...column, target: 'notes', confidence: IN_NOTES, namesScans: true } : column,
  );
}

const MOST_FOUND = 0.6;

/** A column whose values are the names of the scans that came with the list, with or without their endings. */
function withScans(columns: readonly ColumnGuess[], names: readonly string[]): ColumnGuess[] {
  if (columns.some(({ target }) => target === 'scan')) return [...columns];
  const find = createScanFinder([{ pack: '', names }]);
  const isFound = (cell: string) => scanNamesOf(cell).some((name) => find(name) !== 'missing');
  return columns.map((column) => {
    const { target, samples } = column;
    const mayBe = (target === null || target === 'notes') && samples.length > 0;
    if (!mayBe || samples.filter(isFound).length < samples.length * MOST_FOUND) return column;
    return { ...column, target: 'scan', confidence: MOST_FOUND };
  });
}

/** What a person said of each column. A column that is not named is left out; a name that no column has is told. */
export function mappingFrom(said: Record<string, string | null>, labels: string[]): Mapping {
  const wrong = Object.entries(said).flatMap(([label, target]) => {
    if (!labels.includes(label)) return [{ label, detail: 'import.mapping.unknown_column' }];
    return target === null || isHeaderTarget(target) ? [] : [{ label, detail: 'import.mapping.unknown_field' }];
  });
  const [first] = wrong;
  if (first) {
    throw new AppError('bad_input', 'A column or a field of the mapping does not exist', {
      messageKey: first.detail,
      details: { column: first.label },
      problems: wrong.map(({ label, detail }) => ({ pointer: `/mapping/${label}`, detail, values: { column: label } })),
    });
  }
  return labels.map((label) => {
    const target = said[label] ?? null;
    return target !== null && isHeaderTarget(target) ? target : null;
  });
}

/** Whether a list can be read with this mapping. */
export function isReady(mapping: Mapping): boolean {
  return doubledFields(mapping).length === 0 && namesSomebody(mapping);
}

/** Refuses two columns for one field, and a list in which nobody has a name. */
export function refuseBadMapping(mapping: Mapping): void {
  const doubled = doubledFields(mapping);
  if (doubled.length > 0) {
    throw new AppError('bad_input', 'Two columns cannot fill one field', {
      messageKey: 'import.mapping.doubled',
      details: { fields: doubled.join(', ') },
      problems: doubled.map((field) => ({ pointer: `/mapping/${field}`, detail: 'import.mapping.doubled' })),
    });
  }
  if (!namesSomebody(mapping))
    throw new AppError('bad_input', 'No column says who it is', { messageKey: 'import.mapping.no_name' });
}
