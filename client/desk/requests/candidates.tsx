import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useHeading } from '../focus.ts';
import { type Shortcuts, useShortcuts } from '../keyboard.ts';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { type Resource, useResource } from '../use-resource.ts';
import { Candidate } from './candidate.tsx';
import { Decide } from './decide.tsx';
import { withSoldier } from './elsewhere.tsx';
import { probabilityText } from './numbers.ts';
import type { CandidateItem, PairItem } from './shapes.ts';
import type { CaseWork } from './use-case.ts';

type CandidatesProps = CaseWork & { resource: Resource<{ items: CandidateItem[] }> };

/** The candidates of a request that are open; read once for all parts of its page. */
export function useCandidates({ request, turn }: Pick<CaseWork, 'request' | 'turn'>): CandidatesProps['resource'] {
  return useResource(`/desk/requests/${request.id}/candidates`, turn);
}

/** Who may be the man: the candidates, or the one whom the address names because somebody found him elsewhere. */
export function Candidates(work: CandidatesProps) {
  const { query } = useLocation();
  return query.with ? <Chosen key={query.with} {...work} soldierId={query.with} /> : <Offered {...work} />;
}

/** The candidates one by one, best first, each with what speaks for and against him. */
function Offered(work: CandidatesProps) {
  const { say, language } = useSession();
  const { request, resource } = work;
  const [index, setIndex] = useState(0);
  const items = resource.data?.items ?? [];
  const last = Math.max(items.length - 1, 0);
  const place = Math.min(index, last);
  const current = items[place];

  // A new answer may be shorter than the place that was open.
  useEffect(() => {
    if (index > last) setIndex(last);
  }, [index, last]);

  const shortcuts: Shortcuts = {
    j: () => setIndex(Math.min(place + 1, last)),
    k: () => setIndex(Math.max(place - 1, 0)),
  };
  for (let digit = 1; digit <= 9; digit += 1) shortcuts[String(digit)] = () => setIndex(Math.min(digit - 1, last));
  useShortcuts(shortcuts);

  return (
    <section id="who" aria-labelledby={current ? 'candidate' : 'candidates'}>
      {current ? null : <h2 id="candidates">{say('request.candidates')}</h2>}
      {resource.error ? <Trouble error={resource.error} retry={resource.reload} /> : null}
      {resource.data || resource.error ? null : <Loading />}
      {resource.data && !current ? <p>{say(request.matchedAt ? 'request.noCandidates' : 'request.matching')}</p> : null}
      {current ? (
        <>
          <h2 id="candidate" tabIndex={-1} aria-live="polite">
            {say('candidate.of', {
              index: place + 1,
              total: items.length,
              band: say(`band.${current.band}`),
              probability: probabilityText(current.probability, language),
            })}
          </h2>
          <Candidate request={request} candidate={current} note={say('candidate.keys', { j: 'J', k: 'K' })} />
        </>
      ) : null}
      {items.length > 1 ? <Choice total={items.length} index={place} choose={setIndex} /> : null}
      {current ? <Decide key={current.soldierId} {...work} chosen={current} candidates={items} /> : null}
    </section>
  );
}

/** One whom somebody brought to compare. He never competed with the candidates, so there may be no probability. */
function Chosen(work: CandidatesProps & { soldierId: string }) {
  const { say } = useSession();
  const { query } = useLocation();
  const { request, soldierId, turn, resource } = work;
  const { data, error, reload } = useResource<PairItem>(`/desk/requests/${request.id}/candidates/${soldierId}`, turn);
  const heading = useHeading('candidate');
  return (
    <section id="who" aria-labelledby="candidate">
      <h2 {...heading}>{say('candidate.byHand')}</h2>
      <p>
        <a class="row" href={withSoldier(request.id, query.filter, null)}>
          {say('candidate.back')}
        </a>
      </p>
      {error ? <Trouble error={error} retry={reload} /> : null}
      {data || error ? null : <Loading />}
      {data ? <Candidate request={request} candidate={data} /> : null}
      {data ? <Decide key={data.soldierId} {...work} chosen={data} candidates={resource.data?.items ?? []} /> : null}
    </section>
  );
}

function Choice({ total, index, choose }: { total: number; index: number; choose: (index: number) => void }) {
  const { say } = useSession();
  return (
    <nav class="actions" aria-label={say('candidate.choose')}>
      <button class="quiet" type="button" disabled={index === 0} onClick={() => choose(index - 1)}>
        {say('candidate.previous')} <kbd>K</kbd>
      </button>
      <button class="quiet" type="button" disabled={index === total - 1} onClick={() => choose(index + 1)}>
        {say('candidate.next')} <kbd>J</kbd>
      </button>
    </nav>
  );
}
