import { useState } from 'preact/hooks';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { Trouble } from '../notices.tsx';
import { useChange } from '../use-change.ts';
import { useWords } from '../use-words.ts';
import { LinkReady, RoleFields, rightsOf } from './account-fields.tsx';
import type { Account, Partner } from './shapes.ts';

/** Opens an account. Its owner sets the password by a link, so that nobody else ever knows it. */
export function NewAccount({ partners, created }: { partners: Partner[]; created: () => void }) {
  const words = useWords(deskPeopleMessages);
  const change = useChange();
  const [opened, setOpened] = useState<Account | null>(null);

  async function open(form: HTMLFormElement) {
    const fields = new FormData(form);
    const body = { displayName: fields.get('displayName'), email: fields.get('email'), ...rightsOf(fields) };
    const answer = await change.send<Account>('/users', { body });
    if (answer === null) return;
    setOpened(answer.data);
    form.reset();
    created();
  }
  return (
    <section aria-labelledby="new-account">
      <h2 id="new-account">{words('people.newTitle')}</h2>
      <p>{words('people.newText')}</p>
      {opened?.passwordLink ? <LinkReady name={opened.displayName} link={opened.passwordLink} /> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open(event.currentTarget);
        }}
      >
        {change.error ? <Trouble error={change.error} /> : null}
        <div class="field">
          <label for="displayName">{words('people.name')}</label>
          <input id="displayName" name="displayName" maxlength={120} autocomplete="off" required />
        </div>
        <div class="field">
          <label for="email">{words('people.email')}</label>
          <input id="email" name="email" type="email" maxlength={254} autocomplete="off" required />
        </div>
        <RoleFields id="new" first="volunteer" partnerId={null} partners={partners} />
        <button type="submit" disabled={change.busy}>
          {words('people.create')}
        </button>
      </form>
    </section>
  );
}
