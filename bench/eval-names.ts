import { LIKELY } from '../server/domain/names/likeness.ts';
import { distort, type Person, writtenName } from './distortions.ts';
import { inventedPeople, type NameLists, nameLists } from './people.ts';
import { Seeded } from './seeded.ts';
import { amanat, type Listed, miniSearch, type System, trigrams } from './systems.ts';

/** Invented people among whom the real names hide, people asked for who are not there, and distorted names asked for. */
const DISTRACTORS = 300_000;
const ABSENT = 1000;
const DISTORTED = 1200;
const LIMIT = 20;

/** One question: what is asked, which documents answer it, which spelt just as asked do not count, and its groups. */
type Question = { asked: string; right: Set<string>; same: Set<string>; groups: string[]; person: string };
type Scores = { first: number; ten: number; reciprocal: number };

const GROUPS: Record<string, string> = {
  'person/ca': 'persons, Central Asian',
  'name/ca': 'single names, Central Asian',
  'person/sov': 'persons, Slavic and others',
  'person/mon': 'persons, Mongolian',
  'name/sov': 'single names, Slavic and others',
};

function pairQuestions(lists: NameLists, idOf: Map<string, string>): Question[] {
  const spellings = new Map<string, Set<string>>();
  for (const { id, a } of lists.pairs) spellings.set(id, (spellings.get(id) ?? new Set()).add(idOf.get(a) ?? ''));
  const lower = new Map<string, Set<string>>();
  for (const [name, id] of idOf) lower.set(name.toLowerCase(), (lower.get(name.toLowerCase()) ?? new Set()).add(id));
  return lists.pairs
    .map(({ id, b, kind, scripts }) => {
      const same = lower.get(b.toLowerCase()) ?? new Set<string>();
      const right = new Set([...(spellings.get(id) ?? [])].filter((one) => !same.has(one)));
      return {
        asked: b,
        right,
        same,
        groups: ['all pairs', GROUPS[kind] ?? kind, `${kind.split('/')[0]}: ${scripts}`, ...farScripts(scripts)],
        person: id,
      };
    })
    .filter(({ right }) => right.size > 0);
}

function farScripts(scripts: string): string[] {
  if (/> Latn\/(?:de|pl)/.test(scripts)) return ['German and Polish forms'];
  return scripts.includes('> Arab') ? ['Arabic script'] : [];
}

function distortedQuestions(people: readonly (Person & { id: string })[], chance: Seeded): Question[] {
  return [1, 2, 3].flatMap((count) =>
    people.map((person) => {
      const { name, done } = distort(person, count, chance);
      const groups = [
        `${count} distortion${count > 1 ? 's' : ''}`,
        ...(count === 2 ? done.map((one) => `  with: ${one}`) : []),
      ];
      return { asked: name, right: new Set([person.id]), same: new Set<string>(), groups, person: person.id };
    }),
  );
}

function scoresOf(system: System, questions: readonly Question[]): Map<string, Scores> {
  const perGroup = new Map<string, Map<string, Scores[]>>();
  for (const question of questions) {
    const hits = system
      .ask(question.asked, LIMIT)
      .filter(({ id }) => !question.same.has(id))
      .slice(0, 10);
    const at = hits.findIndex(({ id }) => question.right.has(id));
    const score = { first: Number(at === 0), ten: Number(at >= 0), reciprocal: at < 0 ? 0 : 1 / (at + 1) };
    for (const group of new Set(question.groups)) {
      const people = perGroup.get(group) ?? new Map<string, Scores[]>();
      perGroup.set(group, people.set(question.person, [...(people.get(question.person) ?? []), score]));
    }
  }
  return new Map([...perGroup].map(([group, people]) => [group, mean([...people.values()].map(mean))]));
}

function mean(scores: readonly Scores[]): Scores {
  const sum = { first: 0, ten: 0, reciprocal: 0 };
  for (const { first, ten, reciprocal } of scores) {
    sum.first += first / scores.length;
    sum.ten += ten / scores.length;
    sum.reciprocal += reciprocal / scores.length;
  }
  return sum;
}

const shown = ({ first, ten, reciprocal }: Scores): string =>
  [first, ten, reciprocal].map((value) => value.toFixed(3)).join(' / ');

function print(results: readonly { name: string; scores: Map<string, Scores> }[], sizes: Map<string, number>): void {
  const groups = [...(results[0]?.scores.keys() ?? [])].sort(
    (a, b) => Number(a.startsWith(' ')) - Number(b.startsWith(' ')) || (a < b ? -1 : 1),
  );
  console.log(`recall@1 / recall@10 / MRR | questions | ${results.map(({ name }) => name).join(' | ')}`);
  for (const group of groups) {
    console.log(
      `${group} | ${sizes.get(group)} | ${results.map(({ scores }) => shown(scores.get(group) ?? mean([]))).join(' | ')}`,
    );
  }
}

/** People made as the list was, but not in it. */
function absentPeople(lists: NameLists, taken: Set<string>, chance: Seeded): string[] {
  const names: string[] = [];
  for (const person of inventedPeople(ABSENT * 3, lists, chance)) {
    const name = writtenName(person);
    if (!taken.has(name) && names.length < ABSENT) names.push(name);
  }
  return names;
}

const quick = process.argv.includes('--quick');
const lists = nameLists();
const chance = new Seeded(1941);
const listed: Listed[] = [];
const idOf = new Map<string, string>();
const enlist = (name: string): string => {
  const known = idOf.get(name);
  if (known !== undefined) return known;
  const id = `d${listed.length}`;
  listed.push({ id, name });
  idOf.set(name, id);
  return id;
};
for (const { a } of lists.pairs) enlist(a);
const whole: (Person & { id: string })[] = [];
for (const person of inventedPeople(DISTRACTORS, lists, chance)) {
  const id = enlist(writtenName(person));
  if (person.patronymic && whole.length < DISTORTED && chance.chance(0.02)) whole.push({ ...person, id });
}
const questions = [...pairQuestions(lists, idOf), ...distortedQuestions(whole, new Seeded(1943))];
const sizes = new Map<string, number>();
for (const { groups } of questions) for (const group of new Set(groups)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
console.log(`${listed.length} names from ${lists.from}, ${questions.length} questions`);
const ours = await amanat(listed);
const systems = [ours, ...(quick ? [] : [trigrams(listed), miniSearch(listed)])];
print(
  systems.map((system) => ({ name: system.name, scores: scoresOf(system, questions) })),
  sizes,
);
const absent = absentPeople(lists, new Set(idOf.keys()), new Seeded(1945));
const falseHits = absent.filter((name) => (ours.ask(name, 1)[0]?.score ?? 0) >= LIKELY).length;
console.log(`false hits: ${falseHits} of ${absent.length} absent people scored above the "likely" line (${LIKELY})`);
