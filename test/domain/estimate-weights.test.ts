import { expect } from 'chai';
import type { EvidenceKind } from '../../server/domain/matching/candidate.ts';
import { createSample, fixedChance } from '../../server/domain/matching/chance-sample.ts';
import { createWeightEstimate } from '../../server/domain/matching/estimate-weights.ts';
import type { PartLevel } from '../../server/domain/matching/name-agreement.ts';
import { type NameWord, nameWordOf } from '../../server/domain/matching/name-form.ts';
import { sharePresent } from '../../server/domain/matching/posterior.ts';
import type { ScoredPair } from '../../server/domain/matching/score.ts';
import { numbersOf, STARTING_WEIGHTS, weightsOf } from '../../server/domain/matching/weights.ts';
import { nameParts } from '../../server/domain/names/name-parts.ts';

function pair(kind: EvidenceKind, level: string, values: Record<string, string> = {}): ScoredPair {
  const observation = { kind, level, weight: 0, score: 1, values, requestValue: '', soldierValue: '' };
  return { soldierId: 's', weight: 0, observations: [observation] };
}

function repeat(times: number, add: () => void): void {
  for (let index = 0; index < times; index += 1) add();
}

const levels = STARTING_WEIGHTS.levels;

/** A name as it stands in a paper, put under this key. */
function word(text: string, key: string): NameWord {
  const [part] = nameParts({ full: text, givenName: text });
  if (part === undefined) throw new Error('it has one part');
  return { ...nameWordOf(part), key };
}

describe('Weights counted from papers', () => {
  it('stay as they are while nothing was counted', () => {
    expect(createWeightEstimate(STARTING_WEIGHTS).weights('2')).to.deep.equal({ ...STARTING_WEIGHTS, version: '2' });
  });

  it('go to the shares that are seen when there are many pairs: m in one man, u at random', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    repeat(9000, () => estimate.addPair(pair('rank', 'same'), 1));
    repeat(1000, () => estimate.addPair(pair('rank', 'different'), 1));
    repeat(30_000, () => estimate.addRandom(pair('rank', 'same')));
    repeat(70_000, () => estimate.addRandom(pair('rank', 'different')));
    const { rank } = estimate.weights('2').levels;
    expect(rank.same.m).to.be.closeTo(0.9, 0.01);
    expect(rank.different.m).to.be.closeTo(0.1, 0.01);
    expect(rank.same.u).to.be.closeTo(0.3, 0.01);
    expect(rank.different.u).to.be.closeTo(0.7, 0.01);
  });

  it('hardly move for one odd decision', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    estimate.addPair(pair('sex', 'different'), 1);
    const { sex } = estimate.weights('2').levels;
    expect(sex.different.m).to.be.below(0.03);
  });

  it('count a pair as far as it is one man', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    repeat(20_000, () => estimate.addPair(pair('hospital', 'same'), 0.25));
    repeat(20_000, () => estimate.addPair(pair('hospital', 'different'), 0.75));
    expect(estimate.weights('2').levels.hospital.same.m).to.be.closeTo(0.25, 0.01);
  });

  it('leave what is missing out of both counts', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    repeat(5000, () => estimate.addPair(pair('camp', 'missing'), 1));
    repeat(5000, () => estimate.addRandom(pair('camp', 'missing')));
    expect(estimate.weights('2').levels).to.deep.equal(levels);
  });

  it('leave u of names that sound alike as it is: the spellings of a common name are counted with the name', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    const name = { family: 'near', given: 'close', patronymic: 'far', order: 'straight' };
    repeat(50_000, () => estimate.addRandom(pair('name', 'near+close+far', name)));
    const now = estimate.weights('2').levels;
    expect(now.family.near.u).to.equal(levels.family.near.u);
    expect(now.given.close.u).to.equal(levels.given.close.u);
    expect(now.patronymic.far.u).to.equal(levels.patronymic.far.u);
  });

  it('count names at random that merely sound alike, and how far apart one name is written, where there are many', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    const [oneKey, otherKey] = [word('Нұрғали', 'a'), word('Нұрәлі', 'b')];
    const sound = (level: PartLevel, [request, soldier]: NameWord[]) => {
      estimate.addNames('given', { level, cost: null, request: request ?? null, soldier: soldier ?? null });
    };
    repeat(940_000, () => sound('different', [oneKey, otherKey]));
    repeat(1000, () => sound('close', [oneKey, otherKey]));
    repeat(8000, () => sound('same', [oneKey, oneKey]));
    repeat(1000, () => sound('close', [oneKey, oneKey]));
    const { close, far } = estimate.weights('2').levels.given;
    // A thousand of 950,000 and, of those under one key, a thousand of 9,000; what stood before has a little say.
    expect(close.u).to.be.closeTo(0.00105, 0.00006);
    expect(close.ofKey).to.be.closeTo(0.111, 0.003);
    expect(far.u).to.be.below(levels.given.far.u / 10);
    expect(estimate.weights('2').levels.family).to.deep.equal(levels.family);
  });

  it('count no initial as a name, and forget names at random in no round', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    const one = word('Нұрғали', 'a');
    repeat(50_000, () => {
      estimate.addNames('family', { level: 'initial', cost: null, request: one, soldier: one });
      estimate.addNames('family', { level: 'missing', cost: null, request: one, soldier: null });
    });
    expect(estimate.weights('2').levels.family).to.deep.equal(levels.family);
    repeat(50_000, () =>
      estimate.addNames('family', { level: 'different', cost: null, request: one, soldier: word('Ораз', 'c') }),
    );
    const counted = estimate.weights('2').levels.family.close.u;
    expect(counted).to.be.closeTo(levels.family.close.u / 2, 1e-9);
    estimate.nextRound();
    expect(estimate.weights('2').levels.family.close.u).to.equal(counted);
  });

  it('keep what was counted of spellings when they are written down and read', () => {
    const counted = { ...levels.family.close, ofKey: 0.07 };
    const made = { ...STARTING_WEIGHTS, levels: { ...levels, family: { ...levels.family, close: counted } } };
    expect(weightsOf(numbersOf(made)).levels.family.close).to.deep.equal(counted);
    const older = numbersOf(made);
    delete older.levels.family?.close?.ofKey;
    expect(weightsOf(older).levels.family.close.ofKey).to.equal(levels.family.close.ofKey);
  });

  it('count a month that agrees apart from a day that was misread, and a year alone apart from a month that differs', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    repeat(5000, () => {
      estimate.addPair(pair('birth_date', 'month_agrees', { at: 'month' }), 1);
      estimate.addPair(pair('fate', 'month_differs', { at: 'month' }), 1);
    });
    const now = estimate.weights('2').levels;
    expect(now.birth_date.month_agrees.m).to.be.above(0.95);
    expect(now.birth_date.same_month.m).to.equal(levels.birth_date.same_month.m);
    expect(now.fate.month_differs.m).to.be.above(0.95);
    expect(now.fate.same_year.m).to.equal(levels.fate.same_year.m);
  });

  it('leave u to the value where the value tells how common it is', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    repeat(50_000, () => estimate.addRandom(pair('birthplace', 'same_village')));
    expect(estimate.weights('2').levels.birthplace.same_village.u).to.equal(levels.birthplace.same_village.u);
  });

  it('count the parts of a name, a fate and its date, a day and a year each on a scale of its own', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    const name = { family: 'same', given: 'initial', patronymic: 'missing', order: 'straight' };
    repeat(5000, () => {
      estimate.addPair(pair('name', 'same+initial+missing', name), 1);
      estimate.addPair(pair('fate', 'same+year_differs'), 1);
      estimate.addPair(pair('birth_date', 'same_year', { at: 'year' }), 1);
      estimate.addPair(pair('birth_date', 'same_day', { at: 'day' }), 1);
    });
    const now = estimate.weights('2').levels;
    expect(now.family.same.m).to.be.above(0.95);
    expect(now.given.initial.m).to.be.above(0.99);
    expect(now.given.same.m).to.equal(levels.given.same.m);
    expect(now.patronymic).to.deep.equal(levels.patronymic);
    expect(now.fate.same.m).to.be.above(0.95);
    expect(now.fate.year_differs.m).to.be.above(0.95);
    expect(now.birth_date.same_year.m).to.be.above(0.95);
    expect(now.birth_date.same_day.m).to.be.above(0.95);
    expect(now.birth_date.year_1.m).to.be.below(0.01);
  });

  it('learn how many of those asked for are here at all', () => {
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    repeat(2000, () => estimate.addRequest(Number.POSITIVE_INFINITY));
    repeat(8000, () => estimate.addRequest(0));
    expect(estimate.weights('2').present).to.be.closeTo(0.2, 0.01);
  });
});

describe('How many of those asked for are here', () => {
  const before = { share: 0.6, worth: 1 };
  const many = (ratio: number, count: number): number[] => Array.from({ length: count }, () => ratio);

  it('is the share of before while nothing was asked, and follows what was found when much was', () => {
    expect(sharePresent([], before)).to.be.closeTo(0.6, 1e-4);
    for (const share of [0.1, 0.45, 0.9]) {
      const found = [...many(1e6, 2000 * share), ...many(1e-6, 2000 * (1 - share))];
      expect(sharePresent(found, before)).to.be.closeTo(share, 0.01);
    }
  });

  it('is not moved by findings that say nothing, and lies between none and all', () => {
    expect(sharePresent(many(1, 500), before)).to.be.closeTo(0.6, 1e-3);
    const chance = fixedChance();
    for (let round = 0; round < 50; round += 1) {
      const found = Array.from({ length: 40 }, () => 2 ** (chance() * 80 - 40));
      const share = sharePresent(found, before);
      expect(share).to.be.within(0, 1);
      // More evidence that one of them is here never lowers the share.
      expect(sharePresent([...found.slice(1), (found[0] ?? 0) * 16], before)).to.be.at.least(share - 1e-4);
    }
  });

  it('counts a man who was found for sure as here', () => {
    expect(sharePresent(many(Number.POSITIVE_INFINITY, 1000), before)).to.be.above(0.99);
  });
});

describe('Kept weights', () => {
  it('come back as they were, to five digits', () => {
    expect(weightsOf(numbersOf(STARTING_WEIGHTS))).to.deep.equal(STARTING_WEIGHTS);
  });

  it('keep what a newer release added, and never take a number that is no chance', () => {
    const numbers = numbersOf(STARTING_WEIGHTS);
    delete numbers.levels.unit;
    numbers.levels.sex = { same: { m: 0, u: -1 }, different: { m: Number.NaN, u: 7 } };
    const weights = weightsOf({ ...numbers, present: 2 });
    expect(weights.levels.unit).to.deep.equal(levels.unit);
    expect(weights.levels.sex).to.deep.equal(levels.sex);
    expect(weights.present).to.equal(STARTING_WEIGHTS.present);
  });

  it('take a kind whose levels were others whole from the release: a level of the same name meant something else', () => {
    const numbers = numbersOf(STARTING_WEIGHTS);
    const { month_differs: _added, ...fate } = numbers.levels.fate ?? {};
    numbers.levels.fate = { ...fate, same_year: { m: 0.4, u: 0.26 }, year_differs: { m: 0.2, u: 0.6 } };
    numbers.levels.rank = { ...numbers.levels.rank, same: { m: 0.9, u: 0.3 } };
    const weights = weightsOf(numbers);
    expect(weights.levels.fate).to.deep.equal(levels.fate);
    expect(weights.levels.rank.same).to.include({ m: 0.9, u: 0.3 });
    const withGone = { ...numbers.levels.rank, promoted: { m: 0.1, u: 0.1 } };
    expect(weightsOf({ ...numbers, levels: { rank: withGone } }).levels.rank).to.deep.equal(levels.rank);
  });
});

describe('A fixed sample', () => {
  it('is the same each time and takes from everywhere alike', () => {
    const drawn = () => {
      const sample = createSample<number>(500, fixedChance());
      for (let item = 0; item < 20_000; item += 1) sample.add(item);
      return sample.items;
    };
    expect(drawn()).to.deep.equal(drawn());
    expect(drawn()).to.have.length(500);
    const firstHalf = drawn().filter((item) => item < 10_000).length;
    expect(firstHalf).to.be.within(200, 300);
  });
});
