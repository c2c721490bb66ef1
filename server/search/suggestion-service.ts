import { alphabetKey } from '../domain/alphabet.ts';
import { likeness } from '../domain/names/likeness.ts';
import { kazakhInRussian } from '../domain/names/name-letters.ts';
import { AppError } from '../errors.ts';
import type { SoldierListStore } from '../soldiers/soldier-list-store.ts';
import type { SearchEngine } from './engine.ts';

export type SuggestionServiceDeps = { lists: SoldierListStore; engine: SearchEngine };

export type SuggestionService = {
  /** Names of the records, in any script and paper, that what is typed may become: those that begin so, then those that sound so. */
  suggest(typed: string): Promise<string[]>;
};

const MOST_SHOWN = 8;
/** Of one surname there may be hundreds: enough are read to find some different names among them. */
const MOST_READ = 60;
/** Half a name sounds like nothing yet. */
const SOUND_FROM = 4;
const ALIKE = 0.6;

const fold = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

/** Names stand in the list as their first paper writes them, which mostly is in Russian: both are looked up. */
async function beginningSo({ lists }: SuggestionServiceDeps, typed: string): Promise<string[]> {
  const beginnings = [...new Set([typed, kazakhInRussian(typed)])].filter((text) => alphabetKey(text) !== '');
  const pages = await Promise.all(
    beginnings.map((text) =>
      lists.findByTags({ tags: [['state:live']], fromKey: alphabetKey(text), limit: MOST_READ }),
    ),
  );
  const begins = (name: string): boolean => beginnings.some((text) => fold(name).startsWith(fold(text)));
  return pages.flatMap(({ soldiers }) =>
    soldiers
      .filter(({ summary }) => begins(summary.name.full))
      .map(
        ({ summary }) => (summary.names.find(({ full }) => fold(full).startsWith(fold(typed))) ?? summary.name).full,
      ),
  );
}

/** In another script, and in any paper of a man: what has a word that begins as the one typed sounds. */
async function beginningAsSounds({ engine }: SuggestionServiceDeps, typed: string): Promise<string[]> {
  return /\s/u.test(typed.trim()) ? [] : engine.completions(typed, MOST_READ);
}

async function soundingSo({ engine }: SuggestionServiceDeps, typed: string): Promise<string[]> {
  if (typed.length < SOUND_FROM) return [];
  const hits = await engine.candidates({ name: { full: typed }, limit: MOST_READ });
  return hits.filter(({ matched }) => likeness(typed, matched).score >= ALIKE).map(({ matched }) => matched);
}

/** What the index adds to the names of the store; null while it cannot be asked. */
async function fromIndex(deps: SuggestionServiceDeps, typed: string): Promise<string[] | null> {
  try {
    return (await Promise.all([soundingSo(deps, typed), beginningAsSounds(deps, typed)])).flat();
  } catch (error) {
    if (error instanceof AppError && error.code === 'search_down') return null;
    throw error;
  }
}

/** Suggestions while a name is being typed. Public names only: the store's tags and the index hold no others. */
export function createSuggestionService(deps: SuggestionServiceDeps): SuggestionService {
  return {
    async suggest(typed) {
      const [begin, other] = await Promise.all([beginningSo(deps, typed), fromIndex(deps, typed)]);
      // Half the answer is better than none, but "no such name" may only be said by both.
      if (other === null && begin.length === 0) throw new AppError('search_down', 'The search cannot be asked');
      const found = [...new Set([...begin, ...(other ?? [])])];
      // What has just these letters first, whichever of a man's papers has them.
      const beginning = fold(typed);
      const begins = (name: string): boolean =>
        fold(name)
          .split(' ')
          .some((word) => word.startsWith(beginning));
      return [...found.filter(begins), ...found.filter((name) => !begins(name))].slice(0, MOST_SHOWN);
    },
  };
}
