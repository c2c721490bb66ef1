import type { AuditService } from '../audit/audit-service.ts';
import { DAY_MS } from '../domain/dates/calendar.ts';
import { SITE } from '../domain/roles.ts';
import type { FileService } from '../files/file-service.ts';
import type { Clock } from '../ids.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import type { DifferenceStore } from './difference-store.ts';
import { type Import, UNUSED_STATES } from './import.ts';
import type { ImportStore } from './import-store.ts';
import type { QuarantineStore } from './quarantine-store.ts';

export type ForgetUploadsDeps = {
  imports: Pick<ImportStore, 'findUnused' | 'beginEmptying' | 'endEmptying' | 'clearFindings'>;
  quarantine: Pick<QuarantineStore, 'removeOf'>;
  differences: Pick<DifferenceStore, 'removeOf'>;
  mentions: Pick<MentionService, 'hasLive'>;
  files: Pick<FileService, 'removeOf'>;
  audit: Pick<AuditService, 'record'>;
  /** How long what was never brought in, or was taken back, is kept; 0 keeps it. */
  keepDays: number;
  clock: Clock;
};

/**
 * Clears away lists and packages of imports that nobody brought in, or that were taken back: with them go the rows that were copied out of
 * them. That there was such an import stays. What stands in the base keeps the file it came from.
 * @returns how many imports were emptied
 */
export async function forgetUploads(deps: ForgetUploadsDeps): Promise<number> {
  if (deps.keepDays === 0) return 0;
  const now = deps.clock();
  let count = 0;
  for (const item of await deps.imports.findUnused(new Date(now.getTime() - deps.keepDays * DAY_MS))) {
    if (item.emptiedAt === null) {
      // One that was stopped or failed half way may have rows in the base.
      if (await deps.mentions.hasLive(item.id)) continue;
      // First: an apply that somebody begins meanwhile either is told so, or keeps the file.
      if (!(await deps.imports.beginEmptying(item, now))) continue;
    }
    await deps.imports.clearFindings(item.id);
    await deps.quarantine.removeOf(item);
    await deps.differences.removeOf(item.id, 'changed');
    await deps.differences.removeOf(item.id, 'gone');
    await deps.files.removeOf({ kind: 'import', id: item.id });
    const after = { listName: item.listName, keepDays: deps.keepDays };
    await deps.audit.record(SITE, 'import.forget_file', { kind: 'import', id: item.id }, { after });
    // Last: cut off before, the next round does the rest.
    await deps.imports.endEmptying(item.id);
    count += 1;
  }
  return count;
}

/** Until when the file of an import is kept; null where it stands in the base, is gone or is kept for ever. */
export async function keptUntil(
  { mentions, keepDays }: Pick<ForgetUploadsDeps, 'mentions' | 'keepDays'>,
  item: Import,
): Promise<Date | null> {
  const { state, emptiedAt, createdAt, undoneAt } = item;
  if (keepDays === 0 || emptiedAt !== null || !UNUSED_STATES.includes(state)) return null;
  if (await mentions.hasLive(item.id)) return null;
  return new Date(Math.max(createdAt.getTime(), undoneAt?.getTime() ?? 0) + keepDays * DAY_MS);
}
