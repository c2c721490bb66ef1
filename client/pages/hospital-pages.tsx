import type { Language } from '../messages/translate.ts';
import { CoastMap, type MapProps } from '../parts/coast-map.tsx';
import { type Fact, Facts, type SourceLink } from '../parts/facts.tsx';
import { Layout } from '../parts/layout.tsx';
import { PeopleList, type PersonLine } from '../parts/people-list.tsx';
import type { Say } from '../parts/say.ts';
import { softHyphens } from '../parts/soft-hyphens.ts';
import { Sources } from '../parts/sources.tsx';
import { TableHead } from '../parts/table-head.tsx';

type PageProps = { say: Say; language: Language; publicUrl: string; example: 'site' | null };

type Row = { href: string; name: string; building: string; when: string; here: number };

export type HospitalsProps = PageProps & {
  map: MapProps | null;
  towns: { anchor: string; name: string; hospitals: Row[] }[];
};

/** Evacuation hospitals of Kazakhstan, town by town. */
export function HospitalsPage(props: HospitalsProps) {
  const { say, map, towns } = props;
  return (
    <Layout {...props} title={say('hospitals.title')} path="/hospitals" door={null} indexed={true}>
      <h1>{say('hospitals.title')}</h1>
      <p>{say('hospitals.lead')}</p>
      {map ? (
        <figure class="narrow">
          <CoastMap {...map} />
        </figure>
      ) : null}
      {towns.map((town) => (
        <section key={town.anchor} aria-labelledby={town.anchor}>
          <h2 id={town.anchor}>{town.name}</h2>
          <HospitalTable say={say} town={town} />
        </section>
      ))}
      <p class="small soft">{say('hospitals.gaps')}</p>
    </Layout>
  );
}

function HospitalTable({ say, town }: { say: Say; town: HospitalsProps['towns'][number] }) {
  const heads = ['hospital.hospital', 'hospital.building', 'hospital.when'] as const;
  return (
    <table class="records hospitals" role="table" aria-labelledby={town.anchor}>
      <TableHead heads={heads.map((head) => say(head))} numbers={[say('sites.here')]} />
      <tbody role="rowgroup">
        {town.hospitals.map((hospital) => (
          <tr role="row" key={hospital.href}>
            <th scope="row" role="rowheader">
              <a class="row" href={hospital.href}>
                {hospital.name}
              </a>
            </th>
            <td role="cell" class={hospital.building ? undefined : 'unsaid'} data-label={say('hospital.building')}>
              {hospital.building ? softHyphens(hospital.building) : say('sites.notKnown')}
            </td>
            <td role="cell" class={hospital.when ? undefined : 'unsaid'} data-label={say('hospital.when')}>
              {hospital.when || say('sites.notKnown')}
            </td>
            <td role="cell" class={hospital.here > 0 ? 'number' : 'number unsaid'} data-label={say('sites.here')}>
              {hospital.here}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export type HospitalProps = PageProps & {
  id: string;
  name: string;
  facts: Fact[];
  notes: { text: string; lang?: string }[];
  cemeteries: { href: string; name: string; lang: string | undefined }[];
  here: number;
  people: PersonLine[];
  sources: SourceLink[];
};

/** One hospital: where it stood, where its dead lie, whose papers name it. */
export function HospitalPage(props: HospitalProps) {
  const { say, name, notes, cemeteries, people } = props;
  return (
    <Layout {...props} title={name} path={`/hospitals/${props.id}`} door={null} indexed={true}>
      <h1>{name}</h1>
      <Facts facts={props.facts} say={say} />
      {notes.length > 0 ? (
        <ul>
          {notes.map((note) => (
            <li key={note.text} lang={note.lang}>
              {note.text}
            </li>
          ))}
        </ul>
      ) : null}
      <h2>{say('hospital.cemetery')}</h2>
      {cemeteries.length > 0 ? (
        <ul>
          {cemeteries.map((site) => (
            <li key={site.href}>
              <a class="row" href={site.href} lang={site.lang}>
                {site.name}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{say('hospital.cemeteryUnknown')}</p>
      )}
      <h2>{say('hospital.people')}</h2>
      {people.length > 0 ? <PeopleList say={say} people={people} /> : <p>{say('hospital.noPeople')}</p>}
      <Sources say={say} sources={props.sources} />
    </Layout>
  );
}
