import { useEffect, useState } from 'preact/hooks';
import { type Shortcuts, useShortcuts } from '../keyboard.ts';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { useResource } from '../use-resource.ts';
import { Decide } from './decide.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import type { CandidateItem, RequestDetail } from './shapes.ts';

type CandidatesProps = { request: RequestDetail; etag: string | null; reload: () => void };

/** The candidates one by one, best first, each with what speaks for and against him. */
export function Candidates({ request, etag, reload }: CandidatesProps) {
  const { say } = useSession();
  const resource = useResource<{ items: CandidateItem[] }>(`/desk/requests/${request.id}/candidates`);
  const [index, setIndex] = useState(0);
  const items = resource.data?.items ?? [];
  const last = Math.max(items.length - 1, 0);
  const current = items[Math.min(index, last)];

  // A new answer may be shorter than the place that was open.
  useEffect(() => {
    if (index > last) setIndex(last);
  }, [index, last]);

  const shortcuts: Shortcuts = {
    j: () => setIndex((value) => Math.min(value + 1, last)),
    k: () => setIndex((value) => Math.max(value - 1, 0)),
  };
  for (let digit = 1; digit <= 9; digit += 1) shortcuts[String(digit)] = () => setIndex(Math.min(digit - 1, last));
  useShortcuts(shortcuts);

  if (resource.error) return <Trouble error={resource.error} retry={resource.reload} />;
  if (!resource.data) return <Loading />;
  if (!current) return <p>{say(request.matchedAt ? 'request.noCandidates' : 'request.matching')}</p>;
  return (
    <section aria-labelledby="candidate">
      <h2 id="candidate" aria-live="polite">
        {say('candidate.of', {
          index: Math.min(index, last) + 1,
          total: items.length,
          band: say(`band.${current.band}` as DeskKey),
          probability: current.probability.toFixed(2),
        })}
      </h2>
      <Choice items={items} index={Math.min(index, last)} choose={setIndex} />
      <p>
        <a href={`/ru/soldiers/${current.soldierId}`} target="_blank" rel="noopener">
          {current.name}
        </a>
        . {current.life}
      </p>
      <EvidenceTable candidate={current} />
      <Decide
        key={current.soldierId}
        request={request}
        etag={etag}
        candidate={current}
        done={() => {
          resource.reload();
          reload();
        }}
      />
    </section>
  );
}

function Choice({ items, index, choose }: { items: CandidateItem[]; index: number; choose: (index: number) => void }) {
  const { say } = useSession();
  return (
    <nav class="actions" aria-label={say('candidate.choose')}>
      <button class="quiet" type="button" disabled={index === 0} onClick={() => choose(index - 1)}>
        {say('candidate.previous')} <kbd>K</kbd>
      </button>
      <button class="quiet" type="button" disabled={index === items.length - 1} onClick={() => choose(index + 1)}>
        {say('candidate.next')} <kbd>J</kbd>
      </button>
    </nav>
  );
}
