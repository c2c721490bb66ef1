import { useEffect, useRef, useState } from 'preact/hooks';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { useAnnounce } from '../announcer.tsx';
import { Trouble } from '../notices.tsx';
import { useChange } from '../use-change.ts';
import { useWords } from '../use-words.ts';
import { LinkReady, RoleFields, rightsOf } from './account-fields.tsx';
import type { Account, Partner, PasswordLink } from './shapes.ts';

type EditAccountProps = { account: Account; partners: Partner[]; changed: () => void; close: () => void };

/** One account: what it is called and may do, closing it, and a new password for whoever forgot hers. */
export function EditAccount({ account, partners, changed, close }: EditAccountProps) {
  const words = useWords(deskPeopleMessages);
  const announce = useAnnounce();
  const change = useChange();
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, displayName, disabled } = account;
  useEffect(() => heading.current?.focus(), []);

  async function patch(body: object) {
    const done = await change.send(`/users/${id}`, { method: 'PATCH', body, ifMatch: `"v${account.version}"` });
    if (done === null) return;
    announce(words('people.saved'));
    changed();
  }
  return (
    <section class="decide" aria-labelledby="edit-account">
      <h2 id="edit-account" ref={heading} tabIndex={-1}>
        {displayName}
      </h2>
      {change.error ? <Trouble error={change.error} /> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          void patch({ displayName: fields.get('displayName'), ...rightsOf(fields) });
        }}
      >
        <div class="field">
          <label for="edit-name">{words('people.name')}</label>
          <input id="edit-name" name="displayName" defaultValue={displayName} maxlength={120} required />
        </div>
        <RoleFields id={id} first={account.role} partnerId={account.partnerId} partners={partners} />
        <p class="actions">
          <button type="submit" disabled={change.busy}>
            {words('people.save')}
          </button>
          <button class="quiet" type="button" onClick={close}>
            {words('people.cancel')}
          </button>
        </p>
      </form>
      <Reset id={id} name={displayName} />
      <p class="soft">{words('people.lockText')}</p>
      <button class="quiet" type="button" disabled={change.busy} onClick={() => void patch({ disabled: !disabled })}>
        {words(disabled ? 'people.unlock' : 'people.lock')}
      </button>
    </section>
  );
}

function Reset({ id, name }: { id: string; name: string }) {
  const words = useWords(deskPeopleMessages);
  const change = useChange();
  const [link, setLink] = useState<PasswordLink | null>(null);

  async function make() {
    const answer = await change.send<PasswordLink>(`/users/${id}/password-link`, {});
    if (answer) setLink(answer.data);
  }
  return (
    <>
      {change.error ? <Trouble error={change.error} /> : null}
      {link ? <LinkReady name={name} link={link} /> : null}
      <p class="actions">
        <button class="quiet" type="button" disabled={change.busy} onClick={() => void make()}>
          {words('people.link')}
        </button>
      </p>
    </>
  );
}
