import type { Say } from './say.ts';

export type SourceLink = { label: string; href: string };

/** A word of the record and what it means, told where it stands. */
export type Explained = { word: string; text: string };

/** One value of a fact, with the papers it rests on. */
export type FactValue = {
  text: string;
  /** Set where the value is not in the reader's language, so that a screen reader says it rightly. */
  lang?: string | undefined;
  sources: SourceLink[];
  /** What to know beside it: today's name of the place, how exact a coordinate is. */
  note?: string | null;
  words?: Explained[];
  /** An address of the value itself, as of coordinates in a map program. */
  link?: { text: string; href: string } | null;
};

/** One fact. Sources that differ are all shown, each value with the documents it rests on. */
export type Fact = { term: string; values: FactValue[] };

/** A fact of one value and no source of its own. */
export function plainFact(term: string, text: string | null | undefined, lang?: string): Fact[] {
  return text ? [{ term, values: [{ text, lang, sources: [] }] }] : [];
}

export function Facts({ facts, say }: { facts: Fact[]; say: Say }) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          {fact.values.map((value) => (
            <Value key={value.text} value={value} say={say} />
          ))}
        </div>
      ))}
    </dl>
  );
}

function Value({ value, say }: { value: FactValue; say: Say }) {
  const { note, link, words = [], sources } = value;
  return (
    <>
      <dd>
        <span lang={value.lang}>{value.text}</span>
        {note ? <span class="note">{note}</span> : null}
        {link ? (
          <a class="row" href={link.href}>
            {link.text}
          </a>
        ) : null}
        {words.map((one) => (
          <WordExplained key={one.word} say={say} {...one} />
        ))}
      </dd>
      {sources.length > 0 ? (
        <dd class="source">
          {sources.map((source) => (
            <a key={source.href + source.label} href={source.href}>
              {source.label}
            </a>
          ))}
        </dd>
      ) : null}
    </>
  );
}

export function WordExplained({ say, word, text }: Explained & { say: Say }) {
  return (
    <details class="word">
      <summary>{say('explained.what', { word })}</summary>
      <p>{text}</p>
    </details>
  );
}
