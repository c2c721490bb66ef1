import { expect } from 'chai';
import { clustersOf, GIVEN_NAME_CLUSTERS } from '../../../server/domain/names/given-name-clusters.ts';
import { readWord } from '../../../server/domain/names/word-reading.ts';
import { soundsOf } from '../../../server/domain/names/written-sounds.ts';

const stemOf = (word: string): string => readWord(word)[0]?.stem ?? '';
const clustersIn = (word: string): string[] => clustersOf(stemOf(word)).map((part) => part.cluster);

describe('the table of given names', () => {
  it('holds at least 150 names and gives each an id of its own', () => {
    const ids = GIVEN_NAME_CLUSTERS.map((each) => each.cluster);
    expect(ids.length).to.be.at.least(150);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const id of ids) expect(id).to.match(/^[a-z0-9-]+$/);
  });

  it('never gives one sound to two names', () => {
    const owner = new Map<string, string>();
    const claims = GIVEN_NAME_CLUSTERS.flatMap(({ cluster, spellings }) =>
      spellings.map((spelling) => ({ cluster, spelling, sound: soundsOf(spelling)[0]?.sound ?? '' })),
    );
    const clashes = claims.filter(({ cluster, sound }) => {
      const first = owner.get(sound) ?? cluster;
      owner.set(sound, first);
      return first !== cluster;
    });
    expect(clashes).to.deep.equal([]);
  });

  it('is written in Cyrillic letters only, so that one typist’s slip is seen', () => {
    const slips = GIVEN_NAME_CLUSTERS.flatMap((each) => each.spellings).filter((spelling) =>
      /[^\p{Script=Cyrillic}]/u.test(spelling),
    );
    expect(slips).to.deep.equal([]);
  });
});

describe('the source of a row', () => {
  it('stands in the fourth column, and is empty where there is none', () => {
    const sourceOf = (id: string) => GIVEN_NAME_CLUSTERS.find(({ cluster }) => cluster === id)?.source;
    expect(sourceOf('bauyrzhan')).to.match(/^tolibayev\.blog/);
    expect(sourceOf('zhanbolat')).to.include('four spellings in one family');
    expect(sourceOf('adam')).to.equal('');
  });
});

describe('the given names in a word', () => {
  const same: [one: string, other: string, reason: string][] = [
    ['Мұхамбет', 'Магамбет', 'Kazakh and clerk'],
    ['Мухаммед', 'Магомет', 'Arabic and Russian'],
    ['Ахмет', 'Ахмед', 'т and д'],
    ['Ғабдолла', 'Абдулла', 'initial ع lost'],
    ['Хасен', 'Касен', 'х said қ'],
    ['Асан', 'Гасан', 'х lost or written г'],
    ['Құсайын', 'Хусаин', 'қ and х'],
    ['Жүсіп', 'Юсуп', 'Joseph'],
    ['Жүсіп', 'Джусуп', 'Soviet дж'],
    ['Жақып', 'Якуб', 'Jacob'],
    ['Ысқақ', 'Исхак', 'Isaac'],
    ['Ибраһим', 'Ибрай', 'the short form'],
    ['Сейіт', 'Саид', 'lord'],
    ['Төлеген', 'Тюлеген', 'ө heard as ю'],
    ['Иван', 'Ваня', 'short form'],
    ['Николай', 'Миколай', 'Belarusian'],
    ['Иван', 'Iwan', 'German and Polish writing'],
    ['Нұрмағамбетов', 'Нурмухаметов', 'inside a family name'],
    ['Сейтмагамбетов', 'Сейітмұхамбетұлы', 'inside family name and patronymic'],
    ['Қайырмағамбетов', 'Хаирмухаметов', 'both halves distorted'],
    ['Оразалиев', 'Уразалиев', 'о heard as у'],
  ];
  for (const [one, other, reason] of same) {
    it(`are shared by ${one} and ${other}: ${reason}`, () => {
      expect(clustersIn(one)).not.to.have.length(0);
      expect(clustersIn(one)).to.deep.equal(clustersIn(other));
    });
  }

  const apart: [string, string, string][] = [
    ['Нұрлан', 'Нұржан', 'лан is not жан'],
    ['Жұмабай', 'Жұмабек', 'бай is not бек'],
    ['Сейітов', 'Саттаров', 'two names'],
    ['Ахметов', 'Ахмедьяров', 'a name and a longer one'],
    ['Мария', 'Мариям', 'Christian and Muslim'],
  ];
  for (const [one, other, reason] of apart) {
    it(`are not the same for ${one} and ${other}: ${reason}`, () => {
      expect(clustersOf(stemOf(one))).not.to.deep.equal(clustersOf(stemOf(other)));
    });
  }

  it('are found on both sides of a built name', () => {
    expect(clustersOf('nurmagambet')).to.deep.include({
      cluster: 'nur',
      rest: 'muxamed',
      element: true,
      before: false,
    });
    expect(clustersOf('nurmagambet')).to.deep.include({
      cluster: 'muhammed',
      rest: 'nur',
      element: false,
      before: true,
    });
  });

  it('leave the unknown half as the rest', () => {
    expect(clustersOf('kojlybaj')).to.deep.equal([{ cluster: 'bay', rest: 'kojly', element: true, before: true }]);
  });

  it('are none in a name that is not known, in nothing and in noise', () => {
    for (const stem of ['', 'a', 'qqqq', 'kym', 'x'.repeat(5000)]) expect(clustersOf(stem)).to.deep.equal([]);
  });
});
