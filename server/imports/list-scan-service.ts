import type { Actor } from '../domain/roles.ts';
import type { MentionRow } from '../domain/row.ts';
import type { FileService, KeptFile } from '../files/file-service.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import type { ImportService } from './import-service.ts';

/** A scan of a partner's list and the row that it belongs to. */
export type ListScan = { file: KeptFile; soldierId: string; written: MentionRow; line: number | null };

export type ListScanService = {
  /** The scans that lie beside the rows of the list of an import, for whoever may see the import. Oldest first. */
  list(
    actor: Actor,
    importId: string,
    page: { after: string; limit: number },
  ): Promise<{ items: ListScan[]; next: string | null }>;
};

export type ListScanDeps = {
  imports: Pick<ImportService, 'get'>;
  files: Pick<FileService, 'scansOfList'>;
  mentions: Pick<MentionService, 'findMentions'>;
};

export function createListScanService({ imports, files, mentions }: ListScanDeps): ListScanService {
  return {
    async list(actor, importId, { after, limit }) {
      const item = await imports.get(actor, importId);
      const found = await files.scansOfList(item.listId, { after, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const rows = await mentions.findMentions([...new Set(shown.map(({ owner }) => owner.id))]);
      const live = new Map(rows.filter(({ state }) => state === 'live').map((mention) => [mention.id, mention]));
      const items = shown.flatMap((file): ListScan[] => {
        const mention = live.get(file.owner.id);
        if (mention === undefined) return [];
        const { soldierId, written, origin } = mention;
        // A line of another version of the list says nothing of this file.
        const line = origin.kind === 'import' && origin.importId === item.id ? origin.line : null;
        return [{ file, soldierId, written, line }];
      });
      return { items, next: found.length > limit ? (shown.at(-1)?.id ?? null) : null };
    },
  };
}
