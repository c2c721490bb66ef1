import { useEffect, useState } from 'preact/hooks';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { type Shortcuts, useShortcuts } from '../keyboard.ts';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { useResource } from '../use-resource.ts';
import { CompareTable } from './compare-table.tsx';
import { Decide } from './decide.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { probabilityText } from './numbers.ts';
import type { CandidateItem } from './shapes.ts';
import type { CaseWork } from './use-case.ts';

/** The candidates one by one, best first, each with what speaks for and against him. */
export function Candidates(work: CaseWork) {
  const { say } = useSession();
  const { request, turn } = work;
  const resource = useResource<{ items: CandidateItem[] }>(`/desk/requests/${request.id}/candidates`, turn);
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
    <section aria-labelledby={current ? 'candidate' : 'candidates'}>
      {current ? null : <h2 id="candidates">{say('request.candidates')}</h2>}
      {resource.error ? <Trouble error={resource.error} retry={resource.reload} /> : null}
      {resource.data || resource.error ? null : <Loading />}
      {resource.data && !current ? <p>{say(request.matchedAt ? 'request.noCandidates' : 'request.matching')}</p> : null}
      {current ? <Candidate {...work} candidate={current} place={{ index: place, total: items.length }} /> : null}
      {items.length > 1 ? <Choice total={items.length} index={place} choose={setIndex} /> : null}
      {current ? <Decide key={current.soldierId} {...work} candidate={current} /> : null}
    </section>
  );
}

type CandidateProps = CaseWork & { candidate: CandidateItem; place: { index: number; total: number } };

function Candidate({ candidate, place }: CandidateProps) {
  const { say, language } = useSession();
  const { probability, band, evidence } = candidate;
  return (
    <>
      <h2 id="candidate" tabIndex={-1} aria-live="polite">
        {say('candidate.of', {
          index: place.index + 1,
          total: place.total,
          band: say(`band.${band}`),
          probability: probabilityText(probability, language),
        })}
      </h2>
      <p>
        <a
          href={`/${language}/soldiers/${candidate.soldierId}`}
          target="_blank"
          rel="noopener"
          lang={spellingLanguage(candidate.name)}
        >
          {candidate.name}
        </a>
        {candidate.life ? `, ${candidate.life}` : ''}
        {candidate.state === 'fresh' ? ` (${say('candidate.fresh')})` : ''}
      </p>
      <p class="soft">{say('candidate.keys', { j: 'J', k: 'K' })}</p>
      <CompareTable evidence={evidence} labelledBy="candidate" />
      <h3 id="evidence">{say('evidence.title')}</h3>
      <p class="soft">{say('evidence.lead')}</p>
      <EvidenceTable evidence={evidence} probability={probability} labelledBy="evidence" band={band} />
    </>
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
