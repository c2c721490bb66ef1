import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import autocannon from 'autocannon';
import type { Asked } from './pages-site.ts';

/**
 * How long a family waits for a page: 50 requests a second, on loopback, over a database of the size of the country's
 * losses. The time is that of the whole answer, so the first byte came no later.
 *
 * `npm run bench:pages -- [PEOPLE] [FOLDER]`: a folder is kept, so that the next run need not make the people again.
 */
const PEOPLE = Number(process.argv[2] ?? 300_000);
const FOLDER = process.argv[3];
const PORT = '3999';
const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);
const WARM_UP_SECONDS = 5;
const LANGUAGES = ['kk', 'ru', 'en'];
/** Where two fifths of the bench's people lie: the largest burial place there could be. */
const SITE = 'zeithain';

type Kind = { name: string; paths: string[]; perSecond: number };
type Measured = { times: number[]; failed: number; bytes: number };

async function ask(url: string, { paths, perSecond }: Kind, seconds: number): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  let bytes = 0;
  const headers = { 'accept-encoding': 'gzip' };
  const requests = paths.map((path) => ({ method: 'GET' as const, path, headers }));
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(
      { url, requests, connections: 10, overallRate: perSecond, duration: seconds },
      (error: unknown) => (error ? reject(error) : resolve()),
    );
    run.on('response', (_client: unknown, status: number, size: number, time: number) => {
      times.push(time);
      bytes += size;
      if (status !== 200) failed += 1;
    });
  });
  return { times: times.sort((a, b) => a - b), failed, bytes };
}

const inLanguages = (paths: string[]): string[] =>
  paths.map((path, index) => `/${LANGUAGES[index % LANGUAGES.length]}${path}`);

function kindsOf({ ids, names }: Asked): Kind[] {
  const search = names.map((name) => `/?${new URLSearchParams({ q: name })}`);
  const letters = ['А', 'Б', 'К', 'С', 'Т'].map((letter) => `/burial-sites/${SITE}?${new URLSearchParams({ letter })}`);
  return [
    { name: 'memorial page', paths: inLanguages(ids.map((id) => `/soldiers/${id}`)), perSecond: 50 },
    { name: 'burial place', paths: inLanguages([`/burial-sites/${SITE}`, ...letters]), perSecond: 10 },
    { name: 'search', paths: inLanguages(search), perSecond: 20 },
  ];
}

/** Whether somebody who watches the site hears from it while it works: the longest time one answer took. */
function watch(url: string) {
  let slowest = 0;
  let missed = 0;
  const look = async () => {
    const began = performance.now();
    const alive = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    slowest = Math.max(slowest, performance.now() - began);
    if (!alive) missed += 1;
  };
  const timer = setInterval(() => void look(), 500);
  return () => {
    clearInterval(timer);
    return missed === 0 ? `/health within ${slowest.toFixed(0)} ms` : `/health missed ${missed} times`;
  };
}

const began = performance.now();
const child = fork(new URL('./pages-site.ts', import.meta.url), [String(PEOPLE), PORT, ...(FOLDER ? [FOLDER] : [])], {
  execArgv: ['--import', 'tsx'],
});
const { url, asked } = await new Promise<{ url: string; asked: Asked }>((resolve, reject) => {
  child.once('message', (message) => resolve(message as { url: string; asked: Asked }));
  child.once('exit', (code) => reject(new Error(`The site of the bench ended with ${code}`)));
});

async function cpuMs(): Promise<number> {
  child.send('cpu');
  const [message] = await once(child, 'message');
  const { cpu } = message as { cpu: NodeJS.CpuUsage };
  return (cpu.user + cpu.system) / 1000;
}

// The search is filled in the background; the pages are measured beside a site at rest.
while (!(await fetch(`${url}/ready`)).ok) await new Promise((resolve) => setTimeout(resolve, 1000));
console.log(`${PEOPLE} people stored and searchable after ${Math.round((performance.now() - began) / 1000)} s`);
console.log(`${SECONDS} s each on ${availableParallelism()} cores (wanted: p95 of a memorial page under 50 ms)`);

for (const kind of kindsOf(asked)) {
  await ask(url, kind, WARM_UP_SECONDS);
  const before = await cpuMs();
  const watched = watch(url);
  const { times, failed, bytes } = await ask(url, kind, SECONDS);
  const health = watched();
  const cpu = ((await cpuMs()) - before) / Math.max(1, times.length);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(
    `${kind.name}: ${times.length} at ${kind.perSecond} a second, ${failed} failed; p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ` +
      `p99 ${at(0.99)} ms; ${cpu.toFixed(1)} ms of processor and ${(bytes / times.length / 1024).toFixed(1)} kB a page; ${health}`,
  );
}
child.removeAllListeners('exit');
child.send('stop');
