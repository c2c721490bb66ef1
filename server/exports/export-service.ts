import type { Mention } from '../domain/mention.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { type MentionRow, NOT_PUBLIC } from '../domain/row.ts';
import type { ImportService } from '../imports/import-service.ts';
import type { MentionService } from '../soldiers/mention-service.ts';

export type ExportService = {
  /** Every mention that a visitor may see, as rows of the contract. */
  publicRows(actor: Actor): AsyncIterable<MentionRow>;
  /** All live rows of the list that this import is a version of, as its partner wrote them. */
  rowsOfList(actor: Actor, importId: string): Promise<AsyncIterable<MentionRow>>;
};

export type ExportDeps = {
  imports: Pick<ImportService, 'get'>;
  mentions: Pick<MentionService, 'streamList' | 'streamLive'>;
};

/** An invented person says so in every file that holds him. */
const INVENTED = 'EXAMPLE: invented person · мысал: ойдан шығарылған адам · пример: вымышленный человек';

function publicRow({ written, example }: Mention): MentionRow {
  const fields = Object.entries(written).filter(([field]) => !NOT_PUBLIC.some((hidden) => hidden === field));
  return { ...Object.fromEntries(fields), ...(example ? { notes: INVENTED } : {}) };
}

async function* publicOnly(batches: AsyncIterable<Mention[]>): AsyncGenerator<MentionRow> {
  for await (const batch of batches) {
    for (const mention of batch) if (mention.state === 'live' && !mention.sensitive) yield publicRow(mention);
  }
}

async function* whole(batches: AsyncIterable<Mention[]>): AsyncGenerator<MentionRow> {
  for await (const batch of batches) for (const { written } of batch) yield written;
}

/** What leaves the site as tables: the public part for those who work here, a list for the partner whose it is. */
export function createExportService({ imports, mentions }: ExportDeps): ExportService {
  return {
    publicRows(actor) {
      demand(actor, 'export.public');
      return publicOnly(mentions.streamLive());
    },
    async rowsOfList(actor, importId) {
      // Another partner's import is told as not there.
      const { listId } = await imports.get(actor, importId);
      return whole(mentions.streamList(listId));
    },
  };
}
