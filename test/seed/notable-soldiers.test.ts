import { expect } from 'chai';
import { loadNotableSoldiers } from '../../seed/facts.ts';
import { type NotableSoldierFact, notableMentions, withoutRemarks } from '../../seed/notable-soldiers.ts';
import { hasName, rowProblems } from '../../server/domain/row.ts';

const facts = loadNotableSoldiers();

function fact(id: string): NotableSoldierFact {
  const found = facts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no such fact: ${id}`);
  return found;
}

describe('documented soldiers as mentions', () => {
  it('give a row for each spelling that a source has, with the sources beside it', () => {
    const [russian, kazakh] = notableMentions(fact('moldagulova'));
    expect(russian?.row).to.include({ familyName: 'Молдагулова', givenName: 'Алия', patronymic: 'Нурмухамбетовна' });
    expect(kazakh?.row).to.include({ familyName: 'Молдағұлова', givenName: 'Әлия', fate: 'қаза тапты' });
    expect(russian?.sources).to.have.length.above(0);
  });

  it('leave out what the facts call unverified', () => {
    expect(notableMentions(fact('moldagulova'))[0]?.row).to.not.have.property('burialPlace');
    expect(notableMentions(fact('abdybekov'))[0]?.row).to.not.have.any.keys('fate', 'fateDate');
    expect(notableMentions(fact('syanov'))[0]?.row).to.not.have.any.keys('patronymic', 'rank', 'fate');
  });

  it('leave out the compiler’s own remarks', () => {
    expect(withoutRemarks('полковник (at the end of service)')).to.equal('полковник');
    expect(withoutRemarks('капитан (1945), later генерал-майор авиации')).to.equal('капитан');
    expect(withoutRemarks('старший лейтенант or лейтенант')).to.equal(undefined);
    expect(withoutRemarks('301-я стрелковая дивизия (to be checked)')).to.equal(undefined);
    for (const { row } of facts.flatMap(notableMentions)) {
      for (const field of ['rank', 'unit', 'fate'] as const) expect(row[field] ?? '').to.not.match(/[A-Za-z]{3}/);
    }
  });

  it('do not take the year in which a veteran died for a date of the war', () => {
    const row = notableMentions(fact('koshkarbaev'))[0]?.row;
    expect(row?.fate).to.equal('вернулся с фронта');
    expect(row).to.not.have.property('fateDate');
  });

  it('are all rows of the contract that name somebody and fit their fields', () => {
    const mentions = facts.flatMap(notableMentions);
    expect(new Set(mentions.map((mention) => mention.row.externalId)).size).to.equal(mentions.length);
    for (const { row, factId } of mentions) {
      expect(hasName(row), factId).to.equal(true);
      expect(rowProblems(row), factId).to.deep.equal([]);
    }
  });
});
