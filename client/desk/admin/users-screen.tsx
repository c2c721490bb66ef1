import { useState } from 'preact/hooks';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { TableHead } from '../../parts/table-head.tsx';
import { More } from '../more.tsx';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { type Page, useList } from '../use-list.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';
import { AdminFrame } from './admin-frame.tsx';
import { EditAccount } from './edit-account.tsx';
import { NewAccount } from './new-account.tsx';
import type { Account, Partner } from './shapes.ts';

/** Who may sign in, as what, and when she did last. */
export function UsersScreen() {
  const words = useWords(deskPeopleMessages);
  const accounts = useList<Account>('/users?limit=100');
  const partners = useResource<Page<Partner>>('/partners?limit=200').data?.items ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const account = accounts.items?.find(({ id }) => id === chosen) ?? null;
  return (
    <AdminFrame title={words('people.title')}>
      {accounts.error ? <Trouble error={accounts.error} retry={accounts.reload} /> : null}
      {accounts.items === null ? accounts.error ? null : <Loading /> : null}
      {account ? (
        <EditAccount
          key={`${account.id} ${account.version}`}
          account={account}
          partners={partners}
          changed={accounts.reload}
          close={() => setChosen(null)}
        />
      ) : null}
      {accounts.items ? <Accounts items={accounts.items} choose={setChosen} /> : null}
      <More list={accounts} />
      <NewAccount partners={partners} created={accounts.reload} />
    </AdminFrame>
  );
}

const columns = ['name', 'email', 'role', 'state', 'lastSignIn', 'change'] as const;

function Accounts({ items, choose }: { items: Account[]; choose: (id: string) => void }) {
  const words = useWords(deskPeopleMessages);
  return (
    <table class="records" role="table" aria-label={words('people.title')}>
      <TableHead heads={columns.map((column) => words(`people.${column}`))} />
      <tbody role="rowgroup">
        {items.map((account) => (
          <Row key={account.id} account={account} choose={choose} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ account, choose }: { account: Account; choose: (id: string) => void }) {
  const { language } = useSession();
  const words = useWords(deskPeopleMessages);
  const { id, displayName, email, role, disabled, lastSignInAt } = account;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {displayName}
      </th>
      <td role="cell" data-label={words('people.email')}>
        {email}
      </td>
      <td role="cell" data-label={words('people.role')}>
        {words(`role.${role}`)}
      </td>
      <td role="cell" data-label={words('people.state')}>
        {words(disabled ? 'people.closed' : 'people.open')}
      </td>
      <td role="cell" data-label={words('people.lastSignIn')}>
        {lastSignInAt ? timeText(lastSignInAt, language) : words('people.never')}
      </td>
      <td role="cell">
        <button
          class="quiet"
          type="button"
          aria-label={words('people.changeOf', { name: displayName })}
          onClick={() => choose(id)}
        >
          {words('people.change')}
        </button>
      </td>
    </tr>
  );
}
