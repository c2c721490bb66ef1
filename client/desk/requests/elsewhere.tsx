import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useAnnounce } from '../announcer.tsx';
import { focusWhenDrawn } from '../focus.ts';
import { useSession } from '../session.tsx';
import { RecordForm } from '../soldiers/record-form.tsx';
import { SoldierFinder } from '../soldiers/soldier-finder.tsx';
import { useChange } from '../use-change.ts';
import type { CaseWork } from './use-case.ts';

/** The man is not among the candidates: found in the database by hand, or brought in from another one. */
export function Elsewhere({ request }: CaseWork) {
  const { say } = useSession();
  const { query, route } = useLocation();
  const [asked, setAsked] = useState('');
  const compare = (soldierId: string) => {
    focusWhenDrawn('candidate');
    route(withSoldier(request.id, query.filter, soldierId));
  };
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{say('elsewhere.title')}</h2>
      <details>
        <summary>{say('elsewhere.find')}</summary>
        <SoldierFinder
          id="find-elsewhere"
          label={say('finder.label')}
          asked={asked}
          ask={setAsked}
          action={({ id }) => (
            <button class="quiet" type="button" onClick={() => compare(id)}>
              {say('elsewhere.compare')}
            </button>
          )}
        />
      </details>
      <NewRecord requestId={request.id} added={compare} />
    </section>
  );
}

/** The address of a request with one soldier laid beside it; without him, of its candidates. */
export function withSoldier(requestId: string, filter: string | undefined, soldierId: string | null): string {
  const asked = new URLSearchParams({ ...(filter ? { filter } : {}), ...(soldierId ? { with: soldierId } : {}) });
  return `/desk/requests/${requestId}?${asked}`;
}

function NewRecord({ requestId, added }: { requestId: string; added: (soldierId: string) => void }) {
  const { say } = useSession();
  const announce = useAnnounce();
  const { busy, error, send } = useChange();
  const [token, setToken] = useState(() => crypto.randomUUID());
  async function add(row: Record<string, string>) {
    const answer = await send<{ soldierId: string }>('/desk/mentions', { body: { row, requestId, token } });
    if (answer === null) return;
    setToken(crypto.randomUUID());
    announce(say('record.added'));
    added(answer.data.soldierId);
  }
  return (
    <details>
      <summary>{say('record.new')}</summary>
      <RecordForm id="new-record" submit={say('record.add')} busy={busy} error={error} send={(row) => void add(row)} />
    </details>
  );
}
