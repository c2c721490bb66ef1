import type { Mention } from '../domain/mention.ts';
import { AppError } from '../errors.ts';
import type { JobRun } from '../jobs/job.ts';
import type { MentionService, MentionUpdate } from '../soldiers/mention-service.ts';
import { firstSoldierId } from '../soldiers/record-ids.ts';
import type { Import } from './import.ts';
import type { RunDeps } from './import-run.ts';

export type UndoDeps = Pick<RunDeps, 'decidedSoldiers'> & { mentions: MentionService };

/**
 * The exact inverse of an import: what it added is withdrawn, what it changed gets its former content back, the grave at the
 * burial place that the site last read out of it. It refuses, before anything is taken back, when people have built on its rows; doing it
 * again after a crash does the rest.
 */
export async function undoImport(item: Import, deps: UndoDeps, run: JobRun): Promise<void> {
  await refuseBuiltOn(item, deps);
  let done = 0;
  const total = item.counts.added + item.counts.updated;
  for await (const mentions of deps.mentions.streamImport(item.id)) {
    run.signal.throwIfAborted();
    const live = mentions.filter((mention) => mention.state === 'live');
    const before = await contentsBefore(item, live, deps.mentions);
    const added = live.filter((mention) => !before.has(mention.id)).map((mention) => mention.id);
    await deps.mentions.updateMentions([...before.values()].map(asUpdate));
    await deps.mentions.withdrawMentions(added);
    done += mentions.length;
    await run.progress({ done, total: Math.max(total, done), text: 'import.progress.undoing' });
  }
}

/** The content each changed mention had before this import; those it added, or brought back, are not among them. */
async function contentsBefore(item: Import, live: Mention[], mentions: MentionService): Promise<Map<string, Mention>> {
  const changed = live.filter((mention) => mention.version > 1).map((mention) => mention.id);
  const before = new Map<string, Mention>();
  const reached = new Set<string>();
  for (const version of await mentions.findVersions(changed)) {
    // Oldest first. What stands after this import's own content came and went with a later one that was taken back.
    if (version.origin.kind === 'import' && version.origin.importId === item.id) reached.add(version.id);
    if (reached.has(version.id)) continue;
    if (version.state === 'live') before.set(version.id, version);
    else before.delete(version.id);
  }
  return before;
}

function asUpdate({ id, origin, written, understood, sensitive }: Mention): MentionUpdate {
  return { id, origin, written, understood, sensitive };
}

/** Rows about which a person decided, or which somebody tied to another man, are listed and keep the import where it is. */
async function refuseBuiltOn(item: Import, deps: UndoDeps): Promise<void> {
  const built: { mentionId: string; soldierId: string; line: number }[] = [];
  for await (const mentions of deps.mentions.streamImport(item.id)) {
    const decided = await deps.decidedSoldiers(mentions.map((mention) => mention.soldierId));
    for (const { id, soldierId, origin } of mentions) {
      const line = origin.kind === 'import' ? origin.line : 0;
      if (decided.has(soldierId) || soldierId !== firstSoldierId(id)) built.push({ mentionId: id, soldierId, line });
    }
  }
  if (built.length === 0) return;
  throw new AppError('conflict', `People have built on ${built.length} rows of this import`, {
    messageKey: 'import.undo.built_on',
    details: { count: built.length, lines: linesOf(built), rows: built.slice(0, 100) },
  });
}

const LINES_TOLD = 20;

/** Which lines of the file a person has to look at. */
function linesOf(built: readonly { line: number }[]): string {
  const lines = built.map(({ line }) => line).sort((a, b) => a - b);
  return `${lines.slice(0, LINES_TOLD).join(', ')}${lines.length > LINES_TOLD ? ' …' : ''}`;
}
