import type { Language } from '../messages/translate.ts';
import { CoastMap, type MapProps } from '../parts/coast-map.tsx';
import { type Fact, Facts, type SourceLink } from '../parts/facts.tsx';
import { Layout } from '../parts/layout.tsx';
import type { Say } from '../parts/say.ts';

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
  map: MapProps | null;
  path: { text: string; unchecked: boolean }[];
  notes: string[];
  peopleHref: string | null;
  here: number;
  sources: SourceLink[];
};

/** One division: where it was formed, its path, its people here. What no source confirmed says so. */
export function DivisionPage(props: DivisionProps) {
  const { say, name, map, path } = props;
  return (
    <Layout {...props} title={name} path={`/divisions/${props.id}`} door={null} indexed={true}>
      <h1>{name}</h1>
      <Facts facts={props.facts} />
      {props.peopleHref ? (
        <p class="actions">
          <a class="button" href={props.peopleHref}>
            {say('division.findPeople', { count: props.here })}
          </a>
        </p>
      ) : null}
      {path.length > 0 ? <h2>{say('division.path')}</h2> : null}
      {map ? (
        <figure>
          <CoastMap {...map} />
        </figure>
      ) : null}
      <ol class="path">
        {path.map((stage) => (
          <li key={stage.text}>
            {stage.text}
            {stage.unchecked ? <span class="soft"> ({say('division.unchecked')})</span> : null}
          </li>
        ))}
      </ol>
      {props.notes.length > 0 ? (
        <>
          <h2>{say('division.notes')}</h2>
          {/* Notes stand in the language in which the facts were gathered. */}
          <ul lang="en">
            {props.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{say('burialSite.sources')}</h2>
      <ul>
        {props.sources.map((source) => (
          <li key={source.label}>
            <a href={source.href} rel="noopener nofollow">
              {source.label}
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
