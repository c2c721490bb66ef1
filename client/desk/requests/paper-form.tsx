import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useAnnounce } from '../announcer.tsx';
import type { ApiError } from '../api.ts';
import { focusOn } from '../focus.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import type { CaseWork } from './use-case.ts';

type PaperFormProps = CaseWork & {
  /** The address under the request that takes this paper. */
  path: string;
  submit: string;
  /** The heading of the section, where the reader is after sending. */
  heading: string;
  /** What the fields of the form say, as the address takes it. */
  bodyOf: (fields: FormData) => unknown;
  onSent?: () => void;
  /** What opens the form; without it the form is open. */
  fold?: string;
  children: ComponentChildren;
};

/** A small form that adds one paper to the case; what was written stays when sending fails. */
export function PaperForm({ busy, act, path, submit, heading, bodyOf, onSent, fold, children }: PaperFormProps) {
  const { say } = useSession();
  const announce = useAnnounce();
  const [error, setError] = useState<ApiError | null>(null);

  async function send(form: HTMLFormElement) {
    const failed = await act(path, { body: bodyOf(new FormData(form)) });
    setError(failed);
    if (failed) return;
    form.reset();
    onSent?.();
    announce(say('request.saved'));
    focusOn(heading);
  }

  const form = (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      {error ? <Trouble error={error} /> : null}
      {children}
      <p class="actions">
        <button class="quiet" type="submit" disabled={busy}>
          {submit}
        </button>
      </p>
    </form>
  );
  if (fold === undefined) return form;
  return (
    <details>
      <summary>{fold}</summary>
      {form}
    </details>
  );
}

/** A text field of a form, empty when nothing stands in it. */
export function textOf(fields: FormData, name: string): string {
  return String(fields.get(name) ?? '').trim();
}
