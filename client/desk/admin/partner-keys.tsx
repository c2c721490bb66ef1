import { useState } from 'preact/hooks';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useChange } from '../use-change.ts';
import { useList } from '../use-list.ts';
import { useWords } from '../use-words.ts';
import { type ApiKey, SCOPES } from './shapes.ts';

/** Keys with which programs of a partner send lists by themselves. */
export function PartnerKeys({ partnerId }: { partnerId: string }) {
  const words = useWords(deskPeopleMessages);
  const change = useChange();
  const keys = useList<ApiKey>(`/api-keys?partnerId=${partnerId}&limit=50`);
  const [made, setMade] = useState<string | null>(null);

  async function make(form: HTMLFormElement) {
    const fields = new FormData(form);
    const body = { partnerId, label: fields.get('label'), scopes: fields.getAll('scope') };
    const answer = await change.send<ApiKey>('/api-keys', { body });
    if (answer === null) return;
    setMade(answer.data.key ?? null);
    form.reset();
    keys.reload();
  }
  async function revoke(id: string) {
    if (await change.send(`/api-keys/${id}`, { method: 'DELETE' })) keys.reload();
  }
  return (
    <section aria-labelledby="keys-of-partner">
      <h3 id="keys-of-partner">{words('keys.ofPrograms')}</h3>
      {keys.error ? <Trouble error={keys.error} retry={keys.reload} /> : null}
      {keys.items === null && !keys.error ? <Loading /> : null}
      <ul class="plain-list">
        {keys.items?.map((key) => (
          <li key={key.id}>
            <OneKey apiKey={key} busy={change.busy} revoke={() => void revoke(key.id)} />
          </li>
        ))}
      </ul>
      {change.error ? <Trouble error={change.error} /> : null}
      {made ? (
        <div class="notice" role="status">
          <p>{words('keys.ready')}</p>
          <p class="code">{made}</p>
        </div>
      ) : null}
      <NewKey busy={change.busy} make={(form) => void make(form)} />
    </section>
  );
}

function OneKey({ apiKey, busy, revoke }: { apiKey: ApiKey; busy: boolean; revoke: () => void }) {
  const { language } = useSession();
  const words = useWords(deskPeopleMessages);
  const { label, scopes, lastUsedAt, revokedAt } = apiKey;
  const used = lastUsedAt ? `${words('keys.used')}: ${timeText(lastUsedAt, language)}` : words('keys.unused');
  const allowed = scopes.map((scope) => words(`scope.${scope}` as 'scope.import.read')).join(', ');
  return (
    <>
      <strong>{label}</strong>
      <span class="where">{[allowed, used].join('. ')}</span>
      {revokedAt ? (
        <span class="where">{words('keys.revoked')}</span>
      ) : (
        <button
          class="quiet"
          type="button"
          disabled={busy}
          aria-label={words('keys.revokeOf', { label })}
          onClick={revoke}
        >
          {words('keys.revoke')}
        </button>
      )}
    </>
  );
}

function NewKey({ busy, make }: { busy: boolean; make: (form: HTMLFormElement) => void }) {
  const words = useWords(deskPeopleMessages);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make(event.currentTarget);
      }}
    >
      <div class="field">
        <label for="key-label">{words('keys.label')}</label>
        <input id="key-label" name="label" maxlength={120} autocomplete="off" required />
      </div>
      <div class="field" role="group" aria-labelledby="key-scopes">
        <p class="label" id="key-scopes">
          {words('keys.allowed')}
        </p>
        {SCOPES.map((scope) => (
          <label class="check" key={scope}>
            <input type="checkbox" name="scope" value={scope} />
            <span>{words(`scope.${scope}`)}</span>
          </label>
        ))}
      </div>
      <button class="quiet" type="submit" disabled={busy}>
        {words('keys.make')}
      </button>
    </form>
  );
}
