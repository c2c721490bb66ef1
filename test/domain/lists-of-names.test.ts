import { expect } from 'chai';
import { alphabetKey, LETTERS } from '../../server/domain/alphabet.ts';
import { documentTrust, isSensitiveDocument, understandDocumentType } from '../../server/domain/document-type.ts';
import { listedForm } from '../../server/domain/soldier.ts';

const byAlphabet = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => (alphabetKey(a) < alphabetKey(b) ? -1 : 1));

const lettersOf = (name: string): string[] =>
  LETTERS.filter(({ from, before }) => from <= alphabetKey(name) && alphabetKey(name) < before).map(
    ({ letter }) => letter,
  );

describe('Names are listed in the order of the alphabet', () => {
  it('puts the Kazakh letters in their own places, where code points would put them last', () => {
    const names = [
      'Яковлев',
      'Қасымов',
      'Іліясов',
      'Әбдіров',
      'Ыбышев',
      'Касымов',
      'Бегалин',
      'Үсенов',
      'Ахметов',
      'Усенов',
    ];
    const order = [
      'Ахметов',
      'Әбдіров',
      'Бегалин',
      'Касымов',
      'Қасымов',
      'Усенов',
      'Үсенов',
      'Ыбышев',
      'Іліясов',
      'Яковлев',
    ];
    expect(byAlphabet(names)).to.deep.equal(order);
  });

  it('puts a name in Latin or Arabic letters where a reader of Cyrillic looks for it', () => {
    const names = ['Яковлев', 'Kairbekow', 'Жаксыбеков', 'Дуйсенов', 'Qasymov', 'Каирбеков', 'Żaksybekow', 'Jakupow'];
    expect(byAlphabet(names)).to.deep.equal([
      'Дуйсенов',
      'Żaksybekow',
      'Жаксыбеков',
      'Каирбеков',
      'Kairbekow',
      'Qasymov',
      'Яковлев',
      'Jakupow',
    ]);
    // Three of four `sch` on German cards are the ж of a Kazakh name.
    expect([lettersOf('Schumabaew'), lettersOf('وسپانوۆ')]).to.deep.equal([['Ж'], ['О']]);
  });

  it('orders a man by a Cyrillic paper of his where he has one, and as his other papers read where not', () => {
    const form = (full: string) => ({
      full,
      familyName: null,
      givenName: null,
      patronymic: null,
      documentType: null,
      count: 1,
    });
    const [polish, russian] = [form('Kajrbekowa Sejtkalego'), form('Каирбеков Сейткали')];
    expect(listedForm({ name: polish, names: [polish, russian] })).to.equal(russian);
    expect(listedForm({ name: polish, names: [polish] })).to.equal(polish);
  });

  it('puts a short name before the longer one that begins with it', () => {
    expect(alphabetKey('Иван Петров') < alphabetKey('Иванов')).to.equal(true);
  });

  it('leaves signs out', () => {
    expect(alphabetKey('Нур-Магамбетов')).to.equal(alphabetKey('нурмагамбетов'));
  });

  it('stand under one letter each', () => {
    const letters = ['қасымов', 'Яковлев', 'Łoś', 'Qasymov', 'Cерік', 'Абдиров', '?', ''].map(lettersOf);
    expect(letters).to.deep.equal([['Қ'], ['Я'], ['Л'], ['Қ'], ['С'], ['А'], ['#'], ['#']]);
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
