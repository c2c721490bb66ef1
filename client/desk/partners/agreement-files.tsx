import { deskPartnerMessages } from '../../messages/desk-partner.ts';
import { useAnnounce } from '../announcer.tsx';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { useChange } from '../use-change.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';

type AgreementFile = { id: string; name: string; kind: string; bytes: number };

/** The papers of a partner's agreement: to read for the partner, to add and remove for an administrator. */
export function AgreementFiles({ partnerId }: { partnerId: string }) {
  const { user } = useSession();
  const words = useWords(deskPartnerMessages);
  const path = `/partners/${partnerId}/files`;
  const { data, error, reload } = useResource<{ items: AgreementFile[] }>(path);
  const mayChange = user?.role === 'admin';
  return (
    <section aria-labelledby="agreement-files">
      <h3 id="agreement-files">{words('partner.files')}</h3>
      {error ? <Trouble error={error} retry={reload} /> : data ? null : <Loading />}
      {data?.items.length === 0 ? <p>{words('partner.noFiles')}</p> : null}
      <ul class="items plain-list">
        {data?.items.map((file) => (
          <li key={file.id}>
            <a class="row" href={`/api/files/${file.id}`} target="_self" download={file.name}>
              {file.name}
            </a>
            {mayChange ? <RemoveFile path={path} file={file} removed={reload} /> : null}
          </li>
        ))}
      </ul>
      {mayChange ? <AddFile path={path} added={reload} /> : null}
    </section>
  );
}

function RemoveFile({ path, file, removed }: { path: string; file: AgreementFile; removed: () => void }) {
  const words = useWords(deskPartnerMessages);
  const announce = useAnnounce();
  const change = useChange();
  async function remove() {
    if (!window.confirm(words('partner.removeSure', { name: file.name }))) return;
    if ((await change.send(`${path}/${file.id}`, { method: 'DELETE' })) === null) return;
    announce(words('partner.fileRemoved'));
    removed();
  }
  return (
    <>
      {change.error ? <Trouble error={change.error} /> : null}
      <button
        class="quiet"
        type="button"
        disabled={change.busy}
        aria-label={`${words('partner.removeFile')}: ${file.name}`}
        onClick={() => void remove()}
      >
        {words('partner.removeFile')}
      </button>
    </>
  );
}

function AddFile({ path, added }: { path: string; added: () => void }) {
  const words = useWords(deskPartnerMessages);
  const announce = useAnnounce();
  const change = useChange();
  async function add(form: HTMLFormElement) {
    if ((await change.send(path, { form: new FormData(form) })) === null) return;
    form.reset();
    announce(words('partner.fileAdded'));
    added();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add(event.currentTarget);
      }}
    >
      {change.error ? <Trouble error={change.error} /> : null}
      <div class="field">
        <label for="agreement-file">{words('partner.file')}</label>
        <input id="agreement-file" name="file" type="file" required accept=".pdf,.jpg,.jpeg,.png,.webp" />
      </div>
      <button type="submit" disabled={change.busy}>
        {words('partner.addFile')}
      </button>
    </form>
  );
}
