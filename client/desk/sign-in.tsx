import { useState } from 'preact/hooks';
import { ApiError } from './api.ts';
import { useSession } from './session.tsx';

/** Who comes to work. Pasting a password is allowed and nothing has to be solved (WCAG 3.3.8). */
export function SignIn() {
  const { say, signIn } = useSession();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    setError(null);
    try {
      await signIn(String(form.get('email')), String(form.get('password')));
    } catch (cause) {
      setError(cause instanceof ApiError && cause.problem.code !== 'offline' ? cause.message : say('desk.offline'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event as unknown as SubmitEvent)}>
      <h1>{say('signIn.title')}</h1>
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
