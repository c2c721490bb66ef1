import { useEffect } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { useHeading, useTitle } from '../focus.ts';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { useResource } from '../use-resource.ts';
import { LinkHistory } from './link-history.tsx';
import { MergeOther } from './merge-other.tsx';
import { Papers } from './papers.tsx';
import type { Link, SoldierPage } from './shapes.ts';

/** What a section needs that changes which papers are of one man. */
export type SoldierWork = { soldier: SoldierPage; links: Link[]; changed: () => void };

/** A soldier for whoever works on him: every paper, which of them contradict, and who said that they are of one man. */
export function OneSoldier() {
  const { params } = useRoute();
  const id = params.id ?? '';
  const page = useResource<SoldierPage>(`/soldiers/${id}`);
  const links = useResource<{ items: Link[] }>(`/desk/soldiers/${id}/links`);
  const { route } = useLocation();
  const answers = page.data?.id;
  // Merged meanwhile: the address leads on, as it does for everybody.
  useEffect(() => {
    if (answers !== undefined && answers !== id) route(`/desk/soldiers/${answers}`, true);
  }, [answers, id, route]);

  const error = page.error ?? links.error;
  if (error) return <Trouble error={error} retry={page.reload} />;
  if (!page.data || !links.data) return <Loading />;
  const changed = () => {
    page.reload();
    links.reload();
  };
  return <Soldier soldier={page.data} links={links.data.items} changed={changed} />;
}

function Soldier(work: SoldierWork) {
  const { say, language } = useSession();
  const { soldier } = work;
  const [first] = soldier.mentions;
  const name = soldier.name || (first ? nameOf(first.written) : '') || say('queue.noName');
  useTitle(`${name} – ${say('desk.title')}`);
  return (
    <>
      <h1 {...useHeading('soldier')} lang={spellingLanguage(name)}>
        {name}
      </h1>
      {soldier.example ? <p class="notice">{say('request.example')}</p> : null}
      {soldier.mentions.some(({ sensitive }) => sensitive) ? (
        <p class="notice">{say('soldier.sensitiveNote')}</p>
      ) : null}
      <p class="actions">
        {soldier.name ? (
          <a class="button quiet" href={`/${language}/soldiers/${soldier.id}`} target="_blank" rel="noopener">
            {say('candidate.open')}
          </a>
        ) : null}
        <a class="button quiet" href={`/desk/soldiers?q=${encodeURIComponent(name)}`}>
          {say('soldiers.namesakes')}
        </a>
      </p>
      <Contradictions soldier={soldier} />
      <Papers {...work} />
      <MergeOther {...work} />
      <LinkHistory {...work} />
    </>
  );
}

export function nameOf({ familyName, givenName, patronymic, fullName }: Record<string, string>): string {
  return [familyName, givenName, patronymic].filter(Boolean).join(' ') || (fullName ?? '');
}

/** Where his papers do not agree: each is a question whether they are of one man. */
function Contradictions({ soldier }: { soldier: SoldierPage }) {
  const { say } = useSession();
  const torn = soldier.facts.filter(({ values }) => values.some(({ relation }) => relation === 'differs'));
  if (soldier.mentions.length < 2) return null;
  const numberOf = (id: string) => soldier.mentions.findIndex((mention) => mention.id === id) + 1;
  return (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions">{say('soldier.contradictions')}</h2>
      {torn.length === 0 ? <p>{say('soldier.noContradictions')}</p> : null}
      <dl class="facts">
        {torn.map(({ field, values }) => (
          <div key={field}>
            <dt>{say(`field.${field}` as DeskKey)}</dt>
            {values.map(({ written, mentionIds }) => (
              <dd key={written}>
                {written} <span class="soft">({mentionIds.map((id) => `№ ${numberOf(id)}`).join(', ')})</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
