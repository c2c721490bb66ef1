import { useState } from 'preact/hooks';
import { type ApiError, call } from '../api.ts';
import { Trouble } from '../notices.tsx';
import { wordFor } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { asApiError } from '../use-resource.ts';
import type { Contact as ContactData, RequestDetail } from './shapes.ts';

type Shown = { contact: ContactData | null } | null;

/** How to reach the family. Asked for on purpose, never with the page, because each reading is written down. */
export function Contact({ request: { id, assignee } }: { request: Pick<RequestDetail, 'id' | 'assignee'> }) {
  const { say, user } = useSession();
  const [shown, setShown] = useState<Shown>(null);
  const [error, setError] = useState<ApiError | null>(null);

  const allowed = user?.role !== 'volunteer' || assignee?.id === user.id;

  async function show() {
    setError(null);
    try {
      setShown({ contact: (await call<ContactData | null>(`/desk/requests/${id}/contact`)).data });
    } catch (cause) {
      setError(asApiError(cause));
    }
  }

  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{say('request.contactTitle')}</h2>
      {error ? <Trouble error={error} /> : null}
      <div role="status">
        {shown ? shown.contact ? <Facts contact={shown.contact} /> : <p>{say('request.noContact')}</p> : null}
      </div>
      {shown || allowed ? null : <p class="soft">{say('request.contactHolder')}</p>}
      {shown || !allowed ? null : (
        <>
          <p class="actions">
            <button class="quiet" type="button" onClick={() => void show()}>
              {say('request.contact')}
            </button>
          </p>
          <p class="soft">{say('request.contactNote')}</p>
        </>
      )}
    </section>
  );
}

function Facts({ contact }: { contact: ContactData }) {
  const { say } = useSession();
  return (
    <dl class="facts">
      <div>
        <dt>{contact.name}</dt>
        <dd>{wordFor(say, 'relation', contact.relation)}</dd>
      </div>
      {contact.phone ? (
        <div>
          <dt>{say('contact.phone')}</dt>
          <dd>
            <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>
          </dd>
        </div>
      ) : null}
      {contact.email ? (
        <div>
          <dt>{say('contact.email')}</dt>
          <dd>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
