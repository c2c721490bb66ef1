import { useState } from 'preact/hooks';
import { type ApiError, call } from '../api.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { asApiError } from '../use-resource.ts';
import { Candidates } from './candidates.tsx';
import { Correspondence, Notes, SearchLog } from './case-papers.tsx';
import { Decisions } from './decisions.tsx';
import { FamilyKnows } from './family-knows.tsx';
import type { RequestDetail } from './shapes.ts';

export type RequestProps = { request: RequestDetail; etag: string | null; reload: () => void };

/** One request: who has it, what the family knows, the candidates, what was decided, where was searched. */
export function RequestView({ request, etag, reload }: RequestProps) {
  const { say } = useSession();
  return (
    <>
      <h1>
        {say('request.heading', { number: String(request.number) })}
        {request.name || say('queue.noName')}
      </h1>
      <Holder request={request} reload={reload} />
      <FamilyKnows request={request} />
      <Candidates request={request} etag={etag} reload={reload} />
      <Decisions request={request} etag={etag} reload={reload} />
      <SearchLog request={request} etag={etag} reload={reload} />
      <Correspondence request={request} etag={etag} reload={reload} />
      <Notes request={request} etag={etag} reload={reload} />
    </>
  );
}

function Holder({ request, reload }: Omit<RequestProps, 'etag'>) {
  const { say, user, language } = useSession();
  const [error, setError] = useState<ApiError | null>(null);
  const mine = request.assignee?.id === user?.id;

  async function move(action: 'claim' | 'release') {
    setError(null);
    try {
      await call(`/desk/requests/${request.id}/${action}`, { method: 'POST' });
    } catch (cause) {
      setError(asApiError(cause));
    }
    reload();
  }

  const until = request.leaseUntil ? timeText(request.leaseUntil, language) : '';
  return (
    <>
      <p>
        {say(`requestStatus.${request.status}`)}
        {request.assignee
          ? `. ${say(mine ? 'queue.yoursUntil' : 'queue.takenBy', { who: request.assignee.name, until })}`
          : ''}
      </p>
      {error ? <Trouble error={error} /> : null}
      <p class="actions">
        {mine ? (
          <button class="quiet" type="button" onClick={() => void move('release')}>
            {say('request.release')}
          </button>
        ) : (
          <button type="button" onClick={() => void move('claim')}>
            {say('request.claim')}
          </button>
        )}
      </p>
    </>
  );
}
