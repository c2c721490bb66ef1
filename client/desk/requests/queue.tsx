import { spellingLanguage } from '../../parts/letter-runs.ts';
import { focusWhenDrawn } from '../focus.ts';
import { More } from '../more.tsx';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useList } from '../use-list.ts';
import { useResource } from '../use-resource.ts';
import { stateKey } from './holding.ts';
import type { QueueItem } from './shapes.ts';
import { TakeNext } from './take-next.tsx';

const filters = ['new', 'free', 'mine', 'fresh', 'waiting', 'second', 'old', 'all'] as const;

type QueueProps = { filter: string; chosen: string | null; turn: number };

/** Which requests wait. Each filter has its own address, so it can be sent to a colleague. */
export function Queue({ filter, chosen, turn }: QueueProps) {
  const { say } = useSession();
  const list = useList<QueueItem>(`/desk/requests?filter=${encodeURIComponent(filter)}`, turn);
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
        {list.error ? <Trouble error={list.error} retry={list.reload} /> : null}
        {list.items === null && !list.error ? <Loading /> : null}
        {list.items?.length === 0 ? <p>{say('queue.empty')}</p> : null}
        <Items items={list.items ?? []} filter={filter} chosen={chosen} />
        <More list={list} />
      </details>
    </section>
  );
}

/** How many wait in each heap. A count that is not there yet is left out, never told as nought. */
function useCounts(turn: number): Partial<Record<string, number>> {
  const { data } = useResource<{ items: { queue: string; count: number }[] }>('/desk/queues', turn);
  return Object.fromEntries((data?.items ?? []).map(({ queue, count }) => [queue, count]));
}

type ItemsProps = { items: QueueItem[]; filter: string; chosen: string | null };

function Items({ items, filter, chosen }: ItemsProps) {
  if (items.length === 0) return null;
  return (
    <ul class="items">
      {items.map((item) => (
        <li key={item.id}>
          <RequestLink item={item} filter={filter} chosen={item.id === chosen} />
        </li>
      ))}
    </ul>
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
  const fresh = !item.secondLook && item.freshCandidates > 0;
  const state = fresh ? say('queue.freshCount', { count: item.freshCandidates }) : say(stateKey(item));
  const since = say('queue.since', { state, when: timeText(item.since, language) });
  const families = item.families > 1 ? say('queue.families', { count: item.families }) : null;
  return <span>{[`№ ${item.number}`, families, since, held].filter(Boolean).join('. ')}</span>;
}
