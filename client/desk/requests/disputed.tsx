import { disputedOf } from '../../../server/domain/matching/decided.ts';
import { isOver } from '../../../server/domain/request-states.ts';
import { useSession } from '../session.tsx';
import type { DecisionItem, RequestDetail } from './shapes.ts';

type DisputedRequest = Pick<RequestDetail, 'status' | 'decisions'>;

/** What a second person did not agree with, where it still matters: as long as nobody has answered or concluded. */
export function disputesOf(request: DisputedRequest): DecisionItem[] {
  const settled = request.status === 'identified' || isOver(request);
  return settled ? [] : disputedOf<string, DecisionItem>(request.decisions);
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
