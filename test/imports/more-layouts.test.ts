import { expect } from 'chai';
import { readList, saved, table, workbook } from './read-list.ts';

/** Lists whose headers no synonym foresaw, each with what a person would make of it. */
describe('Lists in words of their own', () => {
  it('keeps a burial passport to its grave: the title names it, ditto signs repeat the line above, totals and signatures are no men', async () => {
    const text = table(
      ';',
      ['Приложение к паспорту воинского захоронения № 67-112/2009'],
      ['Братская могила советских воинов, Смоленская область, д. Василевка'],
      ['№ п/п', 'Воинское звание', 'Ф.И.О.', 'Год рожд.', 'Дата гибели или смерти', 'Место на плите'],
      ['1', '2', '3', '4', '5', '6'],
      ['1', 'ряд.', 'АБДРАХМАНОВ Касым', '1908', '13.03.42', 'плита 1'],
      ['2', '-"-', 'АБИЛЕВ Т.', '1915', '-//-', 'то же'],
      ['№ п/п', 'Воинское звание', 'Ф.И.О.', 'Год рожд.', 'Дата гибели или смерти', 'Место на плите'],
      ['Б', '', '', '', '', ''],
      ['3', 'серж.', 'БЕКОВ А.', '', '', ''],
      ['Итого: 3', '', '', '', '', ''],
      ['Военный комиссар района', '', '', '', '/Петров/', ''],
    );
    const { rows, lines } = await readList(saved(text, 'windows-1251'));
    const burialSite = 'Братская могила советских воинов, Смоленская область, д. Василевка';
    expect(lines).to.deep.equal([5, 6, 9]);
    expect(rows[1]).to.deep.equal({
      rank: 'ряд.',
      fullName: 'АБИЛЕВ Т.',
      birthDate: '1915',
      fate: 'умер',
      fateDate: '13.03.42',
      grave: 'плита 1',
      burialSite,
    });
  });

  it('joins the columns of one grave, and takes the cemetery from a Polish title', async () => {
    const text = table(
      ';',
      ['Wykaz żołnierzy Armii Radzieckiej pochowanych na cmentarzu wojennym w Bolesławcu'],
      [
        'L.p.',
        'Stopień',
        'Nazwisko',
        'Imię',
        'Data ur.',
        'Data zgonu',
        'Kwatera',
        'Rząd',
        'Nr grobu',
        'Skąd ekshumowany',
      ],
      ['1', 'szer.', 'Kairbekowa', 'Żaksyłyka', '1913', '12 lutego 1945 r.', 'C', '4', '12', 'Nowogrodziec'],
    );
    const { rows } = await readList(saved(text, 'windows-1250'));
    expect(rows[0]).to.deep.equal({
      rank: 'szer.',
      familyName: 'Kairbekowa',
      givenName: 'Żaksyłyka',
      birthDate: '1913',
      fate: 'zmarł',
      fateDate: '12 lutego 1945 r.',
      grave: 'Kwatera C, Rząd 4, Nr grobu 12',
      movedFrom: 'Nowogrodziec',
      burialSite: 'cmentarzu wojennym w Bolesławcu',
    });
  });

  it('reads a Norwegian grave list with the first grave beside the one of today', async () => {
    const header = [
      'Løpenr',
      'Navn',
      'Fødselsår',
      'Dødsdato',
      'Fangeleir',
      'Fangenr',
      'Opprinnelig gravsted',
      'Gravlund',
    ];
    const text = table(
      ';',
      [...header, 'Felt', 'Rad', 'Grav', 'Fylke'],
      [
        '1',
        'Zhumabaev Sultan',
        '1919',
        '5. mars 1943',
        'Botn leir',
        '32014',
        'Saltdal',
        'Tjøtta',
        'B',
        '12',
        '7',
        'Nordland',
      ],
    );
    const { rows } = await readList(saved(text, 'utf-8'));
    expect(rows[0]).to.deep.equal({
      fullName: 'Zhumabaev Sultan',
      birthDate: '1919',
      fate: 'died',
      fateDate: '5. mars 1943',
      camp: 'Botn leir',
      campNumber: '32014',
      movedFrom: 'Saltdal',
      burialSite: 'Tjøtta',
      grave: 'Felt B, Rad 12, Grav 7',
      burialRegion: 'Nordland',
    });
  });

  it('reads a hospital book: a bare age, rank and unit in one cell, what has no field in the notes under its header', async () => {
    const text = table(
      ';',
      [
        'Фамилия, имя и отчество',
        'Возраст',
        'Воинское звание и часть',
        'Каким РВК призван',
        'Диагноз',
        'Дата смерти',
        'Где похоронен',
      ],
      [
        'Смагулов Кабдеш',
        '34',
        'кр-ц 1075 сп',
        'Каркаралинский',
        'ранение живота',
        '18.01.1943',
        'Ивановское кладбище',
      ],
      ['Петров И.С.', '22 г.', 'мл. с-т 8 гв. сд', '', 'сепсис', '', ''],
    );
    const { rows } = await readList(saved(text, 'cp866'));
    expect(rows[0]).to.deep.equal({
      fullName: 'Смагулов Кабдеш',
      birthDate: '34 лет',
      rank: 'кр-ц',
      unit: '1075 сп',
      conscriptionPlace: 'Каркаралинский',
      notes: 'Диагноз: ранение живота',
      fate: 'умер',
      fateDate: '18.01.1943',
      burialPlace: 'Ивановское кладбище',
    });
    expect(rows[1]).to.include({ birthDate: '22 лет', rank: 'мл. с-т', unit: '8 гв. сд' });
  });

  it('joins a header of groups and details in which each detail means something only under its group', async () => {
    const text = table(
      ';',
      [
        '№',
        'Ф.И.О.',
        'Сведения о рождении',
        '',
        'Призыв',
        '',
        'Сведения о гибели',
        '',
        '',
        'Место захоронения',
        '',
        '',
      ],
      [
        '',
        '',
        'дата',
        'место',
        'когда',
        'каким РВК',
        'дата',
        'место',
        'причина',
        'страна',
        'область',
        'населённый пункт',
      ],
      [
        '1',
        'Байжанов Ермек',
        '1920',
        'с. Урумкай',
        '10.1941',
        'Щучинский РВК',
        '05.08.1942',
        'д. Вельмежка',
        'убит',
        'Россия',
        'Тверская',
        'д. Полунино',
      ],
    );
    const { rows } = await readList(saved(text, 'utf-8'));
    expect(rows).to.deep.equal([
      {
        fullName: 'Байжанов Ермек',
        birthDate: '1920',
        birthPlace: 'с. Урумкай',
        conscriptionDate: '10.1941',
        conscriptionPlace: 'Щучинский РВК',
        fateDate: '05.08.1942',
        fatePlace: 'д. Вельмежка',
        fate: 'убит',
        burialCountry: 'Россия',
        burialRegion: 'Тверская',
        burialPlace: 'д. Полунино',
      },
    ]);
  });

  it('takes oblast, district and village of a Kazakh memorial book for the home, and parts a fate from its date', async () => {
    const text = table(
      ';',
      ['Фамилия', 'Имя отчество', 'Г.р.', 'Область', 'Район', 'Село', 'РВК', 'Погиб', 'Место гибели'],
      [
        'Есенов',
        'Карим Есенович',
        '1915',
        'Кустанайская',
        'Тургайский',
        'аул 7',
        'Тургайский',
        '12.1942',
        'Сталинградская обл.',
      ],
      ['Жунусов', 'Темирбай', '1908', 'Акмолинская', 'Нуринский', '', '', 'пропал без вести 1943', ''],
    );
    const { rows } = await readList(saved(text, 'windows-1251'));
    expect(rows[0]).to.include({
      givenName: 'Карим',
      patronymic: 'Есенович',
      birthPlace: 'Кустанайская, Тургайский, аул 7',
      fateDate: '12.1942',
    });
    expect(rows[1]).to.deep.equal({
      familyName: 'Жунусов',
      givenName: 'Темирбай',
      birthDate: '1908',
      birthPlace: 'Акмолинская, Нуринский',
      fate: 'пропал без вести',
      fateDate: '1943',
    });
  });

  it('parts rank, name and year of birth that stand in one cell under a header of nobody', async () => {
    const text = table(
      ';',
      ['№', 'Кто', 'Судьба', 'Захоронен'],
      ['1', 'красноармеец Искаков Баймухан, 1912 г.р.', 'убит 22.04.1942', 'г. Ржев'],
      ['2', 'мл. лейтенант Тлеубаев Серик Касымович, 1919 г.р.', 'умер от ран 30.08.1942', 'д. Плешки'],
    );
    const { mapping, rows } = await readList(saved(text, 'utf-8'));
    expect([mapping.Кто, mapping.Судьба]).to.deep.equal(['person', 'fateAndDate']);
    expect(rows[1]).to.deep.equal({
      rank: 'мл. лейтенант',
      fullName: 'Тлеубаев Серик Касымович',
      birthDate: '1919',
      fate: 'умер от ран',
      fateDate: '30.08.1942',
      burialPlace: 'д. Плешки',
    });
  });

  it('knows the columns of a table without any header by their values', async () => {
    const text = table(
      ';',
      ['1', 'Каирбеков', 'Жаксылык', 'Ахметович', '1913', 'красноармеец', 'убит', '22.04.1942'],
      ['2', 'Иванов', 'Пётр', 'Иванович', '1920', 'сержант', 'умер от ран', '12.05.1943'],
    );
    const { mapping } = await readList(saved(text, 'utf-8'));
    expect(Object.values(mapping)).to.deep.equal([
      'ignore',
      'familyName',
      'givenName',
      'patronymic',
      'birthDate',
      'rank',
      'fate',
      'fateDate',
    ]);
  });

  it('reads days that lost their format in a workbook, and a single wrong year as what it is', async () => {
    const book = await workbook({
      Лист1: [
        ['ФИО', 'Дата рождения', 'Дата смерти'],
        ['Иванов Иван', 4880, 15453],
        ['Петров Пётр', 7000, 15500],
        ['Ким Борис', 1913, 15500],
      ],
    });
    // Day 4880 of a spreadsheet is 11 May 1913, day 15453 is 22 April 1942.
    expect((await readList(book)).rows[0]).to.include({ birthDate: '11.05.1913', fateDate: '22.04.1942' });
    const typed = await readList(saved(table(';', ['ФИО', 'Год смерти'], ['А Б', '2942'], ['В Г', '1943']), 'utf-8'));
    expect(typed.rows[0]?.fateDate).to.equal('2942');
  });

  it('reads a list that goes on from sheet to sheet as one, and leaves a sheet of another kind out', async () => {
    const header = ['Фамилия', 'Имя', 'Год рождения'];
    const book = await workbook({
      А: [header, ['Абаев', 'Али', 1913], ['Ахметов', 'Сапар', 1914]],
      Б: [header, ['Бабаев', 'Бек', 1914]],
      Справка: [
        ['Тип', 'Описание'],
        ['1', 'а'],
      ],
    });
    const { rows, form } = await readList(book);
    expect(rows.map((row) => row.familyName)).to.deep.equal(['Абаев', 'Ахметов', 'Бабаев']);
    expect(form.starts).to.deep.equal([
      { sheet: 'А', before: 0 },
      { sheet: 'Б', before: 3 },
    ]);
  });

  it('never takes telephone numbers and addresses of mail, under whatever header they stand', async () => {
    const text = table(
      ';',
      ['ФИО', 'Дата рождения', 'Телефон', 'Кто ищет', 'Связь'],
      ['Иванов Иван', '1913', '+7 701 000 00 00', 'внук Пётр', 'someone@example.org'],
    );
    expect((await readList(saved(text, 'utf-8'))).rows).to.deep.equal([{ fullName: 'Иванов Иван', birthDate: '1913' }]);
  });

  it('takes a number that many rows share for no number of theirs', async () => {
    const men = Array.from({ length: 12 }, (_, i) => [`${i % 2}`, `Иванов Иван${'а'.repeat(i)}`]);
    const { mapping } = await readList(saved(table(';', ['Код', 'ФИО'], ...men), 'utf-8'));
    expect(mapping.Код).to.equal('notes');
  });

  it('knows Kazakh headers whose own letters became question marks in windows-1251', async () => {
    const header = ['Тег?', 'Аты', 'Ту?ан жылы', 'Ту?ан жер?'];
    const { mapping } = await readList(
      saved(table(';', header, ['?бд?рахман', '?сен', '1910', 'А?мола']), 'windows-1251'),
    );
    expect(Object.values(mapping)).to.deep.equal(['familyName', 'givenName', 'birthDate', 'birthPlace']);
  });

  it('reads a report of losses: fate with its day, home with the year, the wife under her own long header', async () => {
    const wife = 'Фамилия, имя, отчество жены или родителей и их местожительство';
    const text = table(
      ';',
      [
        '№ по порядку',
        'Фамилия, имя, отчество',
        'Военное звание',
        'Место и год рождения',
        'Каким РВК призван',
        'Когда и по какой причине выбыл',
        wife,
      ],
      ['1', 'Тулебаев Касен', 'кр-ц', '1914 Акмолинская обл.', 'Вишневский', 'убит 22.4.42', 'жена Тулебаева Айша'],
      ['2', 'Ниязов', 'кр-ц', '1905, КазССР', '', 'пропал без вести 5.42', ''],
    );
    const { rows } = await readList(saved(text, 'windows-1251'));
    expect(rows[0]).to.deep.equal({
      fullName: 'Тулебаев Касен',
      rank: 'кр-ц',
      birthDate: '1914',
      birthPlace: 'Акмолинская обл.',
      conscriptionPlace: 'Вишневский',
      fate: 'убит',
      fateDate: '22.4.42',
      relatives: 'жена Тулебаева Айша',
    });
    expect(rows[1]).to.include({ fate: 'пропал без вести', fateDate: '5.42' });
  });

  it('parts coordinates however they are written, each with its side of the world', async () => {
    const notations: [string, string, string][] = [
      ["N 56°15.42' E 34°19.42'", "N 56°15.42'", "E 34°19.42'"],
      ['56.26180, 34.32840', '56.26180', '34.32840'],
      ['56,2618; 34,3284', '56,2618', '34,3284'],
      ['56 15 42.5 с.ш. 34 19 42.1 в.д.', '56 15 42.5 с.ш.', '34 19 42.1 в.д.'],
      [`56°15'42"N 34°19'42"E`, `56°15'42"N`, `34°19'42"E`],
    ];
    const lines = notations.map(([text], i) => [
      `Есимов К${i}`,
      text.replaceAll('"', '""').replace(/^.*""?.*$/, '"$&"'),
    ]);
    const { rows } = await readList(saved(table('|', ['ФИО', 'Координаты'], ...lines), 'utf-8'));
    expect(rows.map((row) => [row.burialLatitude, row.burialLongitude])).to.deep.equal(
      notations.map(([, latitude, longitude]) => [latitude, longitude]),
    );
  });

  it('reads a header of three lines in a workbook', async () => {
    const book = await workbook({
      Лист: [
        ['Список умерших в эвакогоспитале № 2446'],
        ['№', 'Личные данные', '', '', 'Смерть', '', 'Захоронение', '', ''],
        ['', 'Ф.И.О.', 'Рождение', '', 'Дата', 'Причина', 'Кладбище', 'Могила', ''],
        ['', '', 'год', 'место', '', '', '', 'ряд', '№'],
        [1, 'Ахметов Болат', 1920, 'Акмолинская обл.', { day: 15500 }, 'ранение', 'Центральное', '5', '12'],
        [2, 'Сергеев Иван', 1915, '', { day: 15510 }, 'тиф', 'Центральное', '5', '13'],
      ],
    });
    // Day 15500 of a spreadsheet is 8 June 1942.
    expect((await readList(book)).rows[0]).to.deep.equal({
      fullName: 'Ахметов Болат',
      birthDate: '1920',
      birthPlace: 'Акмолинская обл.',
      fateDate: '08.06.1942',
      fate: 'ранение',
      burialSite: 'Центральное',
      grave: 'ряд 5, Могила № 12',
      hospital: 'эвакогоспитале № 2446',
    });
  });
});
