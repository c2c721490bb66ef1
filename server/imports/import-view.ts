import type { Language } from '../../client/messages/translate.ts';
import { columnLabels } from '../domain/imports/column-labels.ts';
import { ownColumnOf } from '../domain/imports/own-columns.ts';
import { fieldsFilled } from '../domain/imports/split-cell.ts';
import { isHeldAsImpossible } from '../domain/understand-row.ts';
import type { SayProblem } from '../http/problem.ts';
import { type Import, type ImportProblem, isMisnamed } from './import.ts';
import type { Standing } from './import-service.ts';

/** In whose words problems are told. */
export type ImportReader = { say: SayProblem; language: Language };

/** A file's mapping as the contract names it: by header a field, several fields, or null. */
export function mappingView(item: Import): Record<string, string | string[] | null> {
  const entries = columnLabels(item.columns).map((label, column): [string, string | string[] | null] => {
    const target = item.mapping[column] ?? null;
    const fields = target === null ? [] : fieldsFilled(target, item.columns[column]?.samples ?? []);
    return [label, fields.length > 1 ? [...fields] : (fields[0] ?? (target === 'scan' ? target : null))];
  });
  return Object.fromEntries(entries);
}

/** What the partner whose list it is sees of an import; `standing`: how it stands now, where it was asked for. */
export function importView(item: Import, { say, language }: ImportReader, standing: Partial<Standing> = {}) {
  const { id, partnerId, listId, listName, fileName, bytes, state, counts, problemCount, gone } = item;
  const { lostLetters, nameless, packed, scansFound, scansKept, jobId, createdAt, appliedAt, undoneAt } = item;
  const { version, form, firstData, constants, asOf, choice, part, saidPart, emptiedAt } = item;
  const labels = columnLabels(item.columns);
  const columns = item.columns.map((column) => ({
    ...column,
    label: labels[column.column] ?? '',
    target: item.mapping[column.column] ?? null,
    guess: column.target,
    own: ownColumnOf(column.header) !== null,
  }));
  const error = item.error && (say(item.error.key, language, item.error.values) ?? item.error.key);
  const file = { listId, listName, fileName, misnamed: isMisnamed(item), bytes, form, firstData, choice, columns };
  const result = {
    counts,
    problemCount,
    gone,
    listTotal: standing.listTotal ?? item.listTotal,
    waiting: standing.waiting ?? counts.quarantined,
    stillRejected: standing.stillRejected ?? counts.rejected,
    nameless,
    lostLetters,
    scans: packed?.scans ?? 0,
    scansFound,
    scansKept,
    error,
  };
  return {
    id,
    partnerId,
    state,
    ...file,
    ...{ constants, asOf, part, saidPart },
    mapping: mappingView(item),
    ...result,
    jobId,
    createdAt,
    appliedAt,
    undoneAt,
    emptiedAt,
    keptUntil: standing.keptUntil ?? null,
    version,
  };
}

/**
 * Who took an import back and why, where it was: a partner is told of its own people by name, of ours that it was one of them. A key of
 * a partner has no name of a person.
 */
export function takenBackView(
  { state, undoneAt, takenBack }: Import,
  reader: ImportReader & { partnerId?: string | undefined },
  names: ReadonlyMap<string, string>,
) {
  if (state !== 'undone' || undoneAt === null) return null;
  if (takenBack === null) return { at: undoneAt, by: null, reason: null };
  const { by, partnerId, reason } = takenBack;
  const name = names.get(by) ?? by;
  // A command has no account, and no name but its id.
  const isToldByName = name !== by && (reader.partnerId === undefined || partnerId === reader.partnerId);
  if (isToldByName) return { at: undoneAt, by: name, reason };
  const key = partnerId === null ? 'import.undone_by_us' : 'import.undone_by_program';
  return { at: undoneAt, by: reader.say(key, reader.language, {}), reason };
}

/** One problem in the reader's words; on a later sheet of a workbook with the sheet and its own line number. */
export function importProblemView(problem: ImportProblem, reader: ImportReader, form: Import['form'] = null) {
  const { line, field, rule, severity } = problem;
  return { line, field, rule, severity, text: importReasons([problem], reader, form) };
}

/** What is wrong with one line, in the reader's words: where it stands and what can be done are said once for all its faults. */
export function importReasons(
  problems: readonly [ImportProblem, ...ImportProblem[]],
  { say, language }: ImportReader,
  form: Import['form'] = null,
): string {
  const [{ line }] = problems;
  const start = form?.starts?.findLast(({ before }) => before > 0 && line > before);
  const where = start && say('import.row.on_sheet', language, { sheet: start.sheet, line: line - start.before });
  const said = problems.map(({ key, values, rule }) => say(key, language, values) ?? rule);
  // What contradicts another row says already that a person has to decide; what cannot be true does not.
  const waits = problems.some(isHeldAsImpossible) ? say('import.row.waits', language, {}) : null;
  return [where, ...new Set(said), waits].filter(Boolean).join(' ');
}
