import { isHeldAsImpossible } from '../domain/understand-row.ts';
import type { MentionService, NewMention } from '../soldiers/mention-service.ts';
import type { Import } from './import.ts';
import type { QuarantinedRow } from './quarantine-store.ts';
import { ownKeyOf, type RunRow } from './run-row.ts';

type Written = Pick<MentionService, 'findRows' | 'addMentions' | 'updateMentions'>;

/** Writes what a batch changes. Writing it again after a crash changes nothing more. */
export async function writeRows(item: Import, rows: RunRow[], mentions: Written): Promise<void> {
  const added = rows.filter((row) => row.outcome === 'added').map((row) => toMention(item, row));
  const updated = rows.filter((row) => row.outcome === 'updated').map((row) => toMention(item, row));
  const result = await mentions.addMentions(added);
  // A mention that was taken back once is there already: it comes back with its new content.
  const back = result.added < added.length ? added : [];
  const changed = await stillToWrite(item, [...back, ...updated], mentions);
  if (changed.length > 0) await mentions.updateMentions(changed);
}

async function stillToWrite(item: Import, candidates: NewMention[], mentions: Written): Promise<NewMention[]> {
  if (candidates.length === 0) return [];
  const keys = candidates.map((one) => (one.origin.kind === 'import' ? one.origin.rowKey : ''));
  const stored = new Map((await mentions.findRows(item.listId, keys)).map((one) => [one.id, one]));
  return candidates.filter((one) => {
    const now = stored.get(one.id);
    return !(now?.importId === item.id && now.state === 'live');
  });
}

function toMention(item: Import, row: RunRow): NewMention {
  const { partnerId, listId, id: importId } = item;
  const { line, rowKey, contentHash, understanding } = row;
  return {
    id: row.mentionId,
    origin: { kind: 'import', partnerId, listId, importId, line, rowKey, contentHash },
    written: row.row,
    understood: understanding.understood,
    sensitive: understanding.sensitive,
    example: item.example,
  };
}

/** The rows that wait for a person, as they are kept. */
export function quarantinedRows(item: Import, rows: RunRow[]): QuarantinedRow[] {
  return rows
    .filter((row) => row.outcome === 'quarantined')
    .map(({ line, mentionId, rowKey, contentHash, row, problems, scans }) => {
      // The last: a number given twice, or a decision contradicted, says what taking the row in means.
      const waiting = problems.filter(({ severity }) => severity === 'quarantines');
      const problem = waiting.at(-1);
      const impossible = waiting.findLast(isHeldAsImpossible);
      const why = impossible ? { why: { key: impossible.key, values: impossible.values } } : {};
      return {
        id: `${item.id}:${line}`,
        importId: item.id,
        listId: item.listId,
        line,
        mentionId,
        rowKey,
        ownKey: ownKeyOf(contentHash),
        contentHash,
        row,
        decision: null,
        rule: problem?.rule ?? '',
        ...why,
        ...(scans.length > 0 ? { scans } : {}),
      };
    });
}
