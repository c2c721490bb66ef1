import type { Language } from '../messages/translate.ts';
import { NameLink, type PersonName } from './people-list.tsx';
import type { Say } from './say.ts';
import { type Facet, Facets } from './search-filters.tsx';
import { type Run, Spelling } from './spelling.tsx';

export type SearchReason = {
  /** Said before the spelling, already in the reader's language: "Written in a loss report as". */
  text: string;
  spelling: { runs: Run[]; lang: string } | null;
};

export type SearchItem = PersonName & {
  href: string;
  /** Life and fate in one line. */
  life: string;
  reasons: SearchReason[];
  example: boolean;
};

export type SearchResult = {
  heading: string;
  items: SearchItem[];
  facets: Facet[];
  nextHref: string | null;
  /** Names in the records that come near, where nobody was found. */
  nearest: { text: string; lang: string; href: string }[];
  /** What of the question could not be read and did not narrow the search. */
  warnings: string[];
  /** Ways to find more: other years, fewer fields. */
  advice: { text: string; href: string }[];
  requestHref: string;
};

type ResultsProps = { say: Say; language: Language; values: Record<string, string>; result: SearchResult };

/** Who was found, with the reason for each, and how to go on where he is not among them. */
export function SearchResults({ say, language, values, result }: ResultsProps) {
  const some = result.items.length > 0;
  return (
    <div class={some ? 'columns' : undefined}>
      <section aria-labelledby="found">
        <h2 id="found">{result.heading}</h2>
        {some && result.facets.length > 0 ? (
          <p class="jump">
            <a class="row" href="#narrow">
              {say('search.narrow')}
            </a>
          </p>
        ) : null}
        {result.warnings.length > 0 ? (
          <ul class="notice plain-list">
            {result.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        ) : null}
        {some ? <p class="soft">{say('search.marked')}</p> : <p>{say('search.nothingText')}</p>}
        <ol class="results">
          {result.items.map((item) => (
            <ResultRow key={item.href} item={item} say={say} />
          ))}
        </ol>
        {result.nextHref ? (
          <p class="actions">
            <a class="button quiet" rel="next" href={result.nextHref}>
              {say('search.nextPage')}
            </a>
          </p>
        ) : null}
        <NotHere say={say} result={result} />
      </section>
      {some && result.facets.length > 0 ? (
        <Facets say={say} language={language} values={values} facets={result.facets} />
      ) : null}
    </div>
  );
}

function ResultRow({ item, say }: { item: SearchItem; say: Say }) {
  return (
    <li>
      <h3>
        <NameLink say={say} {...item} />
      </h3>
      <p>{item.life}</p>
      {item.reasons.length > 0 ? (
        <ul class="reasons">
          {item.reasons.map((reason) => (
            <li key={reason.text}>
              {reason.text} {reason.spelling ? <Spelling {...reason.spelling} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function NotHere({ say, result }: { say: Say; result: SearchResult }) {
  return (
    <div class="notice">
      {result.items.length > 0 ? <h3>{say('search.notHere')}</h3> : null}
      {result.nearest.length > 0 ? (
        <>
          <h3>{say('search.nearest')}</h3>
          <ul>
            {result.nearest.map((name) => (
              <li key={name.text}>
                <a class="row" href={name.href} lang={name.lang}>
                  {name.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {result.advice.length > 0 ? <h3>{say('search.wider')}</h3> : null}
      {result.advice.length > 0 ? (
        <ul>
          {result.advice.map(({ text, href }) => (
            <li key={href}>
              <a class="row" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <p>{say('search.leaveRequest')}</p>
      <p class="actions">
        <a class="button" href={result.requestHref}>
          {say('search.requestWithThis')}
        </a>
      </p>
    </div>
  );
}
