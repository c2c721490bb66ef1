import type { FileService } from '../files/file-service.ts';
import type { Clock } from '../ids.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import type { DifferenceStore } from './difference-store.ts';
import type { Import } from './import.ts';
import type { ImportStore } from './import-store.ts';
import type { QuarantineStore } from './quarantine-store.ts';

export type ForgetUploadsDeps = {
  imports: Pick<ImportStore, 'findUnused' | 'forgetContent' | 'clearFindings'>;
  quarantine: Pick<QuarantineStore, 'removeOf'>;
  differences: Pick<DifferenceStore, 'removeOf'>;
  mentions: Pick<MentionService, 'streamImport'>;
  files: Pick<FileService, 'removeOf'>;
  /** How long what was never brought in, or was taken back, is kept; 0 keeps it. */
  keepDays: number;
  clock: Clock;
};

const DAY_MS = 86_400_000;

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
    if (await standsInBase(deps, item)) continue;
    await deps.imports.clearFindings(item.id);
    await deps.quarantine.removeOf(item);
    await deps.differences.removeOf(item.id, 'changed');
    await deps.differences.removeOf(item.id, 'gone');
    await deps.files.removeOf({ kind: 'import', id: item.id });
    // Last: cut off before, the next round does the rest.
    await deps.imports.forgetContent(item.id, now);
    count += 1;
  }
  return count;
}

/** One that was stopped or failed half way may have rows in the base. */
async function standsInBase({ mentions }: ForgetUploadsDeps, { id }: Import): Promise<boolean> {
  for await (const batch of mentions.streamImport(id)) if (batch.some(({ state }) => state === 'live')) return true;
  return false;
}
