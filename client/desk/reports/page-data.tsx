import { deskReportMessages } from '../../messages/desk-reports.ts';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { safeHref } from '../../parts/safe-href.ts';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { nameOf } from '../soldiers/one-soldier.tsx';
import type { Mention, SoldierPage } from '../soldiers/shapes.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';

/** What the page says, fact by fact with the papers each rests on: what a report has to be compared with. */
export function PageData({ soldierId }: { soldierId: string }) {
  const { say, language } = useSession();
  const words = useWords(deskReportMessages);
  const { data, error, reload } = useResource<SoldierPage>(`/soldiers/${encodeURIComponent(soldierId)}`);
  return (
    <section aria-labelledby="page">
      <h2 id="page">{words('reports.page')}</h2>
      {error ? <Trouble error={error} retry={reload} /> : null}
      {data || error ? null : <Loading />}
      {data && data.id !== soldierId ? <p class="notice">{words('reports.moved')}</p> : null}
      {data ? (
        <>
          <p class="actions">
            <a class="button quiet" href={`/desk/soldiers/${data.id}`}>
              {words('reports.papers')}
            </a>
            <a class="button quiet" href={`/${language}/soldiers/${data.id}`} target="_blank" rel="noopener">
              {say('candidate.open')}
            </a>
          </p>
          <Facts soldier={data} />
          <Papers mentions={data.mentions} />
        </>
      ) : null}
    </section>
  );
}

function Facts({ soldier: { facts, mentions } }: { soldier: SoldierPage }) {
  const { say } = useSession();
  const words = useWords(deskReportMessages);
  const numbersOf = (ids: string[]) =>
    mentions.flatMap(({ id }, index) => (ids.includes(id) ? [String(index + 1)] : [])).join(', ');
  return (
    <dl class="facts">
      {facts.map(({ field, values }) => (
        <div key={field}>
          <dt>{say(`field.${field}` as DeskKey)}</dt>
          {values.map(({ written, mentionIds }) => (
            <dd key={written}>
              {written} <span class="soft">({words('reports.fromPapers', { numbers: numbersOf(mentionIds) })})</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function Papers({ mentions }: { mentions: Mention[] }) {
  const { say } = useSession();
  return (
    <ol class="path">
      {mentions.map(({ id, written, documentType, archive, sourceUrl, origin }) => {
        const name = nameOf(written);
        const href = safeHref(sourceUrl);
        const kind = documentType ? say(`document.${documentType}` as DeskKey) : say('document.unknown');
        return (
          <li key={id}>
            <p>
              <strong lang={spellingLanguage(name, documentType)}>{name || say('queue.noName')}</strong>
            </p>
            <p class="soft">{[kind, archive, say(`origin.${origin.kind}`)].filter(Boolean).join('. ')}</p>
            {href ? (
              <p>
                <a href={href} target="_blank" rel="noopener noreferrer">
                  {say('log.record')}
                </a>
              </p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
