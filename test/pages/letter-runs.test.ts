import { expect } from 'chai';
import fc from 'fast-check';
import { letterDifference, spellingLanguage } from '../../client/parts/letter-runs.ts';

const marked = (reference: string, written: string): string =>
  letterDifference(reference, written)
    .runs.map((run) => (run.marked ? `[${run.text}]` : run.text))
    .join('');

describe('letters that a clerk wrote otherwise', () => {
  it('are marked against the Kazakh spelling in a Russian record', () => {
    expect(marked('Қайырбеков', 'Каирбеков')).to.equal('[К]а[и]рбеков');
  });

  it('are marked across scripts: а and a are the same letter, Қ and K are not', () => {
    expect(marked('Қайырбеков', 'Kairbekow')).to.equal('[K]a[i]rbekow');
  });

  it('are marked as a whole where several letters stand for one', () => {
    expect(marked('Жақсылық', 'Dschaksylyk')).to.equal('[Dsch]a[k]syly[k]');
  });

  it('are told in words, as a change from one to the other', () => {
    expect(letterDifference('Қайырбеков', 'Каирбеков').changes).to.deep.equal([
      { from: 'Қ', to: 'К' },
      { from: 'йы', to: 'и' },
    ]);
  });

  it('are none where the spelling is the same', () => {
    expect(letterDifference('Қайырбеков', 'Қайырбеков')).to.deep.equal({
      runs: [{ text: 'Қайырбеков', marked: false }],
      changes: [],
    });
  });

  it('never change, lose or add a letter of what is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (reference, written) => {
        const text = letterDifference(reference, written).runs.map((run) => run.text);
        expect(text.join('')).to.equal(written.normalize('NFC'));
      }),
    );
  });
});

describe('the language of a spelling, for a screen reader', () => {
  const cases = [
    ['Қайырбеков', null, 'kk'],
    ['Каирбеков', 'loss_report', 'ru'],
    ['Kairbekow Dschunus', 'pow_card_1', 'de'],
    ['Łukaszewicz', 'burial_list', 'pl'],
    ['قايىربەكوۆ', null, 'kk-Arab'],
    ['Qaiyrbekov', null, 'kk-Latn'],
  ] as const;
  for (const [text, document, language] of cases) {
    it(`${text} is ${language}`, () => {
      expect(spellingLanguage(text, document)).to.equal(language);
    });
  }
});
