import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api.ts';
import { Trouble } from '../notices.tsx';
import { textOf } from '../requests/paper-form.tsx';
import { useSession } from '../session.tsx';

type ReasonFormProps = {
  /** Tells one reason of the page from another. */
  id: string;
  submit: string;
  busy: boolean;
  error: ApiError | null;
  send: (reason: string) => void;
  children?: ComponentChildren;
};

/** Whoever ties, merges or takes back says why; the reason stays readable with the name of who gave it. */
export function ReasonForm({ id, submit, busy, error, send, children }: ReasonFormProps) {
  const { say } = useSession();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(textOf(new FormData(event.currentTarget), 'reason'));
      }}
    >
      {error ? <Trouble error={error} /> : null}
      {children}
      <div class="field">
        <label for={`reason-${id}`}>{say('links.reason')}</label>
        <textarea id={`reason-${id}`} name="reason" rows={2} minlength={3} maxlength={2000} required />
      </div>
      <p class="actions">
        <button class="quiet" type="submit" disabled={busy}>
          {submit}
        </button>
      </p>
    </form>
  );
}
