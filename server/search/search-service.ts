import { likenessTo } from '../domain/names/likeness.ts';
import type { Soldier } from '../domain/soldier.ts';
import { AppError } from '../errors.ts';
import type { SoldierListStore, TagQuery } from '../soldiers/soldier-list-store.ts';
import type { SoldierStore } from '../soldiers/soldier-store.ts';
import type { CandidateQuery, NameHit, SearchEngine } from './engine.ts';
import { type Facets, facetsOf } from './facets.ts';
import { type Advice, adviceFor } from './search-advice.ts';
import { soldierDocument } from './soldier-document.ts';
import type { SearchWarning, SoldierQuestion } from './soldier-question.ts';
import { type QuestionContext, type UnderstoodQuestion, understandQuestion } from './understand-question.ts';
import { type Why, whyFound } from './why.ts';

export type SearchServiceDeps = {
  engine: SearchEngine;
  soldiers: SoldierStore;
  lists: SoldierListStore;
  context: QuestionContext;
  /** False until the index has been filled once: an answer before that would say "nobody" of people who are there. */
  ready: () => boolean;
};

export type FoundSoldier = { soldier: Soldier; score: number | null; why: Why[] };

export type SearchResult = {
  items: FoundSoldier[];
  /** Of all pages. With the warning `search.warning.at_least` there are more than that. */
  total: number;
  next: string | null;
  facets: Facets;
  understood: UnderstoodQuestion;
  warnings: SearchWarning[];
  /** How to find more; only where nobody was found. */
  advice: Advice | null;
};

export type SearchPage = { cursor?: string | undefined; limit: number };

export type SearchService = {
  /** @throws AppError `search_down` or `store_down`: an empty list means that nobody was found. */
  search(question: SoldierQuestion, page: SearchPage): Promise<SearchResult>;
};

// Whoever asks by name reads the best twenty; beyond this many it is the question that is too wide.
const MOST_FOUND = 200;
// Counting a whole collection for a number nobody reads to the end of is wasted: "more than 10,000" says the same.
const MOST_COUNTED = 10_000;

/**
 * Below this likeness two names are not each other's spelling. On the likeness scale one word of a three-word name that
 * agrees by itself reaches 0.4; a surname and a given name that agree reach 0.8 whatever the script.
 */
export const FOUND_LINE = 0.45;
const ALIKE_LINE = 0.25;
// One word asked leaves a given name and a father's name unsaid; the likeness falls by about this much for the second of
// them. Whoever is found without his father's name in the record is to be found with it too.
const FATHER_UNSAID = 0.8;
const MOST_ALIKE = 40;

function queryOf({ name, born, filters }: UnderstoodQuestion, limit: number): CandidateQuery {
  const tags = filters.map((filter) => filter.tags);
  return { name: name ?? { full: '' }, bornFrom: born?.from, bornTo: born?.to, tags, limit };
}

/**
 * The engine orders by how telling an agreement is, so a common name scores low however well it agrees. Whether a spelling
 * is one of the name asked for is the plain likeness: a search for "Иванов" finds the Ivanovs, many as they are.
 */
async function hitsOf(deps: SearchServiceDeps, understood: UnderstoodQuestion): Promise<NameHit[]> {
  const hits = await scoredHits(deps, understood, MOST_FOUND + 1);
  return exactFirst(hits.filter((hit) => hit.score >= foundLine(understood, hit)));
}

/** Whoever a paper writes just as it was typed comes first, and is shown by that spelling. */
function exactFirst(hits: NameHit[]): NameHit[] {
  const written = hits.flatMap((hit) => (hit.exact === undefined ? [] : [{ ...hit, matched: hit.exact }]));
  return [...written, ...hits.filter(({ exact }) => exact === undefined)];
}

const wordsIn = (name: string): number => name.trim().split(/\s+/u).length;

function foundLine({ name }: UnderstoodQuestion, { matched }: NameHit): number {
  return wordsIn(name?.full ?? '') === 1 && wordsIn(matched) > 2 ? FOUND_LINE * FATHER_UNSAID : FOUND_LINE;
}

async function scoredHits(deps: SearchServiceDeps, understood: UnderstoodQuestion, limit: number): Promise<NameHit[]> {
  const { name } = understood;
  if (name === null) return [];
  const hits = await deps.engine.candidates(queryOf(understood, limit));
  const likeness = likenessTo(name);
  return hits.map((hit) => ({ ...hit, score: likeness(hit.matched) }));
}

/** Names that are somewhat alike: not his, but perhaps how a clerk wrote him. A reader may try them. */
async function alikeHits(deps: SearchServiceDeps, understood: UnderstoodQuestion): Promise<NameHit[]> {
  const hits = await scoredHits(deps, understood, MOST_ALIKE);
  return hits.filter((hit) => hit.score >= ALIKE_LINE).sort((a, b) => b.score - a.score);
}

function offsetOf(cursor: string | undefined): number {
  const offset = cursor === undefined ? 0 : Number(cursor);
  if (Number.isInteger(offset) && offset >= 0 && offset <= MOST_FOUND) return offset;
  throw new AppError('bad_input', 'This cursor is not one of ours', {
    problems: [{ pointer: '?cursor', detail: 'problem.field.wrong' }],
  });
}

const atLeast = (count: number): SearchWarning => ({ key: 'search.warning.at_least', values: { count } });

function withReasons(understood: UnderstoodQuestion, soldier: Soldier, hit: NameHit | null): FoundSoldier | null {
  // The store is the truth: who was merged or withdrawn a moment ago may still be in the index.
  const document = soldierDocument(soldier);
  if (document === null) return null;
  const matched = hit ?? { id: soldier.id, score: 0, matched: '' };
  return { soldier, score: hit?.score ?? null, why: whyFound(understood, { soldier, document, hit: matched }) };
}

async function byName(
  deps: SearchServiceDeps,
  understood: UnderstoodQuestion,
  page: SearchPage,
): Promise<SearchResult> {
  const found = await hitsOf(deps, understood);
  const hits = found.slice(0, MOST_FOUND);
  const start = offsetOf(page.cursor);
  const shown = hits.slice(start, start + page.limit);
  const soldiers = new Map((await deps.soldiers.findByIds(shown.map(({ id }) => id))).map((one) => [one.id, one]));
  const items = shown.flatMap((hit) => {
    const soldier = soldiers.get(hit.id);
    return soldier === undefined ? [] : (withReasons(understood, soldier, hit) ?? []);
  });
  const facets = facetsOf(await deps.lists.findTags(hits.map(({ id }) => id)));
  const more = found.length > MOST_FOUND;
  return {
    items,
    total: hits.length,
    next: start + page.limit < hits.length ? String(start + page.limit) : null,
    facets,
    understood,
    warnings: more ? [...understood.warnings, atLeast(MOST_FOUND)] : understood.warnings,
    advice: hits.length > 0 ? null : await advise(deps, understood),
  };
}

function advise(deps: SearchServiceDeps, understood: UnderstoodQuestion): Promise<Advice> {
  return adviceFor(
    understood,
    (wider) => hitsOf(deps, wider),
    (question) => alikeHits(deps, question),
  );
}

async function byTags(
  deps: SearchServiceDeps,
  understood: UnderstoodQuestion,
  page: SearchPage,
): Promise<SearchResult> {
  const asked = understood.filters.map((filter) => filter.tags);
  const query: TagQuery = {
    tags: asked.length > 0 ? asked : [['state:live']],
    bornFrom: understood.born?.from,
    bornTo: understood.born?.to,
    after: page.cursor,
    limit: page.limit,
  };
  const found = await deps.lists.findByTags(query);
  const { after: _after, ...everybody } = query;
  const total = await deps.lists.countByTags(everybody, MOST_COUNTED);
  const first = await deps.lists.findTagsByTags({ ...query, after: undefined, limit: MOST_FOUND });
  return {
    items: found.soldiers.flatMap((soldier) => withReasons(understood, soldier, null) ?? []),
    total,
    next: found.next,
    facets: facetsOf(first),
    understood,
    warnings: total >= MOST_COUNTED ? [...understood.warnings, atLeast(MOST_COUNTED)] : understood.warnings,
    advice: null,
  };
}

/**
 * One search of a visitor, step by step: understand what was asked; the engine finds by name within the filters (the
 * store by filters alone); load the summaries; say why; count the facets over everyone found; advise when there is nobody.
 */
export function createSearchService(deps: SearchServiceDeps): SearchService {
  return {
    async search(question, page) {
      const understood = await understandQuestion(question, deps.context);
      if (!deps.ready()) throw new AppError('search_down', 'The search index is being filled');
      const named = understood.name !== null || understood.warnings.some(({ key }) => key === 'search.warning.name');
      if (!named) return byTags(deps, understood, page);
      return byName(deps, understood, page);
    },
  };
}
