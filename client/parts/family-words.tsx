import type { MemoryRelation } from '../../server/domain/memory.ts';
import type { Language } from '../messages/translate.ts';
import type { MessageKey, Say } from './say.ts';

export type FamilyMemory = {
  id: string;
  words: string | null;
  relation: MemoryRelation;
  /** In which language the words are, for a screen reader. */
  language: Language;
  photographs: { large: string; small: string; alt: string }[];
};

export type FamilyWordsProps = { say: Say; memories: FamilyMemory[]; addHref: string };

/** Photographs and words of the family: framed, after the record, signed by kinship. A memory is no document. */
export function FamilyWords({ say, memories, addHref }: FamilyWordsProps) {
  return (
    <section class="family" aria-labelledby="family-words">
      <h2 id="family-words">{say('memory.title')}</h2>
      {memories.length > 0 ? <p class="soft small">{say('memory.notDocument')}</p> : <p>{say('memory.none')}</p>}
      {memories.map((memory) => (
        <OneMemory key={memory.id} say={say} memory={memory} />
      ))}
      <p class="actions">
        <a class="row" href={addHref}>
          {say('memory.add')}
        </a>
      </p>
    </section>
  );
}

function OneMemory({ say, memory }: { say: Say; memory: FamilyMemory }) {
  return (
    <figure>
      {memory.photographs.length > 0 ? (
        <ul class="photographs">
          {memory.photographs.map(({ large, small, alt }) => (
            <li key={large}>
              <a href={large}>
                <img src={small} alt={alt} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {memory.words ? (
        <blockquote class="letter" lang={memory.language}>
          {memory.words}
        </blockquote>
      ) : null}
      <figcaption class="soft">{say(`memory.signed.${memory.relation}` as MessageKey)}</figcaption>
    </figure>
  );
}
