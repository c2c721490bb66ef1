import { parseArgs } from 'node:util';
import { importMessages } from '../../client/messages/imports.ts';
import { createSite } from '../compose.ts';
import type { Actor } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import { createSayProblem } from '../http/problem.ts';
import { loadCommandConfig } from './command-config.ts';
import { followJob } from './follow-job.ts';
import { readerOfCommand, runCommand } from './run-command.ts';

// npm run undo-import -- IMPORT_ID

const actor: Actor = { id: 'command', role: 'admin' };

async function main(args: string[]): Promise<number> {
  const [id] = parseArgs({ args, allowPositionals: true }).positionals;
  if (!id) throw new AppError('bad_input', 'npm run undo-import -- IMPORT_ID');
  const site = await createSite(loadCommandConfig(), { join: true });
  try {
    const begun = await site.services.imports.undo(actor, id);
    await followJob(site, begun.jobId);
    const item = await site.services.imports.get(actor, id);
    const say = createSayProblem([importMessages]);
    if (item.error)
      process.stderr.write(
        `${say(item.error.key, readerOfCommand(process.env), item.error.values) ?? item.error.key}\n`,
      );
    process.stdout.write(`${item.id}  ${item.listName}  ${item.state}  listTotal ${item.listTotal ?? 0}\n`);
    return item.state === 'undone' ? 0 : 1;
  } finally {
    await site.stop();
  }
}

await runCommand(main);
