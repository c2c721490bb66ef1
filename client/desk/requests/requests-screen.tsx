import { useLocation, useRoute } from 'preact-iso';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { useResource } from '../use-resource.ts';
import { Queue } from './queue.tsx';
import { RequestView } from './request-view.tsx';
import type { RequestDetail } from './shapes.ts';

/** The queue on one side, the chosen request on the other. The filter and the request stand in the address. */
export function RequestsScreen() {
  const { params } = useRoute();
  const { query } = useLocation();
  const filter = query.filter ?? 'new';
  return (
    <div class="desk-grid">
      <Queue filter={filter} chosen={params.id ?? null} />
      <div>{params.id ? <Chosen key={params.id} id={params.id} /> : <Nothing />}</div>
    </div>
  );
}

function Nothing() {
  const { say } = useSession();
  return <h1>{say('queue.title')}</h1>;
}

function Chosen({ id }: { id: string }) {
  const resource = useResource<RequestDetail>(`/desk/requests/${encodeURIComponent(id)}`);
  if (resource.data) return <RequestView request={resource.data} etag={resource.etag} reload={resource.reload} />;
  if (resource.error) return <Trouble error={resource.error} retry={resource.reload} />;
  return <Loading />;
}
