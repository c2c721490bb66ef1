import { expect } from 'chai';
import { AskedName } from '../../server/search/asked-name.ts';
import { documentParts, PartDictionary } from '../../server/search/part-dictionary.ts';

function dictionary(): PartDictionary {
  const made = new PartDictionary();
  for (const full of ['Каирбеков Сейткали', 'Нурмагамбетов Али', 'Али', 'Нур', 'Аба', 'Бек Батыр']) {
    made.add(documentParts([{ full }]));
  }
  return made;
}

describe('A name that is asked for', () => {
  it('is looked up by so many words at most, however long and odd it is', () => {
    const odd = [
      'А'.repeat(5000),
      'Нур Али '.repeat(700),
      'аба'.repeat(2000),
      '🙂'.repeat(3000),
      'Каирбеков'.repeat(600),
    ];
    for (const full of odd) {
      const asked = new AskedName(dictionary(), full);
      const borders = asked.borders.flatMap(({ words }) => words);
      expect(asked.words.length, full.slice(0, 9)).to.be.at.most(6);
      expect(borders.length, full.slice(0, 9)).to.be.at.most(8 * Math.max(1, asked.words.length));
    }
  });

  it('is looked up by its halves, and by two words as one, where documents have these', () => {
    const borders = (full: string): string[] =>
      new AskedName(dictionary(), full).borders.flatMap(({ words }) => words.map(({ part }) => part.text));
    expect(borders('Каирбековсейткали')).to.have.members(['kajrbek', 'sejtkaly']);
    expect(borders('Нур Магамбетов')).to.include('nurmagambet');
    expect(borders('Каирбеков Сейткали')).to.deep.equal([]);
  });
});
