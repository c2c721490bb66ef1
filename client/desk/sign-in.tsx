import { useState } from 'preact/hooks';
import { ApiError } from './api.ts';
import { useTitle } from './focus.ts';
import { useSession } from './session.tsx';

/** Who comes to work. Pasting a password is allowed and nothing has to be solved (WCAG 3.3.8). */
export function SignIn() {
  const { say, signIn, ranOut } = useSession();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useTitle(`${say('signIn.title')} – ${say('desk.title')}`);

  async function submit(form: HTMLFormElement) {
    const fields = new FormData(form);
    setBusy(true);
    setError(null);
    try {
      await signIn(String(fields.get('email')), String(fields.get('password')));
    } catch (cause) {
      setError(cause instanceof ApiError && cause.problem.code !== 'offline' ? cause.message : say('desk.offline'));
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h1>{say('signIn.title')}</h1>
      {ranOut ? <p class="notice">{say('desk.signedOut')}</p> : null}
      {error ? (
        <p class="notice alert" role="alert">
          {error}
        </p>
      ) : null}
      <div class="field">
        <label for="email">{say('signIn.email')}</label>
        <input id="email" name="email" type="email" autocomplete="username" required maxlength={200} />
      </div>
      <div class="field">
        <label for="password">{say('signIn.password')}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required maxlength={200} />
      </div>
      <button type="submit" disabled={busy}>
        {say('signIn.submit')}
      </button>
    </form>
  );
}
