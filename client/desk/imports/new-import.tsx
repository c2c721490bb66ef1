import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type ApiError, call } from '../api.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { asApiError } from '../use-resource.ts';
import { SentBefore, sentBeforeOf } from './sent-before.tsx';
import type { ImportItem } from './shapes.ts';

/** Sends a list. The browser's own file input does it; dropping a file on the form only fills that input. */
export function NewImport() {
  const { say, user } = useSession();
  const { route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const before = error && sentBeforeOf(error);

  async function send(form: HTMLFormElement) {
    const fields = new FormData(form);
    for (const name of ['list', 'partner']) if (fields.get(name) === '') fields.delete(name);
    // Told once that the same file is here, whoever sends it again means it.
    if (before === null) fields.set('ifNew', 'true');
    setBusy(true);
    setError(null);
    try {
      const { data } = await call<ImportItem>('/imports', { method: 'POST', form: fields });
      route(`/desk/imports/${data.id}/columns`);
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
      onChange={() => setError(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const files = event.dataTransfer?.files;
        if (!files?.length || !input.current) return;
        input.current.files = files;
        // No change is told of a file that is put in so; what was said, was said of the other one.
        setError(null);
      }}
    >
      <h1>{say('imports.send')}</h1>
      {error && !before ? <Trouble error={error} /> : null}
      {user?.role === 'partner' ? null : (
        <div class="field">
          <label for="partner">{say('imports.partner')}</label>
          <input id="partner" name="partner" class="short" required maxlength={32} autocomplete="off" />
        </div>
      )}
      <ListFields input={input} />
      {before ? <SentBefore before={before} stop={() => setError(null)} /> : null}
      <button type="submit" disabled={busy}>
        {say(busy ? 'imports.sending' : before ? 'imports.sentBefore.goOn' : 'imports.send')}
      </button>
    </form>
  );
}

function ListFields({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const { say } = useSession();
  return (
    <>
      <div class="field">
        <label for="list">{say('imports.name')}</label>
        <p class="hint" id="list-hint">
          {say('imports.nameHint')}
        </p>
        <input id="list" name="list" maxlength={200} aria-describedby="list-hint" autocomplete="off" />
      </div>
      <div class="field">
        <label for="file">{say('imports.file')}</label>
        <p class="hint" id="file-hint">
          {say('imports.fileHint')}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          required
          ref={input}
          aria-describedby="file-hint"
          accept=".csv,.txt,.tsv,.xlsx,.ods,.json,.ndjson,.zip"
        />
      </div>
    </>
  );
}
