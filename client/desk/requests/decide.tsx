import { useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../announcer.tsx';
import type { ApiError } from '../api.ts';
import { focusOn } from '../focus.ts';
import { useShortcuts } from '../keyboard.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { Doubt } from './doubt.tsx';
import { mayBeTaken } from './holding.ts';
import type { CandidateItem, DecisionItem, PairItem } from './shapes.ts';
import type { CaseWork } from './use-case.ts';

type Verdict = DecisionItem['verdict'];
type Level = NonNullable<DecisionItem['evidenceLevel']>;
/** `candidates`: all that are open, with whom the chosen one is compared. */
type DecideProps = CaseWork & { chosen: PairItem; candidates: readonly CandidateItem[] };

/** The decision: always with a reason, always a person's. What was written stays when somebody else was faster. */
export function Decide({ request, busy, act, chosen, candidates }: DecideProps) {
  const { say, user } = useSession();
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [level, setLevel] = useState<Level>('B');
  const mine = request.assignee?.id === user?.id;

  async function decide(verdict: Verdict) {
    if (busy || !form.current?.reportValidity()) return;
    const evidenceLevel = verdict === 'same' ? level : null;
    const reason = String(new FormData(form.current).get('reason'));
    const failed = await act('decisions', { body: { soldierId: chosen.soldierId, verdict, reason, evidenceLevel } });
    setError(failed);
    if (failed) return;
    const second = evidenceLevel === 'A' || evidenceLevel === 'B';
    // She has done her part: who decides on it next need not wait for her.
    if (second) await act('release');
    announce(say(second ? 'decide.savedSecond' : 'decide.saved'));
    focusOn('request');
  }

  useShortcuts(
    mine
      ? {
          y: () => void decide('same'),
          n: () => void decide('different'),
          s: () => void decide('unsure'),
          r: () => focusOn('reason'),
        }
      : {},
  );

  if (!mine) return mayBeTaken(request) ? <p class="notice">{say('decide.claimFirst')}</p> : null;
  return (
    <section class="decide" aria-labelledby="decide">
      <h2 id="decide" tabIndex={-1}>
        {say('decide.title')}
      </h2>
      {error ? <Trouble error={error} /> : null}
      <form ref={form} onSubmit={(event) => event.preventDefault()}>
        <div class="two">
          <div class="field">
            <label for="reason">{say('decide.reason')}</label>
            <textarea id="reason" name="reason" rows={4} maxlength={2000} required onKeyDown={leaveOnEscape} />
          </div>
          <Levels level={level} choose={setLevel} />
        </div>
        <div role="status">
          <Doubt of={chosen} level={level} candidates={candidates} />
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

/** Out of the field, so that the single-letter keys act again. */
function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') focusOn('decide');
}

type VerdictProps = { verdict: Verdict; letter: string; decide: (verdict: Verdict) => Promise<void> };

function VerdictButton({ verdict, letter, decide }: VerdictProps) {
  const { say } = useSession();
  return (
    <button class={verdict === 'same' ? '' : 'quiet'} type="button" onClick={() => void decide(verdict)}>
      {say(`decide.${verdict}`)} <kbd>{letter}</kbd>
    </button>
  );
}

function Levels({ level: chosen, choose }: { level: Level; choose: (level: Level) => void }) {
  const { say } = useSession();
  return (
    <div class="field" role="group" aria-labelledby="level-label">
      <p class="label" id="level-label">
        {say('decide.level')}
      </p>
      {(['A', 'B', 'C'] as const).map((level) => (
        <label class="check" key={level}>
          <input type="radio" name="level" value={level} checked={level === chosen} onChange={() => choose(level)} />
          <span>{say(`decide.level${level}`)}</span>
        </label>
      ))}
    </div>
  );
}
