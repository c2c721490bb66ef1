import { expect } from 'chai';
import { documentParts, PartDictionary } from '../../server/search/part-dictionary.ts';

function dictionaryOf(...names: string[]): PartDictionary {
  const dictionary = new PartDictionary();
  for (const full of names) dictionary.add(documentParts([{ full }]));
  return dictionary;
}

const nearest = (dictionary: PartDictionary, name: string): string[] =>
  dictionary.near(name).map(({ near }) => near[0]?.part ?? '');

describe('The parts that a document is indexed under', () => {
  it('are the same for one name in Kazakh, Russian, German and Arabic letters', () => {
    const kazakh = documentParts([{ full: 'Қайырбеков' }]);
    for (const full of ['Каирбеков', 'Kairbekow', 'قايىربەكوۆ']) {
      expect(documentParts([{ full }]), full).to.include(kazakh[0]);
    }
  });

  it('are lower-case ASCII, each once, and none for an initial', () => {
    const parts = documentParts([{ full: 'Иванов Иван Иванович' }, { full: 'Иванов И. И.' }]);
    expect(parts).to.deep.equal(['yvan']);
  });
});

describe('The dictionary of parts', () => {
  it('finds what is near, nearest first, with how many people are at least as near', () => {
    const dictionary = dictionaryOf('Жұмабаев', 'Джумабаев', 'Жұмабаев Болат', 'Омаров');
    const near = dictionary.near('Жумабаев')[0]?.near ?? [];
    expect(near[0]).to.deep.equal({ part: documentParts([{ full: 'Жұмабаев' }])[0], cost: 0, people: 2 });
    expect(near[1]?.part).to.equal(documentParts([{ full: 'Джумабаев' }])[0]);
    expect(near[1]?.people).to.equal(3);
    expect(near.map(({ part }) => part)).to.not.include(documentParts([{ full: 'Омаров' }])[0]);
  });

  it('answers for each part of the name, nothing for an initial', () => {
    const answers = dictionaryOf('Каирбеков Сейткали').near('Kairbekow S.');
    expect(answers.map(({ near }) => near.length > 0)).to.deep.equal([true, false]);
  });

  it('finds another form of a given name that sounds unlike it', () => {
    const muhammad = documentParts([{ full: 'Мұхаммед' }])[0];
    expect(nearest(dictionaryOf('Мұхаммед', 'Марат'), 'Магомет')).to.deep.equal([muhammad]);
  });

  it('forgets a part when the last person who has it goes', () => {
    const dictionary = dictionaryOf('Омаров', 'Омаров');
    const parts = documentParts([{ full: 'Омаров' }]);
    dictionary.remove(parts);
    expect(nearest(dictionary, 'Омаров')).to.deep.equal(parts);
    dictionary.remove(parts);
    expect(nearest(dictionary, 'Омаров')).to.deep.equal(['']);
  });

  it('finds parts that came before and after it was ordered', () => {
    const dictionary = new PartDictionary();
    const letters = [...'bdgklmnprstvz'];
    for (const a of letters) {
      for (const b of letters) for (const c of letters) dictionary.add([`${a}a${b}o${c}`]);
    }
    dictionary.add(documentParts([{ full: 'Каирбеков' }]));
    expect(nearest(dictionary, 'Кайырбеков')).to.deep.equal(documentParts([{ full: 'Каирбеков' }]));
    expect(nearest(dictionary, 'Багор')).to.deep.equal(['bagor']);
  });

  it('compares a small part of a large dictionary, however long the name asked for is', () => {
    const dictionary = new PartDictionary();
    const letters = [...'bdgklmnprstvz'];
    for (const a of letters) {
      for (const b of letters) {
        for (const c of letters) for (const d of letters) dictionary.add([`${a}a${b}o${c}y${d}`]);
      }
    }
    dictionary.near('Каирбеков');
    expect(dictionary.compared).to.be.below(dictionary.size / 4);
    for (const long of ['А'.repeat(5000), 'Каирбеков'.repeat(600), 'Нур Али '.repeat(700)]) {
      dictionary.near(long);
      expect(dictionary.compared, long.slice(0, 12)).to.be.at.most(dictionary.size);
    }
  });
});
