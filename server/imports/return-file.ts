import { returnMessages } from '../../client/messages/return-file.ts';
import { fill, type Language } from '../../client/messages/translate.ts';
import type { Mention } from '../domain/mention.ts';
import type { MentionRow } from '../domain/row.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import { harmlessCell } from '../tables/harmless-cell.ts';
import type { Import } from './import.ts';

export type ReturnDeps = {
  mentions: Pick<MentionService, 'streamImport'>;
  /** The mentions of whoever answers for each of these soldiers, by his address. */
  mentionsByAnswering(soldierIds: string[]): Promise<Map<string, Mention[]>>;
  /** Of these soldiers, those whom a family's request was decided to be about. */
  decidedSoldiers(ids: string[]): Promise<Set<string>>;
  publicUrl: string;
};

const COLUMNS = ['line', 'id', 'name', 'page', 'asked', 'spellings', 'documents'] as const;

/**
 * What a partner gets back for his list: which of its rows are of a man known from other documents too, how those spell his name and
 * which they are, and whether a family was found for him. Never who the family is; nothing of records that are not public.
 */
export async function* returnRows(item: Import, deps: ReturnDeps, language: Language): AsyncGenerator<string[]> {
  yield COLUMNS.map((column) => fill(returnMessages[`import.return.${column}`], language));
  for await (const batch of deps.mentions.streamImport(item.id)) {
    const own = batch.filter((mention) => mention.state === 'live');
    const ids = [...new Set(own.map((mention) => mention.soldierId))];
    const [men, decided] = await Promise.all([deps.mentionsByAnswering(ids), deps.decidedSoldiers(ids)]);
    const manOf = new Map(
      [...men].flatMap(([id, mentions]) => mentions.map((mention) => [mention.id, { id, mentions }])),
    );
    for (const mention of own) {
      const man = manOf.get(mention.id);
      const others = (man?.mentions ?? []).filter((other) => isTold(other, item));
      const asked = decided.has(mention.soldierId) || (man !== undefined && decided.has(man.id));
      if (others.length === 0 && !asked) continue;
      yield rowOf(mention, { others, asked, page: pageOf(deps, man?.id ?? mention.soldierId, language) }, language);
    }
  }
}

/** What others may know of him: live, public, and not from this very list. */
function isTold(mention: Mention, item: Import): boolean {
  const ofThisList = mention.origin.kind === 'import' && mention.origin.listId === item.listId;
  return mention.state === 'live' && !mention.sensitive && !ofThisList;
}

type Found = { others: Mention[]; asked: boolean; page: string };

function rowOf({ origin, written }: Mention, { others, asked, page }: Found, language: Language): string[] {
  const name = nameOf(written);
  const spellings = [...new Set(others.map((other) => nameOf(other.written)))].filter((other) => other !== name);
  const documents = [...new Set(others.map((other) => documentOf(other.written)))].filter((text) => text !== '');
  const line = origin.kind === 'import' ? String(origin.line) : '';
  const said = asked ? fill(returnMessages['import.return.yes'], language) : '';
  return [line, written.externalId ?? '', name, page, said, spellings.join('; '), documents.join('; ')].map(
    harmlessCell,
  );
}

function nameOf({ fullName, familyName, givenName, patronymic }: MentionRow): string {
  return fullName ?? [familyName, givenName, patronymic].filter(Boolean).join(' ');
}

function documentOf({ documentType, archive, fond, opis, delo, sheet, sourceUrl }: MentionRow): string {
  const place = [archive, fond, opis, delo, sheet].filter(Boolean).join('/');
  return [documentType, place, sourceUrl].filter(Boolean).join(', ');
}

function pageOf({ publicUrl }: ReturnDeps, soldierId: string, language: Language): string {
  return `${publicUrl}/${language}/soldiers/${soldierId}`;
}
