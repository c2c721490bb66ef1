import type { Language } from '../messages/translate.ts';
import { Field } from './field.tsx';
import type { Say } from './say.ts';

export type Facet = { title: string; options: { label: string; href: string; count: number; chosen: boolean }[] };

type FormProps = { say: Say; language: Language; values: Record<string, string> };

const FIELDS = [
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

/** The question by its fields, a touch away under the box for the name. */
export function SearchFields({ say, language, values, result }: FormProps & { result: object | null }) {
  // What was found comes first; the fields stay a touch away.
  const used = result === null && FIELDS.some(([id]) => values[id]);
  return (
    <details class="more" open={used}>
      <summary>{say('search.more')}</summary>
      <form action={`/${language}/`} method="get">
        <Kept values={values} but={FIELDS.map(([id]) => id)} />
        {FIELDS.map(([id, maxLength]) => (
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

/** What those found have in common, to narrow the list by. */
export function Facets({ say, language, values, facets }: FormProps & { facets: Facet[] }) {
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
function Years({ say, language, values }: FormProps) {
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
