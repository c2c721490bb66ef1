import type { AuditService } from '../audit/audit-service.ts';
import type { Mention } from '../domain/mention.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { type MentionRow, ROW_FIELDS, type RowField } from '../domain/row.ts';
import { type RowContext, understandRow } from '../domain/understand-row.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../ids.ts';
import type { MentionService, NewMention } from '../soldiers/mention-service.ts';
import { importedMentionId } from '../soldiers/record-ids.ts';
import type { Import } from './import.ts';
import type { ImportService } from './import-service.ts';
import type { ImportStore } from './import-store.ts';
import type {
  QuarantineDecision,
  QuarantinedRow,
  QuarantinePage,
  QuarantineStore,
  QuarantineVerdict,
} from './quarantine-store.ts';
import type { ScanTie } from './scans.ts';

/** A row that waits beside what is stored; `differs` names the fields in which they do. */
export type WaitingRow = QuarantinedRow & {
  stored: MentionRow | null;
  soldierId: string | null;
  differs: RowField[];
  /** The partner has sent all of the list since, and this row was not in it. */
  leftOut: boolean;
  /**
   * How the newer import of this row is: `stopped` half way, it is brought in to its end or taken back first; while it is `under_way`, people
   * wait for it.
   */
  newerIs: 'standing' | 'stopped' | 'under_way';
  /** A later version brought a man of the same name and birth, with other words: mended, or another man. */
  namesakeSince: boolean;
};

export type QuarantineService = {
  list(actor: Actor, importId: string, page: QuarantinePage): Promise<{ items: WaitingRow[]; next: number | null }>;
  /**
   * A person's word on one row. `taken`: a contradiction of something decided becomes the mention's new content; a number given twice
   * becomes a man of his own, as does a row whose namesake came since, and so does a row that was held because it could not be true. `dismissed`: nothing changes, and the same row is not asked about again.
   */
  decide(
    actor: Actor,
    row: { importId: string; line: number },
    decision: { verdict: QuarantineVerdict; reason: string },
  ): Promise<WaitingRow>;
};

export type QuarantineDeps = {
  imports: Pick<ImportService, 'get'>;
  lists: Pick<ImportStore, 'hasWholeSince' | 'findByIds'>;
  quarantine: QuarantineStore;
  mentions: Pick<MentionService, 'findMentions' | 'addMentions' | 'updateMentions'>;
  /** Puts the scans of a row beside it. */
  keepScans(item: Import, ties: ScanTie[]): Promise<unknown>;
  contextFor(constants: MentionRow, asOf?: string): Promise<RowContext>;
  /** Open requests are matched against these soldiers again. */
  onChanged(soldierIds: string[]): Promise<void>;
  audit: AuditService;
  clock: Clock;
};

const notFound = () => new AppError('not_found', 'There is no such row');

export function createQuarantineService(deps: QuarantineDeps): QuarantineService {
  const { imports, quarantine } = deps;
  return {
    async list(actor, importId, page) {
      const item = await imports.get(actor, importId);
      const found = await quarantine.list(importId, { ...page, limit: page.limit + 1 });
      const rows = found.slice(0, page.limit);
      const next = found.length > page.limit ? (rows.at(-1)?.line ?? null) : null;
      return { items: await besideStored(deps, item, rows), next };
    },
    async decide(actor, { importId, line }, { verdict, reason }) {
      const item = await imports.get(actor, importId);
      demand(actor, 'import.decide_quarantine');
      const row = await quarantine.find(importId, line);
      if (!row) throw notFound();
      if (item.state !== 'applied')
        throw new AppError('conflict', 'The import is not applied', {
          messageKey: 'import.busy',
          details: { state: item.state },
        });
      const [beside] = await besideStored(deps, item, [row]);
      if (verdict === 'taken' && beside?.newer !== undefined) throw newer(beside.newer, beside.newerIs);
      const decision = await claim(deps, row, { verdict, reason, by: actor.id, at: deps.clock() });
      const isOther = row.rule === 'same_key' || beside?.namesakeSince === true;
      const soldierIds = verdict === 'taken' ? await take(deps, item, row, isOther) : [];
      await quarantine.finish(row.id);
      await deps.audit.record(
        actor,
        'import.decide_quarantine',
        { kind: 'import', id: importId },
        { after: { line, verdict, reason } },
      );
      if (soldierIds.length > 0) await deps.onChanged(soldierIds);
      const [told] = await besideStored(deps, item, [{ ...row, decision }]);
      if (!told) throw notFound();
      return told;
    },
  };
}

const decidedAlready = () =>
  new AppError('conflict', 'Somebody has decided on this row already', { messageKey: 'import.quarantine.over' });

/** What an older version of a list said would replace what the partner sent of this row since. */
const newer = (importId: string, newerIs: WaitingRow['newerIs']) =>
  new AppError('conflict', 'A newer version of this list has this row', {
    messageKey: newerIs === 'standing' ? 'import.quarantine.newer' : `import.quarantine.newer_${newerIs}`,
    details: { importId },
  });

/**
 * The decision first, so that of two people one decides; the content after it. Cut off between them, the row still waits, and only
 * the same decision goes on with it.
 */
async function claim(
  { quarantine }: QuarantineDeps,
  { id, importId, line }: QuarantinedRow,
  decision: QuarantineDecision,
): Promise<QuarantineDecision> {
  if (await quarantine.decide(id, decision)) return decision;
  const before = (await quarantine.find(importId, line))?.decision;
  if (before?.unfinished && before.verdict === decision.verdict) return decision;
  throw decidedAlready();
}

async function take(deps: QuarantineDeps, item: Import, row: QuarantinedRow, isOther: boolean): Promise<string[]> {
  const { understood, sensitive } = understandRow(
    row.row,
    await deps.contextFor(item.constants, item.asOf ?? undefined),
  );
  const rowKey = isOther ? row.ownKey : row.rowKey;
  const { partnerId, listId } = item;
  const mention: NewMention = {
    id: isOther ? importedMentionId(partnerId, listId, rowKey) : row.mentionId,
    origin: {
      kind: 'import',
      partnerId,
      listId,
      importId: item.id,
      line: row.line,
      rowKey,
      contentHash: row.contentHash,
    },
    written: row.row,
    understood,
    sensitive,
    example: item.example,
  };
  const ties = (row.scans ?? []).map((scan) => ({ mentionId: mention.id, line: row.line, ...scan }));
  if (ties.length > 0) await deps.keepScans(item, ties);
  const fresh = await deps.mentions.addMentions([mention]);
  if (fresh.added > 0) return fresh.soldierIds;
  // It stands already, or was taken once and taken back with its import: it gets, or comes back with, this content.
  const { conflicts, soldierIds } = await deps.mentions.updateMentions([mention]);
  if (conflicts.length > 0) throw new AppError('stale', 'The mention was changed meanwhile');
  return soldierIds;
}

async function besideStored(
  { mentions, lists }: QuarantineDeps,
  item: Import,
  rows: QuarantinedRow[],
): Promise<WaitingRow[]> {
  const isSentAnew = item.state === 'applied' && (await lists.hasWholeSince(item));
  const stored = new Map<string, Mention>(
    (await mentions.findMentions(rows.map((row) => row.mentionId))).map((mention) => [mention.id, mention]),
  );
  const since = [...stored.values()].flatMap((mention) => broughtSince(item, mention) ?? []);
  const states = new Map((await lists.findByIds([...new Set(since)])).map(({ id, state }) => [id, state]));
  return rows.map((row) => {
    const mention = stored.get(row.mentionId);
    const written = mention?.state === 'live' ? mention.written : null;
    const differs = ROW_FIELDS.filter((field) => (written?.[field] ?? '') !== (row.row[field] ?? ''));
    const decision = row.decision?.unfinished ? null : row.decision;
    const since = row.newer === undefined ? broughtSince(item, mention) : undefined;
    const namesakeSince = since !== undefined && isNamesake(row, mention);
    const heldBy = row.newer ?? (namesakeSince ? undefined : since);
    const newerIs = row.newer === undefined && heldBy !== undefined ? standingOf(states.get(heldBy)) : 'standing';
    return {
      ...row,
      ...(heldBy === undefined ? {} : { newer: heldBy }),
      decision,
      stored: written,
      soldierId: mention?.soldierId ?? null,
      differs,
      newerIs,
      leftOut: isSentAnew && heldBy === undefined,
      namesakeSince,
    };
  });
}

/** What wrote rows and does not stand was stopped, unless a job is at it; once stopped it may have been checked again. */
function standingOf(state: Import['state'] | undefined): WaitingRow['newerIs'] {
  if (state === 'applied') return 'standing';
  return state === 'applying' || state === 'undoing' ? 'under_way' : 'stopped';
}

/** The later import whose content the mention has now: what waits in an earlier one would replace it. */
function broughtSince({ id }: Import, mention: Mention | undefined): string | undefined {
  if (mention?.state !== 'live' || mention.origin.kind !== 'import') return undefined;
  return mention.origin.importId > id ? mention.origin.importId : undefined;
}

/** Without a number the key is who he seems to be: with other words of him it may be another man. */
function isNamesake({ row, contentHash }: QuarantinedRow, mention: Mention | undefined): boolean {
  return !row.externalId && mention?.origin.kind === 'import' && mention.origin.contentHash !== contentHash;
}
