import { loadPlaces } from '../../seed/facts.ts';
import type { Mention } from '../../server/domain/mention.ts';
import { createGazetteer } from '../../server/domain/places/gazetteer.ts';
import type { MentionRow } from '../../server/domain/row.ts';
import { createRowContext } from '../../server/domain/row-context.ts';
import { understandRow } from '../../server/domain/understand-row.ts';
import type { NewMention } from '../../server/soldiers/mention-service.ts';
import { importedMentionId } from '../../server/soldiers/record-ids.ts';

let context: ReturnType<typeof createRowContext> | null = null;

/** The gazetteer is read once for all tests: it takes longer than most of them. */
export function testContext() {
  context ??= createRowContext({ gazetteer: createGazetteer(loadPlaces()) });
  return context;
}

/** A line of a list as an import would add it. */
export function aLine(
  row: MentionRow,
  { key = '1', list = 'list', soldierId }: { key?: string; list?: string; soldierId?: string } = {},
): NewMention {
  const { understood, sensitive } = understandRow(row, testContext());
  return {
    id: importedMentionId('partner', list, key),
    origin: {
      kind: 'import',
      partnerId: 'partner',
      listId: list,
      importId: 'import',
      line: 2,
      rowKey: key,
      contentHash: JSON.stringify(row),
    },
    written: row,
    understood,
    sensitive,
    example: false,
    ...(soldierId === undefined ? {} : { soldierId }),
  };
}

/** The same as it would stand in the store. */
export function aMention(row: MentionRow, more: Partial<Mention> = {}): Mention {
  const { id, origin, written, understood, sensitive, example } = aLine(row, { key: more.id ?? '1' });
  const at = new Date('2026-03-01T09:00:00.000Z');
  return {
    id,
    soldierId: 'soldier',
    origin,
    written,
    understood,
    sensitive,
    example,
    state: 'live',
    version: 1,
    createdAt: at,
    changedAt: at,
    ...more,
  };
}
