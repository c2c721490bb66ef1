import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { COMMAND_ACTOR, openCommandSite } from './command-config.ts';
import { followJob } from './follow-job.ts';
import { commandReader, sayError } from './import-outcome.ts';
import { runCommand } from './run-command.ts';

// npm run undo-import -- IMPORT_ID

async function main(args: string[]): Promise<number> {
  const [id] = parseArgs({ args, allowPositionals: true }).positionals;
  if (!id) throw new AppError('bad_input', 'npm run undo-import -- IMPORT_ID');
  const site = await openCommandSite();
  const reader = commandReader();
  try {
    const begun = await site.services.imports.undo(COMMAND_ACTOR, id);
    await followJob(site, begun.jobId, reader.language);
    const item = await site.services.imports.get(COMMAND_ACTOR, id);
    const { error } = item;
    if (error) process.stderr.write(`${reader.say(error.key, reader.language, error.values) ?? error.key}\n`);
    process.stdout.write(`${item.id}  ${item.listName}  ${item.state}  listTotal ${item.listTotal ?? 0}\n`);
    return item.state === 'undone' ? 0 : 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${sayError(error, reader)}\n`);
    return 1;
  } finally {
    await site.stop();
  }
}

await runCommand(main);
