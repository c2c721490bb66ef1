import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBackup, removeEverything, requireEmpty, restoreBackup } from '../backup/read-backup.ts';
import { AppError } from '../errors.ts';
import { openCommandSite } from './command-config.ts';
import { runCommand } from './run-command.ts';

const USAGE = 'npm run restore -- FILE.tar.gz [--replace]';

/** `npm run restore -- FILE`: into an empty store of either kind. The archive is read to its end before anything is written. */
async function main(args: string[]): Promise<number> {
  const options = { replace: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new AppError('bad_input', USAGE);
  const archive = resolve(file);
  const { collections, files } = await checkBackup(archive);
  const site = await openCommandSite();
  try {
    const { connection, kind, owner } = site.store;
    if (kind === 'embedded' && !owner) {
      throw new AppError('conflict', 'The site is running on this store. Stop it, then restore.');
    }
    if (!connection.db) throw new AppError('store_down', 'The store is not connected');
    const target = { db: connection.db, disk: site.services.disk };
    if (values.replace) await removeEverything(target);
    else await requireEmpty(target);
    await restoreBackup(archive, target);
    for (const [name, { documents }] of Object.entries(collections)) {
      process.stdout.write(`${name.padEnd(20)} ${documents}\n`);
    }
    process.stdout.write(`${'files'.padEnd(20)} ${Object.keys(files).length}\n`);
    if (site.config.meili) process.stdout.write('Now: npm run reindex\n');
    return 0;
  } finally {
    await site.stop();
  }
}

await runCommand(main);
