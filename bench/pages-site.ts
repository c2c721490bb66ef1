import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReference } from '../seed/load-reference.ts';
import { createSite, type Site } from '../server/compose.ts';
import { loadConfig } from '../server/config.ts';
import type { MentionRow } from '../server/domain/row.ts';
import { serve } from '../server/serve.ts';
import { inventedPeople, nameLists } from './people.ts';
import { Seeded } from './seeded.ts';

/** The site of the bench, in a process of its own: what asks it is not to take its processor. */

const BATCH = 2000;
/** So many addresses are asked for, all over the alphabet. */
const ASKED = 2000;

const PLACES = [
  'Акмолинская обл., Кургальджинский р-н, аул № 5',
  'Алма-Атинская обл., Каскеленский р-н',
  'Павлодарская обл., Баянаульский р-н',
  'г. Гурьев',
];
const UNITS = ['1275 сп 387 сд', '8 гв. сд', '100 сбр', '106 кд'];

function rowsOf(person: { family: string; given: string; patronymic: string }, chance: Seeded): MentionRow[] {
  const year = String(1900 + chance.below(26));
  const names = { familyName: person.family, givenName: person.given, patronymic: person.patronymic };
  const report: MentionRow = {
    ...names,
    birthDate: year,
    birthPlace: chance.pick(PLACES),
    conscriptionPlace: 'Акмолинский РВК',
    rank: 'красноармеец',
    unit: chance.pick(UNITS),
    fate: 'пропал без вести',
    fateDate: `__.${String(1 + chance.below(12)).padStart(2, '0')}.1942`,
    archive: 'ЦАМО',
    fond: '58',
    documentType: 'донесение о безвозвратных потерях',
  };
  if (!chance.chance(0.4)) return [report];
  const card: MentionRow = {
    ...names,
    birthDate: year,
    camp: 'Stalag 304 (IV H)',
    campNumber: String(chance.below(200_000)),
    fate: 'погиб в плену',
    burialSite: 'Эренхайн Цайтхайн',
    burialCountry: 'DE',
    documentType: 'Personalkarte I',
  };
  return [report, card];
}

/** What may be asked for: addresses of soldiers, and names as they are searched for. */
export type Asked = { ids: string[]; names: string[] };

async function fill(site: Site, people: number): Promise<Asked> {
  const { mentions, gazetteer } = site.services;
  await loadReference({ burialSites: site.stores.burialSites, mentions, gazetteer, clock: site.clock });
  // As a new site does at its first start: nobody is to be drawn again behind the measured pages.
  await site.services.redrawJobs.redrawOutdated();
  const chance = new Seeded(1945);
  const context = await site.services.contextFor({});
  const { understandRow } = await import('../server/domain/understand-row.ts');
  const origin = { kind: 'volunteer', userId: 'bench', requestId: null } as const;
  const asked: Asked = { ids: [], names: [] };
  let batch: Parameters<typeof mentions.addMentions>[0] = [];
  let made = 0;
  for (const person of inventedPeople(people, nameLists(), new Seeded(1941))) {
    const soldierId = `bench${String(made).padStart(11, '0')}`;
    made += 1;
    if (made % Math.max(1, Math.floor(people / ASKED)) === 0) {
      asked.ids.push(soldierId);
      asked.names.push(`${person.family} ${person.given}`.trim());
    }
    rowsOf(person, chance).forEach((written, index) => {
      const { understood, sensitive } = understandRow(written, context);
      batch.push({ id: `${soldierId}-${index}`, origin, written, understood, sensitive, example: false, soldierId });
    });
    if (batch.length < BATCH) continue;
    await mentions.addMentions(batch);
    batch = [];
  }
  await mentions.addMentions(batch);
  return asked;
}

/** What a start sets going in the background is over. */
async function atRest({ stores }: Site): Promise<void> {
  for (;;) {
    const { queued, running } = await stores.jobs.countByState();
    if (queued + running === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const people = Number(process.argv[2] ?? 300_000);
/** A folder that is kept: filled by the first run, measured again by the next ones. */
const kept = process.argv[4];
const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'amanat-bench-')));
const config = loadConfig({
  PORT: process.argv[3] ?? '3999',
  DATA_DIR: dataDir,
  JWT_SECRET: 'a secret of forty characters for a bench',
  CONTACT_KEY: Buffer.alloc(32, 1).toString('base64'),
  // What is still being asked when the site stops is no news.
  LOG_LEVEL: 'silent',
  // All visitors of the bench come from one address.
  SEARCHES_PER_MINUTE: '1000000',
});
const site = await createSite(config);
const askedFile = join(dataDir, `asked-${people}.json`);
const filled = existsSync(askedFile);
const asked: Asked = filled ? JSON.parse(await readFile(askedFile, 'utf8')) : await fill(site, people);
if (!filled) await writeFile(askedFile, JSON.stringify(asked));
const serving = await serve(site);
await atRest(site);
process.on('message', (message) => {
  // All threads of this process: the pages and the store behind them.
  if (message === 'cpu') process.send?.({ cpu: process.cpuUsage() });
  if (message !== 'stop') return;
  void serving.stop().then(async () => {
    if (kept === undefined) await rm(dataDir, { recursive: true, force: true });
    process.exit(0);
  });
});
process.send?.({ url: config.publicUrl, asked });
