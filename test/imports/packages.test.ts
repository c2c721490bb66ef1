import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import iconv from 'iconv-lite';
import { importMessages } from '../../client/messages/imports.ts';
import { fill } from '../../client/messages/translate.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { newList, newPartner } from './import-site.ts';
import { workbook } from './read-list.ts';
import { csv, HEADER, PDF, rawZip, scan, scansOf } from './scan-packages.ts';
import { zipOf } from './zip.ts';

/** Of the ZIP's own numbers: what every program packs by, and what Windows takes for large files. */
const DEFLATE = 8;
const DEFLATE64 = 9;

describe('A list that comes in a ZIP with its scans', () => {
  let site: TestSite;
  let red: Buffer;
  let blue: Buffer;
  before(async () => {
    site = await openTestSite();
    [red, blue] = [await scan('#ff0000'), await scan('#0000ff')];
  });
  after(() => site.close());

  const rulesOf = async (id: string) =>
    (await site.stores.imports.listProblems(id, -1, 100)).map(({ line, rule }) => `${line} ${rule}`);

  it('is read like the list alone, and each row gets the scans it names', async () => {
    const list = await newList(site);
    const item = await list.bringIn(
      await zipOf({
        'Список/список.csv': csv(
          ['1', 'Каирбеков Сейткали', '1942', '12.jpg'],
          ['2', 'Иванов Иван', '1943', 'карточки/13 лицо.JPG; 13 оборот.pdf'],
          ['3', 'Ахметов Сапар', '1943', 'нет такого.jpg'],
          ['4', 'Петров Пётр', '1943', '12.jpg'],
        ),
        'Список/карточки/12.jpg': red,
        'Список/карточки/13 лицо.jpg': blue,
        'Список/карточки/13 оборот.pdf': PDF,
        '__MACOSX/Список/._12.jpg': Buffer.from('x'),
        'Список/.DS_Store': Buffer.from('x'),
      }),
    );
    expect(item.counts).to.include({ read: 4, added: 4 });
    expect([item.packed?.scans, item.scansKept]).to.deep.equal([3, 4]);
    expect(await rulesOf(item.id)).to.deep.equal(['4 scan_missing']);
    expect(await scansOf(site, list)).to.deep.equal({
      'Каирбеков Сейткали': ['Список/карточки/12.jpg'],
      'Иванов Иван': ['Список/карточки/13 лицо.jpg', 'Список/карточки/13 оборот.pdf'],
      'Петров Пётр': ['Список/карточки/12.jpg'],
    });
    expect((await list.stored()).every(({ written }) => written.notes === undefined)).to.equal(true);
    expect(await readdir(join(site.dataDir, 'files', 'incoming'))).to.deep.equal([]);
  });

  it('keeps each scan once when it is sent again, and the new one where it was made anew', async () => {
    const list = await newList(site);
    const rows = csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg'], ['2', 'Иванов Иван', '1943', '13.jpg']);
    await list.bringIn(await zipOf({ 'a.csv': rows, '12.jpg': red, '13.jpg': red }));
    const item = await list.bringIn(await zipOf({ 'a.csv': rows, '12.jpg': red, '13.jpg': blue }));
    expect(item.counts).to.include({ unchanged: 2 });
    const files = await site.store.connection
      .collection('files')
      .find({ 'owner.kind': 'mention', replacedBy: null })
      .toArray();
    const ofList = files.filter(({ name }) => ['12.jpg', '13.jpg'].includes(name));
    expect(ofList.map(({ name }) => name).sort()).to.deep.equal(['12.jpg', '13.jpg']);
    expect(new Set(ofList.map(({ sha256 }) => sha256)).size).to.equal(2);
  });

  it('finds the scan of a row that was kept out and is sent again mended, without the ZIP', async () => {
    const list = await newList(site);
    const first = await list.bringIn(
      await zipOf({
        'a.csv': csv(['1', '', '1942', '12.jpg'], ['2', 'Иванов Иван', '31.02.1943', '13.jpg']),
        '12.jpg': red,
        '13.jpg': blue,
      }),
    );
    expect(first.counts).to.include({ added: 0, rejected: 1, quarantined: 1 });
    const { token } = await site.signIn('coordinator');
    await site.http
      .post(`/api/imports/${first.id}/quarantine/3`)
      .set('Authorization', `Bearer ${token}`)
      .send({ verdict: 'taken', reason: 'так в карточке' })
      .expect(200);
    expect(await scansOf(site, list)).to.deep.equal({ 'Иванов Иван': ['13.jpg'] });
    await list.bringIn(csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg']));
    expect(await scansOf(site, list)).to.deep.equal({ 'Иванов Иван': ['13.jpg'], 'Каирбеков Сейткали': ['12.jpg'] });
    await list.bringIn(csv(['1', 'Каирбеков Сейткалий', '1942', '']));
    expect(await scansOf(site, list)).to.deep.equal({ 'Иванов Иван': ['13.jpg'], 'Каирбеков Сейткалий': ['12.jpg'] });
  });

  it('goes on when a scan is damaged, and takes the scans back with the import', async () => {
    const list = await newList(site);
    const item = await list.bringIn(
      await zipOf({
        'a.xlsx': await workbook({
          A: [HEADER, ['1', 'Каирбеков Сейткали', '1942', '12'], ['2', 'Иванов Иван', '1943', '13']],
        }),
        '12.jpg': red.subarray(0, 100),
        '13.jpg': blue,
      }),
    );
    expect(item.counts).to.include({ added: 2 });
    expect(await rulesOf(item.id)).to.deep.equal(['2 scan_broken']);
    expect(await scansOf(site, list)).to.deep.equal({ 'Иванов Иван': ['13.jpg'] });
    const kept = () =>
      site.store.connection.collection('files').countDocuments({ 'owner.kind': 'mention', source: /^13\.jpg / });
    const before = await kept();
    await list.run(item, 'undo');
    expect(await kept()).to.equal(before - 1);
  });

  it('goes on when a scan cannot be unpacked: damaged in the ZIP, or packed by a method nobody here knows', async () => {
    const rows = csv(
      ['1', 'Каирбеков Сейткали', '1942', '12.jpg'],
      ['2', 'Иванов Иван', '1943', '13.jpg'],
      ['3', 'Петров Пётр', '1943', '14.jpg'],
    );
    const list = await newList(site);
    const item = await list.bringIn(
      rawZip([
        { name: Buffer.from('12.jpg'), content: red, method: DEFLATE },
        { name: Buffer.from('13.jpg'), content: red, method: DEFLATE64 },
        { name: Buffer.from('a.csv'), content: rows },
        { name: Buffer.from('14.jpg'), content: blue },
      ]),
    );
    expect([item.state, item.error]).to.deep.equal(['applied', null]);
    expect(item.counts).to.include({ added: 3 });
    expect(item.scansKept).to.equal(1);
    expect(await rulesOf(item.id)).to.have.members(['2 scan_broken', '3 scan_broken']);
    expect(await scansOf(site, list)).to.deep.equal({ 'Петров Пётр': ['14.jpg'] });
    expect(await readdir(join(site.dataDir, 'files', 'incoming'))).to.deep.equal([]);
  });

  it('reads Russian names that an old Windows packed', async () => {
    const list = await newList(site);
    const item = await list.bringIn(
      rawZip([
        {
          name: iconv.encode('список.csv', 'cp866'),
          content: csv(['1', 'Каирбеков Сейткали', '1942', 'Карточка 12.jpg']),
        },
        { name: iconv.encode('сканы/карточка 12.jpg', 'cp866'), content: red },
      ]),
    );
    expect(item.scansKept).to.equal(1);
    expect(await scansOf(site, list)).to.deep.equal({ 'Каирбеков Сейткали': ['сканы/карточка 12.jpg'] });
  });

  it('takes the name that a program puts in UTF-8 beside one of an old code page', async () => {
    const list = await newList(site);
    const item = await list.bringIn(
      rawZip([
        { name: Buffer.from('a.csv'), content: csv(['1', 'Каирбеков Сейткали', '1942', 'карточка.jpg']) },
        { name: iconv.encode('карточка.jpg', 'windows-1251'), unicode: 'карточка.jpg', content: red },
      ]),
    );
    expect([item.scansFound, item.scansKept]).to.deep.equal([1, 1]);
  });

  it('finds the scan of a row that waits, too, before the row is in', async () => {
    const list = await newList(site);
    const rows = csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg'], ['2', 'Иванов Иван', '31.02.1943', '13.jpg']);
    const item = await list.bringIn(await zipOf({ 'a.csv': rows, '12.jpg': red, '13.jpg': blue }));
    expect([item.counts.quarantined, item.scansFound, item.scansKept]).to.deep.equal([1, 2, 1]);
  });

  it('without scans says in its notes what a column of file names says', async () => {
    const list = await newList(site);
    await list.bringIn(csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg'], ['2', 'Иванов Иван', '1943', '13.jpg']));
    expect((await list.stored()).map(({ written }) => written.notes)).to.have.members([
      'Фото карточки: 12.jpg',
      'Фото карточки: 13.jpg',
    ]);
  });
});

describe('A ZIP that is no list with scans', () => {
  let site: TestSite;
  let token = '';
  before(async () => {
    site = await openTestSite();
    token = (await site.signIn('partner', await newPartner(site))).token;
  });
  after(() => site.close());

  const list = csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg']);
  const named = (name: string, content: Buffer = Buffer.from('x')) => ({ name: Buffer.from(name), content });
  type Key = keyof typeof importMessages;
  const cases: [
    what: string,
    zip: () => Buffer | Promise<Buffer>,
    status: number,
    key: Key,
    values?: Record<string, string | number>,
  ][] = [
    [
      'a ZIP in a ZIP',
      async () => zipOf({ 'a.csv': list, 'scans.zip': await zipOf({ 'b.jpg': list }) }),
      400,
      'import.file.zip_nested',
      { name: 'scans.zip' },
    ],
    [
      'two lists',
      () => zipOf({ 'a.csv': list, 'b.xlsx': list }),
      400,
      'import.file.zip_several_lists',
      { names: 'a.csv, b.xlsx' },
    ],
    [
      'a list packed by a method nobody here knows',
      () => rawZip([{ ...named('a.csv', list), method: DEFLATE64 }, named('1.jpg')]),
      400,
      'import.file.zip_method',
      { name: 'a.csv' },
    ],
    ['scans alone', () => zipOf({ 'a.jpg': list }), 400, 'import.file.zip_no_list'],
    [
      'a program',
      () => zipOf({ 'a.csv': list, 'setup.exe': list }),
      400,
      'import.file.zip_other_file',
      { name: 'setup.exe' },
    ],
    [
      'a name that leads out of the folder',
      () => rawZip([named('a.csv', list), named('../../etc/cron.d/x.jpg')]),
      400,
      'import.file.zip_paths',
    ],
    [
      'a name from the root',
      () => rawZip([named('a.csv', list), named('/etc/passwd.jpg')]),
      400,
      'import.file.zip_paths',
    ],
    ['a drive of Windows', () => rawZip([named('a.csv', list), named('C:\\x.jpg')]), 400, 'import.file.zip_paths'],
    [
      '20,000 files',
      () => rawZip([named('a.csv', list), ...Array.from({ length: 20_000 }, (_, i) => named(`${i}.jpg`))]),
      400,
      'import.file.too_many_entries',
      { limit: 10_000 },
    ],
    [
      'a bomb: a list of a thousandth of its size',
      () => zipOf({ 'a.csv': Buffer.alloc(60 * 1024 * 1024, 'x;') }),
      413,
      'import.file.too_large',
    ],
    [
      'scans that claim 3 GB together',
      () =>
        rawZip([
          named('a.csv', list),
          ...Array.from({ length: 3 }, (_, i) => ({ ...named(`${i}.jpg`), claims: 2 ** 30 })),
        ]),
      413,
      'import.file.too_large',
    ],
    [
      'a list that is longer than it claims',
      () => rawZip([{ ...named('a.csv', list), claims: 10 }, named('1.jpg')]),
      400,
      'import.file.broken_file',
    ],
  ];
  for (const [what, zip, status, key, values = {}] of cases) {
    it(`is refused with a sentence and leaves nothing: ${what}`, async () => {
      const answer = await site.http
        .post('/api/imports')
        .set('Authorization', `Bearer ${token}`)
        .set('Accept-Language', 'kk')
        .attach('file', await zip(), 'list.zip');
      expect(answer.body.detail).to.equal(fill(importMessages[key], 'kk', values));
      expect(answer.status).to.equal(status);
      expect(await readdir(join(site.dataDir, 'files', 'incoming'))).to.deep.equal([]);
      expect(await site.store.connection.collection('files').countDocuments({})).to.equal(0);
    });
  }
});
