import { expect } from 'chai';
import { type Ending, readWord, type WritingSystem } from '../../../server/domain/names/word-reading.ts';

const split = (word: string, hint?: WritingSystem) => {
  const [reading] = readWord(word, hint);
  return [reading?.stem, reading?.ending];
};

const ROWS: [written: string, stem: string, ending: Ending | null, reason: string][] = [
  ['Каирбеков', 'kajrbek', 'ov', 'Russian family name'],
  ['Қайырбеков', 'kajrbek', 'ov', 'the same in Kazakh'],
  ['Kairbekow', 'kajrbek', 'ov', 'German -ow'],
  ['Kairbekoff', 'kajrbek', 'ov', 'older -off'],
  ['Kairbekuw', 'kajrbek', 'ov', 'unstressed -ов by a German ear'],
  ['Абаев', 'abaj', 'ov', 'the stem gets back the й that -ев hides'],
  ['Алиев', 'aly', 'ov', 'the stem is Али'],
  ['Дмитриев', 'dmytry', 'ov', 'the stem is Дмитрий'],
  ['Сергеев', 'sergej', 'ov', 'the stem is Сергей'],
  ['Каирбекова', 'kajrbek', 'ova', 'a woman, or the genitive'],
  ['Kairbeková', 'kajrbek', 'ova', 'Czech feminine'],
  ['Kajrbekowa', 'kajrbek', 'genitive', 'in a Polish list of the dead the genitive'],
  ['Каирбекову', 'kajrbek', 'oblique', 'dative: "to Kairbekov"'],
  ['Каирбековым', 'kajrbek', 'oblique', 'instrumental'],
  ['Пушкин', 'puwk', 'in', 'Russian family name'],
  ['Пушкина', 'puwk', 'ina', 'a woman of that name'],
  ['Ковальский', 'koval', 'sky', 'Slavic adjective'],
  ['Ковальская', 'koval', 'skaya', 'a woman of that name'],
  ['Ковальского', 'koval', 'oblique', 'Russian genitive'],
  ['Kowalskiego', 'koval', 'genitive', 'Polish genitive'],
  ['Нұрмағамбетұлы', 'nurmagambet', 'uly', 'son of'],
  ['Нурмагамбетулы', 'nurmagambet', 'uly', 'in a Russian paper'],
  ['Нурмагамбетоглы', 'nurmagambet', 'uly', 'Turkish оглы'],
  ['Асановуулу', 'asanov', 'uly', 'Kyrgyz уулу'],
  ['Ахметқызы', 'axmet', 'qyzy', 'daughter of'],
  ['Ахметович', 'axmet', 'ovich', 'Russian patronymic'],
  ['Achmetowitsch', 'axmet', 'ovich', 'in German'],
  ['Achmietowicz', 'axmet', 'ovich', 'in Polish'],
  ['Iwanowicza', 'yvan', 'ovich', 'Polish genitive of the patronymic'],
  ['Абаевич', 'abaj', 'ovich', 'the stem gets back its й'],
  ['Николаевна', 'nykolaj', 'ovna', 'daughter of Николай'],
  ['Ахметинович', 'axmet', 'inovich', 'a clerk doubled the ending'],
  ['Константинович', 'konstantyn', 'ovich', 'Константин keeps his own -ин'],
  ['Ильич', 'yl', 'ovich', 'short patronymic'],
  ['улы', '', 'uly', 'the mark alone'],
  ['оглы', '', 'uly', 'the mark alone'],
  ['кызы', '', 'qyzy', 'the mark alone'],
  ['Яков', 'jakov', null, 'a given name that only looks like a family name'],
  ['Лев', 'lev', null, 'too short, and a given name'],
  ['Марина', 'maryna', null, 'a given name'],
  ['Константин', 'konstantyn', null, 'a given name'],
  ['Ким', 'kym', null, 'no ending'],
];

describe('the ending of a word', () => {
  for (const [written, stem, ending, reason] of ROWS) {
    const named = ending ?? 'no ending';
    it(`${written} is ${stem} and ${named}: ${reason}`, () => expect(split(written)).to.deep.equal([stem, ending]));
  }

  it('in a list known to be Polish takes the genitive off -uk', () => {
    expect(split('Ciewszuka', 'polish')[1]).to.equal('genitive');
  });
});
