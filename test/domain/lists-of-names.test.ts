import { expect } from 'chai';
import { loadBurialSites } from '../../seed/facts.ts';
import { alphabetKey, LETTERS } from '../../server/domain/alphabet.ts';
import { documentTrust, isSensitiveDocument, understandDocumentType } from '../../server/domain/document-type.ts';
import { burialSiteOfFact, createSiteFinder } from '../../server/domain/known-burial-site.ts';

describe('Names are listed in the order of the alphabet', () => {
  it('puts the Kazakh letters in their own places, where code points would put them last', () => {
    const names = ['Яковлев', 'Қасымов', 'Әбдіров', 'Касымов', 'Бегалин', 'Ахметов', 'Smith'];
    const sorted = [...names].sort((a, b) => (alphabetKey(a) < alphabetKey(b) ? -1 : 1));
    expect(sorted).to.deep.equal(['Ахметов', 'Әбдіров', 'Бегалин', 'Касымов', 'Қасымов', 'Яковлев', 'Smith']);
  });

  it('puts a short name before the longer one that begins with it', () => {
    expect(alphabetKey('Иван Петров') < alphabetKey('Иванов')).to.equal(true);
  });

  it('reads accented Latin letters as plain ones, and leaves signs out', () => {
    expect(alphabetKey('Żółw-Nowak')).to.equal(alphabetKey('zolwnowak'));
  });

  it('stand under one letter each', () => {
    const lettersOf = (name: string) =>
      LETTERS.filter(({ from, before }) => from <= alphabetKey(name) && alphabetKey(name) < before).map(
        ({ letter }) => letter,
      );
    expect(['қасымов', 'Яковлев', 'Łoś', 'Zorn', 'Абдиров', '?', ''].map(lettersOf)).to.deep.equal([
      ['Қ'],
      ['Я'],
      ['L'],
      ['Z'],
      ['А'],
      ['#'],
      ['#'],
    ]);
  });
});

describe('Documents are believed as far as they were near to what they tell', () => {
  it('knows a document by the words of lists in several languages, and by a longer text that begins so', () => {
    expect(understandDocumentType('Книга памяти')).to.equal('memory_book');
    expect(understandDocumentType('Боздақтар')).to.equal('memory_book');
    expect(understandDocumentType('Personalkarte I')).to.equal('pow_card_1');
    expect(understandDocumentType('Донесение о безвозвратных потерях 387 сд, 12.03.1943')).to.equal('loss_report');
    expect(understandDocumentType('что-то другое')).to.equal(null);
    expect(understandDocumentType(undefined)).to.equal(null);
  });

  it('trusts a man’s own papers about who he was, his unit about his fate, the camp about captivity, the grave list about the grave', () => {
    const best = (aspect: Parameters<typeof documentTrust>[1]) =>
      ['red_army_book', 'loss_report', 'pow_card_1', 'burial_list', 'memory_book', null]
        .map((type) => ({ type, trust: documentTrust(type, aspect) }))
        .sort((a, b) => b.trust - a.trust)[0]?.type;
    expect([best('identity'), best('service'), best('captivity'), best('burial')]).to.deep.equal([
      'red_army_book',
      'loss_report',
      'pow_card_1',
      'burial_list',
    ]);
  });

  it('keeps screening files and sick reports from the public', () => {
    expect(isSensitiveDocument('filtration_file')).to.equal(true);
    expect(isSensitiveDocument('loss_report')).to.equal(false);
    expect(isSensitiveDocument(null)).to.equal(false);
  });
});

describe('A list names a known burial place', () => {
  const sites = loadBurialSites().map((fact) => burialSiteOfFact(fact, new Date(0)));
  const find = createSiteFinder(sites);

  it('finds it by its name in any language, whole or up to the first comma', () => {
    expect(find('Tjøtta Russian War Cemetery', null)).to.equal('tjotta');
    expect(find('tjotta russiske krigskirkegard', 'NO')).to.equal('tjotta');
    expect(find('Пампали', 'LV')).to.equal('pampali');
  });

  it('does not find it in another country, nor by a name that several places share', () => {
    expect(find('Пампали', 'PL')).to.equal(null);
    const twice = ['a', 'b'].map((id) => {
      return { id, country: 'RU', names: { kk: null, ru: `Братская могила, № ${id}`, en: null, local: null } };
    });
    expect(createSiteFinder(twice)('Братская могила', 'RU')).to.equal(null);
  });

  it('says that coordinates of the nearest town are not those of the grave', () => {
    const precision = (id: string) => sites.find((site) => site.id === id)?.precision;
    expect([precision('tjotta'), precision('gyor'), precision('pampali')]).to.deep.equal(['site', 'town', null]);
  });
});
