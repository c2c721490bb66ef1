import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { comparison, LIKELY, likeness, likenessTo } from '../../../server/domain/names/likeness.ts';
import { nameParts } from '../../../server/domain/names/name-parts.ts';
import { NOT_SAME, SAME } from './name-pairs.ts';

const score = (a: string, b: string): number => likeness(a, b).score;

/** Names as they come, and what nobody expects: for properties that hold whatever is written. */
const someName = fc.oneof(
  fc.constantFrom(...SAME.map(([a]) => a), ...SAME.map(([, b]) => b)),
  fc
    .array(fc.constantFrom(...'абдежиклмнорстуқғңұүіәAbeijknqswzчшщ- .1'), { maxLength: 24 })
    .map((letters) => letters.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('The likeness of two names', () => {
  for (const [a, b, reason] of SAME) {
    it(`takes ${a} and ${b} for one name: ${reason}`, () => {
      expect(score(a, b)).to.be.at.least(LIKELY);
    });
  }

  for (const [a, b, reason] of NOT_SAME) {
    it(`keeps ${a} and ${b} apart: ${reason}`, () => {
      expect(score(a, b)).to.be.below(LIKELY);
    });
  }

  it('is 1 for a name and itself, also in another script and another order', () => {
    expect(score('Каирбеков С.', 'Каирбеков С.')).to.equal(1);
    expect(score('Қайырбеков Сейітқали', 'Kairbekow Seitkali')).to.equal(1);
    expect(score('Қайырбеков Сейітқали', 'Сейткали Каирбеков')).to.equal(1);
  });

  it('is the same for one of many names as for the two alone', () => {
    fc.assert(
      fc.property(someName, fc.array(someName, { maxLength: 5 }), (asked, others) => {
        const scoreOf = likenessTo(asked);
        expect(others.map(scoreOf)).to.deep.equal(others.map((other) => score(asked, other)));
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on which of the two comes first', () => {
    fc.assert(
      fc.property(someName, someName, (a, b) => score(a, b) === score(b, a)),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of the parts', () => {
    // Two words that are one part (Нур Магамбет, Ибрагим оглы) have to stay together.
    const together = /^Нұр |^Нур | Нұр | Нур |^Қайыр беков|улы$|оглы$/u;
    const written = SAME.flatMap(([a, b]) => [b, a]).filter(
      (name) => /^[^.]+ [^.]+$/u.test(name) && !together.test(name),
    );
    const shuffled = fc
      .constantFrom(...written)
      .chain((name) => fc.tuple(fc.constant(name), fc.shuffledSubarray(name.split(' '), { minLength: 2 })))
      .filter(([name, words]) => name.split(' ').length === words.length);
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...written), ([name, words], other) => {
        expect(score(words.join(' '), other), `${words.join(' ')} | ${other}`).to.equal(score(name, other));
      }),
      { numRuns: 600 },
    );
  });

  it('is 1 only where every part has the same sound key', () => {
    const keys = (name: string): string =>
      nameParts(name)
        .map(({ readings }) => readings.map(({ stem }) => stem).sort())
        .sort()
        .join('|');
    const shares = (a: string, b: string): boolean => {
      const others = nameParts(b);
      return nameParts(a).every((part) =>
        others.some((other) =>
          part.readings.some(({ stem }) => other.readings.some((one) => one.stem.slice(0, 28) === stem.slice(0, 28))),
        ),
      );
    };
    fc.assert(
      fc.property(someName, someName, (a, b) => score(a, b) < 1 || keys(a) === keys(b) || shares(a, b)),
      { numRuns: 400 },
    );
  });

  it('stays between 0 and 1 and never throws, whatever is written', () => {
    fc.assert(
      fc.property(someName, fc.string({ unit: 'binary', maxLength: 300 }), (a, b) => {
        const value = score(a, b);
        return value >= 0 && value <= 1;
      }),
      { numRuns: 300 },
    );
  });

  it('gives the scores that docs/names.md works out by hand', () => {
    const page = readFileSync(new URL('../../../docs/names.md', import.meta.url), 'utf8');
    const asked = /beside `([^`]+)`/.exec(page)?.[1] ?? '';
    const rows = [...page.matchAll(/^\| `([^`|]+)` \|.*\| (0\.\d\d) \|$/gm)];
    expect(rows).to.have.length(3);
    for (const [, name = '', worked] of rows) expect(score(asked, name).toFixed(2), name).to.equal(worked);
  });

  it('has an order also among names that no rule brings together, far below the line', () => {
    const [some, none] = [comparison('Жаклин', 'Jacqueline'), comparison('Жаклин', 'Омаров')];
    expect(score('Жаклин', 'Jacqueline')).to.equal(0);
    expect(some).to.be.within(none, 0.01);
    expect(some).to.be.above(none);
    expect(comparison('Қайырбеков', 'Kairbekow')).to.equal(score('Қайырбеков', 'Kairbekow'));
    fc.assert(fc.property(someName, someName, (a, b) => comparison(a, b) === comparison(b, a)));
  });

  it('has an answer for nothing, one letter, digits, signs and a whole page', () => {
    for (const odd of [
      '',
      ' ',
      'А',
      '1941',
      '🙂',
      '\u0000\u202e',
      '-',
      "'",
      'ъ',
      '٣',
      'А'.repeat(5000),
      'Нур Али '.repeat(700),
    ]) {
      expect(score(odd, 'Ахметов'), JSON.stringify(odd.slice(0, 10))).to.be.within(0, LIKELY);
      expect(score(odd, odd), JSON.stringify(odd.slice(0, 10))).to.be.within(0, 1);
    }
  });

  it('compares only the first words of what is too long for a name', () => {
    expect(likeness('Нур Али '.repeat(700), 'Ахметов').alignment.length).to.be.at.most(8);
  });

  it('asks little for a missing patronymic, more for a missing given name, most for one that contradicts', () => {
    const full = 'Қайырбеков Сейітқали Нұрмағамбетұлы';
    const [noFather, noGiven, other] = ['Каирбеков Сейткали', 'Каирбеков', 'Каирбеков Нурлан'].map((name) =>
      score(full, name),
    );
    expect(noFather).to.be.above(noGiven ?? 1);
    expect(noGiven).to.be.above(other ?? 1);
  });

  it('takes an initial for little: more than nothing, less than the name', () => {
    const [name, initial, wrong] = ['Каирбеков Сейткали', 'Каирбеков С.', 'Каирбеков Н.'].map((one) =>
      score('Қайырбеков Сейітқали', one),
    );
    expect(initial).to.be.within(wrong ?? 1, name ?? 0);
    expect(wrong).to.be.below(LIKELY);
  });

  it("explains a surname by the father's name, but not where another father is named", () => {
    const asked = 'Ахметов Серик';
    expect(score(asked, 'Жумабаев Серик Ахметович')).to.be.above(
      score(`${asked} Болатович`, 'Жумабаев Серик Ахметович') + 0.15,
    );
  });

  it('lets a rare name say more than a common one where people are counted', () => {
    const rare = likeness('Каирбеков Иван', 'Каирбеков Степан', (a) => (a.text === 'Каирбеков' ? 16 : 4)).score;
    const common = likeness('Каирбеков Иван', 'Каирбеков Степан', (a) => (a.text === 'Каирбеков' ? 6 : 4)).score;
    expect(rare).to.be.above(common);
  });

  it('says which letters differ, in the letters of the two writers', () => {
    const [family] = likeness('Қайырбеков', 'Каирбеков').alignment;
    expect(family?.differences).to.deep.equal([
      { code: 'letters', from: 'қ', to: 'к' },
      { code: 'letters', from: 'йы', to: 'и' },
    ]);
    const [soviet] = likeness('Джумабаев', 'Жумабаев').alignment;
    expect(soviet?.differences).to.deep.equal([{ code: 'letters', from: 'д', to: '' }]);
  });

  it('says what is missing, what stands in another place, and what is an initial', () => {
    const { alignment } = likeness('Каирбеков С. Нурмагамбетович', 'Сейткали Каирбеков');
    expect(alignment.map(({ kind, role }) => `${kind} ${role}`)).to.have.members([
      'same family',
      'initial given',
      'missing patronymic',
    ]);
    const place = likeness('Нурмагамбетов Сейткали', 'Каирбеков Сейткали Нурмагамбетович').alignment.flatMap(
      ({ differences }) => differences,
    );
    expect(place).to.deep.include({ code: 'place', from: 'family', to: 'patronymic' });
  });

  it('says where one writer made two words of one', () => {
    const { alignment } = likeness('Джумабаев Нур Магамбет', 'Жұмабаев Нұрмағамбет');
    expect(alignment.flatMap(({ differences }) => differences)).to.deep.include({
      code: 'border',
      from: 'Нур Магамбет',
      to: 'Нұрмағамбет',
    });
  });
});
