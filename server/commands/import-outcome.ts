import { importRowMessages } from '../../client/messages/import-rows.ts';
import { importMessages } from '../../client/messages/imports.ts';
import { problemMessages } from '../../client/messages/problems.ts';
import type { Site } from '../compose.ts';
import type { AppError } from '../errors.ts';
import { createSayProblem } from '../http/problem.ts';
import { type Import, isMisnamed, noCounts } from '../imports/import.ts';
import { type ImportReader, importProblemView, mappingView } from '../imports/import-view.ts';
import { readerOfCommand } from './run-command.ts';

/** More than a screen or two nobody reads; the whole of it is in `--json` and in the report. */
const SHOWN = 200;

export function commandReader(): ImportReader {
  return {
    say: createSayProblem([importMessages, importRowMessages, problemMessages]),
    language: readerOfCommand(process.env),
  };
}

/** Why an import ended without its file being read to the end, in the reader's words. */
export function sayError(error: AppError, { say, language }: ImportReader): string {
  const values = Object.entries(error.details).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  );
  if (error.messageKey === undefined) return error.message;
  const said = say(error.messageKey, language, Object.fromEntries(values)) ?? error.message;
  // The page has a field for each column; whoever types has a file.
  const hint = error.messageKey.startsWith('import.mapping.') ? say('import.command.mapping', language, {}) : null;
  return hint ? `${said} ${hint}` : said;
}

/** What became of an import: one line of JSON for a program, or a table and the problems for a person. */
export async function tellOutcome(site: Site, item: Import, json: boolean): Promise<void> {
  const reader = commandReader();
  const text = item.error && (reader.say(item.error.key, reader.language, item.error.values) ?? item.error.key);
  if (text) process.stderr.write(`${text}\n`);
  if (isMisnamed(item)) process.stderr.write(`${reader.say('import.file.misnamed', reader.language) ?? ''}\n`);
  if (json) return tellJson(site, item, text);
  const { counts, listTotal, form } = item;
  const lines = [...Object.entries(counts), ['listTotal', listTotal ?? 0], ['encoding', form?.encoding ?? '–']];
  process.stdout.write(`${item.id}  ${item.listName}  ${item.state}\n`);
  for (const [name, value] of lines) process.stdout.write(`${String(name).padEnd(12)} ${value}\n`);
  let shown = 0;
  for await (const problem of site.stores.imports.streamProblems(item.id)) {
    shown += 1;
    if (shown > SHOWN) break;
    const { line, field, text: said } = importProblemView(problem, reader, item.form);
    process.stdout.write(`${line}\t${field ?? ''}\t${said}\n`);
  }
  if (item.problemCount > SHOWN) process.stdout.write(`… ${item.problemCount}\n`);
}

type ToldProblem = { line: number; field: string | null; rule: string; text: string };

async function tellJson(site: Site, item: Import, error: string | null): Promise<void> {
  const reader = commandReader();
  const problems: ToldProblem[] = [];
  if (item.error && error) problems.push(ofTheFile(item.error.key, error, item.error.values.line));
  for await (const problem of site.stores.imports.streamProblems(item.id)) {
    const { line, field, rule, text } = importProblemView(problem, reader, item.form);
    problems.push({ line, field, rule, text });
  }
  const { counts, listTotal, form, id } = item;
  const encoding = form?.encoding ?? null;
  writeLine({ ...counts, listTotal: listTotal ?? 0, encoding, mapping: mappingView(item), problems, importId: id });
}

/** A file that is no list at all still answers with one line, so that a program need not read two formats. */
export function tellRefused(error: AppError, json: boolean): void {
  const text = sayError(error, commandReader());
  process.stderr.write(`${text}\n`);
  if (!json) return;
  const problems = [ofTheFile(error.messageKey ?? error.code, text, error.details.line)];
  writeLine({ ...noCounts, listTotal: 0, encoding: null, mapping: {}, problems, importId: null });
}

/** `import.file.open_quote` is the rule `open_quote`; the whole file is line 0. */
function ofTheFile(key: string, text: string, line: unknown): ToldProblem {
  return { line: typeof line === 'number' ? line : 0, field: null, rule: key.split('.').at(-1) ?? key, text };
}

function writeLine(outcome: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
