import type { AuditChange } from '../audit/audit-service.ts';
import type { Import } from './import.ts';

type Told = Partial<Record<string, unknown>>;

/**
 * What somebody changed of how a list is read, and nothing else. A column is called by its place: where the first row of people was
 * taken for a header, its words are somebody's data, and the audit is kept for ever.
 */
export function mappingChange(before: Import, after: Import): AuditChange {
  const [was, is]: [Told, Told] = [{}, {}];
  const tell = (name: string, one: unknown, other: unknown) => {
    if (JSON.stringify(one) === JSON.stringify(other)) return;
    was[name] = one;
    is[name] = other;
  };
  const targets = differing(columnsOf(before), columnsOf(after));
  if (targets) tell('mapping', targets.was, targets.is);
  const constants = differing(before.constants, after.constants);
  if (constants) tell('constants', constants.was, constants.is);
  const choice = differing(before.choice, after.choice);
  if (choice) tell('choice', choice.was, choice.is);
  tell('asOf', before.asOf, after.asOf);
  tell('part', before.part, after.part);
  return Object.keys(is).length === 0 ? {} : { before: was, after: is };
}

const columnsOf = ({ mapping }: Import): Told =>
  Object.fromEntries(mapping.map((target, column) => [`#${column + 1}`, target]));

function differing(before: Told, after: Told): { was: Told; is: Told } | null {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => (before[name] ?? null) !== (after[name] ?? null),
  );
  if (names.length === 0) return null;
  const only = (told: Told) => Object.fromEntries(names.map((name) => [name, told[name] ?? null]));
  return { was: only(before), is: only(after) };
}
