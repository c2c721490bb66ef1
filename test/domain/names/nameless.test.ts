import { expect } from 'chai';
import { isNameless, namelessRow } from '../../../server/domain/names/nameless.ts';
import { understandRow } from '../../../server/domain/understand-row.ts';
import { testContext } from '../../soldiers/a-mention.ts';

describe('A row about an unknown soldier', () => {
  it('is known by its words in each language of the lists', () => {
    for (const text of [
      'Неизвестный',
      'НЕИЗВЕСТНЫЙ СОЛДАТ',
      'Неизвестный красноармеец № 5',
      'неизв. мл. лейтенант',
      'Неизвестно',
      'имя не установлено',
      'Ф.И.О. неизвестны',
      'Безымянный боец',
      'Белгісіз',
      'Белгісіз жауынгер',
      'Аты-жөні белгісіз',
      'Unknown Soviet soldier',
      'Unidentified',
      'Unbekannter russischer Soldat',
      'Nieznany żołnierz radziecki',
      'NN',
      'N.N.',
      'Ukjent russisk krigsfange',
      'Невідомий солдат',
    ])
      expect(isNameless(text), text).to.equal(true);
  });

  it('is none of the men who have a name beside such a word, or a name like it', () => {
    for (const text of [
      'Неизвестный Эрнст Иосифович',
      'Неизвестный И. О.',
      'Nieznany Jan',
      'Неизвестнов Пётр',
      'Безымянных Алексей',
      'Солдатов',
      'Солдат Иван',
      'Нину Николай',
      'Анн Н.',
      'Unbehaun Karl',
      'Иванов, имя неизвестно',
    ])
      expect(isNameless(text), text).to.equal(false);
  });

  it('is none of the men called Аскер, though a soldier is called so in Kazakh', () => {
    for (const givenName of ['Аскер', 'Әскер'])
      expect(namelessRow({ familyName: 'Неизвестный', givenName }), givenName).to.equal('no');
    expect(namelessRow({ familyName: 'Белгисиз аскер' })).to.equal('perhaps');
    expect(namelessRow({ familyName: 'Белгісіз әскер' })).to.equal('yes');
  });

  it('may be a man who is really called so when something else tells who he was', () => {
    expect(namelessRow({ familyName: 'Неизвестный', rank: 'рядовой', fateDate: '1943' })).to.equal('yes');
    expect(namelessRow({ familyName: 'Неизвестный', givenName: 'неизвестно', birthPlace: 'не известно' })).to.equal(
      'yes',
    );
    expect(namelessRow({ familyName: 'Неизвестный', birthDate: '1913' })).to.equal('perhaps');
    expect(namelessRow({ familyName: 'Неизвестный', birthPlace: 'Акмолинск' })).to.equal('perhaps');
  });

  it('is none where the man has a surname that looks like such a word and his other names are unknown', () => {
    const severities = (row: Parameters<typeof understandRow>[0]) =>
      understandRow(row, testContext()).problems.filter(({ rule }) => rule.startsWith('name.'));
    for (const [familyName, givenName, patronymic] of [
      ['Воинов', 'неизвестно', 'неизвестно'],
      ['Адамов', 'неизв.'],
      ['Солдатов', 'не установлено'],
      ['Бойцов', 'неизвестно'],
      ['Русских', 'неизвестно'],
      ['Майоров', 'неизвестно'],
      ['Матросов', 'имя неизвестно'],
      ['Mann', 'unbekannt'],
      ['Soldatenko', 'unknown'],
    ] as const) {
      const row = { familyName, givenName, ...(patronymic && { patronymic }), rank: 'рядовой' };
      expect(severities(row), familyName).to.deep.equal([]);
    }
  });

  it('waits for a person where a surname alone looks like such a word', () => {
    for (const row of [
      { familyName: 'Безымянных' },
      { familyName: 'Неизвестных', givenName: 'неизвестно' },
      { familyName: 'Солдат', givenName: 'неизвестно' },
      { fullName: 'Воинов неизвестно' },
      { fullName: 'Mann unbekannt' },
      { fullName: 'Неизвестный Адам' },
      { fullName: 'Неизвестный интендант' },
    ])
      expect(namelessRow(row), JSON.stringify(row)).to.equal('perhaps');
  });

  it('waits for a person where his unit, the day of his death or his number in a camp is known', () => {
    for (const known of [{ unit: '316 сд' }, { fateDate: '12.05.1943' }, { campNumber: '10234' }])
      expect(namelessRow({ familyName: 'Неизвестный', ...known }), JSON.stringify(known)).to.equal('perhaps');
    expect(namelessRow({ familyName: 'Неизвестный', unit: 'неизвестно', fateDate: '05.1943' })).to.equal('yes');
  });

  it('adds nobody, and one that may be a man waits for a person', () => {
    const severities = (row: Parameters<typeof understandRow>[0]) =>
      understandRow(row, testContext()).problems.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(severities({ fullName: 'Белгісіз сарбаз' })).to.deep.equal(['name.unknown_soldier rejects']);
    expect(severities({ fullName: 'Неизвестный', birthDate: '1913' })).to.deep.equal([
      'name.perhaps_unknown quarantines',
    ]);
    expect(severities({ fullName: 'Неизвестный Эрнст' })).to.deep.equal([]);
  });
});
