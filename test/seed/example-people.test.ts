import { expect } from 'chai';
import {
  EXAMPLE_ARCHIVE,
  groupExampleMentions,
  loadExampleMentions,
  loadExampleRequests,
} from '../../seed/example-people.ts';
import { loadBurialSites, loadNotableSoldiers } from '../../seed/facts.ts';
import { readCamp } from '../../server/domain/camp.ts';
import { readCountry } from '../../server/domain/country.ts';
import { readFate } from '../../server/domain/fate.ts';
import { parsePartialDate } from '../../server/domain/partial-date.ts';
import { readRank } from '../../server/domain/rank.ts';
import { hasName, isRowField, rowProblems } from '../../server/domain/row.ts';

const mentions = loadExampleMentions();
const requests = loadExampleRequests();

describe('the invented people', () => {
  it('are marked as examples and lie in an archive that does not exist', () => {
    for (const { example, row } of mentions) {
      expect(example).to.equal(true);
      expect(row).to.include(EXAMPLE_ARCHIVE);
    }
  });

  it('are some sixty people in some hundred and forty documents, each with its own id', () => {
    expect(new Set(mentions.map((mention) => mention.person)).size).to.be.within(55, 70);
    expect(mentions).to.have.length.within(140, 170);
    expect(new Set(mentions.map((mention) => mention.id)).size).to.equal(mentions.length);
  });

  it('are rows of the contract that name somebody and fit their fields', () => {
    for (const { id, row } of mentions) {
      expect(
        Object.keys(row).filter((field) => !isRowField(field)),
        id,
      ).to.deep.equal([]);
      expect(hasName(row), id).to.equal(true);
      expect(rowProblems(row), id).to.deep.equal([]);
    }
  });

  it('write one surname in six ways, Arabic script among them', () => {
    const names = mentions
      .filter((mention) => mention.person.startsWith('qaiyrbekov-seitqali'))
      .map(({ row }) => row.familyName ?? row.fullName ?? '');
    for (const spelling of [/^Қайырбеков/, /^Каирбеков/, /^Kairbekow/, /^Kajrbekowa/, /^Qaiyrbekov/, /^قايىربەكوۆ/]) {
      expect(
        names.some((name) => spelling.test(name)),
        String(spelling),
      ).to.equal(true);
    }
  });

  it('are partly linked by people and partly left alone', () => {
    const groups = groupExampleMentions(mentions);
    expect(groups.flat()).to.have.length(mentions.length);
    for (const group of groups) {
      expect(new Set(group.map((mention) => mention.person)).size).to.equal(1);
      if (group.some((mention) => !mention.linked)) expect(group).to.have.length(1);
    }
    expect(groups.some((group) => group.length > 1)).to.equal(true);
  });

  it('lie only on burial sites that the facts know', () => {
    const known = new Set(loadBurialSites().map((site) => site.names.ru));
    for (const { id, row } of mentions) {
      if (row.burialSite !== undefined) expect(known.has(row.burialSite), `${id}: ${row.burialSite}`).to.equal(true);
      if (row.burialCountry !== undefined) expect(readCountry(row.burialCountry), id).to.not.equal(null);
    }
  });

  it('carry values that the rules understand', () => {
    for (const { id, row } of mentions) {
      for (const date of [row.birthDate, row.fateDate, row.captureDate, row.conscriptionDate]) {
        if (date !== undefined)
          expect(parsePartialDate(date, { asOf: '1942' }).problem, `${id}: ${date}`).to.equal(null);
      }
      if (row.fate !== undefined) expect(readFate(row.fate).understood, `${id}: ${row.fate}`).to.equal(true);
      if (row.camp !== undefined) expect(readCamp(row.camp)?.keys, `${id}: ${row.camp}`).to.not.deep.equal([]);
    }
    const ranks = mentions.flatMap(({ row }) => (row.rank === undefined ? [] : [readRank(row.rank)]));
    expect(ranks.filter((rank) => rank.code === null).map((rank) => rank.text)).to.deep.equal(['jeniec']);
  });

  it('share their full name with no documented soldier', () => {
    const documented = new Set(loadNotableSoldiers().flatMap((fact) => [fact.names.ru, fact.names.kk]));
    for (const { row } of mentions) {
      const names = [row.givenName, row.patronymic, row.familyName].filter((part) => part !== undefined);
      expect(documented.has(names.join(' ')), names.join(' ')).to.equal(false);
    }
  });
});

describe('the invented requests', () => {
  it('are eight, in Kazakh and Russian, in different states', () => {
    expect(requests).to.have.length(8);
    expect(new Set(requests.map((request) => request.language))).to.have.keys('kk', 'ru');
    expect(new Set(requests.map((request) => request.status)).size).to.be.at.least(7);
  });

  it('reach nobody: addresses of example.org, telephone numbers of no one', () => {
    for (const { applicant, id } of requests) {
      expect(applicant.email ?? applicant.phone, id).to.not.equal(null);
      if (applicant.email !== null) expect(applicant.email, id).to.match(/@example\.org$/);
      if (applicant.phone !== null) expect(applicant.phone, id).to.match(/^\+7 700 000 00 \d\d$/);
    }
  });

  it('point to people of the examples only, and to one wherever a document was found', () => {
    const people = new Set(mentions.map((mention) => mention.person));
    for (const { id, soldierPerson, status } of requests) {
      if (soldierPerson !== null) expect(people.has(soldierPerson), id).to.equal(true);
      if (status === 'identified' || status === 'checking_document') expect(soldierPerson, id).to.not.equal(null);
    }
  });
});
