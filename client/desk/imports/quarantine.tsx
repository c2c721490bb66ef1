import { useRef, useState } from 'preact/hooks';
import { TableHead } from '../../parts/table-head.tsx';
import { useAnnounce } from '../announcer.tsx';
import { focusOn } from '../focus.ts';
import { More } from '../more.tsx';
import { Loading, Trouble } from '../notices.tsx';
import { textOf } from '../requests/paper-form.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { useChange } from '../use-change.ts';
import { type List, useList } from '../use-list.ts';
import type { ImportItem, WaitingRow } from './shapes.ts';

const LEADS = ['coordinator', 'admin'];
/** Each is a table of its own: more at once is a long way to scroll. */
const AT_ONCE = 50;

type QuarantineProps = { item: ImportItem; reload: () => void };

/** Rows that contradict a decision or another row: what came beside what stands, and a person's word on it. */
export function Quarantine({ item, reload }: QuarantineProps) {
  const { say } = useSession();
  const [turn, setTurn] = useState(0);
  const path = `/imports/${item.id}/quarantine?limit=${AT_ONCE}`;
  const waiting = useList<WaitingRow>(`${path}&state=waiting`, turn, 'after');
  const decided = useList<WaitingRow>(`${path}&state=decided`, turn, 'after');
  const here = waiting.items?.filter(({ newer }) => newer === null) ?? null;
  const again = waiting.items?.filter(({ newer }) => newer !== null) ?? null;
  // The rest of a long list may still hold some that wait here.
  const onlyAgain = item.waiting === 0 && here?.length === 0 && waiting.items?.length !== 0;
  const changed = () => {
    setTurn((value) => value + 1);
    // How many wait and how many are in stands above.
    reload();
    focusOn('quarantine');
  };
  return (
    <section aria-labelledby="quarantine">
      <h2 id="quarantine" tabIndex={-1}>
        {say(onlyAgain ? 'imports.cameAgain' : 'imports.quarantine')}
      </h2>
      {waiting.items?.length === 0 ? <p>{say('imports.noneWait')}</p> : null}
      {onlyAgain ? null : <Rows list={{ ...waiting, items: here }} importId={item.id} changed={changed} />}
      {onlyAgain || !again?.length ? null : <h2>{say('imports.cameAgain')}</h2>}
      {again?.length ? <p>{say('imports.cameAgainText')}</p> : null}
      {again?.length ? (
        <Rows
          list={{ ...waiting, error: null, items: again, more: onlyAgain ? waiting.more : null }}
          importId={item.id}
          changed={changed}
        />
      ) : null}
      {decided.items === null || decided.items.length > 0 ? <h2>{say('imports.decided')}</h2> : null}
      <Rows list={decided} importId={item.id} changed={changed} />
    </section>
  );
}

type RowsProps = { list: List<WaitingRow>; importId: string; changed: () => void };

function Rows({ list, importId, changed }: RowsProps) {
  return (
    <>
      {list.error ? <Trouble error={list.error} retry={list.reload} /> : null}
      {list.items === null && !list.error ? <Loading /> : null}
      {list.items?.map((row) => (
        <Waiting key={row.line} importId={importId} row={row} reload={changed} />
      ))}
      <More list={list} />
    </>
  );
}

type WaitingProps = { importId: string; row: WaitingRow; reload: () => void };

function Waiting({ importId, row, reload }: WaitingProps) {
  const { say, user } = useSession();
  return (
    <article class="notice">
      <h3 id={`line-${row.line}`}>
        {say('imports.line')} {row.line}: {row.row.fullName ?? row.row.familyName ?? ''}
      </h3>
      <p>{row.text}</p>
      <Difference row={row} />
      {row.decision ? (
        <p>
          {say(verdictKey(row, row.decision.verdict))}: {row.decision.reason}
        </p>
      ) : row.newer ? (
        <p>
          <a href={`/desk/imports/${row.newer}/result`}>{say('imports.toNewer')}</a>
        </p>
      ) : LEADS.includes(user?.role ?? '') ? (
        <Verdict importId={importId} row={row} reload={reload} />
      ) : null}
    </article>
  );
}

function Difference({ row: { line, row, stored, differs } }: { row: WaitingRow }) {
  const { say } = useSession();
  return (
    <table class="records" role="table" aria-labelledby={`line-${line}`}>
      <TableHead heads={[say('imports.field'), say('imports.stands'), say('imports.came')]} />
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

/** Nothing of it is in the base: not to take it leaves nothing "as it is". */
const isNew = ({ stored, differs }: WaitingRow): boolean => differs.every((field) => stored?.[field] === undefined);

const verdictKey = (row: WaitingRow, verdict: 'taken' | 'dismissed'): DeskKey =>
  verdict === 'dismissed' && isNew(row) ? 'imports.verdict.dismissedNew' : `imports.verdict.${verdict}`;

type VerdictProps = { importId: string; row: WaitingRow; reload: () => void };

function Verdict({ importId, row, reload }: VerdictProps) {
  const { say } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const announce = useAnnounce();
  const { busy, error, send } = useChange();
  async function decide(verdict: 'taken' | 'dismissed') {
    if (!form.current?.reportValidity()) return;
    const reason = textOf(new FormData(form.current), 'reason');
    if ((await send(`/imports/${importId}/quarantine/${row.line}`, { body: { verdict, reason } })) === null) return;
    announce(say(verdictKey(row, verdict)));
    reload();
  }
  const id = `reason-${row.line}`;
  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()}>
      {error ? <Trouble error={error} retry={reload} /> : null}
      <div class="field">
        <label for={id}>{say('imports.reason')}</label>
        <input id={id} name="reason" required minlength={3} maxlength={1000} autocomplete="off" />
      </div>
      <div class="actions">
        <button type="button" disabled={busy} onClick={() => void decide('taken')}>
          {say('imports.take')}
        </button>
        <button class="quiet" type="button" disabled={busy} onClick={() => void decide('dismissed')}>
          {say(isNew(row) ? 'imports.dismissNew' : 'imports.dismiss')}
        </button>
      </div>
    </form>
  );
}
