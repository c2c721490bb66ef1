import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
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

type Answered = { kind: 'memorial' | 'search'; at: number; ms: number; failed: boolean };
type Readers = { url: string; soldierIds: string[]; names: string[] };

const ANY = <T>(list: readonly T[], turn: number): T => {
  const one = list[turn % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
};

/** A reader who comes every tenth of a second whether the one before was answered or not, until `over`. */
async function readPages({ url, soldierIds, names }: Readers, over: AbortSignal): Promise<Answered[]> {
  const answered: Answered[] = [];
  const open = new Set<Promise<void>>();
  for (let turn = 0; !over.aborted; turn += 1) {
    const language = ANY(LANGUAGES, turn);
    // Two memorial pages, then a search.
    const kind = turn % 3 === 2 ? 'search' : 'memorial';
    const path =
      kind === 'search'
        ? `/${language}/?q=${encodeURIComponent(ANY(names, turn))}`
        : `/${language}/soldiers/${ANY(soldierIds, turn * 37)}`;
    const at = performance.now();
    const keep = (failed: boolean): void => void answered.push({ kind, at, ms: performance.now() - at, failed });
    const asked = fetch(url + path)
      .then(async (answer) => {
        await answer.arrayBuffer();
        keep(answer.status !== 200);
      })
      .catch(() => keep(true))
      .finally(() => open.delete(asked));
    open.add(asked);
    await wait(EVERY_MS);
  }
  await Promise.all(open);
  return answered;
}

async function pagesFor(readers: Readers, ms: number): Promise<Answered[]> {
  const over = new AbortController();
  setTimeout(() => over.abort(), ms);
  return readPages(readers, over.signal);
}

type Ask = (path: string, init?: RequestInit) => Promise<Record<string, unknown>>;

async function accessTo({ url, account }: ReadySite): Promise<string> {
  const { email, password } = account;
  const body = JSON.stringify({ email, password });
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
  return ((await session.json()) as { accessToken: string }).accessToken;
}

/** Signed in, and again whenever that ran out: on a busy machine a bench outlives it. */
async function signedIn(site: ReadySite): Promise<Ask> {
  let token = await accessTo(site);
  const send = (path: string, init: RequestInit) =>
    fetch(`${site.url}/api${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });
  return async (path, init = {}) => {
    let answer = await send(path, init);
    if (answer.status === 401) {
      token = await accessTo(site);
      answer = await send(path, init);
    }
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
    // Newest first: what an earlier list queued is over.
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

function tellPages(when: string, answered: readonly Answered[]): void {
  for (const kind of ['memorial', 'search'] as const) {
    const times = answered.filter((one) => one.kind === kind).map(({ ms }) => ms);
    const shares = `p50 ${part(times, 0.5)} ms, p95 ${part(times, 0.95)} ms, longest ${part(times, 0.99999)} ms`;
    console.log(`${when.padEnd(16)} ${kind.padEnd(9)} ${String(times.length).padStart(5)} pages: ${shares}`);
  }
  const failed = answered.filter((one) => one.failed).length;
  if (failed > 0) console.log(`${when.padEnd(16)} ${failed} pages FAILED`);
}

async function send(ask: Ask, partner: string, list: string): Promise<string> {
  const form = new FormData();
  form.set('partner', partner);
  form.set('file', await openAsBlob(list), basename(list));
  return String((await ask('/imports', { method: 'POST', body: form })).id);
}

async function apply(ask: Ask, id: string): Promise<Record<string, unknown>> {
  await ask(`/imports/${id}/apply`, { method: 'POST' });
  return until(async () => {
    const now = await ask(`/imports/${id}`);
    return now.state === 'applying' ? null : now;
  });
}

/** When every row was in, in milliseconds of this process. */
async function bringIn(site: ReadySite, ask: Ask, child: ChildProcess): Promise<number> {
  const used = await usageOf(child);
  const sent = performance.now();
  const id = await send(ask, site.account.partner, site.list);
  console.log(`list sent and looked at     ${seconds(sent).toFixed(1)} s`);
  const began = performance.now();
  const item = await apply(ask, id);
  const appliedAt = performance.now();
  const { cpuSeconds, rssMb } = await usageOf(child);
  console.log(`${item.state}, ${JSON.stringify(item.counts)}`);
  const took = (appliedAt - began) / 1000;
  console.log(`rows in and indexed after   ${took.toFixed(1)} s, ${Math.round(rows / took)} rows a second`);
  const matched = await ended(ask, 'rematch');
  const all = await usageOf(child);
  console.log(`matched after               ${(seconds(began) / 60).toFixed(2)} minutes (wanted: at most 3)`);
  console.log(`  ${JSON.stringify(matched.result)}`);
  const cpu = [cpuSeconds - used.cpuSeconds, all.cpuSeconds - cpuSeconds].map((one) => one.toFixed(1));
  console.log(`processor                   ${cpu[0]} s for the rows, ${cpu[1]} s for the matching, pages included`);
  console.log(`memory                      ${Math.round(Math.max(rssMb, all.rssMb))} MB`);
  return appliedAt;
}

const child = fork(new URL('./imports-site.ts', import.meta.url), [rows, requests, before].map(String), {
  execArgv: ['--import', 'tsx'],
});
const [site] = (await once(child, 'message')) as [ReadySite];
await until(async () => ((await fetch(`${site.url}/ready`)).ok ? true : null));
const ask = await signedIn(site);
await apply(ask, await send(ask, site.account.partner, site.before));
await ended(ask, 'find-findings');
child.send('soldiers');
const [soldierIds] = (await once(child, 'message')) as [string[]];
const readers: Readers = { url: site.url, names: site.names, soldierIds };
console.log(`${rows} rows, ${requests} open requests, ${before} soldiers before, ${availableParallelism()} cores`);
await pagesFor(readers, 2000);
tellPages('at rest', await pagesFor(readers, AT_REST_MS));
const over = new AbortController();
const meanwhile = readPages(readers, over.signal);
const appliedAt = await bringIn(site, ask, child).finally(() => over.abort());
const answered = await meanwhile;
tellPages(
  'rows coming in',
  answered.filter(({ at }) => at < appliedAt),
);
tellPages(
  'being matched',
  answered.filter(({ at }) => at >= appliedAt),
);
console.log('(wanted: p95 under 300 ms)');
child.send('stop');
await once(child, 'exit');
