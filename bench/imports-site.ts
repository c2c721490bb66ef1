import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { createSite, type Site } from '../server/compose.ts';
import { loadConfig } from '../server/config.ts';
import type { Actor } from '../server/domain/roles.ts';
import { type LinkRow, ROW_FIELDS } from '../server/domain/row.ts';
import { type SearchRequest, untouchedRequest } from '../server/domain/search-request.ts';
import { serve } from '../server/serve.ts';
import { matchingSet } from './matching/matching-set.ts';

/** The site of the bench of imports, in a process of its own: what asks it is not to take its processor. */

const OPERATOR: Actor = { id: 'operator', role: 'admin' };

export type Account = { email: string; password: string; partner: string };
/** `before`: a list that was there already. `names`: some that are searched for. */
export type ReadySite = { url: string; before: string; list: string; names: string[]; account: Account };
export type Usage = { cpuSeconds: number; rssMb: number };

/** Some of those who are there, to read their pages. */
async function someSoldiers(site: Site): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of site.stores.mentions.streamLive()) ids.push(...batch.map(({ soldierId }) => soldierId));
  return ids;
}

async function writeList(file: string, rows: readonly LinkRow[]): Promise<string> {
  const lines = rows.map(({ id: _id, ...row }) => ROW_FIELDS.map((field) => row[field] ?? ''));
  await writeFile(file, stringify([[...ROW_FIELDS], ...lines], { delimiter: ';', bom: true }));
  return file;
}

function openRequest(site: Site, { id, ...soldier }: LinkRow, number: number): SearchRequest {
  const now = site.clock();
  return {
    ...untouchedRequest(),
    id: id.padStart(16, '0'),
    number,
    status: 'searching',
    soldier,
    understood: site.services.understand(soldier),
    letter: null,
    language: 'kk',
    about: null,
    consent: null,
    example: false,
    changes: [],
    createdAt: now,
    changedAt: now,
    matchedAt: now,
  };
}

async function openAccount(site: Site): Promise<Account> {
  const account = { email: 'bench@example.org', password: 'a long enough password', partner: 'BENCH' };
  await site.services.partners.create(OPERATOR, { code: account.partner, name: 'Bench' });
  const { email, password } = account;
  await site.services.users.create(OPERATOR, { email, password, displayName: 'Bench', role: 'admin' });
  return account;
}

async function main(rows: number, requests: number, before: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'amanat-bench-'));
  const config = loadConfig({
    PORT: '3998',
    DATA_DIR: dataDir,
    JWT_SECRET: 'a secret of forty characters for a bench',
    CONTACT_KEY: Buffer.alloc(32, 1).toString('base64'),
    SEARCHES_PER_MINUTE: '1000000',
    LOG_LEVEL: 'error',
  });
  const site = await createSite(config);
  const set = matchingSet({ soldiers: rows + before, requests, seed: 1 });
  for (const [index, row] of set.requests.entries()) {
    const request = openRequest(site, row, index + 1);
    await site.stores.requests.insert(request, { codeHash: request.id, formKey: null });
  }
  const account = await openAccount(site);
  const serving = await serve(site);
  process.on('message', (asked) => {
    if (asked === 'usage') {
      const { user, system } = process.cpuUsage();
      const usage: Usage = { cpuSeconds: (user + system) / 1e6, rssMb: process.memoryUsage.rss() / 2 ** 20 };
      process.send?.(usage);
      return;
    }
    if (asked === 'soldiers') {
      void someSoldiers(site).then((ids) => process.send?.(ids));
      return;
    }
    void serving.stop().then(async () => {
      await rm(dataDir, { recursive: true, force: true });
      process.exit(0);
    });
  });
  const names = set.requests.slice(0, 300).map(({ fullName, familyName, givenName }) => {
    return fullName ?? [familyName, givenName].filter(Boolean).join(' ');
  });
  const ready: ReadySite = {
    url: config.publicUrl,
    before: await writeList(join(dataDir, 'before.csv'), set.soldiers.slice(0, before)),
    list: await writeList(join(dataDir, 'list.csv'), set.soldiers.slice(before)),
    names,
    account,
  };
  process.send?.(ready);
}

const [rows = 28_000, requests = 10_000, before = 12_000] = process.argv.slice(2).map(Number);
await main(rows, requests, before);
