import { expect } from 'chai';
import fc from 'fast-check';
import { coarseKey, foldSound, SOUND_LETTERS } from '../../../server/domain/names/sound-key.ts';

const sound = fc.string({ unit: fc.constantFrom(...SOUND_LETTERS), maxLength: 30 });

describe('the sound alphabet', () => {
  const folded: [raw: string, sound: string, reason: string][] = [
    ['syyyt', 'syt', 'a run of й and і between consonants is one vowel'],
    ['seyyt', 'sejt', 'Сейіт: й and і after a vowel are one glide'],
    ['seyt', 'sejt', 'Сейт and Сеит are written with й or и for the same sound'],
    ['kayyrbekov', 'kajrbekov', 'Қайырбеков and Каирбеков: йы is written и in Russian papers'],
    ['asayyn', 'asajn', 'Асайын and Асаин'],
    ['yerlan', 'erlan', 'English Yerlan is Ерлан'],
    ['abayev', 'abajev', 'Abayev'],
    ['abaev', 'abajev', 'Абаев: е after a vowel is йе'],
    ['sergeev', 'sergejev', 'Сергеев keeps both е'],
    ['marya', 'marja', 'Марья'],
    ['maryya', 'marja', 'Мария, Mariya'],
    ['nyyaz', 'njaz', 'Нияз, Niyaz'],
    ['nyaz', 'njaz', 'Ниаз, Niaz'],
    ['bauyrhan', 'baurhan', 'Бауыржан: ы is mute after the glide у'],
    ['baurhan', 'baurhan', 'Бауржан'],
    ['dmytryy', 'dmytry', 'Дмитрий, Dmitry, Dmitrij'],
    ['abdulla', 'abdula', 'a doubled consonant is one'],
    ['muxammed', 'muxamed', 'Мұхаммед and Мұхамед'],
  ];
  for (const [raw, expected, reason] of folded) {
    it(`writes ${raw} as ${expected}: ${reason}`, () => expect(foldSound(raw)).to.equal(expected));
  }

  it('is the same when written twice', () => {
    fc.assert(fc.property(sound, (raw) => foldSound(foldSound(raw)) === foldSound(raw)));
  });

  it('stays within its own letters', () => {
    fc.assert(fc.property(sound, (raw) => [...foldSound(raw)].every((letter) => SOUND_LETTERS.includes(letter))));
  });
});

describe('the coarse key', () => {
  const merged: [string, string, string][] = [
    ['magambet', 'muxambed', 'г and х, т and д'],
    ['iumabaj', 'humapaj', 'дж and ж, б and п'],
    ['cokan', 'wokan', 'ч and ш'],
    ['sadyk', 'zadyk', 'с and з'],
    ['farxat', 'varxat', 'ф and в'],
    ['bolat', 'bulat', 'vowels'],
  ];
  for (const [one, other, reason] of merged) {
    it(`merges ${one} and ${other}: ${reason}`, () => expect(coarseKey(one)).to.equal(coarseKey(other)));
  }

  const apart: [string, string, string][] = [
    ['humabaj', 'humabek', 'Жұмабай is not Жұмабек'],
    ['nurlan', 'nurhan', 'Нұрлан is not Нұржан'],
    ['axmet', 'samet', 'a vowel at the start is kept'],
  ];
  for (const [one, other, reason] of apart) {
    it(`keeps ${one} and ${other} apart: ${reason}`, () => expect(coarseKey(one)).not.to.equal(coarseKey(other)));
  }

  it('is the same when taken twice', () => {
    fc.assert(fc.property(sound, (raw) => coarseKey(coarseKey(raw)) === coarseKey(raw)));
  });
});
