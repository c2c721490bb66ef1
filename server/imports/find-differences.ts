import type { MentionService } from '../soldiers/mention-service.ts';
import type { DifferenceStore, ListDifference } from './difference-store.ts';
import type { Import } from './import.ts';
import type { RunRow } from './run-row.ts';

export type DifferenceDeps = {
  differences: Pick<DifferenceStore, 'insert' | 'removeOf'>;
  mentions: Pick<MentionService, 'findMentions' | 'streamList'>;
};

/** As many as a person looks at to see whether a list says what it should; all of them are counted. */
const SAMPLES = 200;

/** Collects, while a list is checked, what would change: each row as it stands beside what it would become. */
export function sampleChanges({ differences, mentions }: DifferenceDeps, { id }: Import) {
  let room = SAMPLES;
  return async (rows: readonly RunRow[]): Promise<void> => {
    const changed = rows.filter(({ outcome }) => outcome === 'updated').slice(0, room);
    if (changed.length === 0) return;
    room -= changed.length;
    const stored = new Map(
      (await mentions.findMentions(changed.map(({ mentionId }) => mentionId))).map((one) => [one.id, one]),
    );
    const found = changed.flatMap(({ line, mentionId, row }): ListDifference[] => {
      const before = stored.get(mentionId)?.written;
      return before ? [{ kind: 'changed', place: line, mentionId, before, after: row }] : [];
    });
    await differences.insert(id, found);
  };
}

/** Keeps which rows of the last version this file no longer has. What this import itself added is not among them. */
export async function keepGone(
  { differences, mentions }: DifferenceDeps,
  item: Import,
  stillNamed: ReadonlySet<string>,
): Promise<void> {
  let place = 0;
  for await (const batch of mentions.streamList(item.listId)) {
    const gone = batch.filter(({ id, origin }) => {
      const isOfThis = origin.kind === 'import' && origin.importId === item.id;
      return !isOfThis && !stillNamed.has(id);
    });
    const found = gone.map(({ id, written }): ListDifference => {
      place += 1;
      return { kind: 'gone', place, mentionId: id, before: written, after: null };
    });
    await differences.insert(item.id, found);
  }
}
