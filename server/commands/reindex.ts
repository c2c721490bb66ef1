import { openCommandSite } from './command-config.ts';
import { runCommand } from './run-command.ts';

/** `npm run reindex`: the search index anew from the store, under a new name, counted, then swapped. */
async function main(): Promise<number> {
  const site = await openCommandSite();
  try {
    await site.services.mentions.redrawDue();
    const documents = await site.services.index.rebuild();
    process.stdout.write(`${documents} soldiers in the index (${site.services.engine.kind})\n`);
    if (site.services.engine.kind === 'built-in') {
      process.stdout.write('The built-in search lives in the memory of the site, which fills it at each start.\n');
    }
    return 0;
  } finally {
    await site.stop();
  }
}

await runCommand(main);
