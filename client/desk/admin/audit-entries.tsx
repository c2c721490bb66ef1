import type { AuditAction, AuditSubjectKind } from '../../../server/domain/audit-actions.ts';
import { auditActionMessages, auditFieldMessages, auditSubjectMessages } from '../../messages/audit.ts';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { memoryRefusalMessages } from '../../messages/memories.ts';
import { TableHead } from '../../parts/table-head.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useWords } from '../use-words.ts';
import { valueText } from './audit-value.ts';

export type Entry = {
  id: string;
  at: string;
  actor: { id: string; role: string; name: string };
  action: AuditAction;
  subject: { kind: AuditSubjectKind; id: string };
  before: unknown;
  after: unknown;
};

const table = {
  ...memoryRefusalMessages,
  ...deskPeopleMessages,
  ...auditActionMessages,
  ...auditSubjectMessages,
  ...auditFieldMessages,
};
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
        <Told action={action} value={before} />
      </td>
      <td role="cell" data-label={words('audit.after')}>
        <Told action={action} value={after} />
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

type ToldProps = { action: AuditAction; value: unknown };

/** Codes are told in words; where no table has one, as it is. */
function Told({ action, value }: ToldProps) {
  const { say, language } = useSession();
  const words = useWords(table);
  const speak = (key: string): string => {
    const own = words(key as Key);
    return own === key ? say(key as DeskKey) : own;
  };
  // The columns of a list are all that its entry holds.
  const name = action === 'import.map' ? 'mapping' : '';
  return <>{valueText(name, value, { speak, language })}</>;
}
