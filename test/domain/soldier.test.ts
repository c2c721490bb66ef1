import { expect } from 'chai';
import fc from 'fast-check';
import { drawSoldier, isRestricted } from '../../server/domain/soldier.ts';
import { facts } from '../../server/domain/soldier-facts.ts';
import { aMention } from '../soldiers/a-mention.ts';

const report = aMention(
  {
    familyName: 'Каирбеков',
    givenName: 'Сейткали',
    patronymic: 'Нурмагамбетович',
    birthDate: '1913',
    fate: 'пропал без вести',
    fateDate: '__.07.1942',
    documentType: 'донесение о безвозвратных потерях',
  },
  { id: 'report' },
);
const card = aMention(
  {
    familyName: 'Kairbekow',
    givenName: 'Seitkali',
    birthDate: '12.05.1913',
    fate: 'gestorben',
    fateDate: '14.02.1943',
    camp: 'Stalag 304 (IV H)',
    campNumber: '113456',
    documentType: 'Personalkarte I',
  },
  { id: 'card' },
);
const grave = aMention(
  {
    fullName: 'Kajrbekow S.',
    birthDate: '1915',
    burialSite: 'Zeithain',
    burialCountry: 'Германия',
    grave: '12',
    documentType: 'список захороненных',
  },
  { id: 'grave' },
);
const shot = aMention({ familyName: 'Каирбеков', givenName: 'Сейткали', fate: 'расстрелян' }, { id: 'shot' });

const factOf = (field: string, mentions = [report, card, grave]) => {
  const fact = facts(mentions).find((one) => one.field === field);
  if (fact === undefined) throw new Error(`no fact about ${field}`);
  return fact;
};

describe('The page of a soldier is drawn from his mentions', () => {
  it('never leaves open whether a man in a grave has died, and takes no other fate from him', () => {
    const unknown = aMention({ fullName: 'Kajrbekow S.', burialSite: 'Zeithain', fate: 'неизвестно' }, { id: 'open' });
    expect([grave, unknown].map((mention) => drawSoldier([mention]).fate)).to.deep.equal(['died', 'died']);
    expect(drawSoldier([report, grave]).fate).to.equal('missing');
    expect(drawSoldier([aMention({ fullName: 'Каирбеков С.' })]).fate).to.equal(null);
  });

  it('takes as heading the fullest spelling of the most trusted document, and keeps every other', () => {
    const { name, names } = drawSoldier([grave, card, report]);
    expect(name.full).to.equal('Каирбеков Сейткали Нурмагамбетович');
    expect(names.map(({ full }) => full)).to.have.members([
      'Каирбеков Сейткали Нурмагамбетович',
      'Kairbekow Seitkali',
      'Kajrbekow S.',
    ]);
  });

  it('counts how many documents write a name alike', () => {
    const again = { ...report, id: 'again' };
    expect(drawSoldier([report, again]).name.count).to.equal(2);
  });

  it('prefers a more exact date that agrees to a vague one of a better paper, and says so', () => {
    const { reason, values } = factOf('birthDate');
    expect(reason).to.equal('most_exact');
    expect(values[0]?.written).to.equal('12.05.1913');
  });

  it('keeps a value that contradicts beside the chosen one, with the mentions each rests on', () => {
    const { values } = factOf('birthDate');
    expect(values.map(({ written, relation, mentionIds }) => [written, relation, mentionIds])).to.deep.equal([
      ['12.05.1913', 'chosen', ['card']],
      ['1913', 'agrees', ['report']],
      ['1915', 'differs', ['grave']],
    ]);
  });

  it('believes the report of the unit about the fate, and says that it is the more trusted paper', () => {
    const { reason, values } = factOf('fate');
    expect([reason, values[0]?.understood]).to.deep.equal(['trusted_document', 'missing']);
  });

  it('says that a value is the only one', () => {
    expect(factOf('campNumber').reason).to.equal('only_value');
  });

  it('lets the number of documents decide between papers of equal trust, then which was recorded first', () => {
    const first = aMention({ fullName: 'А Б', nationality: 'казах' }, { id: 'a' });
    const second = aMention({ fullName: 'А Б', nationality: 'киргиз' }, { id: 'b' });
    const third = aMention({ fullName: 'А Б', nationality: 'киргиз' }, { id: 'c' });
    expect(factOf('nationality', [first, second, third]).reason).to.equal('most_mentions');
    expect(factOf('nationality', [first, second, third]).values[0]?.written).to.equal('киргиз');
    const later = { ...second, createdAt: new Date('2026-04-01T00:00:00.000Z') };
    expect(factOf('nationality', [later, first])).to.deep.include({ reason: 'recorded_first' });
    expect(factOf('nationality', [later, first]).values[0]?.written).to.equal('казах');
  });

  it('takes the grave whole from one document', () => {
    const other = aMention(
      { fullName: 'Каирбеков', burialPlace: 'Мюльберг', burialRegion: 'Саксония', documentType: 'Книга памяти' },
      { id: 'book' },
    );
    expect(drawSoldier([other, grave]).burial).to.deep.include({
      grave: '12',
      country: 'DE',
      place: null,
      region: null,
    });
  });

  it('lets sensitive and withdrawn mentions contribute nothing', () => {
    const withdrawn = { ...card, state: 'withdrawn' as const };
    expect(drawSoldier([report, shot, withdrawn])).to.deep.equal(drawSoldier([report]));
  });

  it('knows a man only from sensitive papers as restricted, with an empty summary', () => {
    expect(isRestricted([shot])).to.equal(true);
    expect(isRestricted([shot, report])).to.equal(false);
    expect(drawSoldier([shot]).names).to.deep.equal([]);
    expect(drawSoldier([shot]).fate).to.equal(null);
  });

  it('says that relatives are known only when told so', () => {
    expect(drawSoldier([report]).hasRelatives).to.equal(false);
    expect(drawSoldier([report], true).hasRelatives).to.equal(true);
  });

  it('never shows relatives or notes as facts: they may name the living', () => {
    const told = aMention({ fullName: 'Каирбеков', relatives: 'жена Айгуль', notes: 'тел. внука' }, { id: 'told' });
    expect(facts([told])).to.deep.equal([]);
  });

  it('draws the same whatever the order of the mentions', () => {
    const all = [report, card, grave, shot];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(drawSoldier(shuffled)).to.deep.equal(drawSoldier(all));
        expect(facts(shuffled)).to.deep.equal(facts(all));
      }),
    );
  });
});
