import { useState } from 'preact/hooks';
import { type ApiError, call } from '../api.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { asApiError } from '../use-resource.ts';
import type { RequestProps } from './request-view.tsx';
import type { DecisionItem } from './shapes.ts';

/** Every decision stays to be read, withdrawn ones too. Nobody confirms her own. */
export function Decisions({ request, etag, reload }: RequestProps) {
  const { say } = useSession();
  const [error, setError] = useState<ApiError | null>(null);
  if (request.decisions.length === 0) return null;

  async function change(decision: DecisionItem, action: 'confirm' | 'withdraw') {
    setError(null);
    const path = `/desk/requests/${request.id}/decisions/${decision.id}`;
    try {
      if (action === 'confirm') await call(`${path}/confirm`, { method: 'POST', ifMatch: etag });
      else await call(path, { method: 'DELETE', ifMatch: etag });
    } catch (cause) {
      setError(asApiError(cause));
    }
    reload();
  }

  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{say('decide.made')}</h2>
      {error ? <Trouble error={error} /> : null}
      <ol class="path">
        {request.decisions.map((decision) => (
          <DecisionRow key={decision.id} decision={decision} change={change} />
        ))}
      </ol>
    </section>
  );
}

function DecisionRow({
  decision,
  change,
}: {
  decision: DecisionItem;
  change: (decision: DecisionItem, action: 'confirm' | 'withdraw') => Promise<void>;
}) {
  const { say, user, language } = useSession();
  const needsSecond = decision.verdict === 'same' && decision.evidenceLevel !== 'C';
  const state = decision.withdrawnAt
    ? say('decide.withdrawnState')
    : decision.confirmedBy
      ? `${say('decide.confirmed')}: ${decision.confirmedBy.name}`
      : needsSecond
        ? say('decide.waitsConfirm')
        : '';
  const mayConfirm = needsSecond && !decision.withdrawnAt && !decision.confirmedBy && decision.by.id !== user?.id;
  return (
    <li>
      <p>
        <strong>
          {say(`decide.${decision.verdict}`)}
          {decision.evidenceLevel ? ` (${decision.evidenceLevel})` : ''}: {decision.soldierName}
        </strong>
        . {decision.reason}
      </p>
      <p class="soft">
        {decision.by.name}, {timeText(decision.at, language)}. {state}
      </p>
      <p class="actions">
        {mayConfirm ? (
          <button type="button" onClick={() => void change(decision, 'confirm')}>
            {say('decide.confirm')}
          </button>
        ) : null}
        {decision.withdrawnAt ? null : (
          <button class="quiet" type="button" onClick={() => void change(decision, 'withdraw')}>
            {say('decide.withdraw')}
          </button>
        )}
      </p>
    </li>
  );
}
