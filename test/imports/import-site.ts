import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MentionRow } from '../../server/domain/row.ts';
import type { Import } from '../../server/imports/import.ts';
import { OPERATOR, type TestSite } from '../site.ts';
import { saved, table } from './read-list.ts';

/** A list of one partner, and what can be done with it. */
export type ListOnSite = {
  /** Known once something was sent. */
  id(): string;
  send(content: Uint8Array): Promise<Import>;
  /** Runs one step of an import to its end. */
  run(item: Import, step: 'check' | 'apply' | 'undo'): Promise<Import>;
  bringIn(content: Uint8Array): Promise<Import>;
  /** What the store holds of the list: each live row as written and where it came from, in one order. */
  stored(): Promise<{ written: MentionRow; importId: string }[]>;
};

export async function newPartner(site: TestSite): Promise<string> {
  const code = `P${randomBytes(4).toString('hex').toUpperCase()}`;
  return (await site.services.partners.create(OPERATOR, { code, name: code })).id;
}

export async function newList(site: TestSite, partnerId?: string): Promise<ListOnSite> {
  const { imports, runner, mentions, disk } = site.services;
  const partner = partnerId ?? (await newPartner(site));
  const listName = `list ${randomBytes(4).toString('hex')}`;
  let listId = '';
  const list: ListOnSite = {
    id: () => listId,
    async send(content) {
      const path = join(disk.incomingDir, randomBytes(6).toString('hex'));
      await writeFile(path, content);
      const file = { path, name: 'list.csv', bytes: content.length };
      const item = await imports.create(OPERATOR, { partnerId: partner, listName, file });
      listId = item.listId;
      return item;
    },
    async run(item, step) {
      site.clock.advance(60);
      await imports[step](OPERATOR, item.id);
      await runner.drain();
      return imports.get(OPERATOR, item.id);
    },
    async bringIn(content) {
      return list.run(await list.send(content), 'apply');
    },
    async stored() {
      const found: { written: MentionRow; importId: string }[] = [];
      for await (const batch of mentions.streamList(listId)) {
        for (const { written, origin } of batch)
          found.push({ written, importId: origin.kind === 'import' ? origin.importId : '' });
      }
      return found.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    },
  };
  return list;
}

export type Man = { id?: string; name: string; born?: string; died?: string; notes?: string };

/** A list of these men as a CSV; the partner's own number is a column only where somebody has one. */
export function listOf(...men: Man[]): Buffer {
  const numbered = men.some((man) => man.id !== undefined);
  const cells = (man: Man) => [man.name, man.born ?? '', man.died ?? '', man.notes ?? ''];
  const header = ['ФИО', 'Дата рождения', 'Дата смерти', 'Примечание'];
  const lines = men.map((man) => (numbered ? [man.id ?? '', ...cells(man)] : cells(man)));
  return saved(table(';', numbered ? ['ID', ...header] : header, ...lines), 'utf-8');
}

/** A decision of a volunteer on this soldier, as the desk keeps it. */
export async function decideOn(site: TestSite, soldierId: string): Promise<void> {
  await site.store.connection.collection('decisions').insertOne({
    _id: `d-${soldierId}` as never,
    requestId: 'request0000000001',
    soldierId,
    verdict: 'same',
    evidenceLevel: 'B',
    state: 'made',
    at: site.clock(),
  });
}
