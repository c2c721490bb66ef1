import { useState } from 'preact/hooks';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { type ApiError, call } from '../api.ts';
import { focusWhenDrawn } from '../focus.ts';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { asApiError, useResource } from '../use-resource.ts';
import type { QueueItem, QueuePage } from './shapes.ts';
import { TakeNext } from './take-next.tsx';

const filters = ['new', 'free', 'mine', 'fresh', 'waiting', 'second', 'old', 'all'] as const;

type QueueProps = { filter: string; chosen: string | null; turn: number };

/** Which requests wait. Each filter has its own address, so it can be sent to a colleague. */
export function Queue({ filter, chosen, turn }: QueueProps) {
  const { say } = useSession();
  const path = `/desk/requests?filter=${encodeURIComponent(filter)}`;
  const first = useResource<QueuePage>(path, turn);
  const counts = useCounts(turn);
  return (
    <section class="queue" aria-labelledby="queue">
      <h2 id="queue" class="hidden">
        {say('queue.title')}
      </h2>
      <details class="fold" open={chosen === null}>
        <summary>{say('queue.summary', { mine: counts.mine ?? '–', free: counts.free ?? '–' })}</summary>
        <nav aria-label={say('queue.filter')}>
          <ul>
            {filters.map((name) => (
              <li key={name}>
                <a href={`/desk/requests?filter=${name}`} aria-current={name === filter ? 'true' : undefined}>
                  {say(`queue.${name}` as DeskKey)} {counts[name] === undefined ? null : <b>{counts[name]}</b>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {chosen ? <TakeNext /> : null}
        {first.error ? <Trouble error={first.error} retry={first.reload} /> : null}
        {first.data ? (
          <Items key={`${path} ${turn}`} first={first.data} path={path} filter={filter} chosen={chosen} />
        ) : first.error ? null : (
          <Loading />
        )}
      </details>
    </section>
  );
}

/** How many wait in each heap. A count that is not there yet is left out, never told as nought. */
function useCounts(turn: number): Partial<Record<string, number>> {
  const { data } = useResource<{ items: { queue: string; count: number }[] }>('/desk/queues', turn);
  return Object.fromEntries((data?.items ?? []).map(({ queue, count }) => [queue, count]));
}

type ItemsProps = { first: QueuePage; path: string; filter: string; chosen: string | null };

function Items({ first, path, filter, chosen }: ItemsProps) {
  const { say } = useSession();
  const [more, setMore] = useState<QueuePage[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const pages = [first, ...more];
  const items = pages.flatMap((page) => page.items);
  const next = pages.at(-1)?.next ?? null;

  async function loadMore() {
    setError(null);
    try {
      const { data } = await call<QueuePage>(`${path}&cursor=${encodeURIComponent(next ?? '')}`);
      setMore((before) => [...before, data]);
    } catch (cause) {
      setError(asApiError(cause));
    }
  }

  if (items.length === 0) return <p>{say('queue.empty')}</p>;
  return (
    <>
      <ul class="items">
        {items.map((item) => (
          <Row key={item.id} item={item} filter={filter} chosen={item.id === chosen} />
        ))}
      </ul>
      {error ? <Trouble error={error} /> : null}
      {next ? (
        <button class="quiet" type="button" onClick={() => void loadMore()}>
          {say('queue.more')}
        </button>
      ) : null}
    </>
  );
}

function Row({ item, filter, chosen }: { item: QueueItem; filter: string; chosen: boolean }) {
  return (
    <li>
      <RequestLink item={item} filter={filter} chosen={chosen} />
    </li>
  );
}

/** A request in a list: whom the family looks for, and where it stands. */
export function RequestLink({ item, filter, chosen = false }: { item: QueueItem; filter: string; chosen?: boolean }) {
  const { say } = useSession();
  return (
    <a
      href={`/desk/requests/${item.id}?filter=${encodeURIComponent(filter)}`}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => focusWhenDrawn('request')}
    >
      <strong lang={item.name ? spellingLanguage(item.name) : undefined}>{item.name || say('queue.noName')}</strong>
      <Line item={item} />
    </a>
  );
}

function Line({ item }: { item: QueueItem }) {
  const { say, user, language } = useSession();
  const held =
    item.assignee && item.leaseUntil
      ? say(item.assignee.id === user?.id ? 'queue.yoursUntil' : 'queue.takenBy', {
          who: item.assignee.name,
          until: timeText(item.leaseUntil, language),
        })
      : null;
  const state = item.secondLook
    ? say('queue.secondLook')
    : item.freshCandidates > 0
      ? say('queue.freshCount', { count: item.freshCandidates })
      : say(`requestStatus.${item.status}`);
  const since = say('queue.since', { state, when: timeText(item.since, language) });
  const families = item.families > 1 ? say('queue.families', { count: item.families }) : null;
  return <span>{[`№ ${item.number}`, families, since, held].filter(Boolean).join('. ')}</span>;
}
