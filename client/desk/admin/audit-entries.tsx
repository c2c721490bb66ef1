import type { AuditAction, AuditSubjectKind } from '../../../server/domain/audit-actions.ts';
import { auditActionMessages, auditFieldMessages, auditSubjectMessages } from '../../messages/audit.ts';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import type { Translate } from '../../messages/translate.ts';
import { TableHead } from '../../parts/table-head.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useWords } from '../use-words.ts';

export type Entry = {
  id: string;
  at: string;
  actor: { id: string; role: string; name: string };
  action: AuditAction;
  subject: { kind: AuditSubjectKind; id: string };
  before: unknown;
  after: unknown;
};

const table = { ...deskPeopleMessages, ...auditActionMessages, ...auditSubjectMessages, ...auditFieldMessages };
type Key = keyof typeof table;
const columns = ['audit.when', 'audit.who', 'audit.what', 'audit.on', 'audit.before', 'audit.after'] as const;

export function AuditEntries({ items }: { items: Entry[] }) {
  const words = useWords(table);
  return (
    <table class="records" role="table" aria-label={words('audit.title')}>
      <TableHead heads={columns.map((column) => words(column))} />
      <tbody role="rowgroup">
        {items.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry: { at, actor, action, subject, before, after } }: { entry: Entry }) {
  const { language } = useSession();
  const words = useWords(table);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {timeText(at, language)}
      </th>
      <td role="cell" data-label={words('audit.who')}>
        {actor.name}
      </td>
      <td role="cell" data-label={words('audit.what')}>
        {words(`audited.${action}`)}
      </td>
      <td role="cell" data-label={words('audit.on')}>
        <Subject {...subject} />
      </td>
      <td role="cell" data-label={words('audit.before')}>
        <Told value={before} />
      </td>
      <td role="cell" data-label={words('audit.after')}>
        <Told value={after} />
      </td>
    </tr>
  );
}

/** Where the thing itself is looked at; what has no screen of its own is told by its id. */
const SCREENS: Partial<Record<AuditSubjectKind, string>> = {
  request: '/desk/requests/',
  soldier: '/desk/soldiers/',
  report: '/desk/reports/',
  import: '/desk/imports/',
};

function Subject({ kind, id }: Entry['subject']) {
  const words = useWords(table);
  const screen = SCREENS[kind];
  return (
    <>
      {words(`auditedOn.${kind}`)} {screen ? <a href={`${screen}${encodeURIComponent(id)}`}>{id}</a> : id}
    </>
  );
}

function Told({ value }: { value: unknown }) {
  const { say } = useSession();
  const words = useWords(table);
  if (typeof value !== 'object' || value === null) {
    return <>{value === null || value === undefined ? '–' : String(value)}</>;
  }
  const told = Object.entries(value).map(
    ([name, inner]) => `${nameIn(words, say, name)}: ${textIn(words, name, inner)}`,
  );
  return <>{told.join(', ')}</>;
}

/** A code out of the entry in words; where no table has it, as it is. */
function nameIn(words: Translate<Key>, say: Translate<DeskKey>, name: string): string {
  const own = words(`auditField.${name}` as Key);
  if (own !== `auditField.${name}`) return own;
  const field = say(`field.${name}` as DeskKey);
  return field === `field.${name}` ? name : field;
}

function textIn(words: Translate<Key>, name: string, value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return words(value ? 'auditValue.yes' : 'auditValue.no');
  if (typeof value === 'object') return JSON.stringify(value);
  if (name !== 'role') return String(value);
  const role = words(`role.${value}` as Key);
  return role === `role.${value}` ? String(value) : role;
}
