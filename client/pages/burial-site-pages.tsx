import type { Language } from '../messages/translate.ts';
import { CoastMap, type MapProps } from '../parts/coast-map.tsx';
import { type Fact, Facts, type SourceLink } from '../parts/facts.tsx';
import { Field } from '../parts/field.tsx';
import { Layout } from '../parts/layout.tsx';
import { PeopleList, type PersonLine } from '../parts/people-list.tsx';
import type { Say } from '../parts/say.ts';
import { Sources } from '../parts/sources.tsx';
import { TableHead } from '../parts/table-head.tsx';

type PageProps = { say: Say; language: Language; publicUrl: string; example: 'site' | null };

/** Counts as a source gives them; they need not add up, and each may be words. */
export type SiteRow = {
  id: string;
  name: string;
  nameLang: string;
  region: string;
  kind: string;
  known: string | null;
  unknown: string | null;
  total: string | null;
  here: number;
};

export type BurialSitesProps = PageProps & {
  map: MapProps;
  values: { q: string; unknown: boolean; country: string };
  countries: { label: string; href: string; count: number; chosen: boolean }[];
  /** In the order of the reader's alphabet. */
  groups: { country: string; anchor: string; sites: SiteRow[] }[];
  /** The countries stand open on a phone as well: few places, or some that were asked for by name or country. */
  open: boolean;
  total: number;
};

/** Map and list of burial places. Every dot is also a row. */
export function BurialSitesPage(props: BurialSitesProps) {
  const { say, language, values } = props;
  return (
    <Layout {...props} title={say('sites.title')} path="/burial-sites" door="burial-sites" indexed={true}>
      <h1>{say('sites.title')}</h1>
      <p>{say('sites.lead')}</p>
      <div class="pair">
        <figure>
          <CoastMap {...props.map} />
          <figcaption class="small soft">{say('sites.mapNote')}</figcaption>
        </figure>
        <div>
          <h2>{say('sites.find')}</h2>
          <form action={`/${language}/burial-sites`} method="get">
            <Field say={say} id="q" label={say('sites.q')} hint={say('search.hint')} value={values.q} maxLength={120} />
            <label class="check">
              <input type="checkbox" name="unknown" value="1" checked={values.unknown} />
              <span>{say('sites.unknownOnly')}</span>
            </label>
            <p class="actions">
              <button type="submit">{say('sites.show')}</button>
            </p>
          </form>
          <Countries {...props} />
        </div>
      </div>
      <h2>{say('sites.list')}</h2>
      <p class="soft">{props.total > 0 ? say('sites.count', { count: props.total }) : say('sites.none')}</p>
      {props.total > 0 ? null : (
        <p>
          <a href={`/${language}/burial-sites`}>{say('sites.all')}</a>
        </p>
      )}
      {props.groups.map((group) => (
        <SiteGroup key={group.anchor} say={say} language={language} group={group} open={props.open} />
      ))}
      <p class="small soft">{say('sites.hereNote')}</p>
    </Layout>
  );
}

function Countries({ say, countries, open }: BurialSitesProps) {
  return (
    <nav class={open ? 'facets split' : 'facets split wide-only'} aria-labelledby="by">
      <h3 id="by">{say('sites.byCountry')}</h3>
      <ul>
        {countries.map((country) => (
          <li key={country.href}>
            <a href={country.href} aria-current={country.chosen ? 'true' : undefined}>
              <span>{country.label}</span> <span class="soft">{country.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type SiteGroupProps = {
  say: Say;
  language: Language;
  group: BurialSitesProps['groups'][number];
  open: boolean;
};

/** A phone shows the countries with their number of places, each to be opened; a wide screen and paper show all of them. */
function SiteGroup({ say, language, group, open }: SiteGroupProps) {
  const heads = ['sites.place', 'sites.kind', 'sites.known', 'sites.unknown', 'sites.total'] as const;
  return (
    <details class="country" id={group.anchor} open={open}>
      <summary>
        <span>{group.country}</span> <span class="soft">{group.sites.length}</span>
      </summary>
      <h3>{group.country}</h3>
      <table class="records sites" role="table" aria-label={group.country}>
        <TableHead heads={heads.map((head) => say(head))} numbers={[say('sites.here')]} />
        <tbody role="rowgroup">
          {group.sites.map((site) => (
            <SiteRowLine key={site.id} say={say} language={language} site={site} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function SiteRowLine({ say, language, site }: { say: Say; language: Language; site: SiteRow }) {
  const counts = [
    ['sites.known', site.known],
    ['sites.unknown', site.unknown],
    ['sites.total', site.total],
  ] as const;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a class="row" href={`/${language}/burial-sites/${site.id}`} lang={site.nameLang || undefined}>
          {site.name}
        </a>
        <span class="where">{site.region}</span>
      </th>
      <td role="cell" data-label={say('sites.kind')}>
        {site.kind}
      </td>
      {counts.map(([key, count]) => (
        <td key={key} role="cell" class={count === null ? 'unsaid' : undefined} data-label={say(key)}>
          {count ?? say('sites.notKnown')}
        </td>
      ))}
      <td role="cell" class={site.here === 0 ? 'number unsaid' : 'number'} data-label={say('sites.here')}>
        {site.here}
      </td>
    </tr>
  );
}

export type BurialSiteProps = PageProps & {
  id: string;
  name: string;
  nameLang: string;
  otherNames: { name: string; lang: string }[];
  facts: Fact[];
  map: MapProps | null;
  geoHref: string | null;
  photographs: { large: string; small: string; alt: string; credit: string | null }[];
  notes: { text: string; lang?: string }[];
  sources: SourceLink[];
  here: number;
  /** Under which letters there are names, and how many. */
  letters: { letter: string; count: number; chosen: boolean; href: string }[];
  people: PersonLine[];
  nextHref: string | null;
  /** schema.org of the place, as JSON. */
  jsonLd: string;
};

/** One burial place: what is known of it, where it is, how to come there, and the names. */
export function BurialSitePage(props: BurialSiteProps) {
  const { say, name, nameLang, map, notes } = props;
  return (
    <Layout
      {...props}
      title={name}
      path={`/burial-sites/${props.id}`}
      door="burial-sites"
      indexed={true}
      head={<script type="application/ld+json" dangerouslySetInnerHTML={{ __html: props.jsonLd }} />}
    >
      <h1 lang={nameLang || undefined}>{name}</h1>
      {props.otherNames.length > 0 ? (
        <ul class="scripts" aria-label={say('burialSite.otherNames')}>
          {props.otherNames.map((other) => (
            <li key={other.name} lang={other.lang || undefined}>
              {other.name}
            </li>
          ))}
        </ul>
      ) : null}
      <div class={map ? 'pair' : undefined}>
        <div>
          <Facts facts={props.facts} say={say} />
          {props.geoHref ? (
            <p>
              <a class="row" href={props.geoHref}>
                {say('burialSite.openMap')}
              </a>
            </p>
          ) : null}
        </div>
        {map ? (
          <figure>
            <CoastMap {...map} />
          </figure>
        ) : null}
      </div>
      {notes.length > 0 ? (
        <ul>
          {notes.map((note) => (
            <li key={note.text} lang={note.lang}>
              {note.text}
            </li>
          ))}
        </ul>
      ) : null}
      <Photographs {...props} />
      <h2>{say('burialSite.visitTitle')}</h2>
      <p>{say('burialSite.visit')}</p>
      <Names {...props} />
      <Sources say={say} sources={props.sources} />
    </Layout>
  );
}

function Photographs({ say, photographs }: BurialSiteProps) {
  if (photographs.length === 0) return null;
  return (
    <>
      <h2>{say('burialSite.photographs')}</h2>
      <ul class="photographs">
        {photographs.map(({ large, small, alt, credit }) => (
          <li key={large}>
            <figure>
              <a href={large}>
                <img src={small} alt={alt} />
              </a>
              {credit ? <figcaption class="small soft">{credit}</figcaption> : null}
            </figure>
          </li>
        ))}
      </ul>
    </>
  );
}

function Names({ say, language, id, here, letters, people, nextHref }: BurialSiteProps) {
  return (
    <>
      <h2 id="names">{say('burialSite.names')}</h2>
      {here > 0 ? null : <p>{say('burialSite.noNames')}</p>}
      {letters.length > 1 ? (
        <nav aria-label={say('burialSite.alphabet')}>
          <ul class="alphabet">
            {letters.map(({ letter, count, chosen, href }) => (
              <li key={letter}>
                <a href={href} aria-current={chosen ? 'true' : undefined} aria-label={`${letter}, ${count}`}>
                  {letter}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {here > 20 ? (
        <form class="search" action={`/${language}/`} method="get">
          <input type="hidden" name="burialSite" value={id} />
          <label for="q">{say('burialSite.findHere')}</label>
          <input id="q" name="q" type="search" maxLength={200} autocomplete="off" />
          <button type="submit">{say('search.submit')}</button>
        </form>
      ) : null}
      <PeopleList say={say} people={people} />
      {nextHref ? (
        <p class="actions">
          <a class="button quiet" rel="next" href={nextHref}>
            {say('burialSite.moreNames')}
          </a>
        </p>
      ) : null}
    </>
  );
}
