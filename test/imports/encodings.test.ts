import { expect } from 'chai';
import { readList, saved, table } from './read-list.ts';

describe('Encodings of lists', () => {
  it('reads "Unicode text" of Excel: UTF-16 with tabs', async () => {
    const text = table(
      '\t',
      ['Тегі', 'Аты', 'Әкесінің аты', 'Туған жылы'],
      ['Қайырбеков', 'Жақсылық', 'Ахметұлы', '1913'],
    );
    const { form, rows } = await readList(saved(text, 'utf-16le', { addBOM: true }));
    expect([form.encoding, form.delimiter]).to.deep.equal(['utf-16le', '\t']);
    expect(rows).to.deep.equal([
      { familyName: 'Қайырбеков', givenName: 'Жақсылық', patronymic: 'Ахметұлы', birthDate: '1913' },
    ]);
  });

  const russian = table(
    ';',
    ['Фамилия', 'Имя', 'Отчество', 'Год рождения', 'Место рождения'],
    ['Сидоренко', 'Николай', 'Григорьевич', '1921', 'Акмолинская область, село Покровка'],
    ['Кузнецов', 'Иван', 'Петрович', '1919', 'Алма-Атинская область, станица Талгарская'],
    ['Щербаков', 'Юрий', 'Фёдорович', '1922', 'город Петропавловск'],
  );
  for (const encoding of ['cp866', 'koi8-r', 'windows-1251', 'utf-8', 'utf-16be']) {
    it(`knows ${encoding} by the letters alone`, async () => {
      const { form, rows } = await readList(saved(russian, encoding));
      expect(form.encoding).to.equal(encoding);
      expect(rows.map((row) => row.familyName)).to.deep.equal(['Сидоренко', 'Кузнецов', 'Щербаков']);
    });
  }

  it('knows rk1048 by its Kazakh letters', async () => {
    const text = table(
      ';',
      ['Тегі', 'Аты', 'Туған жылы', 'Туған жері'],
      ['Қайырбеков', 'Жақсылық', '1913', 'Қостанай облысы'],
      ['Әбдірахманов', 'Үсен', '1910', 'Ақмола облысы, Ерейментау ауданы'],
    );
    const { form, rows } = await readList(saved(text, 'rk1048'));
    expect(form.encoding).to.equal('rk1048');
    expect(rows[1]).to.include({ familyName: 'Әбдірахманов', givenName: 'Үсен' });
  });

  it('reads back a file that was saved twice in the wrong encoding', async () => {
    const twice = saved(saved(russian, 'utf-8').toString('latin1'), 'utf-8');
    const wrong = saved(russian, 'utf-8');
    const as1251 = Buffer.from(new TextDecoder('windows-1251').decode(wrong), 'utf-8');
    for (const file of [as1251, twice]) {
      const { form, rows } = await readList(file);
      expect(form.twiceEncoded).to.equal(true);
      expect(rows[0]).to.include({ familyName: 'Сидоренко', givenName: 'Николай' });
    }
  });
});
