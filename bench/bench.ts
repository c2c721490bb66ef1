import { distort, type Person, writtenName } from './distortions.ts';
import { inventedPeople, nameLists } from './people.ts';
import { Seeded } from './seeded.ts';
import { amanat, type Listed, miniSearch, type System } from './systems.ts';

/** So many people in the index, and so many of them asked for, each with one distortion. */
const PEOPLE = 300_000;
const ASKED = 500;
const WARM_UP = 30;
const LIMIT = 10;

type Question = { asked: string; id: string };
type Measured = {
  name: string;
  buildMs: number;
  memoryMb: number;
  p50Ms: number;
  p95Ms: number;
  first: number;
  ten: number;
};

function task(): { listed: Listed[]; questions: Question[] } {
  const chance = new Seeded(1941);
  const distortions = new Seeded(1943);
  const listed: Listed[] = [];
  const questions: Question[] = [];
  const known = new Set<string>();
  for (const person of inventedPeople(4 * PEOPLE, nameLists(), chance)) {
    if (listed.length === PEOPLE) break;
    const name = writtenName(person);
    if (known.has(name)) continue;
    known.add(name);
    const id = `d${listed.length}`;
    listed.push({ id, name });
    if (questions.length < ASKED && isWhole(person) && distortions.chance(0.01)) {
      questions.push({ asked: distort(person, 1, distortions).name, id });
    }
  }
  return { listed, questions };
}

const isWhole = ({ given, patronymic }: Person): boolean => given !== '' && patronymic !== '';
const memoryMb = (): number => process.memoryUsage().rss / 2 ** 20;

async function measure(build: () => Promise<System>, questions: readonly Question[]): Promise<Measured> {
  const before = memoryMb();
  const began = performance.now();
  const system = await build();
  const buildMs = performance.now() - began;
  const memory = memoryMb() - before;
  for (const { asked } of questions.slice(0, WARM_UP)) system.ask(asked, LIMIT);
  const times: number[] = [];
  let first = 0;
  let ten = 0;
  for (const { asked, id } of questions) {
    const start = performance.now();
    const at = system.ask(asked, LIMIT).findIndex((hit) => hit.id === id);
    times.push(performance.now() - start);
    if (at === 0) first++;
    if (at >= 0) ten++;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const count = questions.length;
  return {
    name: system.name,
    buildMs,
    memoryMb: memory,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    first: first / count,
    ten: ten / count,
  };
}

const { listed, questions } = task();
console.log(
  `${listed.length} people, ${questions.length} questions with one distortion each; both systems in this run`,
);
const ours = await measure(() => amanat(listed), questions);
const peer = await measure(async () => miniSearch(listed), questions);
const rows: [string, (one: Measured) => number][] = [
  ['build, ms', ({ buildMs }) => buildMs],
  ['memory of the index, MB (what the process grew by)', (one) => one.memoryMb],
  ['a question, p50 ms', ({ p50Ms }) => p50Ms],
  ['a question, p95 ms', ({ p95Ms }) => p95Ms],
  ['found first', ({ first }) => first],
  ['found among ten', ({ ten }) => ten],
];
console.log(`measure | ${ours.name} | ${peer.name} | ratio`);
for (const [name, value] of rows) {
  const digits = name.startsWith('found') || name.startsWith('a question') ? 3 : 0;
  const ratio = value(ours) / value(peer);
  console.log(`${name} | ${value(ours).toFixed(digits)} | ${value(peer).toFixed(digits)} | ${ratio.toFixed(3)}`);
}
