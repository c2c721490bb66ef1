import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import type { Say } from '../parts/say.ts';
import { SearchFields } from '../parts/search-filters.tsx';
import { type SearchResult, SearchResults } from '../parts/search-results.tsx';

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
      <SearchFields {...props} />
      {result ? <SearchResults {...props} result={result} /> : <Samples {...props} />}
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
