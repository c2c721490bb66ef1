import { expect } from 'chai';
import { isCountryCode, readCountry } from '../../server/domain/country.ts';
import { readSex, sexOfPatronymic } from '../../server/domain/sex.ts';

describe('sex', () => {
  it('is read from the words of lists in five languages', () => {
    for (const text of ['м', 'Муж.', 'male', 'ер', 'm']) expect(readSex(text), text).to.equal('m');
    for (const text of ['ж', 'жен.', 'female', 'әйел', 'айел', 'кыз', 'K']) expect(readSex(text), text).to.equal('f');
    expect(readSex('н/д')).to.equal(null);
  });

  it('shows in a patronymic, or stays unknown', () => {
    expect(sexOfPatronymic('Нұрмұхамедқызы')).to.equal('f');
    expect(sexOfPatronymic('Ивановна')).to.equal('f');
    expect(sexOfPatronymic('Сейтұлы')).to.equal('m');
    expect(sexOfPatronymic('Иванович')).to.equal('m');
    expect(sexOfPatronymic('Сейткали')).to.equal(null);
  });
});

describe('a country', () => {
  it('has one code in five languages and by its Soviet name', () => {
    for (const text of ['Польша', 'Polska', 'Poland', 'Polen', 'pl']) expect(readCountry(text), text).to.equal('PL');
    for (const text of ['Казахская ССР', 'Каз. ССР', 'Қазақстан', 'Казакстан', 'Kasachstan'])
      expect(readCountry(text), text).to.equal('KZ');
    expect(readCountry('Großbritannien')).to.equal('GB');
    expect(readCountry('Latvija')).to.equal('LV');
    expect(readCountry('Norge')).to.equal('NO');
  });

  it('is not guessed', () => {
    expect(readCountry('Атлантида')).to.equal(null);
    expect(readCountry('')).to.equal(null);
    expect(isCountryCode('PL')).to.equal(true);
    expect(isCountryCode('XX')).to.equal(false);
  });
});
