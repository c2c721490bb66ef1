import { loadReference } from '../../seed/load-reference.ts';
import { systemClock } from '../ids.ts';
import { openCommandSite } from './command-config.ts';
import { runCommand } from './run-command.ts';

/** `npm run load-reference`: burial places and documented soldiers of `seed/facts` into the store; again after an update. */
async function main(): Promise<number> {
  const site = await openCommandSite();
  try {
    const { stores, services } = site;
    const target = {
      burialSites: stores.burialSites,
      mentions: services.mentions,
      gazetteer: services.gazetteer,
      clock: systemClock,
      redrawAll: services.redrawJobs.redrawAll,
    };
    const loaded = await loadReference(target);
    process.stdout.write(`${loaded.burialSites} burial places, ${loaded.mentions} mentions of documented soldiers\n`);
    if (loaded.burialSites > 0) process.stdout.write('The site ties graves of older lists to them by itself\n');
    return 0;
  } finally {
    await site.stop();
  }
}

await runCommand(main);
