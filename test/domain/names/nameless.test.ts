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

  it('may be a man who is really called so when something else tells who he was', () => {
    expect(namelessRow({ familyName: 'Неизвестный', rank: 'рядовой', fateDate: '1943' })).to.equal('yes');
    expect(namelessRow({ familyName: 'Неизвестный', givenName: 'неизвестно', birthPlace: 'не известно' })).to.equal(
      'yes',
    );
    expect(namelessRow({ familyName: 'Неизвестный', birthDate: '1913' })).to.equal('perhaps');
    expect(namelessRow({ familyName: 'Неизвестный', birthPlace: 'Акмолинск' })).to.equal('perhaps');
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
