import { expect } from 'chai';
import { isSameCamp, readCamp, readTagNumber } from '../../server/domain/camp.ts';

describe('a camp as written', () => {
  it('has one key in Roman and Arabic numbers, Latin and Cyrillic letters', () => {
    const spellings = [
      'Stalag IV B',
      'Шталаг 4Б',
      'шталаг IV Б',
      'Шталаг IV В',
      'IVB',
      'Stalag IV-B Mühlberg',
      'M.-Stammlager IV B',
    ];
    for (const text of spellings) expect(readCamp(text)?.keys, text).to.deep.equal(['stalag-4b']);
    for (const text of ['Stalag XB', 'шталаг Х Б', 'Stalag 10 B']) {
      expect(readCamp(text)?.keys, text).to.deep.equal(['stalag-10b']);
    }
  });

  it('keeps both names of a camp that had two', () => {
    for (const text of ['Stalag 326 (VI K)', 'Шталаг 326 VI K', 'Stalag VI K (326)']) {
      expect(readCamp(text)?.keys, text).to.have.members(['stalag-6k', 'stalag-326']);
    }
  });

  it('keeps apart what is another camp', () => {
    expect(readCamp('Дулаг 131')?.keys).to.deep.equal(['dulag-131']);
    expect(readCamp('Oflag XIII D')?.keys).to.deep.equal(['oflag-13d']);
    expect(readCamp('Stalag V A/Z')?.keys).to.deep.equal(['stalag-5a-z']);
    const [a, b] = [readCamp('Stalag IV B'), readCamp('Stalag IV H')];
    expect(a !== null && b !== null && isSameCamp(a, b)).to.equal(false);
  });

  it('names a camp without a number but gives it no key', () => {
    expect(readCamp('концлагерь Бухенвальд')).to.deep.include({ kind: 'kz', keys: [] });
    expect(readCamp('лагерь')).to.deep.include({ kind: 'camp', keys: [] });
  });

  it('is none where the text names none', () => {
    expect(readCamp('г. Минск')).to.equal(null);
    expect(readCamp('')).to.equal(null);
  });
});

describe('a tag number', () => {
  it('is its digits, whatever stands around them', () => {
    for (const text of ['12345', '№ 12 345', 'Nr. 12.345', '012345']) {
      expect(readTagNumber(text)?.digits, text).to.equal('12345');
    }
  });

  it('brings its camp along when that stands in the same cell', () => {
    expect(readTagNumber('IV B 123456')).to.deep.include({ digits: '123456', campKeys: ['stalag-4b'] });
    expect(readTagNumber('326/12345')).to.deep.include({ digits: '12345', campKeys: ['stalag-326'] });
  });

  it('is none without digits', () => {
    expect(readTagNumber('неизвестен')).to.equal(null);
  });
});
