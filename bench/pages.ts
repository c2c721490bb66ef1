import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import autocannon from 'autocannon';

/**
 * How long a family waits for a memorial page: 50 requests a second, on loopback, over a database of the size of the country's
 * losses. The time is that of the whole answer, so the first byte came no later.
 */
const PEOPLE = Number(process.argv[2] ?? 300_000);
const PORT = '3999';
const PER_SECOND = 50;
const SECONDS = 30;
const WARM_UP_SECONDS = 5;
const LANGUAGES = ['kk', 'ru', 'en'];

type Ready = { url: string; ids: string[] };

async function ask(
  url: string,
  paths: readonly string[],
  seconds: number,
): Promise<{ times: number[]; failed: number }> {
  const times: number[] = [];
  let failed = 0;
  const requests = paths.map((path) => ({ method: 'GET' as const, path }));
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(
      { url, requests, connections: 10, overallRate: PER_SECOND, duration: seconds },
      (error: unknown) => (error ? reject(error) : resolve()),
    );
    run.on('response', (_client: unknown, status: number, _bytes: number, time: number) => {
      times.push(time);
      if (status !== 200) failed += 1;
    });
  });
  return { times: times.sort((a, b) => a - b), failed };
}

const began = performance.now();
const child = fork(new URL('./pages-site.ts', import.meta.url), [String(PEOPLE), PORT], {
  execArgv: ['--import', 'tsx'],
});
const { url, ids } = await new Promise<Ready>((resolve, reject) => {
  child.once('message', (message) => resolve(message as Ready));
  child.once('exit', (code) => reject(new Error(`The site of the bench ended with ${code}`)));
});
// The search is filled in the background; the pages are measured beside a site at rest.
while (!(await fetch(`${url}/ready`)).ok) await new Promise((resolve) => setTimeout(resolve, 1000));
console.log(`${PEOPLE} people stored and searchable after ${Math.round((performance.now() - began) / 1000)} s`);

const paths = ids.map((id, index) => `/${LANGUAGES[index % LANGUAGES.length]}/soldiers/${id}`);
await ask(url, paths, WARM_UP_SECONDS);
const { times, failed } = await ask(url, paths, SECONDS);
const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
console.log(`memorial pages: ${times.length} in ${SECONDS} s on ${availableParallelism()} cores, ${failed} failed`);
console.log(
  `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (wanted: p95 under 50 ms at ${PER_SECOND} a second)`,
);
child.removeAllListeners('exit');
child.send('stop');
