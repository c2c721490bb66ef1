import { expect } from 'chai';
import { importMessages } from '../../client/messages/imports.ts';
import { fill, languages } from '../../client/messages/translate.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { newPartner } from './import-site.ts';
import { saved, table, workbook } from './read-list.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex');

describe('A file that is no list', () => {
  let site: TestSite;
  let token = '';
  before(async () => {
    site = await openTestSite();
    token = (await site.signIn('partner', await newPartner(site))).token;
  });
  after(() => site.close());

  const send = (content: Buffer, language = 'ru') =>
    site.http
      .post('/api/imports')
      .set('Authorization', `Bearer ${token}`)
      .set('Accept-Language', language)
      .attach('file', content, 'list.csv');
  const countImports = () => site.store.connection.collection('imports').countDocuments({});

  const wide = Array.from({ length: 5000 }, (_, i) => `столбец ${i}`);
  const cases: [
    what: string,
    content: () => Buffer | Promise<Buffer>,
    status: number,
    key: keyof typeof importMessages,
  ][] = [
    ['an empty file', () => Buffer.alloc(0), 400, 'import.file.empty_file'],
    ['a file of blank lines', () => Buffer.from('\r\n \r\n;;\r\n'), 400, 'import.file.empty_file'],
    ['a PNG named .csv', () => PNG, 415, 'import.file.not_a_list'],
    ['a text with NUL bytes', () => Buffer.from('ФИО;Год\r\nИван\u0000ов;1913\r\n'), 415, 'import.file.not_a_list'],
    [
      'noise',
      () => Buffer.concat([Buffer.from([0]), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))]),
      415,
      'import.file.not_a_list',
    ],
    ['a table of 5,000 columns', () => saved(table(';', wide, wide), 'utf-8'), 400, 'import.file.too_many_columns'],
    ['a workbook of 5,000 columns', () => workbook({ A: [wide] }), 400, 'import.file.too_many_columns'],
    ['JSON that ends in the middle', () => Buffer.from('[{"fullName": "Ив'), 400, 'import.file.broken_json'],
    ['a bare ZIP', () => Buffer.from(`PK\u0005\u0006${'\u0000'.repeat(18)}`, 'latin1'), 415, 'import.file.not_a_list'],
    ['a ZIP that claims two gigabytes', () => claiming(2 ** 31), 413, 'import.file.too_large'],
    [
      'half a workbook',
      async () => (await workbook({ A: [['ФИО']] })).subarray(0, 900),
      400,
      'import.file.broken_file',
    ],
  ];
  for (const [what, content, status, key] of cases) {
    it(`is refused in the reader's language and leaves nothing: ${what}`, async () => {
      const before = await countImports();
      for (const language of languages) {
        const answer = await send(await content(), language);
        expect(answer.status).to.equal(status);
        expect(answer.body.detail).to.equal(fill(importMessages[key], language, { line: 1, columns: 5000 }));
      }
      expect(await countImports()).to.equal(before);
    });
  }

  /** A workbook whose directory says its only sheet unpacks to so many bytes. */
  async function claiming(bytes: number): Promise<Buffer> {
    const book = await workbook({ A: [['ФИО'], ['Иванов Иван']] });
    const entry = book.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46;
    book.writeUInt32LE(bytes, entry + 24);
    return book;
  }

  it('names the line of an open quotation mark and writes none of the rows before it', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => [`Иванов Иван ${i}`, '1913', '']);
    const text = table(';', ['ФИО', 'Год рождения', 'Примечание'], ['"Петров Пётр"', '1912', ''], ...rows);
    const { body } = await send(saved(`${text}Оспанов Тлеу;1905;"без конца\r\nЕсимов;1900;\r\n`, 'utf-8'));
    // A list this short is read whole at once; a longer one would say it when it is checked.
    expect(body).to.include({
      code: 'bad_input',
      detail: 'В строке 53 открыта кавычка и нигде не закрыта. Исправьте её и пришлите файл снова.',
    });
    expect(await site.store.connection.collection('mentions').countDocuments({})).to.equal(0);
  });

  it('with forty columns that nobody knows is kept, and applying asks where the name is', async () => {
    const header = Array.from({ length: 40 }, (_, i) => `Щ${i}`);
    const { body } = await send(
      saved(
        table(
          ';',
          header,
          header.map((_, i) => `я${i}`),
        ),
        'utf-8',
      ),
    );
    expect(new Set(Object.values(body.mapping))).to.deep.equal(new Set([null]));
    const answer = await site.http
      .post(`/api/imports/${body.id}/apply`)
      .set('Authorization', `Bearer ${token}`)
      .set('Accept-Language', 'ru');
    expect([answer.status, answer.body.code]).to.deep.equal([400, 'bad_input']);
    expect(answer.body.detail).to.equal('Укажите, в каком столбце имя человека.');
  });

  it('read with the encoding that a person chose wrongly has columns that nobody knows, and is not checked before somebody says them', async () => {
    const { body, headers } = await send(saved(table(';', ['ФИО', 'Год рождения'], ['Иванов Иван', '1913']), 'cp866'));
    expect(body.form.encoding).to.equal('cp866');
    const changed = await site.http
      .put(`/api/imports/${body.id}/mapping`)
      .set('Authorization', `Bearer ${token}`)
      .set('Accept-Language', 'ru')
      .set('If-Match', String(headers.etag))
      .send({ choice: { encoding: 'windows-1252' } });
    expect([changed.status, changed.body.state, changed.body.form.encoding]).to.deep.equal([
      200,
      'uploaded',
      'windows-1252',
    ]);
    expect(Object.values(changed.body.mapping)).to.not.include('fullName');
  });
});
