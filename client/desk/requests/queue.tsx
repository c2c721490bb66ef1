import { useState } from 'preact/hooks';
import { call } from '../api.ts';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useResource } from '../use-resource.ts';
import type { QueueItem, QueuePage } from './shapes.ts';

const filters = ['new', 'mine', 'fresh', 'waiting', 'second', 'all'] as const;

/** Which requests wait. Each filter has its own address, so it can be sent to a colleague. */
export function Queue({ filter, chosen }: { filter: string; chosen: string | null }) {
  const { say } = useSession();
  const path = `/desk/requests?filter=${encodeURIComponent(filter)}`;
  const first = useResource<QueuePage>(path);
  return (
    <section class="queue" aria-labelledby="queue">
      <h2 id="queue" class="hidden">
        {say('queue.title')}
      </h2>
      <details class="fold" open={chosen === null}>
        <summary>{say('queue.title')}</summary>
        <nav aria-label={say('queue.filter')}>
          <ul>
            {filters.map((name) => (
              <li key={name}>
                <a href={`/desk/requests?filter=${name}`} aria-current={name === filter ? 'true' : undefined}>
                  {say(`queue.${name}` as DeskKey)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {first.error ? <Trouble error={first.error} retry={first.reload} /> : null}
        {first.data ? <Items key={path} first={first.data} path={path} filter={filter} chosen={chosen} /> : <Loading />}
      </details>
    </section>
  );
}

function Items({
  first,
  path,
  filter,
  chosen,
}: {
  first: QueuePage;
  path: string;
  filter: string;
  chosen: string | null;
}) {
  const { say } = useSession();
  const [more, setMore] = useState<QueuePage[]>([]);
  const pages = [first, ...more];
  const items = pages.flatMap((page) => page.items);
  const next = pages.at(-1)?.next ?? null;

  async function loadMore() {
    const { data } = await call<QueuePage>(`${path}&cursor=${encodeURIComponent(next ?? '')}`);
    setMore((before) => [...before, data]);
  }

  if (items.length === 0) return <p>{say('queue.empty')}</p>;
  return (
    <>
      <ul class="items">
        {items.map((item) => (
          <li key={item.id}>
            <a
              href={`/desk/requests/${item.id}?filter=${filter}`}
              aria-current={item.id === chosen ? 'true' : undefined}
            >
              <strong>{item.name || say('queue.noName')}</strong>
              <Line item={item} />
            </a>
          </li>
        ))}
      </ul>
      {next ? (
        <button class="quiet" type="button" onClick={() => void loadMore()}>
          {say('queue.more')}
        </button>
      ) : null}
    </>
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
  const parts = [
    `№ ${item.number}`,
    item.freshCandidates > 0
      ? say('queue.freshCount', { count: item.freshCandidates })
      : say(`requestStatus.${item.status}`),
    held,
  ];
  return <span>{parts.filter(Boolean).join('. ')}</span>;
}
