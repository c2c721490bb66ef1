import { useSession } from '../session.tsx';
import type { DecisionItem, RequestDetail } from './shapes.ts';

type DisputedRequest = Pick<RequestDetail, 'status' | 'decisions'>;

const OVER: readonly RequestDetail['status'][] = ['identified', 'withdrawn', 'closed'];

/** Said of the same man after the objection, and neither taken back nor objected to: the question has its answer. */
function answers(later: DecisionItem, { soldierId, objection }: DecisionItem): boolean {
  if (later.soldierId !== soldierId || later.verdict === 'unsure') return false;
  return objection !== null && later.at > objection.at && later.withdrawnAt === null && later.objection === null;
}

/** The decisions that a second person did not agree with, as long as nobody has answered. */
export function disputesOf({ status, decisions }: DisputedRequest): DecisionItem[] {
  if (OVER.includes(status)) return [];
  const disputed = decisions.filter(({ objection, withdrawnAt }) => objection !== null && withdrawnAt === null);
  return disputed.filter((one) => !decisions.some((later) => answers(later, one)));
}

/** Stands by the title: whoever takes the request next has to know it before she looks at a candidate. */
export function Disputed({ request }: { request: DisputedRequest }) {
  const { say } = useSession();
  const disputes = disputesOf(request);
  if (disputes.length === 0) return null;
  return (
    <div class="notice">
      {disputes.map(({ id, objection }) => (
        <p key={id}>{say('decide.disputed', { reason: objection?.reason ?? '' })}</p>
      ))}
      <p>
        <a href="#decisions" target="_self">
          {say('decide.disputedRead')}
        </a>
      </p>
    </div>
  );
}
