import type { FamilyWordsProps } from '../../client/parts/family-words.tsx';
import type { ShownMemory } from '../memories/memory-service.ts';
import { photographAddress } from '../memories/memory-view.ts';
import type { PageContext } from './page-words.ts';

/** What a family left, for `FamilyWords` on the page of its soldier. */
export function familyWordsView(
  shown: readonly ShownMemory[],
  soldier: { id: string; name: string },
  { say, language }: Pick<PageContext, 'say' | 'language'>,
): Omit<FamilyWordsProps, 'say'> {
  let number = 0;
  const photograph = (id: string) => {
    number += 1;
    const alt = say('memory.photograph', { name: soldier.name, number: String(number) });
    return { large: photographAddress(id, 'large'), small: photographAddress(id, 'small'), alt };
  };
  return {
    memories: shown.map((memory) => ({
      id: memory.id,
      words: memory.words,
      relation: memory.relation,
      language: memory.language,
      photographs: memory.photographs.map(photograph),
    })),
    addHref: `/${language}/soldiers/${soldier.id}/memories`,
  };
}
