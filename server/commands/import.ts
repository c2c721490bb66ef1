import { copyFile, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { importMessages } from '../../client/messages/imports.ts';
import { createSite, type Site } from '../compose.ts';
import type { Actor } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import { createSayProblem } from '../http/problem.ts';
import type { Import } from '../imports/import.ts';
import { type ImportReader, importProblemView, mappingView } from '../imports/import-view.ts';
import { loadCommandConfig } from './command-config.ts';
import { followJob } from './follow-job.ts';
import { readerOfCommand, runCommand } from './run-command.ts';

// npm run import -- --partner CODE [--partner-name NAME] [--list NAME] FILE [--mapping FILE] [--dry-run] [--json]

const USAGE =
  'npm run import -- --partner CODE [--partner-name NAME] [--list NAME] FILE [--mapping FILE] [--dry-run] [--json]';

const actor: Actor = { id: 'command', role: 'admin' };

type Options = {
  partner: string;
  partnerName?: string;
  list: string;
  file: string;
  mapping?: string;
  dryRun: boolean;
  json: boolean;
};

function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      partner: { type: 'string' },
      'partner-name': { type: 'string' },
      list: { type: 'string' },
      mapping: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (!values.partner || !file || more.length > 0) throw new AppError('bad_input', USAGE);
  return {
    partner: values.partner,
    ...(values['partner-name'] ? { partnerName: values['partner-name'] } : {}),
    list: values.list ?? basename(file),
    file,
    ...(values.mapping ? { mapping: values.mapping } : {}),
    dryRun: values['dry-run'],
    json: values.json,
  };
}

async function partnerId(site: Site, { partner, partnerName }: Options): Promise<string> {
  const known = await site.services.partners.findByCode(partner);
  if (known) return known.id;
  if (!partnerName)
    throw new AppError('bad_input', `There is no partner ${partner}. Give --partner-name NAME to add it.`);
  return (await site.services.partners.create(actor, { code: partner, name: partnerName })).id;
}

/** The site takes files over by renaming them: the partner's own file stays where it is. */
async function takeIn(site: Site, file: string): Promise<{ path: string; name: string; bytes: number }> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new AppError('bad_input', `There is no file ${file}`);
  const path = join(site.services.disk.incomingDir, `command-${process.pid}-${Date.now()}`);
  await copyFile(file, path);
  return { path, name: basename(file), bytes: found.size };
}

async function createImport(site: Site, options: Options): Promise<Import> {
  const { imports } = site.services;
  const partner = await partnerId(site, options);
  const file = await takeIn(site, options.file);
  try {
    return await imports.create(actor, { partnerId: partner, listName: options.list, file });
  } finally {
    await rm(file.path, { force: true });
  }
}

async function mapped(site: Site, item: Import, mappingFile: string | undefined): Promise<Import> {
  if (!mappingFile) return item;
  const mapping = JSON.parse(await readFile(mappingFile, 'utf8')) as Record<string, string | null>;
  return site.services.imports.changeMapping(actor, item.id, item.version, { mapping });
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const site = await createSite(loadCommandConfig(), { join: true });
  try {
    const fresh = await mapped(site, await createImport(site, options), options.mapping);
    const begun = await site.services.imports[options.dryRun ? 'check' : 'apply'](actor, fresh.id);
    await followJob(site, begun.jobId);
    const item = await site.services.imports.get(actor, fresh.id);
    await tell(site, item, options);
    return item.state === 'applied' || item.state === 'checked' ? 0 : 1;
  } finally {
    await site.stop();
  }
}

const MOST_PROBLEMS = 10_000;

async function tell(site: Site, item: Import, { json }: Options): Promise<void> {
  const reader: ImportReader = { say: createSayProblem([importMessages]), language: readerOfCommand(process.env) };
  const found = await site.services.imports.problems(actor, item.id, -1, MOST_PROBLEMS);
  const problems = found.map((problem) => importProblemView(problem, reader));
  const error = item.error && (reader.say(item.error.key, reader.language, item.error.values) ?? item.error.key);
  if (error) process.stderr.write(`${error}\n`);
  if (json) {
    const { counts, listTotal, form } = item;
    const told = problems.map(({ line, field, rule, text }) => ({ line, field, rule, text }));
    process.stdout.write(
      `${JSON.stringify({ ...counts, listTotal, encoding: form?.encoding ?? null, mapping: mappingView(item), problems: told, importId: item.id })}\n`,
    );
    return;
  }
  process.stdout.write(`${item.id}  ${item.listName}  ${item.state}\n`);
  for (const [name, value] of Object.entries(item.counts)) process.stdout.write(`${name.padEnd(12)} ${value}\n`);
  process.stdout.write(`listTotal    ${item.listTotal ?? 0}\nencoding     ${item.form?.encoding ?? '–'}\n`);
  for (const { line, field, text } of problems.slice(0, 200))
    process.stdout.write(`${line}\t${field ?? ''}\t${text}\n`);
  if (item.problemCount > 200) process.stdout.write(`… ${item.problemCount}\n`);
}

await runCommand(main);
