import { expect } from 'chai';
import { loadDivisions, loadPlaces } from '../../seed/facts.ts';
import { createDivisions } from '../../server/domain/division.ts';
import { offer, rememberedCost, sameManAmong, weighCandidates } from '../../server/domain/matching/candidates-of.ts';
import { createWeightEstimate } from '../../server/domain/matching/estimate-weights.ts';
import type { Observation } from '../../server/domain/matching/evidence/observation.ts';
import { joinProfiles } from '../../server/domain/matching/profile.ts';
import { createProfileReader } from '../../server/domain/matching/profile-reader.ts';
import { scorePair } from '../../server/domain/matching/score.ts';
import {
  countProfile,
  emptyStatistics,
  joinStatistics,
  type MatchStatistics,
} from '../../server/domain/matching/statistics.ts';
import { STARTING_WEIGHTS } from '../../server/domain/matching/weights.ts';
import { createGazetteer } from '../../server/domain/places/gazetteer.ts';
import type { MentionRow } from '../../server/domain/row.ts';

const read = createProfileReader(createGazetteer(loadPlaces()), createDivisions(loadDivisions()));

const MAN: MentionRow = { familyName: 'Каирбеков', givenName: 'Сейткали', patronymic: 'Нурмагамбетович' };

/** A hundred villages called Булак in five districts, ten men each; ten men of Жиренкопа. */
function country(): MatchStatistics {
  const statistics = emptyStatistics();
  const count = (birthPlace: string, men: number) => {
    for (let man = 0; man < men; man += 1) {
      const row = { familyName: `Ахметов${birthPlace}${man}`, birthDate: String(1890 + (man % 35)), birthPlace };
      countProfile(statistics, read(`${birthPlace}${man}`, row));
    }
  };
  for (const rayon of ['Хобдинский', 'Мартукский', 'Каскеленский', 'Талгарский', 'Шетский']) {
    count(`${rayon} р-н, с. Булак`, 200);
  }
  count('Хобдинский р-н, с. Жиренкопа', 10);
  return statistics;
}

const tools = { statistics: country(), weights: STARTING_WEIGHTS, cost: rememberedCost() };

function of(kind: Observation['kind'], asked: MentionRow, told: MentionRow): Observation {
  const { observations } = scorePair(read('r', { ...MAN, ...asked }), read('s', { ...MAN, ...told }), tools);
  const found = observations.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`No evidence of ${kind}`);
  return found;
}

describe('The home as evidence', () => {
  const born = (asked: string, told: string) => of('birthplace', { birthPlace: asked }, { birthPlace: told });

  it('tells the same village from the same district, from elsewhere', () => {
    const levelOf = (told: string) => born('Актюбинская обл., Хобдинский р-н, с. Булак', told).level;
    expect(levelOf('Хобдинский район, а. Булак')).to.equal('same_village');
    expect(levelOf('Актюбинская обл., Хобдинский р-н')).to.equal('same_rayon');
    expect(levelOf('Хобдинский р-н, с. Жиренкопа')).to.equal('other_village');
    expect(levelOf('Полтавская обл., Лубенский р-н, с. Хорол')).to.equal('elsewhere');
  });

  it('is rarer as a village of its district than as a name that many villages bear', () => {
    const inDistrict = born('Хобдинский р-н, с. Булак', 'Хобдинский р-н, с. Булак');
    const byName = born('с. Булак', 'с. Булак');
    expect(inDistrict.level).to.equal('same_village');
    expect(byName.level).to.equal('same_village_name');
    expect(inDistrict.weight).to.be.closeTo(byName.weight + Math.log2(5), 0.5);
  });

  it('is no rarer for being misspelt on one side', () => {
    const well = born('Хобдинский р-н, с. Булак', 'Хобдинский р-н, с. Булак').weight;
    const misspelt = born('Хобдинский р-н, с. Булаг', 'Хобдинский р-н, с. Булак');
    expect(misspelt.level).to.equal('same_village');
    expect(misspelt.weight).to.be.closeTo(well, 0.1);
  });

  it('says as much as it tells where a side stops at the oblast, and its share is counted among those that do', () => {
    expect(born('Актюбинская обл.', 'Актюбинская обл., Хобдинский р-н').level).to.equal('same_oblast');
    expect(born('Актюбинская обл.', 'Актюбинская обл., Хобдинский р-н').weight).to.be.above(1);
    const estimate = createWeightEstimate(STARTING_WEIGHTS);
    const pair = (level: string, at: string) => {
      const observation = { ...born('с. Булак', 'с. Булак'), level, values: { at } };
      return { soldierId: 's', weight: 0, observations: [observation] };
    };
    for (let times = 0; times < 900; times += 1) estimate.addPair(pair('same_village', 'village'), 1);
    for (let times = 0; times < 100; times += 1) estimate.addPair(pair('same_oblast', 'oblast'), 1);
    expect(estimate.weights('2').levels.birthplace.same_oblast.m).to.be.above(0.9);
  });

  it('tells auls of a district apart by their numbers', () => {
    const aul = (number: number) => `Хобдинский р-н, аул № ${number}`;
    expect(born(aul(3), aul(3)).level).to.equal('same_village');
    expect(born(aul(3), aul(4)).level).to.equal('other_village');
  });

  it('leaves it to the call-up office to tell the district where the homes tell the oblast alone', () => {
    const asked = { birthPlace: 'Актюбинская обл., Хобдинский р-н' };
    const told = { birthPlace: 'Актюбинская обл.', conscriptionPlace: 'Хобдинский РВК' };
    expect(of('conscription', asked, told)).to.include({ level: 'same_rayon', requestValue: null });
    expect(of('birthplace', asked, told).weight, 'which says hardly more then').to.be.below(1);
  });

  it('makes the year of call-up weigh no less for standing beside a home', () => {
    const home = { birthPlace: 'Хобдинский р-н, с. Булак', conscriptionPlace: 'Хобдинский РВК' };
    const office = of('conscription', home, home).weight;
    const called = { ...home, conscriptionDate: '1942' };
    const { m, u } = STARTING_WEIGHTS.levels.conscription.same_call_up;
    expect(of('conscription', called, called).weight).to.be.closeTo(office + Math.log2(m / u), 0.001);
  });
});

describe('Other evidence', () => {
  it('compares relatives of one kinship only: a wife in one paper and a mother in the other are two people', () => {
    const kin = (asked: string, told: string) => of('relatives', { relatives: asked }, { relatives: told }).level;
    expect(kin('жена Айша', 'мать Зейнеп')).to.equal('missing');
    expect(kin('жена Айша', 'әйелі Зейнеп')).to.equal('different');
    expect(kin('мать Зейнеп, жена Айша', 'жена Айша')).to.equal('same_name');
    expect(kin('ағасы Ұлықпан', 'брат Улыкпан')).to.equal('same_name');
    expect(kin('Братухина Мария', 'сестра Братухина')).to.equal('same_name');
    expect(kin('жены нет, әкесінің інісі Оспан', 'брат жены Серик, әкесінің ағасы')).to.equal('different');
    expect(kin('Айша', 'мать Зейнеп'), 'kinship not told').to.equal('different');
  });

  it('tells an age that misses by a year or two from one of another generation', () => {
    const age = (told: string) => of('birth_date', { birthDate: '1910-1912' }, { birthDate: told });
    expect(age('1914').level).to.equal('span_near');
    expect(age('1915').level).to.equal('span_apart');
    expect(age('1914').weight).to.be.above(age('1895').weight + 1);
  });

  it('weighs a span by how many men were born in it', () => {
    const wide = of('birth_date', { birthDate: '1900-1920' }, { birthDate: '1912' }).weight;
    const narrow = of('birth_date', { birthDate: '1911-1912' }, { birthDate: '1912' }).weight;
    expect(narrow).to.be.above(wide + 2);
  });

  it('takes a name for no rarer because the family spells it as nobody here does', () => {
    const statistics = emptyStatistics();
    for (let man = 0; man < 3000; man += 1) {
      countProfile(statistics, read(`m${man}`, { familyName: 'Каирбеков', givenName: `Имя${man}`, birthDate: '1913' }));
    }
    const weightOf = (familyName: string) => {
      const asked = read('r', { familyName });
      return scorePair(asked, read('s', { familyName: 'Каирбеков' }), { ...tools, statistics }).weight;
    };
    expect(weightOf('Қайырбеков')).to.be.below(weightOf('Каирбеков') + 2);
  });
});

describe('Exchanged columns', () => {
  const order = (asked: MentionRow, told: MentionRow) => {
    const { observations } = scorePair(read('r', asked), read('s', told), tools);
    return observations.find(({ kind }) => kind === 'name')?.values.order;
  };

  it('are seen by the endings that went along: a man whose endings stand in their places is another man', () => {
    const asked = { familyName: 'Иванов', givenName: 'Андрей', patronymic: 'Яковлевич' };
    expect(order(asked, { familyName: 'Андрей', givenName: 'Иванов', patronymic: 'Яковлевич' })).to.equal(
      'family_given',
    );
    expect(order(asked, { familyName: 'Андреев', givenName: 'Иван', patronymic: 'Яковлевич' })).to.equal('straight');
    expect(order(asked, { familyName: 'Иванов', givenName: 'Яков', patronymic: 'Андреевич' })).to.equal('straight');
    expect(order(asked, { familyName: 'Иванов', givenName: 'Яковлевич', patronymic: 'Андрей' })).to.equal(
      'given_patronymic',
    );
    const damaged = { familyName: 'Андрей', givenName: 'Иван', patronymic: 'Яковлевич' };
    expect(order(asked, damaged), 'an ending that one clerk lost').to.equal('family_given');
  });

  const costWith = (ofThatName: number) => {
    const statistics = country();
    for (const [familyName, givenName, men] of [
      ['Каирбек', 'Сейткали', 40],
      ['Сейткали', 'Каирбек', ofThatName],
    ] as const) {
      for (let man = 0; man < men; man += 1) {
        const row = { familyName, givenName, birthDate: String(1890 + man) };
        countProfile(statistics, read(`${familyName}${man}`, row));
      }
    }
    const weigh = (told: MentionRow) =>
      scorePair(read('r', { familyName: 'Каирбек', givenName: 'Сейткали' }), read('s', told), { ...tools, statistics });
    const straight = weigh({ familyName: 'Каирбек', givenName: 'Сейткали' });
    return straight.weight - weigh({ familyName: 'Сейткали', givenName: 'Каирбек' }).weight;
  };

  it('speak against him as far as others are truly called so: his namesakes have them exchanged as often', () => {
    expect(costWith(0)).to.be.within(-0.5, 0.5);
    expect(costWith(40)).to.be.above(2);
  });
});

describe('Papers of one man', () => {
  it('are held together by what any of them tells: a third may agree with the second alone', () => {
    const full = { ...MAN, birthDate: '1913', birthPlace: 'Хобдинский р-н, с. Жиренкопа' };
    const rows = new Map<string, MentionRow>([
      ['first', { ...full, conscriptionPlace: 'Хобдинский РВК' }],
      ['second', { ...full, unit: '876 сп 282 сд', camp: 'Шталаг IV B', campNumber: '104329' }],
      ['third', { familyName: 'Каирбеков', givenName: 'С.', camp: 'Шталаг IV B', campNumber: '104329' }],
    ]);
    const chanceOfThird = (...papers: string[]) => {
      const profiles = new Map(papers.map((id) => [id, read(id, rows.get(id) ?? {})]));
      const request = read('r', full);
      const pairs = weighCandidates(request, [...profiles.values()], tools);
      const offered = offer(pairs, tools, sameManAmong(request, profiles, tools));
      return offered.find(({ pair }) => pair.soldierId === 'third')?.probability ?? 0;
    };
    expect(chanceOfThird('first', 'third')).to.be.below(0.7);
    expect(chanceOfThird('first', 'second', 'third')).to.be.above(0.9);
  });

  const nameOf = (asked: MentionRow, ...papers: MentionRow[]) => {
    const soldier = joinProfiles(
      's',
      papers.map((row, index) => read(`m${index}`, row)),
    );
    const [name] = scorePair(read('r', asked), soldier, tools).observations;
    return { weight: name?.weight ?? 0, patronymic: name?.values.patronymic };
  };
  const { patronymic: _, ...FATHERLESS } = MAN;
  const other = { ...MAN, patronymic: 'Ахметович' };

  it('speak against another father also where one of them names none', () => {
    expect(nameOf(MAN, FATHERLESS).patronymic).to.equal('missing');
    const both = nameOf(MAN, FATHERLESS, other);
    expect(both.patronymic).to.equal('different');
    expect(both.weight).to.equal(nameOf(MAN, other).weight);
    expect(nameOf(MAN, FATHERLESS, other, MAN).patronymic, 'one of them names the father asked for').to.equal('same');
  });

  it('say what the letter of another stands for, where it may', () => {
    const letters = { ...MAN, givenName: 'С.', patronymic: 'Н.' };
    expect(nameOf(MAN, letters, MAN).patronymic).to.equal('same');
    expect(nameOf(MAN, letters, { ...MAN, patronymic: 'Нурланович' }).patronymic).to.equal('different');
    expect(nameOf(MAN, letters, other).patronymic, 'no Ахмет begins so').to.equal('initial');
  });
});

describe('Statistics of several shares', () => {
  it('keep who shares a village and a name with others, and not who is the only one', () => {
    const part = (names: string[]) => {
      const statistics = emptyStatistics();
      for (const [at, givenName] of names.entries()) {
        const row = { familyName: 'Каирбеков', givenName, birthDate: String(1900 + at), birthPlace: 'с. Булак' };
        countProfile(statistics, read(`${givenName}${at}`, row));
      }
      return statistics;
    };
    const { inVillage, men } = joinStatistics([part(['Сейткали']), part(['Сейткали', 'Ахмет'])]);
    expect(men).to.equal(3);
    expect([...inVillage.values()].sort()).to.deep.equal([2, 3]);
  });
});
