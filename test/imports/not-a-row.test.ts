import { expect } from 'chai';
import { createRowSieve } from '../../server/domain/imports/not-a-row.ts';

describe('Lines of a list that are about nobody', () => {
  const whole = createRowSieve(['№', 'ФИО', 'Год', 'Место'], ['ignore', 'fullName', 'birthDate', 'birthPlace']);
  const parted = createRowSieve(
    ['Nazwisko', 'Imię', 'Rok', 'Miejsce'],
    ['familyName', 'givenName', 'birthDate', 'birthPlace'],
  );
  const alone = (name: string) => whole(['', name, '', '']);

  it('are none of the men whose names hold a word for a place or a unit, though nothing but the name is filled in', () => {
    for (const name of [
      'Коротаев Иван Петрович',
      'Полковников',
      'Главацкий',
      'Районов Пётр',
      'Grabowski Jan',
      'Sidelnikow',
    ])
      expect(alone(name), name).to.equal(null);
  });

  it('are none of the men whose surname is such a word, or whose initials stand for a stamp', () => {
    for (const name of [
      'Глава Пётр',
      'Могила Иван',
      'Grab Jan',
      'Lager Karl',
      'Page John',
      'Источников',
      'М.П. Иванов',
    ])
      expect(alone(name), name).to.equal(null);
  });

  it('are headings of cemeteries, districts and numbered units, in the column of names too', () => {
    for (const text of [
      'Братское кладбище',
      'Братская могила д. Василевка',
      'Зыряновский район',
      '3-й взвод',
      'Лагерь № 5',
    ])
      expect(alone(text), text).to.equal('heading_line');
    expect(whole(['Лагерь', '', '', ''])).to.equal('heading_line');
    expect(alone('Источник: архив')).to.equal('heading_line');
  });

  it('are none of the men called Suma, Sum or Total', () => {
    expect(parted(['Suma', 'Jan', '1913', 'Łódź'])).to.equal(null);
    expect(parted(['Suma', 'Jan', '1913', ''])).to.equal(null);
    expect(alone('SUMA JAN')).to.equal(null);
    expect(whole(['7', 'Sum Max', '1913', ''])).to.equal(null);
  });

  it('are the header of another list, and what programs write over columns without a name', () => {
    const unnamed = createRowSieve(['', ''], ['familyName', 'birthDate']);
    expect(unnamed(['кол1', 'кол2'])).to.equal('header_words');
    expect(unnamed(['Column1', ''])).to.equal('header_words');
    expect(whole(['поле0', 'поле1', 'поле2', 'поле3'])).to.equal('header_words');
    expect(whole(['', 'Фамилия', 'Отчество', 'Звание'])).to.equal('header_words');
    expect(whole(['', 'Фельд', '', ''])).to.equal(null);
    expect(alone('Поле')).to.equal(null);
    expect(unnamed(['Солдат', '1913'])).to.equal(null);
    expect(parted(['Col', 'Jan', '', ''])).to.equal(null);
  });

  it('are totals: the word alone or with its counts', () => {
    expect(parted(['Suma', '25', '', ''])).to.equal('total_line');
    expect(parted(['Suma', '25', '13', '12'])).to.equal('total_line');
    expect(whole(['', 'Total', '25', ''])).to.equal('total_line');
    expect(whole(['', 'Total: 25', '', ''])).to.equal('total_line');
    expect(whole(['Итого', 'по району', '25', '3'])).to.equal('total_line');
  });
});
