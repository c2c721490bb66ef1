import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import { NameLink, NamesOrder, type PersonLine } from '../parts/people-list.tsx';
import type { Say } from '../parts/say.ts';

type PlaceLink = { name: string; count: number; chosen: boolean; href: string };

export type SeekingProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  total: number;
  /** What was chosen, as it stands in the address: the language switch keeps it. */
  query: string;
  oblasts: PlaceLink[];
  /** Of the oblast chosen. */
  districts: PlaceLink[];
  /** The place chosen. */
  heading: string | null;
  today: string | null;
  people: (PersonLine & { answerHref: string })[];
  nextHref: string | null;
};

/** Soldiers whose grave is known and whose family is not: the search the other way round. */
export function SeekingRelativesPage(props: SeekingProps) {
  const { say, heading, query } = props;
  const path = query ? `/seeking-relatives?${query}` : '/seeking-relatives';
  return (
    <Layout {...props} title={say('seeking.title')} path={path} door={null} indexed={true}>
      <h1>{say('seeking.title')}</h1>
      <p>{say('seeking.lead')}</p>
      <p class="soft">{say('seeking.total', { count: props.total })}</p>
      <PlaceLinks title={say('seeking.byOblast')} places={props.oblasts} id="oblasts" />
      <p class="small soft">{say('seeking.oblastNote')}</p>
      <section aria-labelledby="people">
        <h2 id="people">{heading ?? say('seeking.everywhere')}</h2>
        {props.today ? <p class="soft">{props.today}</p> : null}
        <PlaceLinks title={say('seeking.byDistrict')} places={props.districts} id="districts" />
        {props.people.length > 0 ? null : <p>{say('seeking.none')}</p>}
        <NamesOrder say={say} people={props.people} />
        <ol class="results">
          {props.people.map((person) => (
            <Sought key={person.href} say={say} person={person} />
          ))}
        </ol>
        {props.nextHref ? (
          <p class="actions">
            <a class="button quiet" rel="next" href={props.nextHref}>
              {say('search.nextPage')}
            </a>
          </p>
        ) : null}
      </section>
    </Layout>
  );
}

function Sought({ say, person }: { say: Say; person: SeekingProps['people'][number] }) {
  const { name, life, answerHref } = person;
  return (
    <li>
      <h3>
        <NameLink say={say} {...person} />
      </h3>
      <p>{life}</p>
      <p>
        <a class="row" href={answerHref} aria-label={`${say('seeking.answer')}: ${name}`}>
          {say('seeking.answer')}
        </a>
      </p>
    </li>
  );
}

function PlaceLinks({ title, places, id }: { title: string; places: PlaceLink[]; id: string }) {
  if (places.length === 0) return null;
  return (
    <nav class="facets split wide" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {places.map((place) => (
          <li key={place.href}>
            <a href={place.href} aria-current={place.chosen ? 'true' : undefined}>
              <span>{place.name}</span> <span class="soft">{place.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
