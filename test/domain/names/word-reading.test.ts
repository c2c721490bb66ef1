import { expect } from 'chai';
import fc from 'fast-check';
import { clustersOf } from '../../../server/domain/names/given-name-clusters.ts';
import { coarseKey, foldSound, SOUND_LETTERS } from '../../../server/domain/names/sound-key.ts';
import { readWord } from '../../../server/domain/names/word-reading.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const cyrillic = fc.string({ unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі'), maxLength: 60 });
const latin = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüşğñáýłżšž'), maxLength: 60 });
const mixed = fc.string({ unit: fc.constantFrom(...'абвгёәғқіьabcdeijsyzßıñł’ابقي'), maxLength: 60 });
const letters = fc.oneof(cyrillic, latin, mixed);
const either = fc.oneof(anyText, letters);

describe('reading any word', () => {
  it('never throws and gives at most six readings with different sounds', () => {
    fc.assert(
      fc.property(either, (word) => {
        const sounds = readWord(word).map((reading) => reading.sound);
        return sounds.length <= 6 && new Set(sounds).size === sounds.length && !sounds.includes('');
      }),
    );
  });

  it('gives weights from 1 down, never more', () => {
    fc.assert(
      fc.property(either, (word) => {
        const weights = readWord(word).map((reading) => reading.weight);
        return weights.every((weight, rank) => weight > 0 && weight <= 1 && weight <= (weights[rank - 1] ?? 1));
      }),
    );
  });

  it('uses only the letters of the sound alphabet, folded', () => {
    fc.assert(
      fc.property(either, (word) =>
        readWord(word).every(
          ({ sound }) => [...sound].every((letter) => SOUND_LETTERS.includes(letter)) && foldSound(sound) === sound,
        ),
      ),
    );
  });

  it('starts every sound with its stem, but for the й that an ending hides', () => {
    fc.assert(
      fc.property(letters, (word) =>
        readWord(word).every(({ sound, stem }) => sound.startsWith(stem) || sound.startsWith(stem.slice(0, -1))),
      ),
    );
  });

  it('answers the same every time', () => {
    fc.assert(fc.property(either, (word) => void expect(readWord(word)).to.deep.equal(readWord(word))));
  });

  it('reads capitals as small letters', () => {
    const oneScript = fc.oneof(cyrillic, latin);
    fc.assert(
      fc.property(oneScript, (word) => void expect(readWord(word.toUpperCase())).to.deep.equal(readWord(word))),
    );
  });

  it('looks at no more than the first 48 characters, however long the word', () => {
    const long = 'қ'.repeat(5000);
    expect(readWord(`${'аб'.repeat(24)}${long}`)).to.deep.equal(readWord('аб'.repeat(24)));
  });

  it('lets keys and clusters be made of whatever was read', () => {
    fc.assert(
      fc.property(either, (word) => {
        for (const { sound, stem } of readWord(word)) {
          coarseKey(sound);
          clustersOf(stem);
        }
      }),
    );
  });
});

describe('reading what is no name', () => {
  const nothing: [string, string][] = [
    ['', 'nothing'],
    ['   ', 'blanks'],
    ['1941', 'a year'],
    ['--', 'strokes'],
    ['\u0000\u0007', 'control characters'],
  ];
  for (const [word, what] of nothing) {
    it(`gives no reading of ${what}`, () => expect(readWord(word)).to.deep.equal([]));
  }

  it('reads one letter as that letter', () => expect(readWord('С')[0]?.sound).to.equal('s'));

  it('reads a script without a table by the last-resort romanization', () => {
    expect(readWord('Γεωργος')[0]?.sound).to.match(/^georg/);
  });
});
