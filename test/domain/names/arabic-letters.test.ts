import { expect } from 'chai';
import { arabicInCyrillic } from '../../../server/domain/names/arabic-letters.ts';

describe('A name of the Arabic script, read in Cyrillic', () => {
  const read: [string, string, string][] = [
    ['قايىربەكوۆ سەيىتقالى', 'Қайырбеков Сейітқалы', 'қ makes vowels back, е makes them front, and -ов stays -ов'],
    ['جۇماباەۆ ماعجان', 'Жұмабаев Мағжан', 'ع is ғ'],
    ['ءالىبەك', 'Әлібек', 'the high hamza makes the whole word front'],
    ['عابدوللا نۇرماعامبەتۇلى', 'Ғабдолла Нұрмағамбетұлы', '-ұлы is written so in any word'],
    ['سيداحمەت', 'Сидахмет', 'ي between consonants is и'],
  ];
  for (const [arabic, cyrillic, rule] of read) {
    it(`${rule}: ${cyrillic}`, () => expect(arabicInCyrillic(arabic)).to.equal(cyrillic));
  }

  it('leaves what is in other letters as it is', () => {
    expect(arabicInCyrillic('Kairbekow سەيىتقالى, 1913'))
      .to.match(/^Kairbekow Сейітқалы/)
      .and.to.match(/1913$/);
  });
});
