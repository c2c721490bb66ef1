import type { ImportStore } from './import-store.ts';
import type { QuarantineStore } from './quarantine-store.ts';

export type WaitingRowsDeps = {
  imports: Pick<ImportStore, 'appliedAmong'>;
  quarantine: Pick<QuarantineStore, 'countWaitingByImport'>;
};

/** Which imports that stand have rows that wait for a person, and how many; of one partner, or of all. */
export async function findWaitingRows(
  { imports, quarantine }: WaitingRowsDeps,
  partnerId?: string,
): Promise<Map<string, number>> {
  const counts = await quarantine.countWaitingByImport();
  // Of a list that was only checked nobody can decide on a row.
  const applied = await imports.appliedAmong([...counts.keys()]);
  const wanted = applied.filter((one) => partnerId === undefined || one.partnerId === partnerId);
  return new Map(wanted.map(({ id }) => [id, counts.get(id) ?? 0]));
}

export function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
