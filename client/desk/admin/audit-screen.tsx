import { useLocation } from 'preact-iso';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '../../../server/domain/audit-actions.ts';
import { auditActionMessages, auditSubjectMessages } from '../../messages/audit.ts';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { More } from '../more.tsx';
import { Loading, Trouble } from '../notices.tsx';
import { type Page, useList } from '../use-list.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';
import { AdminFrame } from './admin-frame.tsx';
import { AuditEntries, type Entry } from './audit-entries.tsx';
import type { Account } from './shapes.ts';

const table = { ...deskPeopleMessages, ...auditActionMessages, ...auditSubjectMessages };
const filters = ['actorId', 'action', 'subjectKind', 'subjectId', 'from', 'to'] as const;
type Given = Partial<Record<(typeof filters)[number], string>>;

const asQuery = (given: Given): string =>
  new URLSearchParams(filters.flatMap((name) => (given[name] ? [[name, given[name]]] : []))).toString();

/** Every write by a person: who, what, before and after. Entries are never changed. What is asked for stands in the address. */
export function AuditScreen() {
  const words = useWords(deskPeopleMessages);
  const { query, route } = useLocation();
  const list = useList<Entry>(`/audit?limit=50&${asQuery(query)}`);

  function show(form: HTMLFormElement) {
    const fields = new FormData(form);
    const given = filters.map((name) => [name, String(fields.get(name) ?? '').trim()] as const);
    route(`/desk/admin/audit?${asQuery(Object.fromEntries(given))}`);
  }
  return (
    <AdminFrame title={words('audit.title')}>
      <Filters key={asQuery(query)} given={query} show={show} />
      {list.error ? <Trouble error={list.error} retry={list.reload} /> : null}
      {list.items === null && !list.error ? <Loading /> : null}
      {list.items?.length === 0 ? <p>{words('audit.none')}</p> : null}
      {list.items && list.items.length > 0 ? <AuditEntries items={list.items} /> : null}
      <More list={list} />
    </AdminFrame>
  );
}

function Filters({ given, show }: { given: Given; show: (form: HTMLFormElement) => void }) {
  const words = useWords(table);
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
            <option key={id} value={id} selected={id === given.actorId}>
              {displayName}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="action">{words('audit.what')}</label>
        <select id="action" name="action">
          <option value="">{words('audit.anything')}</option>
          {AUDIT_ACTIONS.map((action) => (
            <option key={action} value={action} selected={action === given.action}>
              {words(`audited.${action}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="subjectKind">{words('audit.on')}</label>
        <select id="subjectKind" name="subjectKind">
          <option value="">{words('audit.anything')}</option>
          {AUDIT_SUBJECTS.map((kind) => (
            <option key={kind} value={kind} selected={kind === given.subjectKind}>
              {words(`auditedOn.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="subjectId">{words('audit.onId')}</label>
        <input id="subjectId" name="subjectId" maxlength={100} autocomplete="off" defaultValue={given.subjectId} />
      </div>
      <div class="field">
        <label for="from">{words('audit.from')}</label>
        <input id="from" name="from" type="date" defaultValue={given.from} />
      </div>
      <div class="field">
        <label for="to">{words('audit.to')}</label>
        <input id="to" name="to" type="date" defaultValue={given.to} />
      </div>
      <button type="submit">{words('audit.show')}</button>
    </form>
  );
}
