import type { Language } from '../messages/translate.ts';
import { Field } from '../parts/field.tsx';
import { Layout } from '../parts/layout.tsx';
import type { Say } from '../parts/say.ts';
import { type Run, Spelling } from '../parts/spelling.tsx';

export type SearchReason = {
  /** Said before the spelling, already in the reader's language: "Written in a loss report as". */
  text: string;
  spelling: { runs: Run[]; lang: string } | null;
};

export type SearchItem = {
  href: string;
  name: string;
  nameLang: string;
  /** Life and fate in one line. */
  life: string;
  reasons: SearchReason[];
  example: boolean;
};

export type Facet = { title: string; options: { label: string; href: string; count: number; chosen: boolean }[] };

export type SearchResult = {
  heading: string;
  items: SearchItem[];
  facets: Facet[];
  nextHref: string | null;
  /** Spellings that were tried beside the one typed. */
  tried: { text: string; lang: string }[];
  /** Ways to find more: other years, fewer fields. */
  advice: { text: string; href: string }[];
  requestHref: string;
};

export type SearchPageProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  values: Record<string, string>;
  /** Null before anything was asked. */
  result: SearchResult | null;
  /** Names to try first; in the demo they lead to the examples. */
  samples: string[];
};

const fields = [
  ['familyName', 120],
  ['givenName', 120],
  ['patronymic', 120],
  ['birthYear', 9],
  ['birthPlace', 120],
  ['unit', 120],
  ['camp', 120],
  ['campNumber', 40],
] as const;

/** The first page: one box for a name in any script, and what was found with the reason for each. */
export function SearchPage(props: SearchPageProps) {
  const { say, result } = props;
  const title = result ? result.heading : say('search.title');
  return (
    <Layout
      {...props}
      title={title}
      path={result ? `/?${new URLSearchParams(props.values)}` : '/'}
      door="search"
      indexed={!result}
    >
      <h1>{say('search.title')}</h1>
      {result ? null : <p>{say('search.intro')}</p>}
      <SearchBox {...props} />
      <MoreFields {...props} />
      {result ? <Found {...props} result={result} /> : <Samples {...props} />}
    </Layout>
  );
}

function SearchBox({ say, language, values }: SearchPageProps) {
  return (
    <form class="search" role="search" action={`/${language}/`} method="get">
      <label for="q">{say('search.label')}</label>
      <p class="hint" id="q-hint">
        {say('search.hint')}
      </p>
      <input
        id="q"
        name="q"
        type="search"
        value={values.q}
        maxLength={200}
        aria-describedby="q-hint"
        autocomplete="off"
        spellcheck={false}
      />
      <button type="submit">{say('search.submit')}</button>
    </form>
  );
}

function MoreFields({ say, language, values }: SearchPageProps) {
  const used = fields.some(([id]) => values[id]);
  return (
    <details class="more" open={used}>
      <summary>{say('search.more')}</summary>
      <form action={`/${language}/`} method="get">
        {values.q ? <input type="hidden" name="q" value={values.q} /> : null}
        {fields.map(([id, maxLength]) => (
          <Field
            key={id}
            say={say}
            id={id}
            label={say(`search.${id}`)}
            value={values[id]}
            maxLength={maxLength}
            short={id === 'birthYear'}
            inputMode={id === 'birthYear' ? 'numeric' : 'text'}
          />
        ))}
        <button type="submit">{say('search.submit')}</button>
      </form>
    </details>
  );
}

function Samples({ say, language, samples }: SearchPageProps) {
  if (samples.length === 0) return null;
  return (
    <p>
      {say('search.try')}{' '}
      {samples.map((sample, index) => (
        <span key={sample}>
          {index > 0 ? ', ' : ''}
          <a class="row" href={`/${language}/?q=${encodeURIComponent(sample)}`}>
            {sample}
          </a>
        </span>
      ))}
    </p>
  );
}

function Found({ say, result }: SearchPageProps & { result: SearchResult }) {
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
      {some && result.facets.length > 0 ? <Facets say={say} facets={result.facets} /> : null}
    </div>
  );
}

function ResultRow({ item, say }: { item: SearchItem; say: Say }) {
  return (
    <li>
      <h3>
        <a href={item.href} lang={item.nameLang}>
          {item.name}
        </a>
        {item.example ? <span class="small soft"> ({say('search.example')})</span> : null}
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
      {result.tried.length > 0 ? (
        <p>
          {say('search.tried')}{' '}
          {result.tried.map((spelling, index) => (
            <span key={spelling.text} lang={spelling.lang}>
              {index > 0 ? ', ' : ''}
              {spelling.text}
            </span>
          ))}
        </p>
      ) : null}
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

function Facets({ say, facets }: { say: Say; facets: Facet[] }) {
  return (
    <nav class="beside facets" aria-labelledby="narrow">
      <h2 id="narrow">{say('search.narrow')}</h2>
      {facets.map((facet) => (
        <div key={facet.title}>
          <h3>{facet.title}</h3>
          <ul>
            {facet.options.map((option) => (
              <li key={option.href}>
                <a href={option.href} aria-current={option.chosen ? 'true' : undefined}>
                  <span>
                    {option.label}
                    {option.chosen ? <span class="hidden"> ({say('search.remove')})</span> : null}
                  </span>{' '}
                  <span class="soft">{option.count}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
