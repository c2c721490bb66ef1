import type { Language } from '../messages/translate.ts';
import { DivisionPath, type PathProps } from '../parts/division-path.tsx';
import { type Explained, type Fact, Facts, WordExplained } from '../parts/facts.tsx';
import { FamilyWords, type FamilyWordsProps } from '../parts/family-words.tsx';
import { Layout } from '../parts/layout.tsx';
import { ReportError, type ReportState } from '../parts/report-error.tsx';
import type { Say } from '../parts/say.ts';
import { type Run, Spelling } from '../parts/spelling.tsx';
import { TableHead } from '../parts/table-head.tsx';

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
  /** `byLetters`: no paper writes it so; it only helps to read the name. */
  scripts: { text: string; lang: string; byLetters: boolean }[];
  /** Years and fate in one line. */
  life: string;
  /** He did not die in the war: a site of those who did not return has to say so. */
  cameHome: boolean;
  /** Said when another record was found to be the same man. */
  mergedNotice: string | null;
  forms: WrittenForm[];
  facts: Fact[];
  /** `note`: why the path ends before the division's own does. */
  division: { name: string; href: string; path: PathProps; note: string | null } | null;
  grave: Fact[];
  /** How to come there; null while no grave is known. */
  visit: { text: string; site: { href: string; name: string; lang: string | undefined } | null } | null;
  /** How sure we are and who checked it; null when no person has decided anything yet. */
  conclusion: string | null;
  documents: { anchor: string; text: string; href: string | null; words: Explained[] }[];
  /** schema.org Person of the public facts, as JSON. */
  jsonLd: string;
  report: ReportState;
  family: Omit<FamilyWordsProps, 'say'>;
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
      messenger={{
        type: 'profile',
        title: props.example ? `${name} (${say('search.example')})` : name,
        text: props.life,
        picture: `/${language}/soldiers/${id}/picture.png`,
      }}
      head={
        // Data for machines, not a script that runs: `<` is escaped where the JSON is made.
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: props.jsonLd }} />
      }
    >
      <article>
        <div class="columns">
          <div>
            <MemorialName {...props} />
            <Forms {...props} />
            <Known {...props} />
            <Division {...props} />
            <Grave {...props} />
            <Documents {...props} />
            <FamilyWords say={say} {...props.family} />
          </div>
          <Beside {...props} />
        </div>
        <p class="address small">
          {say('memorial.address', { address: `${props.publicUrl}/${language}/soldiers/${id}` })}
        </p>
      </article>
    </Layout>
  );
}

function MemorialName(props: MemorialProps) {
  const { say, familyName, givenNames, nameLang, scripts, life, mergedNotice } = props;
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
            <li key={form.text}>
              <span lang={form.lang}>{form.text}</span>
              {form.byLetters ? <span class="note">{say('memorial.byLetters')}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p class="life">{life}</p>
      {props.cameHome ? <p>{say('memorial.cameHome')}</p> : null}
    </header>
  );
}

function Forms({ say, forms }: MemorialProps) {
  if (forms.length === 0) return null;
  return (
    <>
      <h2 id="forms">{say('memorial.forms')}</h2>
      {forms.some((form) => form.changes !== '') ? <p class="soft">{say('memorial.formsText')}</p> : null}
      <table class="records" role="table" aria-labelledby="forms">
        <TableHead heads={[say('memorial.document'), say('memorial.written'), say('memorial.differs')]} />
        <tbody role="rowgroup">
          {forms.map((form, index) => (
            <tr role="row" key={index}>
              <th scope="row" role="rowheader">
                {form.document}
              </th>
              <td role="cell">
                <Spelling runs={form.runs} lang={form.lang} />
              </td>
              <td role="cell" class={form.changes ? undefined : 'unsaid'} data-label={say('memorial.differs')}>
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
      {facts.length > 0 ? <Facts facts={facts} say={say} /> : <p>{say('memorial.onlyName')}</p>}
      <p>
        {conclusion ?? say('memorial.noDecision')} <a href={`/${language}/about#levels`}>{say('memorial.levels')}</a>
      </p>
    </>
  );
}

function Division({ say, division }: MemorialProps) {
  if (division === null) return null;
  return (
    <>
      <h2>{say('memorial.division', { name: division.name })}</h2>
      <DivisionPath say={say} {...division.path} />
      {division.note ? <p class="small soft">{division.note}</p> : null}
      <p>
        <a class="row" href={division.href}>
          {say('memorial.divisionPage')}
        </a>
      </p>
    </>
  );
}

function Grave({ say, grave, visit, cameHome }: MemorialProps) {
  // Nobody looks for the grave of the war of a man who came home.
  if (cameHome && grave.length === 0) return null;
  return (
    <>
      <h2>{say('memorial.grave')}</h2>
      {grave.length > 0 ? <Facts facts={grave} say={say} /> : <p>{say('memorial.graveUnknown')}</p>}
      {visit ? (
        <>
          <h3>{say('grave.visitTitle')}</h3>
          <p>{visit.text}</p>
          {visit.site ? (
            <p>
              <a class="row" href={visit.site.href}>
                {say('memorial.sitePage')}: <span lang={visit.site.lang}>{visit.site.name}</span>
              </a>
            </p>
          ) : null}
        </>
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
            {document.words.map((word) => (
              <WordExplained key={word.word} say={say} {...word} />
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

function Beside({ say, language, id, report }: MemorialProps) {
  return (
    <aside class="beside" aria-label={say('memorial.whatNow')}>
      <h2>{say('memorial.forFamily')}</h2>
      <p>
        <a class="button" href={`/${language}/soldiers/${id}/memory-sheet.pdf`}>
          {say('memorial.sheet')}
        </a>
      </p>
      <p class="small soft">{say('memorial.sheetText')}</p>
      <p>
        <a class="button quiet" href={`/${language}/requests/new?soldier=${id}`}>
          {say('memorial.iAmRelative')}
        </a>
      </p>
      <p class="small soft">{say('memorial.iAmRelativeText')}</p>
      <ReportError say={say} action={`/${language}/soldiers/${id}/report`} {...report} />
    </aside>
  );
}
