import { deskSiteMessages } from '../../messages/desk-sites.ts';
import { useAnnounce } from '../announcer.tsx';
import { Trouble } from '../notices.tsx';
import { useChange } from '../use-change.ts';
import { useWords } from '../use-words.ts';
import type { SiteChoice } from './sites-screen.tsx';

/** Who looks after a place and photographs of it, from whoever was there or asked. */
export function AdditionForm({ sites }: { sites: SiteChoice[] }) {
  const words = useWords(deskSiteMessages);
  const announce = useAnnounce();
  const { busy, error, send } = useChange();

  async function bring(form: HTMLFormElement) {
    if ((await send('/desk/site-additions', { form: new FormData(form) })) === null) return;
    form.reset();
    announce(words('siteDesk.sent'));
  }

  return (
    <details open={error !== null || undefined}>
      <summary>{words('siteDesk.add')}</summary>
      <p>{words('siteDesk.addLead')}</p>
      {error ? <Trouble error={error} /> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void bring(event.currentTarget);
        }}
      >
        <div class="field">
          <label for="siteId">{words('siteDesk.site')}</label>
          <select id="siteId" name="siteId" required>
            <option value="">{words('siteDesk.choose')}</option>
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <TextField id="custodian" most={300} label="siteDesk.custodian" hint="siteDesk.custodianHint" />
        <TextField id="source" most={300} label="siteDesk.source" hint="siteDesk.sourceHint" />
        <div class="field">
          <label for="files">{words('siteDesk.files')}</label>
          <p class="hint" id="files-hint">
            {words('siteDesk.filesHint')}
          </p>
          <input id="files" name="files" type="file" multiple accept="image/*" aria-describedby="files-hint" />
        </div>
        <TextField id="credit" most={200} label="siteDesk.credit" hint="siteDesk.creditHint" />
        <button type="submit" disabled={busy}>
          {words('siteDesk.send')}
        </button>
      </form>
    </details>
  );
}

type Key = keyof typeof deskSiteMessages;

function TextField({ id, most, label, hint }: { id: string; most: number; label: Key; hint?: Key }) {
  const words = useWords(deskSiteMessages);
  return (
    <div class="field">
      <label for={id}>{words(label)}</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {words(hint)}
        </p>
      ) : null}
      <input id={id} name={id} maxlength={most} aria-describedby={hint ? `${id}-hint` : undefined} autocomplete="off" />
    </div>
  );
}
