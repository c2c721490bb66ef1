import { useCallback, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { useTitle } from '../focus.ts';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { Queue } from './queue.tsx';
import { RequestView } from './request-view.tsx';
import { TakeNext } from './take-next.tsx';
import { useCase } from './use-case.ts';

/** The queue on one side, the chosen request on the other. The filter and the request stand in the address. */
export function RequestsScreen() {
  const { params } = useRoute();
  const { query } = useLocation();
  const [turn, setTurn] = useState(0);
  const changed = useCallback(() => setTurn((value) => value + 1), []);
  return (
    <div class="desk-grid">
      <Queue filter={query.filter ?? 'free'} chosen={params.id ?? null} turn={turn} />
      <div class={params.id ? undefined : 'landing'}>
        {params.id ? <Chosen key={params.id} id={params.id} onChange={changed} /> : <NothingChosen />}
      </div>
    </div>
  );
}

function NothingChosen() {
  const { say } = useSession();
  useTitle(`${say('desk.requests')} – ${say('desk.title')}`);
  return (
    <>
      <h1>{say('desk.requests')}</h1>
      <p>{say('queue.lead')}</p>
      <TakeNext main />
    </>
  );
}

/** A link that was copied in part, or a request of another site: trying again would not bring it. */
function NoSuchRequest() {
  const { say } = useSession();
  const { query } = useLocation();
  useTitle(`${say('request.none')} – ${say('desk.title')}`);
  return (
    <>
      <h1>{say('request.none')}</h1>
      <p>
        <a class="row" href={`/desk/requests?filter=${encodeURIComponent(query.filter ?? 'free')}`}>
          {say('request.backToQueue')}
        </a>
      </p>
    </>
  );
}

function Chosen({ id, onChange }: { id: string; onChange: () => void }) {
  const { work, error, reload } = useCase(id, onChange);
  if (error?.problem.status === 404) return <NoSuchRequest />;
  if (error) return <Trouble error={error} retry={reload} />;
  return work ? <RequestView {...work} /> : <Loading />;
}
