import type { Explained } from '../../client/parts/facts.tsx';
import type { MessageKey, Say } from '../../client/parts/say.ts';
import { EXPLAINED_WORDS, type FoundWord, type WordGroup } from '../domain/explained-words.ts';

/** What these words mean, in the reader's language. A code of ours is named by its word. */
export function explainedView(found: readonly FoundWord[], say: Say): Explained[] {
  return found.map(({ id, word }) => ({
    word: /^[a-z_0-9]+$/.test(word) ? say(`word.${id}.name` as MessageKey) : word,
    text: say(`word.${id}` as MessageKey),
  }));
}

/** A page explains each word once, where it first stands. */
export function onceAPage(): (found: FoundWord[]) => FoundWord[] {
  const told = new Set<string>();
  return (found) =>
    found.filter(({ id }) => {
      if (told.has(id)) return false;
      told.add(id);
      return true;
    });
}

const GROUPS: readonly WordGroup[] = ['fate', 'service', 'captivity', 'document', 'place'];

/** All words, by what they are about: the page that is read like a small dictionary. */
export function allExplained(say: Say): { title: string; words: { id: string; name: string; text: string }[] }[] {
  return GROUPS.map((group) => ({
    title: say(`explained.group.${group}`),
    words: EXPLAINED_WORDS.filter((word) => word.group === group).map(({ id }) => ({
      id,
      name: say(`word.${id}.name` as MessageKey),
      text: say(`word.${id}` as MessageKey),
    })),
  }));
}
