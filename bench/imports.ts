import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReadySite, Usage } from './imports-site.ts';

/**
 * How long a partner's list takes until its men are on the desks of those who look for them, and what families notice meanwhile:
 * `npm run bench:imports -- [rows 28000] [open requests 10000] [soldiers there before 12000]`. A real file over real HTTP into a site
 * in a process of its own, over the embedded store.
 */
const [rows = 28_000, requests = 10_000, before = 12_000] = process.argv.slice(2).map(Number);
const LANGUAGES = ['kk', 'ru', 'en'];
const EVERY_MS = 100;
const AT_REST_MS = 8000;
const LOOK_MS = 250;

type Times = { memorial: number[]; search: number[]; failed: number };

const ANY = <T>(list: readonly T[], turn: number): T => {
  const one = list[turn % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
};

/** A reader who comes every tenth of a second whether the one before was answered or not, until `over`. */
async function readPages({ url, soldierIds, names }: ReadySite, over: AbortSignal): Promise<Times> {
  const times: Times = { memorial: [], search: [], failed: 0 };
  const open = new Set<Promise<void>>();
  for (let turn = 0; !over.aborted; turn += 1) {
    const language = ANY(LANGUAGES, turn);
    // Two memorial pages, then a search.
    const kind = turn % 3 === 2 ? 'search' : 'memorial';
    const path =
      kind === 'search'
        ? `/${language}/?q=${encodeURIComponent(ANY(names, turn))}`
        : `/${language}/soldiers/${ANY(soldierIds, turn * 37)}`;
    const began = performance.now();
    const asked = fetch(url + path)
      .then(async (answer) => {
        await answer.arrayBuffer();
        times[kind].push(performance.now() - began);
        if (answer.status !== 200) times.failed += 1;
      })
      .catch(() => {
        times.failed += 1;
      })
      .finally(() => open.delete(asked));
    open.add(asked);
    await wait(EVERY_MS);
  }
  await Promise.all(open);
  return times;
}

async function pagesFor(site: ReadySite, ms: number): Promise<Times> {
  const over = new AbortController();
  setTimeout(() => over.abort(), ms);
  return readPages(site, over.signal);
}

type Ask = (path: string, init?: RequestInit) => Promise<Record<string, unknown>>;

async function signedIn({ url, account }: ReadySite): Promise<Ask> {
  const { email, password } = account;
  const body = JSON.stringify({ email, password });
  const session = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { accessToken } = (await session.json()) as { accessToken: string };
  return async (path, init = {}) => {
    const headers = { ...init.headers, authorization: `Bearer ${accessToken}` };
    const answer = await fetch(`${url}/api${path}`, { ...init, headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
}

type Job = { kind: string; state: string; result: unknown; progress: { done: number; total: number | null } };

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await wait(LOOK_MS);
  }
}

/** The job of this kind when it is over. */
async function ended(ask: Ask, kind: string): Promise<Job> {
  return until(async () => {
    const { items } = (await ask('/jobs')) as { items: Job[] };
    const job = items.find((one) => one.kind === kind);
    if (job?.state === 'failed') throw new Error(`${kind} failed`);
    return job?.state === 'done' ? job : null;
  });
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [Usage];
  return usage;
}

const seconds = (from: number): number => (performance.now() - from) / 1000;
const part = (times: readonly number[], share: number): string =>
  ([...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(0);

function tellPages(when: string, { memorial, search, failed }: Times): void {
  for (const [page, times] of Object.entries({ memorial, search })) {
    const shares = `p50 ${part(times, 0.5)} ms, p95 ${part(times, 0.95)} ms, longest ${part(times, 0.99999)} ms`;
    console.log(`${when.padEnd(16)} ${page.padEnd(9)} ${String(times.length).padStart(5)} pages: ${shares}`);
  }
  if (failed > 0) console.log(`${when.padEnd(16)} ${failed} pages FAILED`);
}

async function bringIn(site: ReadySite, child: ChildProcess): Promise<void> {
  const ask = await signedIn(site);
  const form = new FormData();
  form.set('partner', site.account.partner);
  form.set('file', await openAsBlob(site.list), 'list.csv');
  const used = await usageOf(child);
  const sent = performance.now();
  const { id } = await ask('/imports', { method: 'POST', body: form });
  console.log(`list sent and looked at     ${seconds(sent).toFixed(1)} s`);
  const began = performance.now();
  await ask(`/imports/${id}/apply`, { method: 'POST' });
  const item = await until(async () => {
    const now = await ask(`/imports/${id}`);
    return now.state === 'applying' ? null : now;
  });
  const applied = seconds(began);
  const { cpuSeconds, rssMb } = await usageOf(child);
  console.log(`${item.state}, ${JSON.stringify(item.counts)}`);
  console.log(`rows in and indexed after   ${applied.toFixed(1)} s, ${Math.round(rows / applied)} rows a second`);
  const matched = await ended(ask, 'rematch');
  const all = await usageOf(child);
  console.log(`matched after               ${(seconds(began) / 60).toFixed(2)} minutes (wanted: at most 3)`);
  console.log(`  ${JSON.stringify(matched.result)}`);
  const cpu = [cpuSeconds - used.cpuSeconds, all.cpuSeconds - cpuSeconds].map((one) => one.toFixed(1));
  console.log(`processor                   ${cpu[0]} s for the rows, ${cpu[1]} s for the matching, pages included`);
  console.log(`memory                      ${Math.round(Math.max(rssMb, all.rssMb))} MB`);
}

const child = fork(new URL('./imports-site.ts', import.meta.url), [rows, requests, before].map(String), {
  execArgv: ['--import', 'tsx'],
});
const [site] = (await once(child, 'message')) as [ReadySite];
await until(async () => ((await fetch(`${site.url}/ready`)).ok ? true : null));
console.log(`${rows} rows, ${requests} open requests, ${before} soldiers before, ${availableParallelism()} cores`);
await pagesFor(site, 2000);
tellPages('at rest', await pagesFor(site, AT_REST_MS));
const over = new AbortController();
const meanwhile = readPages(site, over.signal);
await bringIn(site, child).finally(() => over.abort());
tellPages('meanwhile', await meanwhile);
console.log('(wanted: p95 under 300 ms)');
child.send('stop');
await once(child, 'exit');
