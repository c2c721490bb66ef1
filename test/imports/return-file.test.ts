import { expect } from 'chai';
import { type Mention, NOTHING_UNDERSTOOD } from '../../server/domain/mention.ts';
import type { MentionRow } from '../../server/domain/row.ts';
import type { Import } from '../../server/imports/import.ts';
import { returnRows } from '../../server/imports/return-file.ts';

const DAY = new Date('2026-03-01');

function mention(id: string, listId: string, written: MentionRow, sensitive = false): Mention {
  const origin = {
    kind: 'import',
    partnerId: 'p',
    listId,
    importId: listId,
    line: 2,
    rowKey: id,
    contentHash: id,
  } as const;
  const content = { origin, written, understood: NOTHING_UNDERSTOOD, sensitive, example: false };
  return { id, soldierId: `s-${id}`, ...content, state: 'live', version: 1, createdAt: DAY, changedAt: DAY };
}

const own = mention('a', 'mine', { externalId: '7', fullName: 'Kairbekow Dschaksylyk', relatives: 'жена Айша' });
const paper = mention('b', 'theirs', {
  familyName: 'Каирбеков',
  givenName: 'Жаксылык',
  documentType: 'Донесение',
  fond: '58',
  opis: '18001',
  relatives: 'жена Айша',
});
const convicted = mention('c', 'theirs', { fullName: 'Каирбеков Ж.', documentType: 'Приговор' }, true);

async function returned(men: Mention[], decided: string[] = []): Promise<string[][]> {
  const rows: string[][] = [];
  const deps = {
    mentions: {
      async *streamImport() {
        yield [own];
      },
    },
    mentionsByAnswering: async () => new Map([['s-b', men]]),
    decidedSoldiers: async () => new Set(decided),
    publicUrl: 'https://example.org',
  };
  for await (const row of returnRows({ id: 'mine', listId: 'mine' } as Import, deps, 'ru')) rows.push(row);
  return rows.slice(1);
}

describe('The return file of a list', () => {
  it('tells of a row that is a known man: his page, how other documents spell him and which they are', async () => {
    expect(await returned([own, paper])).to.deep.equal([
      [
        '2',
        '7',
        'Kairbekow Dschaksylyk',
        'https://example.org/ru/soldiers/s-b',
        '',
        'Каирбеков Жаксылык',
        'Донесение, 58/18001',
      ],
    ]);
  });

  it('says that a family was found and never who it is', async () => {
    const rows = await returned([own, paper], ['s-b']);
    expect(rows[0]?.[4]).to.equal('да');
    expect(JSON.stringify(rows)).not.to.include('Айша');
  });

  it('keeps records that are not public out, and rows of which nothing else is known', async () => {
    expect(await returned([own, convicted])).to.deep.equal([]);
    expect(await returned([own])).to.deep.equal([]);
  });
});
