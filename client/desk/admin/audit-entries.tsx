import type { AuditAction, AuditSubjectKind } from '../../../server/domain/audit-actions.ts';
import type { AuditThingKind } from '../../../server/domain/audit-references.ts';
import { auditActionMessages, auditFieldMessages, auditSubjectMessages } from '../../messages/audit.ts';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { memoryRefusalMessages } from '../../messages/memories.ts';
import { TableHead } from '../../parts/table-head.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useWords } from '../use-words.ts';
import { actorText, type NameOf, valuePieces } from './audit-value.ts';

export type Entry = {
  id: string;
  at: string;
  actor: { id: string; role: string; name: string };
  action: AuditAction;
  subject: { kind: AuditSubjectKind; id: string };
  before: unknown;
  after: unknown;
  /** How people call what the entry names by an id. What no longer exists is not here. */
  named: { kind: AuditThingKind; id: string; name: string; href: string }[];
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

function Row({ entry: { at, actor, action, subject, before, after, named } }: { entry: Entry }) {
  const { language } = useSession();
  const words = useWords(table);
  const nameOf: NameOf = (kind, id) => named.find((one) => one.kind === kind && one.id === id) ?? null;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {timeText(at, language)}
      </th>
      <td role="cell" data-label={words('audit.who')}>
        {actorText(actor, (key) => words(key as Key))}
      </td>
      <td role="cell" data-label={words('audit.what')}>
        {words(`audited.${action}`)}
      </td>
      <td role="cell" data-label={words('audit.on')}>
        <Subject {...subject} nameOf={nameOf} />
      </td>
      <td role="cell" data-label={words('audit.before')}>
        <Told action={action} value={before} nameOf={nameOf} />
      </td>
      <td role="cell" data-label={words('audit.after')}>
        <Told action={action} value={after} nameOf={nameOf} />
      </td>
    </tr>
  );
}

// On a phone a cell is a grid of its name and one thing beside it.
type SubjectProps = Entry['subject'] & { nameOf: NameOf };

/** By its name, leading to its screen; what no longer exists, or has no name, by its id. */
function Subject({ kind, id, nameOf }: SubjectProps) {
  const words = useWords(table);
  const called = nameOf(kind, id);
  const all = new URLSearchParams({ subjectKind: kind, subjectId: id });
  return (
    <div>
      {words(`auditedOn.${kind}`)} {called ? <a href={called.href}>{called.name}</a> : id}
      <div>
        <a class="small" href={`/desk/admin/audit?${all}`}>
          {words('audit.allOfIt')}
        </a>
      </div>
    </div>
  );
}

type ToldProps = { action: AuditAction; value: unknown; nameOf: NameOf };

/** Codes are told in words and ids by names; where there is neither, as it is. */
function Told({ action, value, nameOf }: ToldProps) {
  const { say, language } = useSession();
  const words = useWords(table);
  const speak = (key: string): string => {
    const own = words(key as Key);
    return own === key ? say(key as DeskKey) : own;
  };
  // Earlier entries on the columns of a list hold these alone.
  const name = action === 'import.map' && Array.isArray(value) ? 'mapping' : '';
  return (
    <div>
      {valuePieces(name, value, { speak, language, nameOf }).map((piece) =>
        typeof piece === 'string' ? piece : <a href={piece.href}>{piece.text}</a>,
      )}
    </div>
  );
}
