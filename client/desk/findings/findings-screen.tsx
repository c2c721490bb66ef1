import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { focusOn, useHeading, useTitle } from '../focus.ts';
import { useShortcuts } from '../keyboard.ts';
import { More } from '../more.tsx';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { useChange } from '../use-change.ts';
import { useList } from '../use-list.ts';
import { FindingRow, headingOf } from './finding-row.tsx';
import { type Finding, KINDS } from './shapes.ts';

/** What the site noticed over the whole database. It changes nothing by itself: a person looks, decides, or puts it aside. */
export function FindingsScreen() {
  const { say, user } = useSession();
  const { query } = useLocation();
  const kind = KINDS.find((one) => one === query.kind) ?? 'same_person';
  useTitle(`${say('desk.findings')} – ${say('desk.title')}`);
  const leads = user?.role === 'coordinator' || user?.role === 'admin';
  return (
    <>
      <h1 {...useHeading('findings')}>{say('desk.findings')}</h1>
      <p>{say('findings.lead')}</p>
      <nav class="parts" aria-label={say('queue.filter')}>
        <ul>
          {KINDS.map((one) => (
            <li key={one}>
              <a href={`/desk/findings?kind=${one}`} aria-current={one === kind ? 'page' : undefined}>
                {say(`findings.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Found key={kind} kind={kind} />
      {leads ? <FindAgain /> : null}
    </>
  );
}

function Found({ kind }: { kind: Finding['kind'] }) {
  const { say } = useSession();
  const list = useList<Finding>(`/desk/findings?kind=${kind}`);
  const [over, setOver] = useState<string[]>([]);
  const items = (list.items ?? []).filter(({ id }) => !over.includes(id));

  /** From one finding to the next; from anywhere else to the first. */
  function go(step: number) {
    const here = items.findIndex(({ id }) =>
      document.getElementById(headingOf(id))?.parentElement?.contains(document.activeElement),
    );
    const next = items[here < 0 ? 0 : here + step];
    if (next) focusOn(headingOf(next.id));
  }
  useShortcuts({ j: () => go(1), k: () => go(-1) });

  /** What follows is looked at next. */
  function leave(id: string) {
    const place = items.findIndex((item) => item.id === id);
    const next = items[place + 1] ?? items[place - 1];
    setOver((before) => [...before, id]);
    focusOn(next ? headingOf(next.id) : 'findings');
  }

  return (
    <>
      {list.error ? <Trouble error={list.error} retry={list.reload} /> : null}
      {list.items === null && !list.error ? <Loading /> : null}
      {list.items !== null && items.length === 0 && !list.more ? <p>{say('findings.none')}</p> : null}
      <ol class="path findings">
        {items.map((item) => (
          <FindingRow key={item.id} item={item} over={() => leave(item.id)} />
        ))}
      </ol>
      <More list={list} />
    </>
  );
}

function FindAgain() {
  const { say } = useSession();
  const { busy, error, send } = useChange();
  const [queued, setQueued] = useState(false);
  return (
    <>
      {error ? <Trouble error={error} /> : null}
      <div role="status">{queued ? <p>{say('findings.queued')}</p> : null}</div>
      <p class="actions">
        <button
          class="quiet"
          type="button"
          disabled={busy || queued}
          onClick={() => void send('/desk/findings/find', {}).then((answer) => setQueued(answer !== null))}
        >
          {say('findings.find')}
        </button>
      </p>
    </>
  );
}
