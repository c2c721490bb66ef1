import { resolve } from 'node:path';
import { writeBackup } from '../backup/write-backup.ts';
import { AppError } from '../errors.ts';
import { openCommandSite } from './command-config.ts';
import { runCommand } from './run-command.ts';

/** `npm run backup -- FILE`: everything in one archive, also while the site runs. */
async function main([file, ...more]: string[]): Promise<number> {
  if (!file || more.length > 0) throw new AppError('bad_input', 'npm run backup -- FILE.tar.gz');
  const site = await openCommandSite();
  try {
    const { db } = site.store.connection;
    if (!db) throw new AppError('store_down', 'The store is not connected');
    const source = { db, disk: site.services.disk, now: site.clock() };
    const { collections, files } = await writeBackup(source, resolve(file));
    for (const [name, { documents }] of Object.entries(collections)) {
      process.stdout.write(`${name.padEnd(20)} ${documents}\n`);
    }
    process.stdout.write(`${'files'.padEnd(20)} ${Object.keys(files).length}\n`);
    process.stdout.write(
      'Keep CONTACT_KEY with it, in another place: without the key contact data cannot be opened.\n',
    );
    return 0;
  } finally {
    await site.stop();
  }
}

await runCommand(main);
