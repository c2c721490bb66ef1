import { useState } from 'preact/hooks';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { type Page, useList } from '../use-list.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';
import { AdminFrame } from './admin-frame.tsx';
import type { Account } from './shapes.ts';

type Entry = {
  id: string;
  at: string;
  actor: { id: string; role: string; name: string };
  action: string;
  subject: { kind: string; id: string };
  before: unknown;
  after: unknown;
};

const kinds = ['request', 'memory', 'site_addition', 'user', 'partner', 'api_key', 'import', 'soldier', 'session'];
const filters = ['actorId', 'action', 'subjectKind', 'subjectId', 'from', 'to'] as const;

/** Every write by a person: who, what, before and after. Entries are never changed. */
export function AuditScreen() {
  const words = useWords(deskPeopleMessages);
  const [query, setQuery] = useState('');
  const list = useList<Entry>(`/audit?limit=50${query}`);

  function show(form: HTMLFormElement) {
    const fields = new FormData(form);
    const given = filters.map((name) => [name, String(fields.get(name) ?? '').trim()] as const);
    setQuery(
      given
        .filter(([, value]) => value)
        .map(([name, value]) => `&${name}=${encodeURIComponent(value)}`)
        .join(''),
    );
  }
  return (
    <AdminFrame title={words('audit.title')}>
      <Filters show={show} />
      {list.error ? <Trouble error={list.error} retry={list.reload} /> : null}
      {list.items === null && !list.error ? <Loading /> : null}
      {list.items?.length === 0 ? <p>{words('audit.none')}</p> : null}
      {list.items && list.items.length > 0 ? <Entries items={list.items} /> : null}
      {list.more ? (
        <button class="quiet" type="button" onClick={() => void list.more?.()}>
          {words('people.more')}
        </button>
      ) : null}
    </AdminFrame>
  );
}

function Filters({ show }: { show: (form: HTMLFormElement) => void }) {
  const words = useWords(deskPeopleMessages);
  const people = useResource<Page<Account>>('/users?limit=200').data?.items ?? [];
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        show(event.currentTarget);
      }}
    >
      <div class="field">
        <label for="actorId">{words('audit.who')}</label>
        <select id="actorId" name="actorId">
          <option value="">{words('audit.everyone')}</option>
          {people.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="action">{words('audit.what')}</label>
        <input id="action" name="action" maxlength={100} autocomplete="off" />
      </div>
      <div class="field">
        <label for="subjectKind">{words('audit.on')}</label>
        <select id="subjectKind" name="subjectKind">
          <option value="">{words('audit.anything')}</option>
          {kinds.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="subjectId">{words('audit.onId')}</label>
        <input id="subjectId" name="subjectId" maxlength={100} autocomplete="off" />
      </div>
      <div class="field">
        <label for="from">{words('audit.from')}</label>
        <input id="from" name="from" type="date" />
      </div>
      <div class="field">
        <label for="to">{words('audit.to')}</label>
        <input id="to" name="to" type="date" />
      </div>
      <button type="submit">{words('audit.show')}</button>
    </form>
  );
}

function Entries({ items }: { items: Entry[] }) {
  const { language } = useSession();
  const words = useWords(deskPeopleMessages);
  const columns = ['audit.when', 'audit.who', 'audit.what', 'audit.on', 'audit.before', 'audit.after'] as const;
  return (
    <table class="records" role="table" aria-label={words('audit.title')}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader" key={column}>
              {words(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map(({ id, at, actor, action, subject, before, after }) => (
          <tr role="row" key={id}>
            <th scope="row" role="rowheader">
              {timeText(at, language)}
            </th>
            <td role="cell" data-label={words('audit.who')}>
              {actor.name}
            </td>
            <td role="cell" data-label={words('audit.what')}>
              {action}
            </td>
            <td role="cell" data-label={words('audit.on')}>
              {subject.kind} {subject.id}
            </td>
            <td role="cell" data-label={words('audit.before')}>
              {toldAs(before)}
            </td>
            <td role="cell" data-label={words('audit.after')}>
              {toldAs(after)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toldAs(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === null || value === undefined ? '–' : String(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${typeof inner === 'object' && inner !== null ? JSON.stringify(inner) : inner}`)
    .join(', ');
}
