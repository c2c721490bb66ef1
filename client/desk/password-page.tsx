import { useState } from 'preact/hooks';
import { deskPeopleMessages } from '../messages/desk-people.ts';
import { useTitle } from './focus.ts';
import { Loading, Trouble } from './notices.tsx';
import { useChange } from './use-change.ts';
import { useResource } from './use-resource.ts';
import { useWords } from './use-words.ts';

/** Where the link of an administrator leads: the owner of the account sets a password that nobody else knows. */
export function PasswordPage({ code = '' }: { code?: string }) {
  const words = useWords(deskPeopleMessages);
  const path = `/password-links/${encodeURIComponent(code)}`;
  const owner = useResource<{ displayName: string; email: string }>(path);
  const [done, setDone] = useState(false);
  useTitle(words('password.title'));

  if (owner.error) return <Trouble error={owner.error} />;
  if (owner.data === null) return <Loading />;
  if (done) {
    return (
      <div role="status">
        <h1>{words('password.title')}</h1>
        <p>{words('password.done')}</p>
        <p>
          <a class="button" href="/desk" target="_self">
            {words('password.toSignIn')}
          </a>
        </p>
      </div>
    );
  }
  return <NewPassword path={path} owner={owner.data} done={() => setDone(true)} />;
}

type NewPasswordProps = { path: string; owner: { displayName: string; email: string }; done: () => void };

function NewPassword({ path, owner: { displayName: name, email }, done }: NewPasswordProps) {
  const words = useWords(deskPeopleMessages);
  const change = useChange();

  async function set(form: HTMLFormElement) {
    const body = { password: new FormData(form).get('password') };
    if (await change.send(path, { body })) done();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void set(event.currentTarget);
      }}
    >
      <h1>{words('password.title')}</h1>
      <p>{words('password.whose', { name, email })}</p>
      {change.error ? <Trouble error={change.error} /> : null}
      {/* For password managers, which keep a password under a name. */}
      <input
        class="hidden"
        type="text"
        name="username"
        value={email}
        autocomplete="username"
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <div class="field">
        <label for="password">{words('password.new')}</label>
        <p class="hint" id="password-hint">
          {words('password.hint')}
        </p>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          minlength={10}
          maxlength={200}
          aria-describedby="password-hint"
          required
        />
      </div>
      <button type="submit" disabled={change.busy}>
        {words('password.set')}
      </button>
    </form>
  );
}
