import { copyFile, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Site } from '../compose.ts';
import { AppError } from '../errors.ts';
import { hashOf } from '../files/file-disk.ts';
import type { Import } from '../imports/import.ts';
import { COMMAND_ACTOR, openCommandSite } from './command-config.ts';
import { followJob } from './follow-job.ts';
import { asksForHelp, type ImportOptions, readImportOptions, USAGE } from './import-options.ts';
import { commandReader, tellOutcome, tellRefused } from './import-outcome.ts';
import { runCommand } from './run-command.ts';

// npm run import -- --partner CODE [--partner-name NAME] [--list NAME] FILE [--mapping FILE] [--dry-run] [--json]

function refused(message: string, messageKey: string, details: Record<string, string>): AppError {
  return new AppError('bad_input', message, { messageKey, details });
}

async function partnerId(site: Site, { partner, partnerName }: ImportOptions): Promise<string> {
  const known = await site.services.partners.findByCode(partner);
  if (known) return known.id;
  if (!partnerName) throw refused('There is no such partner', 'import.command.no_partner', { partner });
  return (await site.services.partners.create(COMMAND_ACTOR, { code: partner, name: partnerName })).id;
}

/** The site takes files over by renaming them: the partner's own file stays where it is. */
async function takeIn(site: Site, file: string): Promise<{ path: string; name: string; bytes: number }> {
  const path = join(site.services.disk.incomingDir, `command-${process.pid}-${Date.now()}`);
  await copyFile(file, path);
  return { path, name: basename(file), bytes: (await stat(path)).size };
}

/**
 * The import of this file. A command that was killed and is started again goes on with the import it had begun, so that the counts
 * are those of the whole file.
 */
async function importOf(site: Site, options: ImportOptions): Promise<Import> {
  const { imports } = site.services;
  const found = await stat(options.file).catch(() => null);
  if (!found?.isFile()) throw refused('There is no such file', 'import.command.no_file', { file: options.file });
  const partner = await partnerId(site, options);
  const sha256 = await hashOf(options.file);
  const begun = await imports.findUnfinished(COMMAND_ACTOR, { partnerId: partner, listName: options.list, sha256 });
  if (begun) return begun;
  const file = await takeIn(site, options.file);
  try {
    return await imports.create(COMMAND_ACTOR, { partnerId: partner, listName: options.list, file });
  } finally {
    await rm(file.path, { force: true });
  }
}

async function readMapping(file: string): Promise<Record<string, string | null>> {
  const wrong = refused('The mapping file cannot be read', 'import.command.bad_mapping_file', { file });
  const text = await readFile(file, 'utf8').catch(() => {
    throw refused('There is no such file', 'import.command.no_file', { file });
  });
  try {
    const mapping: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (isMapping(mapping)) return mapping;
  } catch {
    throw wrong;
  }
  throw wrong;
}

function isMapping(value: unknown): value is Record<string, string | null> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.values(value).every((target) => target === null || typeof target === 'string');
}

/** Begins the step, or goes on with an apply that was cut off. */
async function begin(site: Site, item: Import, { mapping, dryRun }: ImportOptions): Promise<Import> {
  const { imports, jobs } = site.services;
  const job = item.state === 'applying' && item.jobId !== null ? await jobs.find(item.jobId) : null;
  if (job?.state === 'queued' || job?.state === 'running') return item;
  const mapped = mapping
    ? await imports.changeMapping(COMMAND_ACTOR, item.id, item.version, { mapping: await readMapping(mapping) })
    : item;
  return imports[dryRun ? 'check' : 'apply'](COMMAND_ACTOR, mapped.id);
}

async function main(args: string[]): Promise<number> {
  if (asksForHelp(args)) {
    const { say, language } = commandReader();
    process.stdout.write(`${USAGE}\n\n${say('import.command.help', language, {}) ?? ''}\n`);
    return 0;
  }
  const options = readImportOptions(args);
  const site = await openCommandSite();
  try {
    const begun = await begin(site, await importOf(site, options), options);
    await followJob(site, begun.jobId, commandReader().language);
    const item = await site.services.imports.get(COMMAND_ACTOR, begun.id);
    await tellOutcome(site, item, options.json);
    return item.state === 'applied' || item.state === 'checked' ? 0 : 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    tellRefused(error, options.json);
    return 1;
  } finally {
    await site.stop();
  }
}

await runCommand(main);
