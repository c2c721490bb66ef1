import { useState } from 'preact/hooks';
import { deskHomeMessages } from '../../messages/desk-home.ts';
import type { ApiError } from '../api.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { useWords } from '../use-words.ts';
import { textOf } from './paper-form.tsx';
import type { CaseWork } from './use-case.ts';

/** For a family that asks on the telephone to stop. Folded away, because it erases and cannot be taken back. */
export function Withdrawal({ request, busy, act }: CaseWork) {
  const { user } = useSession();
  const words = useWords(deskHomeMessages);
  const [error, setError] = useState<ApiError | null>(null);
  const leads = user?.role === 'coordinator' || user?.role === 'admin';
  if (!leads || request.status === 'withdrawn') return null;

  async function send(form: HTMLFormElement) {
    const body = { reason: textOf(new FormData(form), 'withdraw-reason') };
    setError(await act('withdraw', { body }));
  }
  return (
    <details>
      <summary>{words('withdraw.title')}</summary>
      <p>{words('withdraw.text')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        {error ? <Trouble error={error} /> : null}
        <div class="field">
          <label for="withdraw-reason">{words('withdraw.reason')}</label>
          <textarea id="withdraw-reason" name="withdraw-reason" rows={2} required maxlength={2000} />
        </div>
        <button class="quiet" type="submit" disabled={busy}>
          {words('withdraw.submit')}
        </button>
      </form>
    </details>
  );
}
