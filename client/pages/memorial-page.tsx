import type { Language } from '../messages/translate.ts';
import { type Fact, Facts } from '../parts/facts.tsx';
import { Layout } from '../parts/layout.tsx';
import type { Say } from '../parts/say.ts';
import { type Run, Spelling } from '../parts/spelling.tsx';

export type WrittenForm = { document: string; runs: Run[]; lang: string; changes: string };

export type MemorialProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  id: string;
  example: 'person' | null;
  familyName: string;
  givenNames: string;
  nameLang: string;
  scripts: { text: string; lang: string }[];
  /** Years and fate in one line. */
  life: string;
  /** Said when another record was found to be the same man. */
  mergedNotice: string | null;
  forms: WrittenForm[];
  facts: Fact[];
  grave: Fact[];
  siteHref: string | null;
  /** How sure we are and who checked it; null when no person has decided anything yet. */
  conclusion: string | null;
  documents: { anchor: string; text: string; href: string | null }[];
  /** schema.org Person of the public facts, as JSON. */
  jsonLd: string;
};

/** The memorial page: the name is the monument; what is known stands beside where it is known from. */
export function MemorialPage(props: MemorialProps) {
  const { say, language, id } = props;
  const name = [props.familyName, props.givenNames].filter(Boolean).join(' ');
  return (
    <Layout
      {...props}
      title={name}
      path={`/soldiers/${id}`}
      door={null}
      indexed={!props.example}
      head={<Messenger {...props} name={name} />}
    >
      <article>
        <div class="columns">
          <div>
            <MemorialName {...props} />
            <Forms {...props} />
            <Known {...props} />
            <Grave {...props} />
            <Documents {...props} />
          </div>
          <aside class="beside stays" aria-label={say('memorial.whatNow')}>
            <h2>{say('memorial.forFamily')}</h2>
            <p>
              <a class="button quiet" href={`/${language}/requests/new?soldier=${id}`}>
                {say('memorial.iAmRelative')}
              </a>
            </p>
            <p class="small soft">{say('memorial.iAmRelativeText')}</p>
          </aside>
        </div>
        <p class="address small">
          {say('memorial.address', { address: `${props.publicUrl}/${language}/soldiers/${id}` })}
        </p>
      </article>
    </Layout>
  );
}

function Messenger({ name, life, publicUrl, language, id, jsonLd }: MemorialProps & { name: string }) {
  return (
    <>
      <meta name="description" content={`${name}. ${life}`} />
      <meta property="og:type" content="profile" />
      <meta property="og:title" content={name} />
      <meta property="og:description" content={life} />
      <meta property="og:url" content={`${publicUrl}/${language}/soldiers/${id}`} />
      {/* Data for machines, not a script that runs: `<` is escaped where the JSON is made. */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd }} />
    </>
  );
}

function MemorialName({ say, familyName, givenNames, nameLang, scripts, life, mergedNotice }: MemorialProps) {
  return (
    <header>
      {mergedNotice ? <p class="notice">{mergedNotice}</p> : null}
      <h1 class="name" lang={nameLang}>
        <span>{familyName || givenNames}</span>
        {familyName && givenNames ? <span class="given">{givenNames}</span> : null}
      </h1>
      {scripts.length > 0 ? (
        <ul class="scripts" aria-label={say('memorial.otherScripts')}>
          {scripts.map((form) => (
            <li key={form.text} lang={form.lang}>
              {form.text}
            </li>
          ))}
        </ul>
      ) : null}
      <p class="life">{life}</p>
    </header>
  );
}

function Forms({ say, forms }: MemorialProps) {
  if (forms.length === 0) return null;
  return (
    <>
      <h2 id="forms">{say('memorial.forms')}</h2>
      <p class="soft">{say('memorial.formsText')}</p>
      <table class="records" role="table" aria-labelledby="forms">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {say('memorial.document')}
            </th>
            <th scope="col" role="columnheader">
              {say('memorial.written')}
            </th>
            <th scope="col" role="columnheader">
              {say('memorial.differs')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {forms.map((form) => (
            <tr role="row" key={form.document + form.changes + form.runs.length}>
              <th scope="row" role="rowheader">
                {form.document}
              </th>
              <td role="cell">
                <Spelling runs={form.runs} lang={form.lang} />
              </td>
              <td role="cell" data-label={say('memorial.differs')}>
                {form.changes || say('memorial.nothingDiffers')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Known({ say, language, facts, conclusion }: MemorialProps) {
  return (
    <>
      <h2>{say('memorial.known')}</h2>
      {facts.length > 0 ? <Facts facts={facts} /> : <p>{say('memorial.onlyName')}</p>}
      <p>
        {conclusion ?? say('memorial.noDecision')} <a href={`/${language}/about#levels`}>{say('memorial.levels')}</a>
      </p>
    </>
  );
}

function Grave({ say, grave, siteHref }: MemorialProps) {
  return (
    <>
      <h2>{say('memorial.grave')}</h2>
      {grave.length > 0 ? <Facts facts={grave} /> : <p>{say('memorial.graveUnknown')}</p>}
      {siteHref ? (
        <p>
          <a class="row" href={siteHref}>
            {say('memorial.sitePage')}
          </a>
        </p>
      ) : null}
    </>
  );
}

function Documents({ say, documents }: MemorialProps) {
  return (
    <>
      <h2>{say('memorial.documents')}</h2>
      <ol class="path">
        {documents.map((document) => (
          <li key={document.anchor} id={document.anchor}>
            {document.text}
            {document.href ? (
              <>
                {' '}
                <a href={document.href} rel="noopener nofollow">
                  {say('memorial.openSource')}
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}
