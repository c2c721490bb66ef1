import { useState } from 'preact/hooks';
import { type ApiError, call } from '../api.ts';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { asApiError, useResource } from '../use-resource.ts';
import { Differences } from './differences.tsx';
import { ListScans } from './list-scans.tsx';
import { Quarantine } from './quarantine.tsx';
import type { Counts, ImportItem, ImportState, Problem } from './shapes.ts';

const order: (keyof Counts)[] = ['read', 'added', 'updated', 'unchanged', 'duplicate', 'quarantined', 'rejected'];
const may: Record<'check' | 'apply' | 'undo', ImportState[]> = {
  check: ['uploaded', 'checked', 'failed', 'cancelled'],
  apply: ['checked', 'cancelled', 'failed'],
  undo: ['applied', 'cancelled', 'failed'],
};

type OutcomeProps = { item: ImportItem; step: 'check' | 'result'; reload: () => void };

/** What the check found, or what applying did, and what can be done next. */
export function Outcome({ item, step, reload }: OutcomeProps) {
  const { say, language } = useSession();
  const [error, setError] = useState<ApiError | null>(null);
  async function begin(action: 'check' | 'apply' | 'undo') {
    if (action === 'undo' && !window.confirm(say('imports.undoSure'))) return;
    setError(null);
    try {
      await call(`/imports/${item.id}/${action}`, { method: 'POST' });
    } catch (cause) {
      setError(asApiError(cause));
    }
    reload();
  }
  const button = (action: 'check' | 'apply' | 'undo', key: DeskKey, quiet = false) =>
    may[action].includes(item.state) ? (
      <button class={quiet ? 'quiet' : undefined} type="button" onClick={() => void begin(action)}>
        {say(key)}
      </button>
    ) : null;
  return (
    <>
      {error ? <Trouble error={error} /> : null}
      {item.error ? (
        <p class="notice alert" role="alert">
          {item.error}
        </p>
      ) : null}
      <Numbers item={item} />
      <div class="actions">
        {button('apply', 'imports.apply')}
        {step === 'check' ? button('check', 'imports.checkNow', true) : button('undo', 'imports.undo', true)}
        {item.state === 'applied' ? (
          <a class="row" href={`/api/imports/${item.id}/return.csv?language=${language}`} target="_self" download>
            {say('imports.return')}
          </a>
        ) : null}
        {item.state === 'applied' ? (
          <a class="row" href={`/api/imports/${item.id}/rows.xlsx`} target="_self" download>
            {say('imports.rows')}
          </a>
        ) : null}
        {item.counts.rejected + item.counts.quarantined > 0 ? (
          <a class="row" href={`/api/imports/${item.id}/report.csv?language=${language}`} target="_self" download>
            {say('imports.report')}
          </a>
        ) : null}
      </div>
      {item.state === 'applied' && item.counts.quarantined > 0 ? <Quarantine item={item} /> : null}
      {item.scansKept > 0 ? <ListScans key={item.id} item={item} /> : null}
      <Differences key={item.id} item={item} />
      {item.problemCount > 0 ? <Problems item={item} /> : null}
    </>
  );
}

function namelessOf({ nameless }: ImportItem): { count: number; placed: number } {
  const sum = (all: ImportItem['nameless']) => all.reduce((total, { count }) => total + count, 0);
  return { count: sum(nameless), placed: sum(nameless.filter(({ siteId }) => siteId !== null)) };
}

function Numbers({ item }: { item: ImportItem }) {
  const { say } = useSession();
  return (
    <>
      <dl class="facts">
        {order.map((name) => (
          <div key={name}>
            <dt>{say(`imports.count.${name}` as DeskKey)}</dt>
            <dd>{item.counts[name]}</dd>
          </div>
        ))}
      </dl>
      {item.listTotal === null ? null : <p>{say('imports.total', { count: item.listTotal })}</p>}
      {item.gone ? <p>{say('imports.gone', { count: item.gone })}</p> : null}
      {item.nameless.length > 0 ? <p>{say('imports.nameless', namelessOf(item))}</p> : null}
      {item.scans + item.scansKept > 0 ? (
        <p>{say('imports.scans', { count: item.scans, kept: item.scansKept })}</p>
      ) : null}
      {item.lostLetters > 0 ? <p class="notice">{say('imports.lostLetters', { count: item.lostLetters })}</p> : null}
    </>
  );
}

function Problems({ item }: { item: ImportItem }) {
  const { say } = useSession();
  const { data, error, reload } = useResource<{ items: Problem[] }>(`/imports/${item.id}/problems?limit=200`);
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{say('imports.problems')}</h2>
      <p>{say('imports.problemsOf', { count: item.problemCount })}</p>
      {error ? <Trouble error={error} retry={reload} /> : data ? null : <Loading />}
      <table class="records">
        <thead>
          <tr>
            <th scope="col">{say('imports.line')}</th>
            <th scope="col">{say('imports.field')}</th>
            <th scope="col">{say('imports.problems')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.items.map(({ line, field, rule, text }) => (
            <tr key={`${line} ${field} ${rule}`}>
              <td data-label={say('imports.line')}>{line}</td>
              <td>{field ? say(`field.${field}` as DeskKey) : ''}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
