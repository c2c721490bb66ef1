import { expect } from 'chai';
import { guessColumns } from '../../server/domain/imports/guess-columns.ts';
import { targetOfHeader } from '../../server/domain/imports/header-target.ts';
import { scanColumns } from '../../server/imports/import-mapping.ts';
import { readList, saved, table } from './read-list.ts';

describe('Columns of a list', () => {
  it('splits what one cell holds: archive reference, coordinates, camp with number, place and date', async () => {
    const text = table(
      ';',
      ['ФИО', 'Архивный шифр', 'Координаты', 'Лагерь и лагерный номер', 'Дата и место рождения'],
      [
        'Тулегенов Сапар',
        'ЦАМО, ф. 58, оп. 18001, д. 121, л. 14',
        '56.2618, 34.3284',
        'Шталаг 326 № 12345',
        '12.05.1913, г. Кустанай',
      ],
    );
    const { rows } = await readList(saved(text, 'utf-8'));
    expect(rows[0]).to.include({
      fond: '58',
      opis: '18001',
      delo: '121',
      sheet: '14',
      burialLatitude: '56.2618',
      burialLongitude: '34.3284',
      camp: 'Шталаг 326',
      campNumber: '12345',
      birthDate: '12.05.1913',
      birthPlace: 'г. Кустанай',
    });
  });

  it('calls columns of one name apart, and keeps the second of them out until a person says', async () => {
    const { mapping } = await readList(
      saved(table(';', ['ФИО', 'Дата смерти', 'Дата смерти', ''], ['Иванов И И', '1942', '1943', 'x']), 'utf-8'),
    );
    expect(mapping).to.deep.equal({ ФИО: 'fullName', 'Дата смерти': 'fateDate', 'Дата смерти (2)': null, '#4': null });
  });

  it('of scans that did not come with the list are kept as notes that nobody is sure of, and are told', () => {
    const [column] = scanColumns(guessColumns(['ФИО', 'Скан'], [['Иванов Иван', 'scan1.jpg']]).slice(1), null);
    expect(column).to.include({ target: 'notes', namesScans: true });
    expect(column?.confidence).to.be.lessThan(0.5);
  });

  it('in Kazakh are known without Kazakh letters, as old code pages have them', () => {
    const headers = [
      'Теги',
      'Аты',
      'Экесинин аты',
      'Туган жылы',
      'Туган жери',
      'Атагы',
      'Каза болган куни',
      'Жерленген жери',
    ];
    const known = ['familyName', 'givenName', null, 'birthDate', 'birthPlace', 'rank', 'fateDate', 'burialPlace'];
    for (const [at, header] of headers.entries())
      if (known[at]) expect(targetOfHeader(header)?.target, header).to.equal(known[at]);
    expect(targetOfHeader('Казахское имя')?.target).to.not.equal('fateDate');
    expect(targetOfHeader('Казань'), 'a city').to.equal(null);
    expect(targetOfHeader('Қаза болған жері')?.target).to.equal('fatePlace');
    for (const short of ['Ис', 'Кор', 'Улт']) expect(targetOfHeader(short)?.confidence, short).to.be.below(0.5);
    for (const whole of ['Іс', 'Қор']) expect(targetOfHeader(whole)?.confidence, whole).to.equal(1);
  });
});
