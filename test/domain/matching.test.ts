import { expect } from 'chai';
import { loadDivisions, loadPlaces } from '../../seed/facts.ts';
import { createDivisions } from '../../server/domain/division.ts';
import { bandOf, isFresh } from '../../server/domain/matching/bands.ts';
import type { EvidenceKind } from '../../server/domain/matching/candidate.ts';
import { offer, rememberedCost, sameManAmong, weighCandidates } from '../../server/domain/matching/candidates-of.ts';
import { evidenceHash } from '../../server/domain/matching/evidence-hash.ts';
import { explain } from '../../server/domain/matching/explain.ts';
import { joinProfiles, type MatchProfile } from '../../server/domain/matching/profile.ts';
import { createProfileReader } from '../../server/domain/matching/profile-reader.ts';
import { scorePair } from '../../server/domain/matching/score.ts';
import { countProfile, emptyStatistics, type MatchStatistics, share } from '../../server/domain/matching/statistics.ts';
import { STARTING_WEIGHTS } from '../../server/domain/matching/weights.ts';
import { createGazetteer } from '../../server/domain/places/gazetteer.ts';
import type { MentionRow } from '../../server/domain/row.ts';

const MAN: MentionRow = {
  familyName: 'Каирбеков',
  givenName: 'Сейткали',
  patronymic: 'Нурмагамбетович',
  birthDate: '1913',
  birthPlace: 'Актюбинская обл., Хобдинский р-н, с. Булак',
};

const read = createProfileReader(createGazetteer(loadPlaces()), createDivisions(loadDivisions()));

/** A country of a hundred thousand men of whom nothing else is known. */
function country(rows: MentionRow[] = []): MatchStatistics {
  const statistics = emptyStatistics();
  for (const [index, row] of rows.entries()) countProfile(statistics, read(`c${index}`, row));
  return { ...statistics, men: 100_000 };
}

const weigh = (request: MentionRow, soldier: MentionRow, statistics = country()) =>
  scorePair(read('r', request), read('s', soldier), { statistics, weights: STARTING_WEIGHTS, cost: rememberedCost() });

function of(kind: EvidenceKind, request: MentionRow, soldier: MentionRow) {
  const found = weigh({ ...MAN, ...request }, { ...MAN, ...soldier }).observations.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`No evidence of kind ${kind}`);
  return found;
}

function chances(request: MentionRow, soldiers: MentionRow[], statistics = country()): number[] {
  const profiles = soldiers.map((row, index) => read(`s${index}`, row));
  const tools = { statistics, weights: STARTING_WEIGHTS };
  const pairs = weighCandidates(read('r', request), profiles, tools);
  const byId = new Map<string, MatchProfile>(profiles.map((profile) => [profile.id, profile]));
  const offered = offer(pairs, tools, sameManAmong(read('r', request), byId, tools));
  return soldiers.map((_, index) => offered.find(({ pair }) => pair.soldierId === `s${index}`)?.probability ?? 0);
}

describe('Evidence for a pair', () => {
  it('says nothing where a side is missing, for every kind, and says so', () => {
    const { observations } = weigh({ familyName: 'Каирбеков' }, MAN);
    const silent = observations.filter((one) => one.kind !== 'name');
    expect(silent.map((one) => one.kind)).to.have.members([
      'birth_date',
      'birthplace',
      'residence',
      'conscription',
      'unit',
      'rank',
      'fate',
      'fate_place',
      'camp',
      'hospital',
      'relatives',
      'sex',
    ]);
    for (const one of silent) {
      expect(one, one.kind).to.include({ weight: 0, level: 'missing' });
      expect(explain(one).reason.key).to.equal('reason.missing');
    }
  });

  it('counts a year off by one less than the same year, and another generation against', () => {
    const weightOf = (birthDate: string) => of('birth_date', { birthDate: '1913' }, { birthDate }).weight;
    expect(weightOf('1913')).to.be.above(weightOf('1914'));
    expect(weightOf('1914')).to.be.above(weightOf('1915'));
    expect(weightOf('1940')).to.be.below(0);
    expect(of('birth_date', { birthDate: '05.12.1913' }, { birthDate: '12.05.1913' }).level).to.equal('swapped');
    expect(of('birth_date', { birthDate: '05.12.1913' }, { birthDate: '05.12.1913' }).weight).to.be.above(
      weightOf('1913'),
    );
  });

  it('counts a month that agrees for much where a side names no day, and a year that agrees for more where a side names no month', () => {
    const birth = (soldier: string) => of('birth_date', { birthDate: '05.1913' }, { birthDate: soldier });
    expect(birth('12.05.1913').level).to.equal('month_agrees');
    expect(birth('12.05.1913').weight).to.be.above(birth('1913').weight + 1);
    expect(birth('12.08.1913').level).to.equal('day_differs');
    const fate = (fateDate: string) => of('fate', { fateDate: '05.1942' }, { fateDate });
    expect(fate('05.1942').level).to.equal('same_month');
    expect(fate('1942').weight).to.be.above(fate('08.1942').weight);
    expect(fate('08.1942').level).to.equal('month_differs');
    expect(fate('08.1942').weight).to.be.above(fate('08.1943').weight);
  });

  it('takes the age in a paper of 1942 for the year it means', () => {
    expect(of('birth_date', { birthDate: '1913' }, { birthDate: '29 лет', fateDate: '1942' }).level).to.equal(
      'overlap',
    );
  });

  it('counts two papers of one home as hardly more than one', () => {
    const home = { residence: MAN.birthPlace ?? '', conscriptionPlace: 'Хобдинский РВК' };
    const places = ['birthplace', 'residence', 'conscription'];
    const sum = (row: MentionRow) =>
      weigh({ ...MAN, ...row }, { ...MAN, ...row })
        .observations.filter((one) => places.includes(one.kind))
        .reduce((total, one) => total + one.weight, 0);
    expect(sum(home)).to.be.below(2 * sum({}));
  });

  it('tells a home that stands for a call-up office as what it is, and never as words of the side that named none', () => {
    const asked = { ...MAN };
    const found = { familyName: 'Каирбеков', givenName: 'Сейткали', conscriptionPlace: 'Хобдинский РВК' };
    const office = (request: MentionRow, soldier: MentionRow) => {
      const one = weigh(request, soldier).observations.find(({ kind }) => kind === 'conscription');
      if (one === undefined) throw new Error('No evidence of the call-up');
      return one;
    };
    const standing = office(asked, found);
    expect(standing).to.include({ level: 'same_rayon', requestValue: null, soldierValue: 'Хобдинский РВК' });
    expect(standing.values).to.include({ homeOf: 'request', home: MAN.birthPlace });
    expect(standing.weight).to.be.above(2);
    expect(explain(standing).reason.key).to.equal('reason.home.same_rayon');
    const turned = office(found, asked);
    expect(turned).to.include({ level: 'same_rayon', requestValue: 'Хобдинский РВК', soldierValue: null });
    expect(turned.values).to.include({ homeOf: 'soldier' });
    expect(explain(office({ ...asked, conscriptionPlace: 'Хобдинский РВК' }, found)).reason.key).to.equal(
      'reason.place.same_rayon',
    );
  });

  it('says where a place of residence stands in for a birthplace, and weighs and remembers it as before', () => {
    const { birthPlace = '', ...rest } = MAN;
    const home = { ...rest, residence: birthPlace };
    const told = (a: MentionRow, b: MentionRow) => weigh(a, b).observations.filter((one) => one.kind === 'birthplace');
    expect(told(home, MAN)[0]).to.deep.include({
      level: 'same_village',
      values: { at: 'village', requestLived: 'yes' },
    });
    expect(told(MAN, home)[0]?.values).to.deep.equal({ at: 'village', soldierLived: 'yes' });
    expect(told({ ...MAN, residence: 'Алматы' }, MAN)[0]?.values).to.deep.equal({ at: 'village' });
    const before = told(home, MAN).map((one) => explain({ ...one, values: {} }));
    expect(evidenceHash(told(home, MAN).map(explain))).to.equal(evidenceHash(before));
  });

  it('counts a home once: where the homes were compared, it stands for no call-up office', () => {
    const one = of('conscription', {}, { conscriptionPlace: 'Хобдинский РВК' });
    expect(one).to.include({ level: 'missing', weight: 0, requestValue: null });
    const dated = of(
      'conscription',
      { conscriptionDate: '1942' },
      { conscriptionDate: '1942', conscriptionPlace: 'Хобдинский РВК' },
    );
    expect(dated.level).to.equal('same_call_up');
  });

  it('changes its sign when the home that stood for an office does', () => {
    const found = { familyName: 'Каирбеков', givenName: 'Сейткали', conscriptionPlace: 'Хобдинский РВК' };
    const signOf = (birthPlace: string) => evidenceHash(weigh({ ...MAN, birthPlace }, found).observations.map(explain));
    expect(signOf('Хобдинский р-н, с. Булак')).not.to.equal(signOf('Хобдинский р-н, с. Жиренкопа'));
  });

  it('meets a regiment within its division, in any order of writing', () => {
    expect(of('unit', { unit: '282 сд 876 сп' }, { unit: '876 сп 282 сд' }).level).to.equal('same_regiment');
    expect(of('unit', { unit: '282 сд' }, { unit: '876 сп 282 сд' }).level).to.equal('same_division');
    expect(of('unit', { unit: '282 сд' }, { unit: '310 сд' }).weight).to.be.below(0);
  });

  it('meets a division before and after it became Guards, and the one its regiment was in', () => {
    const levelOf = (asked: string, unit: string) => of('unit', { unit: asked }, { unit }).level;
    expect(levelOf('316 сд', '8 гв. сд')).to.equal('renamed');
    expect(levelOf('8-я гвардейская стрелковая дивизия', '1075 сп')).to.equal('renamed');
    expect(levelOf('316 сд', '30 гв. сд')).to.equal('different');
    expect(of('unit', { unit: '316 сд' }, { unit: '8 гв. сд' }).weight).to.be.above(2);
  });

  it('lets the path of his division stand for a place of death that one side lacks', () => {
    const panfilov = { unit: '316 сд' };
    const fell = (fatePlace: string, fateDate = '20.10.1941') => ({ fatePlace, fateDate });
    expect(of('fate_place', panfilov, fell('г. Волоколамск')).level).to.equal('on_path');
    expect(of('fate_place', fell('под Волоколамском'), panfilov)).to.include({
      level: 'on_path',
      requestValue: 'под Волоколамском',
      soldierValue: '316 сд',
    });
    expect(of('fate_place', panfilov, fell('г. Холм')).weight).to.be.below(0);
    expect(of('fate_place', panfilov, fell('г. Керчь')).level).to.equal('missing');
    expect(of('fate_place', panfilov, fell('г. Холм', '1937')).level).to.equal('missing');
  });

  it('compares when he was called up, and knows that nobody was after his death', () => {
    const office = { conscriptionPlace: 'Хобдинский РВК' };
    const levelOf = (asked: MentionRow, told: MentionRow) =>
      of('conscription', { ...office, ...asked }, { ...office, ...told }).level;
    expect(levelOf({ conscriptionDate: '1942' }, { conscriptionDate: '05.1942' })).to.equal('same_rayon+same_call_up');
    expect(levelOf({ conscriptionDate: '1942' }, { conscriptionDate: '1941' })).to.equal('same_rayon+other_call_up');
    const dead = { fate: 'убит', fateDate: '12.03.1942' };
    expect(levelOf({ conscriptionDate: '1943' }, dead)).to.equal('same_rayon+late_call_up');
    // The day of going missing is reckoned by others: it contradicts nothing.
    expect(levelOf({ conscriptionDate: '1943' }, { ...dead, fate: 'пропал без вести' })).to.equal('same_rayon');
  });

  it('counts a letter home from after his death against him, and tells so', () => {
    const letter = { notes: 'Последнее письмо пришло в марте 1943 г.' };
    const dead = (fateDate: string) => ({ fate: 'убит', fateDate });
    const after = of('fate', letter, dead('12.08.1942'));
    expect(after.level).to.equal('letter_after_death');
    expect(after.weight).to.be.below(-2);
    expect(explain(after).reason.key).to.equal('reason.fate.letter_after_death');
    expect(of('fate', letter, dead('02.1944')).weight).to.be.above(0);
    expect(of('fate', letter, { fate: 'пропал без вести', fateDate: '12.1942' }).level).to.equal('missing');
  });

  it('holds a tag number for the strongest fact, and the camp for a weak one', () => {
    const number = of('camp', { campNumber: '104329' }, { campNumber: '104329' });
    const camp = of('camp', { camp: 'Шталаг IV B' }, { camp: 'Stalag 4B' });
    expect(camp.level).to.equal('same_camp');
    expect(number.weight).to.be.above(10);
    expect(number.weight).to.be.above(camp.weight);
    expect(of('camp', { campNumber: '104329' }, { campNumber: '7' }).weight).to.be.below(0);
  });

  it('lets missing go with killed, and dead and alive contradict', () => {
    expect(of('fate', { fate: 'пропал без вести' }, { fate: 'погиб' }).level).to.equal('compatible');
    expect(of('fate', { fate: 'вернулся' }, { fate: 'погиб' }).weight).to.be.below(-1);
  });

  it('recognises ranks, hospitals, places of death, relatives and sex', () => {
    expect(of('rank', { rank: 'рядовой' }, { rank: 'красноармеец' }).level).to.equal('same');
    expect(of('hospital', { hospital: 'ЭГ 2446' }, { hospital: 'эвакогоспиталь № 2446' }).level).to.equal('same');
    expect(of('fate_place', { fatePlace: 'г. Ржев' }, { fatePlace: 'Ржев' }).level).to.equal('same');
    expect(of('relatives', { relatives: 'әйелі Айша' }, { relatives: 'жена Айша' }).level).to.equal('same_name');
    expect(of('sex', { sex: 'м' }, { sex: 'ж' }).weight).to.be.below(0);
  });

  it('takes the best of a soldier’s papers for each kind', () => {
    const papers = [
      { ...MAN, birthDate: '1931' },
      { familyName: 'Kairbekow', givenName: 'Seitkali', birthDate: '1913' },
    ];
    const soldier = joinProfiles(
      's',
      papers.map((row, index) => read(`m${index}`, row)),
    );
    const tools = { statistics: country(), weights: STARTING_WEIGHTS, cost: rememberedCost() };
    const found = scorePair(read('r', MAN), soldier, tools).observations;
    expect(found.find((one) => one.kind === 'birth_date')?.level).to.equal('same_year');
  });
});

describe('The name as evidence', () => {
  it('weighs more the rarer it is in this database', () => {
    const common = country(
      Array.from({ length: 400 }, (_, index) => ({
        ...MAN,
        givenName: `Ахмет${index}`,
        birthDate: String(1900 + (index % 25)),
      })),
    );
    expect(weigh(MAN, MAN).weight).to.be.above(weigh(MAN, MAN, common).weight);
  });

  it('is not made common by several papers of one man', () => {
    const once = country([MAN]);
    const often = country([MAN, MAN, MAN, MAN, MAN]);
    expect(share(often.stems.family, 'x', 0)).to.equal(share(once.stems.family, 'x', 0));
    expect(weigh(MAN, MAN, often).weight).to.equal(weigh(MAN, MAN, once).weight);
  });

  it('agrees across scripts and with its parts exchanged', () => {
    const german: MentionRow = { familyName: 'Kairbekow', givenName: 'Sejtkali', patronymic: 'Nurmagambetowitsch' };
    expect(weigh(MAN, german).weight).to.be.above(10);
    const exchanged = weigh(MAN, { familyName: 'Сейткали', givenName: 'Каирбеков' });
    expect(exchanged.weight).to.be.above(8);
    expect(exchanged.observations.find((one) => one.kind === 'name')?.values.order).to.equal('family_given');
  });

  it('counts a surname that is the father’s name and the father’s name as one fact', () => {
    const named = { familyName: 'Адамбаев', givenName: 'Сайдар', patronymic: 'Адамбаевич' };
    const custom = Array.from({ length: 300 }, (_, index) => {
      const father = `Тілеубай${index}`;
      const surname = index % 2 === 0 ? `${father}ев` : 'Ахметов';
      return {
        familyName: surname,
        givenName: 'Али',
        patronymic: `${father}ұлы`,
        birthDate: String(1890 + (index % 30)),
      };
    });
    const other = { ...named, patronymic: 'Жолдасович' };
    const statistics = country(custom);
    expect(weigh(named, named, statistics).weight).to.be.below(weigh(other, other, statistics).weight - 3);
  });

  it('knows that a people has names of its own: parts that always stand together weigh less', () => {
    const germans = Array.from({ length: 60 }, (_, index) => ({
      familyName: 'Шмидт',
      givenName: 'Иоганн',
      birthDate: String(1890 + (index % 37)),
      patronymic: `Отец${index}`,
    }));
    const others = Array.from({ length: 60 }, (_, index) => ({
      familyName: `Родич${index}`,
      givenName: `Омар${index}`,
      birthDate: String(1890 + (index % 37)),
    }));
    const apart = germans.map((row, index) => ({
      ...row,
      ...(index % 2 ? { familyName: `Винс${index}` } : { givenName: `Карл${index}` }),
    }));
    const asked = { familyName: 'Шмидт', givenName: 'Иоганн' };
    const together = weigh(asked, asked, country([...germans, ...others])).weight;
    expect(together).to.be.below(weigh(asked, asked, country([...apart, ...others])).weight);
  });

  it('takes columns for exchanged only when then every part fits', () => {
    const order = (soldier: MentionRow) =>
      weigh(MAN, soldier).observations.find((one) => one.kind === 'name')?.values.order;
    expect(order({ familyName: 'Сейткали', givenName: 'Каирбеков', patronymic: 'Нурмагамбетович' })).to.equal(
      'family_given',
    );
    expect(order({ familyName: 'Сейткали', givenName: 'Каирбеков', patronymic: 'Тлеубаевич' })).to.equal('straight');
  });

  it('does not take a father for his son who has the two names the other way round', () => {
    const son = { ...MAN, givenName: 'Нурмагамбет', patronymic: 'Сейткалиевич', birthDate: '1890' };
    expect(chances(MAN, [son])[0]).to.be.below(0.5);
  });

  it('gives little for a place of death of which only the oblast is known, and which many papers name', () => {
    const fallen = Array.from({ length: 40 }, (_, index) => ({
      ...MAN,
      birthDate: String(1886 + index),
      fatePlace: 'Белоруссия, Витебская обл.',
    }));
    const place = { fatePlace: 'Белоруссия, Витебская обл.' };
    const found = weigh({ ...MAN, ...place }, { ...MAN, ...place }, country(fallen)).observations;
    expect(found.find((one) => one.kind === 'fate_place')?.weight).to.be.below(2);
  });

  it('is outweighed by a given name that contradicts: a brother is not the man', () => {
    const brother = { ...MAN, givenName: 'Ахмет', birthDate: '1918' };
    const [probability = 1] = chances(MAN, [brother]);
    expect(probability).to.be.below(0.05);
    const name = weigh(MAN, brother).observations.find((one) => one.kind === 'name');
    expect(name && explain(name).reason.key).to.equal('reason.name.given_differs');
  });

  it('does not take a namesake of the village with another father for the man', () => {
    const [probability = 1] = chances(MAN, [{ ...MAN, patronymic: 'Тлеубаевич', birthDate: '1907' }]);
    expect(probability).to.be.below(0.3);
  });

  it('says less in a village where many bear it', () => {
    const clan = Array.from({ length: 30 }, (_, index) => ({
      ...MAN,
      givenName: `Болат${index}`,
      birthDate: String(1895 + index),
    }));
    const elsewhere = clan.map((row) => ({ ...row, birthPlace: 'Гурьевская обл., Денгизский р-н, с. Забурунье' }));
    const partly = { ...MAN, patronymic: undefined } as MentionRow;
    expect(weigh(partly, partly, country(clan)).weight).to.be.below(weigh(partly, partly, country(elsewhere)).weight);
  });
});

describe('The probability of a candidate', () => {
  it('is near one for the man himself, with his year and village', () => {
    expect(chances(MAN, [MAN])[0]).to.be.above(0.95);
  });

  it('is never from being alone: a bare common name stays unlikely', () => {
    const many = country(
      Array.from({ length: 3000 }, (_, index) => ({
        familyName: 'Ахметов',
        givenName: 'Али',
        birthDate: String(1890 + (index % 37)),
        patronymic: `Отец${index}`,
      })),
    );
    expect(chances({ familyName: 'Ахметов' }, [{ familyName: 'Ахметов' }], many)[0]).to.be.below(0.1);
  });

  it('is shared by two men who fit alike, since a request has one man', () => {
    const [first = 0, second = 0] = chances({ familyName: 'Каирбеков', givenName: 'Сейткали', birthDate: '1913' }, [
      { ...MAN, birthPlace: 'Актюбинская обл., Хобдинский р-н' },
      { ...MAN, patronymic: 'Омарович', birthPlace: 'Гурьевская обл., Денгизский р-н' },
    ]);
    // A little above one, for they may after all be two papers of one man.
    expect(first + second).to.be.below(1.1);
    expect(first).to.be.within(0.2, 0.6);
    expect(second).to.be.within(0.2, 0.6);
  });

  it('is not shared by two papers of one man: both may be his', () => {
    const [first = 0, second = 0] = chances(MAN, [MAN, { ...MAN, unit: '310 сд', familyName: 'Кайрбеков' }]);
    expect(first).to.be.above(0.9);
    expect(second).to.be.above(0.9);
  });

  it('is told in words by fixed lines', () => {
    expect([0.99, 0.9, 0.89, 0.3, 0.29].map(bandOf)).to.deep.equal([
      'very_likely',
      'likely',
      'possible',
      'possible',
      'unlikely',
    ]);
  });

  it('is called fresh only where it is likely and nobody has looked: as the queue counts', () => {
    expect(isFresh({ state: 'fresh', probability: 0.9 })).to.equal(true);
    expect(isFresh({ state: 'fresh', probability: 0.89 })).to.equal(false);
    expect(isFresh({ state: 'seen', probability: 0.99 })).to.equal(false);
  });
});

describe('The hash of the evidence', () => {
  const evidence = () => weigh(MAN, MAN).observations.map(explain);
  it('is the same for the same facts, whatever their weights', () => {
    const heavier = evidence().map((one) => ({ ...one, weight: one.weight + 1 }));
    expect(evidenceHash(heavier)).to.equal(evidenceHash(evidence()));
  });
  it('changes when a value does', () => {
    const other = weigh(MAN, { ...MAN, birthDate: '1914' }).observations.map(explain);
    expect(evidenceHash(other)).not.to.equal(evidenceHash(evidence()));
  });
});

describe('The first look', () => {
  it('keeps of many men of one name those of his age', () => {
    const common = { familyName: 'Иванов', givenName: 'Иван', patronymic: 'Иванович' };
    const others = Array.from({ length: 120 }, (_, index) => read(`o${index}`, { ...common, birthDate: '1895' }));
    const spelt = read('man', { ...common, patronymic: 'Ивонович', birthDate: '1920' });
    const tools = { statistics: country(), weights: STARTING_WEIGHTS };
    const pairs = weighCandidates(read('r', { ...common, birthDate: '1920' }), [...others, spelt], tools);
    expect(pairs[0]?.soldierId).to.equal('man');
  });
});
