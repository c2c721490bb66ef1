import { waitsForSecond } from '../../../server/domain/matching/decided.ts';
import { useAnnounce } from '../announcer.tsx';
import { useShortcuts } from '../keyboard.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { DecisionRow, lastOwnOf, useDecisionStep } from './decision-row.tsx';
import { disputesOf } from './disputed.tsx';
import { Doubt } from './doubt.tsx';
import type { CandidateItem } from './shapes.ts';
import type { CaseWork } from './use-case.ts';

type SecondLookProps = CaseWork & { candidates: readonly CandidateItem[] };

/** A decision that waits for a second person stands first on the page: it is what the request was opened for. */
export function SecondLook({ request, busy, act, candidates }: SecondLookProps) {
  const { say } = useSession();
  const { error, change } = useDecisionStep({ act });
  const waiting = request.decisions.filter(waitsForSecond);
  // Where somebody was faster none waits any more, and it is still said why nothing was done.
  if (waiting.length === 0) return error ? <Trouble error={error} /> : null;
  return (
    <section aria-labelledby="second">
      <h2 id="second" tabIndex={-1}>
        {say('queue.second')}
      </h2>
      {error ? <Trouble error={error} /> : null}
      <ol class="path">
        {waiting.map((decision) => (
          <DecisionRow key={decision.id} request={request} decision={decision} busy={busy} change={change}>
            <Doubt of={decision} level={decision.evidenceLevel} candidates={candidates} />
          </DecisionRow>
        ))}
      </ol>
    </section>
  );
}

/** Every other decision stays to be read, withdrawn ones too. Nobody confirms her own. */
export function Decisions({ request, busy, act }: CaseWork) {
  const { say, user } = useSession();
  const announce = useAnnounce();
  const { error, change } = useDecisionStep({ act });
  const lastOwn = lastOwnOf(request, user?.id);
  const others = request.decisions.filter((decision) => !waitsForSecond(decision));

  useShortcuts({
    u: () => {
      if (lastOwn && !busy) void change(lastOwn, 'withdraw');
      else announce(say('decide.nothingToWithdraw'));
    },
  });

  if (others.length === 0) return error ? <Trouble error={error} /> : null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" tabIndex={-1}>
        {say(disputesOf(request).length > 0 ? 'decide.madeDisputed' : 'decide.made')}
      </h2>
      {error ? <Trouble error={error} /> : null}
      <ol class="path">
        {others.map((decision) => (
          <DecisionRow key={decision.id} request={request} decision={decision} busy={busy} change={change} />
        ))}
      </ol>
    </section>
  );
}
