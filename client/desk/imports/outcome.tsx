import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Translate } from '../../messages/translate.ts';
import { type ApiError, call } from '../api.ts';
import { Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { ReasonForm } from '../soldiers/reason-form.tsx';
import { useChange } from '../use-change.ts';
import { asApiError } from '../use-resource.ts';
import { Counted } from './counted.tsx';
import { Differences } from './differences.tsx';
import { ListScans } from './list-scans.tsx';
import { Problems } from './problems.tsx';
import { Quarantine } from './quarantine.tsx';
import { ReturnFile } from './return-file.tsx';
import type { ImportItem, ImportState } from './shapes.ts';

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
  const { route } = useLocation();
  async function begin(action: 'check' | 'apply') {
    setError(null);
    try {
      await call(`/imports/${item.id}/${action}`, { method: 'POST' });
      route(`/desk/imports/${item.id}/${action === 'check' ? 'check' : 'result'}`);
    } catch (cause) {
      setError(asApiError(cause));
    }
    reload();
  }
  const button = (action: 'check' | 'apply', key: DeskKey, quiet = false) =>
    may[action].includes(item.state) && !item.emptiedAt ? (
      <button class={quiet ? 'quiet' : undefined} type="button" onClick={() => void begin(action)}>
        {say(key)}
      </button>
    ) : null;
  const kept = keptOutOf(item);
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
        {step === 'check' ? button('check', 'imports.checkNow', true) : null}
        {item.state === 'applied' ? <ReturnFile id={item.id} /> : null}
        {item.state === 'applied' ? (
          <a class="row" href={`/api/imports/${item.id}/rows.xlsx`} target="_self" download>
            {say('imports.rows')}
          </a>
        ) : null}
        {kept === null ? null : (
          <a class="row" href={`/api/imports/${item.id}/report.csv?language=${language}`} target="_self" download>
            {say(`imports.report.${kept}`)}
          </a>
        )}
      </div>
      {step === 'result' && may.undo.includes(item.state) && !item.emptiedAt ? (
        <Undo item={item} reload={reload} />
      ) : null}
      {item.state === 'applied' && item.counts.quarantined > 0 ? <Quarantine item={item} reload={reload} /> : null}
      {item.scansKept > 0 ? <ListScans key={item.id} item={item} /> : null}
      <Differences key={item.id} item={item} />
      {item.problemCount > 0 ? <Problems item={item} /> : null}
    </>
  );
}

/** Which rows the file of those to be mended has; without any there is no file. */
function keptOutOf({ waiting, stillRejected }: ImportItem): 'both' | 'rejected' | 'waiting' | null {
  if (waiting > 0) return stillRejected > 0 ? 'both' : 'waiting';
  return stillRejected > 0 ? 'rejected' : null;
}

/** Taking all of it back: what happens then is said before, and why it is done is kept. */
function Undo({ item, reload }: { item: ImportItem; reload: () => void }) {
  const { say } = useSession();
  const { busy, error, send } = useChange();
  async function undo(reason: string) {
    if ((await send(`/imports/${item.id}/undo`, { body: { reason } })) !== null) reload();
  }
  return (
    <details>
      <summary>{say('imports.undo')}</summary>
      <ReasonForm
        id="undo"
        submit={say('imports.undoNow')}
        busy={busy}
        error={error}
        send={(reason) => void undo(reason)}
      >
        <p>{say('imports.undoSure')}</p>
      </ReasonForm>
    </details>
  );
}

function namelessOf({ nameless }: ImportItem): { count: number; placed: number } {
  const sum = (all: ImportItem['nameless']) => all.reduce((total, { count }) => total + count, 0);
  return { count: sum(nameless), placed: sum(nameless.filter(({ siteId }) => siteId !== null)) };
}

/** Before the list is in, which rows the scans belong to; afterwards, which lie beside theirs. */
function scansText({ state, scans, scansFound, scansKept }: ImportItem, say: Translate<DeskKey>): string {
  return state === 'applied'
    ? say('imports.scans', { count: scans, kept: scansKept })
    : say('imports.scansFound', { count: scans, found: scansFound });
}

function Numbers({ item }: { item: ImportItem }) {
  const { say } = useSession();
  // Taken back, what was decided went with it.
  const now =
    item.state === 'applied'
      ? { ...item.counts, quarantined: item.waiting, rejected: item.stillRejected }
      : item.counts;
  const settled = item.counts.quarantined + item.counts.rejected - now.quarantined - now.rejected;
  return (
    <>
      <Counted counts={now} />
      {settled > 0 ? <p>{say('imports.settled', { count: settled })}</p> : null}
      {item.listTotal === null ? null : <p>{say('imports.total', { count: item.listTotal })}</p>}
      {item.part ? <p>{say('imports.isPart')}</p> : null}
      {item.gone ? <p>{say('imports.gone', { count: item.gone })}</p> : null}
      {item.nameless.length > 0 ? <p>{say('imports.nameless', namelessOf(item))}</p> : null}
      {item.scans + item.scansFound + item.scansKept > 0 ? <p>{scansText(item, say)}</p> : null}
      {item.lostLetters > 0 ? <p class="notice">{say('imports.lostLetters', { count: item.lostLetters })}</p> : null}
    </>
  );
}
