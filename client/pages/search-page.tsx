import type { Language } from '../messages/translate.ts';
import { Field } from '../parts/field.tsx';
import { Layout } from '../parts/layout.tsx';
import { NameLink, type PersonName } from '../parts/people-list.tsx';
import type { Say } from '../parts/say.ts';
import { type Run, Spelling } from '../parts/spelling.tsx';

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

export type Facet = { title: string; options: { label: string; href: string; count: number; chosen: boolean }[] };

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
  ['conscriptionPlace', 120],
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
      extra="suggestions"
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
        list="names"
      />
      <datalist id="names" />
      <button type="submit">{say('search.submit')}</button>
    </form>
  );
}

function MoreFields({ say, language, values, result }: SearchPageProps) {
  // What was found comes first; the fields stay a touch away.
  const used = result === null && fields.some(([id]) => values[id]);
  return (
    <details class="more" open={used}>
      <summary>{say('search.more')}</summary>
      <form action={`/${language}/`} method="get">
        <Kept values={values} but={fields.map(([id]) => id)} />
        {fields.map(([id, maxLength]) => (
          <Field
            key={id}
            say={say}
            id={id}
            label={say(`search.${id}`)}
            hint={id === 'birthYear' ? say('search.birthYearHint') : undefined}
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

/** What was asked before stays asked: filters chosen and the name. */
function Kept({ values, but }: { values: Record<string, string>; but: readonly string[] }) {
  return (
    <>
      {Object.entries(values)
        .filter(([name]) => !but.includes(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
    </>
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

function Found({ say, language, values, result }: SearchPageProps & { result: SearchResult }) {
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

type FacetsProps = Pick<SearchPageProps, 'say' | 'language' | 'values'> & { facets: Facet[] };

function Facets({ say, language, values, facets }: FacetsProps) {
  return (
    <nav class="beside facets" aria-labelledby="narrow">
      <h2 id="narrow">{say('search.narrow')}</h2>
      <Years say={say} language={language} values={values} />
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

/** Years of birth from and to; either may stay empty. */
function Years({ say, language, values }: Omit<FacetsProps, 'facets'>) {
  const [from = '', to = from] = (values.birthYear ?? '').split(/[-–—]/);
  return (
    <form class="years" action={`/${language}/`} method="get">
      <Kept values={values} but={['birthYear']} />
      <fieldset>
        <legend class="small">{say('search.birthYear')}</legend>
        <label for="born-from">{say('search.yearFrom')}</label>
        <input id="born-from" name="bornFrom" inputmode="numeric" maxlength={4} autocomplete="off" value={from} />
        <label for="born-to">{say('search.yearTo')}</label>
        <input id="born-to" name="bornTo" inputmode="numeric" maxlength={4} autocomplete="off" value={to} />
        <button class="quiet" type="submit">
          {say('sites.show')}
        </button>
      </fieldset>
    </form>
  );
}
