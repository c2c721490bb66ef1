import { useState } from 'preact/hooks';
import { type ApiError, call } from '../api.ts';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { asApiError, useResource } from '../use-resource.ts';
import type { ImportItem, WaitingRow } from './shapes.ts';

const LEADS = ['coordinator', 'admin'];

/** Rows that contradict a decision or another row: what came beside what stands, and a person's word on it. */
export function Quarantine({ item }: { item: ImportItem }) {
  const { say } = useSession();
  const path = `/imports/${item.id}/quarantine?limit=200`;
  // Those that wait on their own: each decision lets the next one in, however many there are.
  const waiting = useResource<{ items: WaitingRow[] }>(`${path}&state=waiting`);
  const decided = useResource<{ items: WaitingRow[] }>(`${path}&state=decided`);
  const reload = () => {
    waiting.reload();
    decided.reload();
  };
  const error = waiting.error ?? decided.error;
  const rows = [...(waiting.data?.items ?? []), ...(decided.data?.items ?? [])];
  return (
    <section aria-labelledby="quarantine">
      <h2 id="quarantine">{say('imports.quarantine')}</h2>
      {error ? <Trouble error={error} retry={reload} /> : waiting.data ? null : <Loading />}
      {rows.map((row) => (
        <Waiting key={row.line} importId={item.id} row={row} reload={reload} />
      ))}
    </section>
  );
}

type WaitingProps = { importId: string; row: WaitingRow; reload: () => void };

function Waiting({ importId, row, reload }: WaitingProps) {
  const { say, user } = useSession();
  return (
    <article class="notice">
      <h3>
        {say('imports.line')} {row.line}: {row.row.fullName ?? row.row.familyName ?? ''}
      </h3>
      <p>{row.text}</p>
      <Difference row={row} />
      {row.decision ? (
        <p>
          {say(`imports.verdict.${row.decision.verdict}` as DeskKey)}: {row.decision.reason}
        </p>
      ) : LEADS.includes(user?.role ?? '') ? (
        <Verdict importId={importId} line={row.line} reload={reload} />
      ) : null}
    </article>
  );
}

function Difference({ row: { row, stored, differs } }: { row: WaitingRow }) {
  const { say } = useSession();
  return (
    <table class="records" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {(['imports.field', 'imports.stands', 'imports.came'] as const).map((key) => (
            <th scope="col" role="columnheader" key={key}>
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {differs.map((field) => (
          <tr role="row" key={field}>
            <th scope="row" role="rowheader">
              {say(`field.${field}` as DeskKey)}
            </th>
            <td role="cell" data-label={say('imports.stands')}>
              {stored?.[field] ?? '–'}
            </td>
            <td role="cell" data-label={say('imports.came')}>
              {row[field] ?? '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type VerdictProps = { importId: string; line: number; reload: () => void };

function Verdict({ importId, line, reload }: VerdictProps) {
  const { say } = useSession();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  async function decide(verdict: 'taken' | 'dismissed') {
    setError(null);
    try {
      await call(`/imports/${importId}/quarantine/${line}`, { method: 'POST', body: { verdict, reason } });
      reload();
    } catch (cause) {
      setError(asApiError(cause));
    }
  }
  const id = `reason-${line}`;
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      {error ? <Trouble error={error} retry={reload} /> : null}
      <div class="field">
        <label for={id}>{say('imports.reason')}</label>
        <input
          id={id}
          value={reason}
          required
          maxlength={1000}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div class="actions">
        <button type="button" disabled={reason.trim() === ''} onClick={() => void decide('taken')}>
          {say('imports.take')}
        </button>
        <button class="quiet" type="button" disabled={reason.trim() === ''} onClick={() => void decide('dismissed')}>
          {say('imports.dismiss')}
        </button>
      </div>
    </form>
  );
}
