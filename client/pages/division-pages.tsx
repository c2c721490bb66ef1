import type { Language } from '../messages/translate.ts';
import { DivisionPath, type PathProps } from '../parts/division-path.tsx';
import { type Fact, Facts, type SourceLink } from '../parts/facts.tsx';
import { Layout } from '../parts/layout.tsx';
import { PeopleList, type PersonLine } from '../parts/people-list.tsx';
import type { Say } from '../parts/say.ts';
import { withOrdinalsWhole } from '../parts/soft-hyphens.ts';
import { Sources } from '../parts/sources.tsx';

type PageProps = { say: Say; language: Language; publicUrl: string; example: 'site' | null };

export type DivisionsProps = PageProps & { divisions: { href: string; name: string; line: string }[] };

/** The units that sources name as formed in Kazakhstan. */
export function DivisionsPage(props: DivisionsProps) {
  const { say } = props;
  return (
    <Layout {...props} title={say('divisions.title')} path="/divisions" door={null} indexed={true}>
      <h1>{say('divisions.title')}</h1>
      <p>{say('divisions.lead')}</p>
      <ol class="results">
        {props.divisions.map((division) => (
          <li key={division.href}>
            <h2>
              <a class="row" href={division.href}>
                {division.name}
              </a>
            </h2>
            <p>{division.line}</p>
          </li>
        ))}
      </ol>
    </Layout>
  );
}

export type DivisionProps = PageProps & {
  id: string;
  name: string;
  facts: Fact[];
  path: PathProps;
  notes: { text: string; lang?: string }[];
  peopleHref: string | null;
  here: number;
  people: PersonLine[];
  sources: SourceLink[];
};

/** One division: where it was formed, its path, its people here. What no source confirmed says so. */
export function DivisionPage(props: DivisionProps) {
  const { say, name, path, notes, people } = props;
  return (
    <Layout {...props} title={name} path={`/divisions/${props.id}`} door={null} indexed={true}>
      <h1>{withOrdinalsWhole(name)}</h1>
      <Facts facts={props.facts} say={say} />
      {path.stages.length > 0 ? (
        <>
          <h2>{say('division.path')}</h2>
          <DivisionPath say={say} {...path} />
        </>
      ) : null}
      {notes.length > 0 ? (
        <>
          <h2>{say('division.notes')}</h2>
          <ul>
            {notes.map((note) => (
              <li key={note.text} lang={note.lang}>
                {note.text}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{say('division.peopleTitle')}</h2>
      {people.length > 0 ? <PeopleList say={say} people={people} /> : <p>{say('division.noPeople')}</p>}
      {props.peopleHref ? (
        <p class="actions">
          <a class="button quiet" href={props.peopleHref}>
            {say('division.findPeople', { count: props.here })}
          </a>
        </p>
      ) : null}
      <Sources say={say} sources={props.sources} />
    </Layout>
  );
}
