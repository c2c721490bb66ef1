import { expect } from 'chai';
import { likelySystem, mendWord, scriptOf, systemsOf } from '../../../server/domain/names/scripts.ts';
import type { WritingSystem } from '../../../server/domain/names/writing-system.ts';

describe('the script of a word', () => {
  const rows: [string, string, string][] = [
    ['Серік', 'cyrillic', 'Cyrillic'],
    ['Serik', 'latin', 'Latin'],
    ['سەرىك', 'arabic', 'Arabic'],
    ['Cерік', 'cyrillic', 'one Latin letter does not make it Latin'],
    ['1941', 'other', 'digits are of no script'],
    ['', 'other', 'nothing'],
  ];
  for (const [word, script, reason] of rows) {
    it(`of "${word}" is ${script}: ${reason}`, () => expect(scriptOf(word)).to.equal(script));
  }
});

describe('mending a word', () => {
  const rows: [string, string, string][] = [
    ['Cерік', 'серік', 'Latin C among Cyrillic letters'],
    ['СЕИТКАЛИ', 'сеиткали', 'capitals'],
    ['Kairbeкоv', 'kairbekov', 'Cyrillic letters among Latin ones'],
    ['И\u0306ван', 'йван', 'й from two characters is one letter'],
    ['Қайыр\u200bбек', 'қайырбек', 'an invisible character'],
    ['Ｋａｉｒ', 'kair', 'full-width letters'],
    ['İsa', 'isa', 'a dotted capital İ leaves no dot behind'],
    ['Qajьrbek', 'qajьrbek', 'ь in a Yanalif word is its letter for ы'],
    ['К0былан', 'кобылан', 'a zero for о'],
  ];
  for (const [word, mended, reason] of rows) {
    it(`"${word}" is ${mended}: ${reason}`, () => expect(mendWord(word)).to.equal(mended));
  }

  it('keeps no more than 48 characters', () => expect(mendWord('а'.repeat(5000))).to.have.length(48));
});

describe('the writing system of a word', () => {
  const rows: [string, WritingSystem, string][] = [
    ['Қайырбеков', 'kazakh', 'қ'],
    ['Каирбеков', 'russian', 'no letter beyond Russian'],
    ['Ҳайдаров', 'turkic-cyrillic', 'ҳ'],
    ['Їжакевич', 'slavic-cyrillic', 'ї'],
    ['Zhumabayev', 'english', 'zh, ye'],
    ['Dschumabajew', 'german', 'dsch'],
    ['Żumabajew', 'polish', 'ż'],
    ['Szczerbakow', 'polish', 'szcz'],
    ['Joumagoulov', 'french', 'ou'],
    ['Žumabajev', 'czech', 'ž'],
    ['Kairbekovs', 'baltic', '-ovs'],
    ['Zjoemabajev', 'dutch', 'zj, oe'],
    ['Sjajachmetov', 'nordic', 'sj'],
    ['Dzsumabajev', 'hungarian', 'dzs'],
    ['Jumabaiță', 'romanian', 'ț, ă'],
    ['Əhmədov', 'turkish', 'ə'],
    ["Jen'is", 'kazakh-latin-2017', 'an apostrophe behind n'],
    ['Áýez', 'kazakh-latin-2018', 'acutes'],
    ['Jeñıs', 'kazakh-latin-2021', 'ñ, ı'],
    ['Qajьrbekov', 'yanalif', 'ь in a Latin word'],
    ['قايىربەكوۆ', 'arabic', 'Arabic'],
  ];
  for (const [word, system, reason] of rows) {
    it(`of ${word} is ${system}: ${reason}`, () => expect(systemsOf(mendWord(word))[0]?.system).to.equal(system));
  }

  it('is at most four guesses, likeliest first', () => {
    const weights = systemsOf('jusupow').map((guess) => guess.weight);
    expect(weights.length).to.be.within(2, 4);
    expect(weights).to.deep.equal([...weights].sort((a, b) => b - a));
  });

  it('of a whole name shows where one word alone would not', () => {
    expect(systemsOf('jusupov')[0]?.system).to.equal('english');
    expect(likelySystem('Jusupow Dschumabaj')).to.equal('german');
    expect(likelySystem('Valerii Ochanine')).to.equal('french');
    expect(likelySystem('Borisz Ivanov')).to.equal('hungarian');
  });
});
