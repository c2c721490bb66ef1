import type { NameHit } from './engine.ts';
import type { UnderstoodQuestion } from './understand-question.ts';

/** One thing that would find more: the question without a filter, with wider years, or with less of the name. */
export type WiderQuestion = {
  kind: 'wider_years' | 'without_filter' | 'without_patronymic' | 'family_name_only';
  /** The field that is dropped or changed, and its new value where it has one. */
  field: string;
  value: string | null;
  found: number;
};

/** What a visitor is told when nobody was found. */
export type Advice = {
  /** Names in the records that come nearest, although not near enough, or of a wider question. */
  nearest: string[];
  /** Only what was tried and does find somebody. */
  wider: WiderQuestion[];
};

const WIDER_BY = 3;
const MOST_TRIED = 8;
const MOST_NEAREST = 6;

type Attempt = Omit<WiderQuestion, 'found'> & { question: UnderstoodQuestion };

function widerYears(question: UnderstoodQuestion): Attempt[] {
  if (question.born === null) return [];
  const born = { from: question.born.from - WIDER_BY, to: question.born.to + WIDER_BY };
  const value = `${born.from}-${born.to}`;
  return [
    { kind: 'wider_years', field: 'birthYear', value, question: { ...question, born } },
    // A family may be wrong by more than a few years, and so may a clerk.
    { kind: 'without_filter', field: 'birthYear', value: null, question: { ...question, born: null } },
  ];
}

function fewerFilters(question: UnderstoodQuestion): Attempt[] {
  return question.filters.map(({ field }) => ({
    kind: 'without_filter' as const,
    field,
    value: null,
    question: { ...question, filters: question.filters.filter((filter) => filter.field !== field) },
  }));
}

function lessOfTheName(question: UnderstoodQuestion): Attempt[] {
  const { name, parts } = question;
  if (name === null || parts.length < 2) return [];
  const without = (role: string): string =>
    parts
      .filter((part) => part.role !== role)
      .map(({ text }) => text)
      .join(' ');
  const attempts: Attempt[] = [];
  if (parts.some((part) => part.role === 'patronymic')) {
    const full = without('patronymic');
    attempts.push({
      kind: 'without_patronymic',
      field: 'patronymic',
      value: full,
      question: { ...question, name: { full } },
    });
  }
  const family = parts.find((part) => part.role === 'family')?.text ?? parts[0]?.text;
  if (family !== undefined) {
    attempts.push({
      kind: 'family_name_only',
      field: 'q',
      value: family,
      question: { ...question, name: { full: family } },
    });
  }
  return attempts;
}

/** Tries the question a little wider in each direction, and tells which of them find somebody. */
export async function adviceFor(
  question: UnderstoodQuestion,
  find: (question: UnderstoodQuestion) => Promise<NameHit[]>,
  alike: (question: UnderstoodQuestion) => Promise<NameHit[]>,
): Promise<Advice> {
  if (question.name === null) return { nearest: [], wider: [] };
  const attempts = [...widerYears(question), ...fewerFilters(question), ...lessOfTheName(question)].slice(
    0,
    MOST_TRIED,
  );
  const wider: WiderQuestion[] = [];
  const nearest = new Set<string>();
  for (const { question: widerQuestion, ...attempt } of attempts) {
    const hits = await find(widerQuestion);
    if (hits.length > 0) wider.push({ ...attempt, found: hits.length });
    for (const hit of hits.slice(0, 2)) nearest.add(hit.matched);
  }
  const anywhere = { ...question, born: null, filters: [] };
  for (const hit of await alike(anywhere)) nearest.add(hit.matched);
  return { nearest: [...nearest].slice(0, MOST_NEAREST), wider };
}
