import { useRef, useState } from 'preact/hooks';
import { type ApiError, call } from '../api.ts';
import { useShortcuts } from '../keyboard.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { asApiError } from '../use-resource.ts';
import type { CandidateItem, DecisionItem, RequestDetail } from './shapes.ts';

type Verdict = DecisionItem['verdict'];
type DecideProps = { request: RequestDetail; etag: string | null; candidate: CandidateItem; done: () => void };

/** The decision: always with a reason, always a person's. What was written stays when somebody else was faster. */
export function Decide({ request, etag, candidate, done }: DecideProps) {
  const { say, user } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const mine = request.assignee?.id === user?.id;

  async function decide(verdict: Verdict) {
    const fields = form.current;
    if (!fields?.reportValidity()) return;
    const data = new FormData(fields);
    const level = String(data.get('level') ?? '');
    setError(null);
    try {
      await call(`/desk/requests/${request.id}/decisions`, {
        method: 'POST',
        ifMatch: etag,
        body: {
          soldierId: candidate.soldierId,
          verdict,
          reason: String(data.get('reason') ?? ''),
          ...(verdict === 'same' ? { evidenceLevel: level } : {}),
        },
      });
      done();
    } catch (cause) {
      const failed = asApiError(cause);
      setError(failed);
      if (failed.problem.status === 412) done();
    }
  }

  useShortcuts(
    mine ? { y: () => void decide('same'), n: () => void decide('different'), s: () => void decide('unsure') } : {},
  );

  if (!mine) return <p class="notice">{say('decide.claimFirst')}</p>;
  return (
    <section class="decide" aria-labelledby="decide">
      <h2 id="decide">{say('decide.title')}</h2>
      {error ? <Refused error={error} /> : null}
      <form ref={form} onSubmit={(event) => event.preventDefault()}>
        <div class="two">
          <div class="field">
            <label for="reason">{say('decide.reason')}</label>
            <textarea id="reason" name="reason" rows={4} maxlength={2000} required />
          </div>
          <Levels />
        </div>
        <div class="actions">
          <VerdictButton verdict="same" letter="Y" decide={decide} />
          <VerdictButton verdict="different" letter="N" decide={decide} />
          <VerdictButton verdict="unsure" letter="S" decide={decide} />
        </div>
        <p class="soft">{say('decide.secondPerson')}</p>
      </form>
    </section>
  );
}

function Refused({ error }: { error: ApiError }) {
  const { say } = useSession();
  if (error.problem.status !== 412) return <Trouble error={error} />;
  return (
    <p class="notice alert" role="alert">
      {say('request.stale')}
    </p>
  );
}

function VerdictButton({
  verdict,
  letter,
  decide,
}: {
  verdict: Verdict;
  letter: string;
  decide: (verdict: Verdict) => Promise<void>;
}) {
  const { say } = useSession();
  return (
    <button class={verdict === 'same' ? '' : 'quiet'} type="button" onClick={() => void decide(verdict)}>
      {say(`decide.${verdict}`)} <kbd>{letter}</kbd>
    </button>
  );
}

function Levels() {
  const { say } = useSession();
  return (
    <div class="field" role="group" aria-labelledby="level-label">
      <p class="label" id="level-label">
        {say('decide.level')}
      </p>
      {(['A', 'B', 'C'] as const).map((level) => (
        <label class="check" key={level}>
          <input type="radio" name="level" value={level} defaultChecked={level === 'B'} />
          <span>{say(`decide.level${level}`)}</span>
        </label>
      ))}
    </div>
  );
}
