import type { MentionRow } from '../row.ts';
import type { ColumnGuess } from './column-guess.ts';
import { fieldsOfTarget } from './compounds.ts';
import { deathOfHeading } from './death-heading.ts';
import { noteLabels } from './guess-columns.ts';
import type { Mapping, RowPlan } from './map-row.ts';

/** How the rows of a list are read, of its columns, where they go, and what holds for all of it. */
export function rowPlanOf(columns: readonly ColumnGuess[], mapping: Mapping, constants: MentionRow): RowPlan {
  const serial = columns.filter(({ serialDays }) => serialDays === true).map(({ column }) => column);
  const deaths = columns.flatMap(({ column, header }) => {
    const target = mapping[column] ?? null;
    const word = target !== null && fieldsOfTarget(target).includes('fateDate') ? deathOfHeading(header) : null;
    return word === null ? [] : [[column, word] as const];
  });
  return { mapping, labels: noteLabels(columns), serialDays: new Set(serial), deaths: new Map(deaths), constants };
}
