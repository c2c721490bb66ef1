import { openCommandSite } from './command-config.ts';
import { followJob } from './follow-job.ts';
import { runCommand } from './run-command.ts';

/** `npm run redraw`: every soldier anew from his papers. A site does so by itself after an update. */
async function main(): Promise<number> {
  const site = await openCommandSite();
  try {
    const { id } = await site.services.redrawJobs.redrawAll();
    const job = await followJob(site, id, 'en');
    if (job.state !== 'done') {
      process.stderr.write(`Not finished: ${job.error?.text ?? job.state}. Start it again: it goes on.\n`);
      return 1;
    }
    process.stdout.write(`${job.result?.soldiers ?? 0} soldiers drawn again\n`);
    return 0;
  } finally {
    await site.stop();
  }
}

await runCommand(main);
