import { expect } from 'chai';
import { readList, saved, table, workbook } from './read-list.ts';

describe('Lists as partners have them', () => {
  it('reads a card table of OBD Memorial: windows-1251, semicolons, call-up date and office in one column', async () => {
    const header = [
      'ID',
      'Фамилия',
      'Имя',
      'Отчество',
      'Дата рождения/Возраст',
      'Место рождения',
      'Дата и место призыва',
    ];
    const more = ['Последнее место службы', 'Воинское звание', 'Причина выбытия', 'Дата выбытия'];
    const text = table(
      ';',
      [...header, ...more],
      [
        '55001',
        'Каирбеков',
        'Жаксылык',
        '',
        '__.__.1913',
        'Казахская ССР, Кустанайская обл.',
        '__.12.1941, Кустанайский РВК',
        '282 сд 876 сп',
        'красноармеец',
        'убит',
        '22.04.1942',
      ],
    );
    const { form, mapping, rows } = await readList(saved(text, 'windows-1251'));
    expect([form.kind, form.encoding, form.delimiter]).to.deep.equal(['csv', 'windows-1251', ';']);
    expect(mapping['Дата и место призыва']).to.equal('conscription');
    expect(rows).to.deep.equal([
      {
        externalId: '55001',
        familyName: 'Каирбеков',
        givenName: 'Жаксылык',
        birthDate: '__.__.1913',
        birthPlace: 'Казахская ССР, Кустанайская обл.',
        conscriptionDate: '__.12.1941',
        conscriptionPlace: 'Кустанайский РВК',
        rank: 'красноармеец',
        unit: '282 сд 876 сп',
        fate: 'убит',
        fateDate: '22.04.1942',
      },
    ]);
  });

  it('reads the personal list of a burial passport under its title lines and above its row of column numbers', async () => {
    const text = table(
      ';',
      ['ПЕРСОНАЛЬНЫЕ СВЕДЕНИЯ О ЗАХОРОНЕННЫХ', '', '', '', '', '', ''],
      ['Братская могила № 12, д. Полунино', '', '', '', '', '', ''],
      [
        '№ п/п',
        'Воинское звание',
        'Фамилия, имя, отчество',
        'Год рождения',
        'Дата гибели',
        'Место захоронения на участке',
        'Откуда перезахоронен',
      ],
      ['1', '2', '3', '4', '5', '6', '7'],
      ['1', 'мл. сержант', 'Ахметов Сапар Каримович', '1918', '17.08.1942', 'плита 4', 'д. Галахово'],
    );
    const { mapping, rows, lines } = await readList(saved(text, 'windows-1251'));
    expect(mapping['№ п/п']).to.equal('ignore');
    expect(lines).to.deep.equal([5]);
    expect(rows[0]).to.include({
      rank: 'мл. сержант',
      fullName: 'Ахметов Сапар Каримович',
      birthDate: '1918',
      fateDate: '17.08.1942',
      movedFrom: 'д. Галахово',
    });
  });

  it('reads a Polish cemetery book with names in the genitive, saved in windows-1250', async () => {
    const text = table(
      ';',
      [
        'Lp.',
        'Nazwisko i imię',
        'Imię ojca',
        'Rok urodzenia',
        'Data śmierci',
        'Miejsce pochówku',
        'Kwatera, rząd, grób',
        'Uwagi',
      ],
      [
        '1',
        'Kairbekowa Dżaksyłyka',
        'Achmeta',
        '1913',
        '22.01.1945',
        'Łódź, Doły',
        'A/3/17',
        'żołnierz Armii Czerwonej',
      ],
      ['2', 'Iwanowa Piotra', 'Stefana', '1920', '3.02.1945', 'Łódź, Doły', 'A/3/18', 'szeregowiec, zmarł w szpitalu'],
    );
    const { form, rows } = await readList(saved(text, 'windows-1250'));
    expect(form.encoding).to.equal('windows-1250');
    expect(rows[0]).to.deep.equal({
      fullName: 'Kairbekowa Dżaksyłyka',
      patronymic: 'Achmeta',
      birthDate: '1913',
      fate: 'zmarł',
      fateDate: '22.01.1945',
      burialPlace: 'Łódź, Doły',
      grave: 'A/3/17',
      notes: 'żołnierz Armii Czerwonej',
    });
  });

  it('reads a German list of prisoners with camp and tag number', async () => {
    const text = table(
      ';',
      [
        'Name',
        'Vorname',
        'Vatersname',
        'Geburtsdatum',
        'Geburtsort',
        'Dienstgrad',
        'Lager',
        'Erkennungsmarke Nr.',
        'Todesdatum',
        'Grablage',
      ],
      [
        'Kairbekow',
        'Dschaksylyk',
        'Achmet',
        '12.05.1913',
        'Kustanaj',
        'Soldat',
        'Stalag 326 (VI K)',
        '12345',
        '03.02.1943',
        'Reihe 5, Grab 11',
      ],
      ['Müller-Osmanow', 'Jusuf', '', '1919', 'Semipalatinsk', 'Soldat', 'Stalag 326 (VI K)', '12346', '', ''],
    );
    const { form, rows } = await readList(saved(text, 'windows-1252'));
    expect(form.encoding).to.be.oneOf(['windows-1252', 'windows-1250']);
    expect(rows[0]).to.deep.equal({
      familyName: 'Kairbekow',
      givenName: 'Dschaksylyk',
      patronymic: 'Achmet',
      birthDate: '12.05.1913',
      birthPlace: 'Kustanaj',
      rank: 'Soldat',
      camp: 'Stalag 326 (VI K)',
      campNumber: '12345',
      fate: 'gestorben',
      fateDate: '03.02.1943',
      grave: 'Reihe 5, Grab 11',
    });
    expect(rows[1]?.familyName).to.equal('Müller-Osmanow');
  });

  it('reads a Norwegian grave list with commas and a byte order mark', async () => {
    const text = table(
      ',',
      ['Etternavn', 'Fornavn', 'Farsnavn', 'Født', 'Død', 'Dødssted', 'Fangenr', 'Gravsted', 'Felt/rad/grav'],
      [
        'Kairbekov',
        'Jaksylyk',
        'Akhmet',
        '1913',
        '17.11.1944',
        '"Bodø, Nordland"',
        '4711',
        'Tjøtta krigskirkegård',
        'B-4-12',
      ],
    );
    const { form, rows } = await readList(saved(text, 'utf-8', { addBOM: true }));
    expect([form.encoding, form.delimiter]).to.deep.equal(['utf-8', ',']);
    expect(rows[0]).to.include({
      familyName: 'Kairbekov',
      birthDate: '1913',
      fateDate: '17.11.1944',
      fatePlace: 'Bodø, Nordland',
      campNumber: '4711',
      burialPlace: 'Tjøtta krigskirkegård',
      grave: 'B-4-12',
    });
  });

  it('reads a hospital book with days of stay, which are kept as notes under their headers', async () => {
    const text = table(
      ';',
      ['Госпиталь', 'ФИО', 'Год рожд.', 'Дата поступления', 'Дата смерти', 'Причина смерти', 'Кладбище'],
      ['ЭГ 1951', 'Оспанов Тлеу', '1905', '12.01.1943', '19.01.1943', 'умер от ран', 'Ново-Талицы'],
    );
    const { mapping, rows } = await readList(saved(text, 'utf-8'));
    expect(mapping['Дата поступления']).to.equal('notes');
    expect(rows[0]).to.deep.equal({
      hospital: 'ЭГ 1951',
      fullName: 'Оспанов Тлеу',
      birthDate: '1905',
      fateDate: '19.01.1943',
      fate: 'умер от ран',
      burialSite: 'Ново-Талицы',
      notes: 'Дата поступления: 12.01.1943',
    });
  });

  it('reads an export of Pamyat Naroda with the name whole and in parts', async () => {
    const text = table(
      ';',
      ['Картотека', 'ФИО', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Звание', 'Место рождения', 'Док'],
      [
        'Донесение',
        'Жумабаев Болат Ахметович',
        'Жумабаев',
        'Болат',
        'Ахметович',
        '__.__.1913',
        'красноармеец',
        'Казахская ССР',
        'https://example.org/p/1',
      ],
    );
    const { rows } = await readList(saved(text, 'utf-8'));
    expect(rows[0]).to.deep.equal({
      documentType: 'Донесение',
      fullName: 'Жумабаев Болат Ахметович',
      familyName: 'Жумабаев',
      givenName: 'Болат',
      patronymic: 'Ахметович',
      birthDate: '__.__.1913',
      rank: 'красноармеец',
      birthPlace: 'Казахская ССР',
      sourceUrl: 'https://example.org/p/1',
    });
  });

  it('joins a header in two lines: "Захоронение" over "страна" is the country of burial', async () => {
    const text = table(
      ';',
      ['Фамилия', 'Имя', 'Год рождения', 'Захоронение', '', ''],
      ['', '', '', 'страна', 'регион', 'могила'],
      ['Иванов', 'Пётр', '1920', 'Польша', 'Мазовецкое воеводство', '14'],
    );
    const { rows } = await readList(saved(text, 'utf-8'));
    expect(rows).to.deep.equal([
      {
        familyName: 'Иванов',
        givenName: 'Пётр',
        birthDate: '1920',
        burialCountry: 'Польша',
        burialRegion: 'Мазовецкое воеводство',
        grave: '14',
      },
    ]);
  });

  it('reads the largest sheet of a workbook, days as days, and another one when it is chosen', async () => {
    const book = await workbook({
      Титул: [['Список захороненных']],
      Список: [
        ['Фамилия', 'Имя', 'Дата рождения', 'Дата смерти', 'Могила'],
        // Day 15000 of a spreadsheet is 24 January 1941.
        ['Петров', 'Иван', 1919, { day: 15000 }, 7],
        ['Есимов', 'Касым', '__.__.1913', '', 8],
      ],
      Второй: [
        ['Фамилия', 'Имя'],
        ['Ибраев', 'Мухамед'],
      ],
    });
    const { form, rows } = await readList(book);
    expect([form.kind, form.sheet, form.sheets]).to.deep.equal(['xlsx', 'Список', ['Титул', 'Список', 'Второй']]);
    expect(rows).to.deep.equal([
      { familyName: 'Петров', givenName: 'Иван', birthDate: '1919', fate: 'умер', fateDate: '24.01.1941', grave: '7' },
      { familyName: 'Есимов', givenName: 'Касым', birthDate: '__.__.1913', grave: '8' },
    ]);
    expect((await readList(book, { sheet: 'Второй' })).rows).to.deep.equal([
      { familyName: 'Ибраев', givenName: 'Мухамед' },
    ]);
  });

  it('reads rows of the contract as JSON and as one object a line', async () => {
    const rows = [
      { externalId: 'A-1', fullName: 'Қайырбеков Жақсылық', birthDate: '1913' },
      { externalId: 'A-2', fullName: 'Иванов Иван', fate: 'убит' },
    ];
    for (const text of [JSON.stringify(rows), rows.map((row) => JSON.stringify(row)).join('\n')]) {
      const read = await readList(saved(text, 'utf-8'));
      expect(read.form.kind).to.equal('json');
      expect(read.rows).to.deep.equal(rows);
    }
  });

  it('takes a table of numbers without a header for data, with no column given to anything', async () => {
    const { mapping, rows } = await readList(saved('1;2;3\r\n4;5;6\r\n', 'utf-8'));
    expect(mapping).to.deep.equal({ '#1': null, '#2': null, '#3': null });
    expect(rows).to.deep.equal([{}, {}]);
  });
});
