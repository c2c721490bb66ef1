import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { waitsForSecond } from '../../../server/domain/matching/decided.ts';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { useAnnounce } from '../announcer.tsx';
import type { ApiError } from '../api.ts';
import { focusOn } from '../focus.ts';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { ReasonForm } from '../soldiers/reason-form.tsx';
import { timeText } from '../time-text.ts';
import { CompareTable } from './compare-table.tsx';
import { withSoldier } from './elsewhere.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import type { DecisionItem } from './shapes.ts';
import type { CaseWork } from './use-case.ts';

/** What may be said of a decision that was made, where it is sent, and what is announced when it is done. */
const STEPS = {
  confirm: { path: '/confirm', method: 'POST', done: 'decide.confirmedNow' },
  object: { path: '/object', method: 'POST', done: 'decide.objectedNow' },
  objectionBack: { path: '/objection', method: 'DELETE', done: 'decide.objectionBackNow' },
  withdraw: { path: '', method: 'DELETE', done: 'decide.withdrawnNow' },
} as const satisfies Record<string, { path: string; method: string; done: DeskKey }>;

type Step = keyof typeof STEPS;
type Change = (decision: DecisionItem, step: Step, reason?: string) => Promise<void>;

/** Takes a step, says so, and leads to the heading under which it then stands how the request is. */
export function useDecisionStep({ act }: Pick<CaseWork, 'act'>) {
  const { say } = useSession();
  const announce = useAnnounce();
  const [error, setError] = useState<ApiError | null>(null);
  const change: Change = async (decision, step, reason) => {
    const { path, method, done } = STEPS[step];
    const body = reason === undefined ? {} : { reason };
    const failed = await act(`decisions/${decision.id}${path}`, { method, body });
    setError(failed);
    if (failed) return;
    announce(say(done));
    focusOn('request');
  };
  return { error, change };
}

type RowProps = Pick<CaseWork, 'request' | 'busy'> & { decision: DecisionItem; change: Change };

/** What the key U takes back. What a second person confirmed is taken back with a reason, by its form, and by no single key. */
export function lastOwnOf({ decisions }: Pick<CaseWork['request'], 'decisions'>, userId: string | undefined) {
  return decisions.findLast(({ by, withdrawnAt, confirmedBy }) => by.id === userId && !withdrawnAt && !confirmedBy);
}

/**
 * A decision with who made it and why, what a second person says of it, and what may still be done.
 * @param children what to weigh before one takes a step
 */
export function DecisionRow({
  request,
  decision,
  busy,
  change,
  children,
}: RowProps & { children?: ComponentChildren }) {
  const { say, user, language } = useSession();
  const { verdict, evidenceLevel, soldierId, soldierName } = decision;
  const waits = waitsForSecond(decision);
  const own = decision.by.id === user?.id;
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
      <Objections decision={decision} />
      {decision.withdrawnReason ? <blockquote class="letter">{decision.withdrawnReason}</blockquote> : null}
      {waits && own ? <p class="soft">{say('decide.own')}</p> : null}
      {children}
      <Steps request={request} decision={decision} busy={busy} change={change} />
      <EvidenceThen requestId={request.id} decision={decision} open={waits && !own} />
    </li>
  );
}

/** What a second person said against it, also where she has changed her mind since. */
function Objections({ decision: { objection, formerObjections } }: { decision: DecisionItem }) {
  const { say, language } = useSession();
  const standing = objection ? [{ ...objection, takenBackAt: null }] : [];
  return (
    <>
      {[...formerObjections, ...standing].map(({ by, at, reason, takenBackAt }) => (
        <blockquote class="letter" key={at}>
          <p>{reason}</p>
          <p class="soft">
            {say('decide.objected', { who: by.name, when: timeText(at, language) })}.{' '}
            {takenBackAt ? say('decide.objectionGone', { when: timeText(takenBackAt, language) }) : null}
          </p>
        </blockquote>
      ))}
    </>
  );
}

/** Beside the decision and before the long comparison, so that on a telephone they are found. */
function Steps(props: RowProps) {
  const { say, user } = useSession();
  const { request, decision, busy, change } = props;
  const { withdrawnAt, confirmedBy, objection, by } = decision;
  const own = by.id === user?.id;
  const second = waitsForSecond(decision) && !own;
  const leads = user?.role === 'coordinator' || user?.role === 'admin';
  const mayWithdraw = !withdrawnAt && (own || leads || confirmedBy?.id === user?.id);
  return (
    <>
      <p class="actions">
        {second ? (
          <button type="button" disabled={busy} onClick={() => void change(decision, 'confirm')}>
            {say('decide.confirm')}
          </button>
        ) : null}
        {!withdrawnAt && objection?.by.id === user?.id ? (
          <button class="quiet" type="button" disabled={busy} onClick={() => void change(decision, 'objectionBack')}>
            {say('decide.objectionBack')}
          </button>
        ) : null}
        {mayWithdraw && !confirmedBy ? (
          <button class="quiet" type="button" disabled={busy} onClick={() => void change(decision, 'withdraw')}>
            {say('decide.withdraw')} {decision === lastOwnOf(request, user?.id) ? <kbd>U</kbd> : null}
          </button>
        ) : null}
      </p>
      {second ? <WithReason {...props} step="object" /> : null}
      {mayWithdraw && confirmedBy ? <WithReason {...props} step="withdraw" /> : null}
    </>
  );
}

type Spoken = { submit: DeskKey; note: DeskKey };

const SPOKEN: Readonly<Record<'object' | 'withdraw', Spoken>> = {
  object: { submit: 'decide.object', note: 'decide.objectNote' },
  withdraw: { submit: 'decide.withdraw', note: 'decide.withdrawNote' },
};

/** What is not said without a reason: the other answer of a second person, and that a conclusion of two is taken back. */
function WithReason({ step, decision, busy, change }: RowProps & { step: 'object' | 'withdraw' }) {
  const { say } = useSession();
  const { submit, note } = SPOKEN[step];
  return (
    <details>
      <summary>{say(submit)}</summary>
      <p class="soft">{say(note)}</p>
      <ReasonForm
        id={`${step}-${decision.id}`}
        submit={say(submit)}
        busy={busy}
        error={null}
        send={(why) => void change(decision, step, why)}
      />
    </details>
  );
}

function State({ decision, waits }: { decision: DecisionItem; waits: boolean }) {
  const { say, language } = useSession();
  const { withdrawnAt, withdrawnBy } = decision;
  if (withdrawnAt) {
    const when = timeText(withdrawnAt, language);
    return <>{say('decide.withdrawnState', { who: withdrawnBy?.name ?? '', when })}</>;
  }
  if (decision.objection) return <>{say('decide.objectedState')}</>;
  if (decision.confirmedBy) return <>{`${say('decide.confirmed')}: ${decision.confirmedBy.name}`}</>;
  return <>{waits ? say('decide.waitsConfirm') : ''}</>;
}

type ThenProps = { requestId: string; decision: DecisionItem; open: boolean };

/** The second person sees what the first saw, as it was then, and may lay the two side by side as they are now. */
function EvidenceThen({ requestId, decision, open }: ThenProps) {
  const { say } = useSession();
  const { query } = useLocation();
  const { id, soldierId, evidence, probability } = decision;
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
      <p>
        <a class="row" href={withSoldier(requestId, query.filter, soldierId)}>
          {say('decide.compareNow')}
        </a>
      </p>
    </details>
  );
}
