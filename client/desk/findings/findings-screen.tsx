import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { useAnnounce } from '../announcer.tsx';
import { type ApiError, call } from '../api.ts';
import { focusOn, useHeading, useTitle } from '../focus.ts';
import { Loading, Trouble } from '../notices.tsx';
import { CompareTable } from '../requests/compare-table.tsx';
import { probabilityText } from '../requests/numbers.ts';
import type { Evidence } from '../requests/shapes.ts';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { ReasonForm } from '../soldiers/reason-form.tsx';
import { useChange } from '../use-change.ts';
import { asApiError, useResource } from '../use-resource.ts';

const KINDS = ['same_person', 'several_graves', 'burial_counts', 'death_off_path'] as const;

type Finding = {
  id: string;
  kind: (typeof KINDS)[number];
  soldiers: { id: string; name: string | null }[];
  siteId: string | null;
  probability: number | null;
  evidence: Evidence[];
  facts: Record<string, string>;
};

type Page = { items: Finding[]; next: string | null };

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
  const path = `/desk/findings?kind=${kind}`;
  const first = useResource<Page>(path);
  const [more, setMore] = useState<Page[]>([]);
  const [over, setOver] = useState<string[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  if (first.error) return <Trouble error={first.error} retry={first.reload} />;
  if (!first.data) return <Loading />;
  const pages = [first.data, ...more];
  const items = pages.flatMap((page) => page.items).filter(({ id }) => !over.includes(id));
  const next = pages.at(-1)?.next ?? null;
  async function loadMore() {
    try {
      const { data } = await call<Page>(`${path}&cursor=${encodeURIComponent(next ?? '')}`);
      setMore((before) => [...before, data]);
    } catch (cause) {
      setError(asApiError(cause));
    }
  }
  return (
    <>
      {items.length === 0 ? <p>{say('findings.none')}</p> : null}
      <ol class="path findings">
        {items.map((item) => (
          <Row key={item.id} item={item} over={() => setOver((before) => [...before, item.id])} />
        ))}
      </ol>
      {error ? <Trouble error={error} /> : null}
      {next ? (
        <button class="quiet" type="button" onClick={() => void loadMore()}>
          {say('queue.more')}
        </button>
      ) : null}
    </>
  );
}

function Row({ item, over }: { item: Finding; over: () => void }) {
  const { say, language } = useSession();
  const { id, soldiers, siteId, probability, evidence } = item;
  const [one, other] = soldiers;
  return (
    <li>
      <p id={`finding-${id}`}>
        <strong>
          {soldiers.map((soldier, index) => (
            <span key={soldier.id}>
              {index > 0 ? ' – ' : null}
              <a href={`/desk/soldiers/${soldier.id}`} lang={spellingLanguage(soldier.name ?? '')}>
                {soldier.name || say('queue.noName')}
              </a>
            </span>
          ))}
          {siteId ? (
            <a href={`/${language}/burial-sites/${siteId}`} target="_blank" rel="noopener">
              {say('findings.site')}
            </a>
          ) : null}
        </strong>
        {probability === null ? null : ` (${probabilityText(probability, language)})`}
      </p>
      <p>{sentence(item, say)}</p>
      {evidence.length > 0 ? (
        <details>
          <summary>{say('families.compare')}</summary>
          <CompareTable evidence={evidence} labelledBy={`finding-${id}`} sides="papers" />
        </details>
      ) : null}
      {one && other ? (
        <p>
          <a class="row" href={`/desk/soldiers/${one.id}?with=${other.id}`}>
            {say('findings.toMerge')}
          </a>
        </p>
      ) : null}
      <Dismiss id={id} over={over} />
    </li>
  );
}

/** What contradicts, in one sentence with the values as the papers have them. */
function sentence({ kind, facts }: Finding, say: (key: DeskKey, values?: Record<string, string>) => string): string {
  const key = facts.problem === undefined ? `finding.${kind}` : `finding.${kind}.${facts.problem}`;
  return say(key as DeskKey, facts);
}

function Dismiss({ id, over }: { id: string; over: () => void }) {
  const { say } = useSession();
  const announce = useAnnounce();
  const { busy, error, send } = useChange();
  async function dismiss(reason: string) {
    if ((await send(`/desk/findings/${id}/dismiss`, { body: { reason } })) === null) return;
    announce(say('findings.dismissed'));
    over();
    focusOn('findings');
  }
  return (
    <details>
      <summary>{say('findings.dismiss')}</summary>
      <p class="soft">{say('findings.dismissNote')}</p>
      <ReasonForm
        id={id}
        submit={say('findings.dismiss')}
        busy={busy}
        error={error}
        send={(why) => void dismiss(why)}
      />
    </details>
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
