import { useState } from 'preact/hooks';
import { waitsForSecond } from '../../../server/domain/matching/decided.ts';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { useAnnounce } from '../announcer.tsx';
import type { ApiError } from '../api.ts';
import { focusOn } from '../focus.ts';
import { useShortcuts } from '../keyboard.ts';
import { Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { ReasonForm } from '../soldiers/reason-form.tsx';
import { timeText } from '../time-text.ts';
import { CompareTable } from './compare-table.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import type { DecisionItem } from './shapes.ts';
import type { CaseWork } from './use-case.ts';

/** Every decision stays to be read, withdrawn ones too. Nobody confirms her own. */
export function Decisions({ request, busy, act }: CaseWork) {
  const { say, user } = useSession();
  const announce = useAnnounce();
  const [error, setError] = useState<ApiError | null>(null);
  const standing = request.decisions.filter((decision) => decision.withdrawnAt === null);
  // What a second person confirmed is taken back with a reason, by its form, and by no single key.
  const lastOwn = standing.findLast((decision) => decision.by.id === user?.id && !decision.confirmedBy);

  async function change(decision: DecisionItem, action: 'confirm' | 'withdraw') {
    const failed =
      action === 'confirm'
        ? await act(`decisions/${decision.id}/confirm`)
        : await act(`decisions/${decision.id}`, { method: 'DELETE', body: {} });
    setError(failed);
    if (failed) return;
    announce(say(action === 'confirm' ? 'decide.confirmedNow' : 'decide.withdrawnNow'));
    focusOn('decisions');
  }

  useShortcuts({
    u: () => {
      if (lastOwn && !busy) void change(lastOwn, 'withdraw');
      else announce(say('decide.nothingToWithdraw'));
    },
  });

  if (request.decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" tabIndex={-1}>
        {say('decide.made')}
      </h2>
      {error ? <Trouble error={error} /> : null}
      <ol class="path">
        {request.decisions.map((decision) => (
          <DecisionRow key={decision.id} decision={decision} busy={busy} change={change} act={act} />
        ))}
      </ol>
    </section>
  );
}

type RowProps = {
  decision: DecisionItem;
  busy: boolean;
  change: (decision: DecisionItem, action: 'confirm' | 'withdraw') => Promise<void>;
  act: CaseWork['act'];
};

function DecisionRow({ decision, busy, change, act }: RowProps) {
  const { say, user, language } = useSession();
  const { verdict, evidenceLevel, soldierId, soldierName, withdrawnAt, confirmedBy, objection } = decision;
  const waits = waitsForSecond(decision);
  const own = decision.by.id === user?.id;
  const leads = user?.role === 'coordinator' || user?.role === 'admin';
  const mayWithdraw = !withdrawnAt && (own || leads || confirmedBy?.id === user?.id);
  return (
    <li>
      <p>
        <strong>
          {say(`decide.${verdict}`)}
          {evidenceLevel ? ` (${evidenceLevel})` : ''}:{' '}
          <a href={`/desk/soldiers/${soldierId}`} target="_blank" rel="noopener" lang={spellingLanguage(soldierName)}>
            {soldierName}
          </a>
        </strong>
        . {decision.reason}
      </p>
      <p class="soft">
        {decision.by.name}, {timeText(decision.at, language)}. <State decision={decision} waits={waits} />
      </p>
      {objection ? (
        <blockquote class="letter">
          <p>{objection.reason}</p>
          <p class="soft">
            {say('decide.objected', { who: objection.by.name, when: timeText(objection.at, language) })}
          </p>
        </blockquote>
      ) : null}
      {waits && own ? <p class="soft">{say('decide.own')}</p> : null}
      <EvidenceThen decision={decision} open={waits && !own} />
      <p class="actions">
        {waits && !own ? (
          <button type="button" disabled={busy} onClick={() => void change(decision, 'confirm')}>
            {say('decide.confirm')}
          </button>
        ) : null}
        {mayWithdraw && !confirmedBy ? (
          <button class="quiet" type="button" disabled={busy} onClick={() => void change(decision, 'withdraw')}>
            {say('decide.withdraw')} {own ? <kbd>U</kbd> : null}
          </button>
        ) : null}
      </p>
      {waits && !own ? <WithReason does="object" decision={decision} busy={busy} act={act} /> : null}
      {mayWithdraw && confirmedBy ? <WithReason does="withdraw" decision={decision} busy={busy} act={act} /> : null}
    </li>
  );
}

type Spoken = { submit: DeskKey; note: DeskKey; done: DeskKey };

const SPOKEN: Readonly<Record<'object' | 'withdraw', Spoken>> = {
  object: { submit: 'decide.object', note: 'decide.objectNote', done: 'decide.objectedNow' },
  withdraw: { submit: 'decide.withdraw', note: 'decide.withdrawNote', done: 'decide.withdrawnNow' },
};

type WithReasonProps = Pick<CaseWork, 'busy' | 'act'> & { decision: DecisionItem; does: 'object' | 'withdraw' };

/** What is not said without a reason: the other answer of a second person, and that a conclusion of two is taken back. */
function WithReason({ does, decision, busy, act }: WithReasonProps) {
  const { say } = useSession();
  const announce = useAnnounce();
  const [error, setError] = useState<ApiError | null>(null);
  const { submit, note, done } = SPOKEN[does];
  async function send(reason: string) {
    const path = `decisions/${decision.id}`;
    const failed =
      does === 'object'
        ? await act(`${path}/object`, { body: { reason } })
        : await act(path, { method: 'DELETE', body: { reason } });
    setError(failed);
    if (failed) return;
    announce(say(done));
    focusOn('decisions');
  }
  return (
    <details>
      <summary>{say(submit)}</summary>
      <p class="soft">{say(note)}</p>
      <ReasonForm
        id={`${does}-${decision.id}`}
        submit={say(submit)}
        busy={busy}
        error={error}
        send={(why) => void send(why)}
      />
    </details>
  );
}

function State({ decision, waits }: { decision: DecisionItem; waits: boolean }) {
  const { say } = useSession();
  if (decision.withdrawnAt) return <>{say('decide.withdrawnState')}</>;
  if (decision.objection) return <>{say('decide.objectedState')}</>;
  if (decision.confirmedBy) return <>{`${say('decide.confirmed')}: ${decision.confirmedBy.name}`}</>;
  return <>{waits ? say('decide.waitsConfirm') : ''}</>;
}

/** The second person sees what the first saw, as it was then. */
function EvidenceThen({ decision, open }: { decision: DecisionItem; open: boolean }) {
  const { say } = useSession();
  const { id, evidence, probability } = decision;
  if (evidence.length === 0) return null;
  return (
    <details open={open}>
      <summary id={`then-${id}`}>{say('decide.evidenceThen')}</summary>
      <CompareTable evidence={evidence} labelledBy={`then-${id}`} />
      {probability === null ? (
        <p>{say('evidence.byHand')}</p>
      ) : (
        <EvidenceTable evidence={evidence} probability={probability} labelledBy={`then-${id}`} />
      )}
    </details>
  );
}
