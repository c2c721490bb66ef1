import { expect } from 'chai';
import type { Evidence } from '../../server/domain/matching/candidate.ts';
import { numbersOf, STARTING_WEIGHTS, versionOf } from '../../server/domain/matching/weights.ts';
import { newList } from '../imports/import-site.ts';
import { saved, table } from '../imports/read-list.ts';
import { ANNA, COORDINATOR, type DeskSite, MAN, openDeskSite } from './desk-site.ts';

const STRANGER = {
  familyName: 'Петренко',
  givenName: 'Иван',
  patronymic: 'Карпович',
  birthDate: '1920',
  birthPlace: 'Полтавская обл., Лубенский р-н, с. Хорол',
};

describe('The standing search', () => {
  let site: DeskSite;
  beforeEach(async () => {
    site = await openDeskSite();
  });
  afterEach(() => site.close());

  const nothingFound = async (id: string) => {
    const { version } = await site.read(id);
    const closing = { as: 'nothing_found', reason: 'searched everywhere' } as const;
    await site.services.cases.close(ANNA, { id, version }, closing);
  };
  const offered = async (id: string) => {
    const found = await site.services.cases.candidates(ANNA, id, false);
    return found.map(({ soldierId }) => soldierId);
  };
  const decide = async (id: string, soldierId: string, verdict: 'same' | 'different' | 'unsure') => {
    const { version } = await site.read(id);
    const decision = { soldierId, verdict, reason: 'the documents', evidenceLevel: 'C' } as const;
    return (await site.services.decisions.decide(ANNA, { id, version }, decision)).decision;
  };

  it('looks again when mentions of two soldiers turn out to be one man, and puts an old request back', async () => {
    const bare = await site.paper({ familyName: 'Kairbekow', givenName: 'S.', birthDate: '1913' });
    const full = await site.paper(STRANGER);
    const id = await site.request({ ...MAN, campNumber: '104329' });
    await nothingFound(id);
    const tagged = await site.paper({ familyName: 'Kajrbekow', givenName: 'Sejtkali', campNumber: '104329' });
    await site.services.links.tie(ANNA, { mentionId: tagged.mentionId, soldierId: bare.soldierId, reason: 'one card' });
    await site.settle();
    expect(await site.read(id)).to.include({ status: 'checking_document', freshCandidates: 1 });
    expect(await offered(id))
      .to.include(bare.soldierId)
      .and.not.to.include(full.soldierId);
  });

  it('drops a candidate whose paper was tied to another man', async () => {
    const man = await site.paper(MAN);
    const stranger = await site.paper(STRANGER);
    const id = await site.request(MAN);
    expect(await offered(id)).to.deep.equal([man.soldierId]);
    await site.services.links.tie(ANNA, { mentionId: man.mentionId, soldierId: stranger.soldierId, reason: 'error' });
    await site.settle();
    expect(await offered(id)).to.deep.equal([stranger.soldierId]);
    await site.services.links.untie(ANNA, { mentionId: man.mentionId, reason: 'right after all' });
    await site.settle();
    expect(await offered(id)).to.deep.equal([man.soldierId]);
  });

  it('looks again when a merge is split', async () => {
    const [man, other] = [await site.paper(MAN), await site.paper(STRANGER)];
    const merge = { fromId: man.soldierId, intoId: other.soldierId, reason: 'x' };
    await site.services.links.merge(COORDINATOR, merge);
    const id = await site.request(MAN);
    expect(await offered(id)).to.deep.equal([other.soldierId]);
    await site.services.links.split(COORDINATOR, { soldierId: man.soldierId, reason: 'two men' });
    await site.settle();
    expect(await offered(id)).to.deep.equal([man.soldierId]);
  });

  it('leaves requests alone that the change cannot touch', async () => {
    const id = await site.request(MAN);
    const before = await site.read(id);
    site.clock.advance(60);
    const [one, two] = [await site.paper(STRANGER), await site.paper({ ...STRANGER, birthDate: '1921' })];
    await site.services.links.merge(COORDINATOR, { fromId: one.soldierId, intoId: two.soldierId, reason: 'x' });
    await site.settle();
    expect((await site.read(id)).matchedAt).to.deep.equal(before.matchedAt);
  });

  it('finds the man of a changed paper even while the index is behind', async () => {
    const id = await site.request(MAN);
    await nothingFound(id);
    const { soldierId } = await site.paper(MAN);
    await site.services.engine.remove([soldierId]);
    await site.services.matchingJobs.rematch({ soldierIds: [soldierId] });
    await site.services.runner.drain();
    expect(await offered(id)).to.deep.equal([soldierId]);
  });

  it('searches everybody once more for a request that came while the index was behind', async () => {
    const { soldierId } = await site.paper(MAN);
    const document = (await site.services.engine.candidates({ name: { full: 'Каирбеков' }, limit: 1 })).length;
    expect(document).to.equal(1);
    await site.services.engine.remove([soldierId]);
    const { index } = site.services;
    const { isSettled } = index;
    index.isSettled = () => false;
    const id = await site.request(MAN);
    expect(await offered(id)).to.deep.equal([]);
    index.isSettled = isSettled;
    await index.changed((await site.stores.soldiers.findByIds([soldierId])) ?? []);
    await site.settle();
    expect(await offered(id), 'not before the index had time').to.deep.equal([]);
    site.clock.advance(61);
    await site.settle();
    expect(await offered(id)).to.deep.equal([soldierId]);
    expect(await site.stores.jobs.countByState()).to.include({ queued: 0 });
  });

  it('matches every open request again with a new version of the weights, at the next start at the latest', async () => {
    const { soldierId } = await site.paper(MAN);
    const id = await site.request(MAN);
    await site.services.matchingJobs.rematchOutdated();
    expect(await site.stores.jobs.countByState()).to.include({ queued: 0 });
    const countedFrom = { randomPairs: 0, requests: 0, decisions: 0 };
    const version = { ...numbersOf(STARTING_WEIGHTS), version: versionOf(2), madeAt: site.clock(), countedFrom };
    await site.stores.weights.append(version);
    await site.services.matchingJobs.rematchOutdated();
    await site.settle();
    expect(await site.stores.candidates.find(id, soldierId)).to.include({
      weightsVersion: versionOf(2),
      state: 'fresh',
    });
  });

  it('matches again once, not at every start, though requests that are over keep candidates of old versions', async () => {
    const { soldierId } = await site.paper(MAN);
    const [open, over] = [await site.request(MAN), await site.request({ ...MAN, rank: 'сержант' })];
    await decide(over, soldierId, 'same');
    const stored = site.store.connection.collection('candidates');
    // As an older release weighed them, whose first version was the number alone.
    await stored.updateMany({}, { $set: { weightsVersion: '1' } });
    const queued = async () => (await site.stores.jobs.countByState()).queued;
    await site.services.matchingJobs.rematchOutdated();
    expect(await queued()).to.equal(1);
    await site.settle();
    expect(await site.stores.candidates.find(open, soldierId)).to.include({ weightsVersion: STARTING_WEIGHTS.version });
    expect(await site.stores.candidates.find(over, soldierId)).to.include({ weightsVersion: '1' });
    await site.services.matchingJobs.rematchOutdated();
    expect(await queued()).to.equal(0);
  });

  it('refuses nobody who works on the request meanwhile: what it finds is no version of theirs', async () => {
    const id = await site.request(MAN);
    await site.services.queue.claim(ANNA, id);
    const { version } = await site.read(id);
    const row = { ...MAN, sourceUrl: 'https://obd-memorial.ru/html/info.htm?id=75' };
    const record = await site.services.foundRecords.add(ANNA, { row, requestId: id });
    await site.services.index.settled();
    await site.settle();
    expect(await site.read(id)).to.include({ status: 'checking_document', freshCandidates: 1 });
    const same = { soldierId: record.soldierId, verdict: 'same', reason: 'his card', evidenceLevel: 'C' } as const;
    await site.services.decisions.decide(ANNA, { id, version }, same);
    expect(await site.read(id)).to.include({ status: 'identified' });
  });

  it('stands in the search log with the day and what it found, one line a day', async () => {
    const id = await site.request(MAN);
    const log = async () =>
      (await site.services.cases.get(ANNA, id)).papers.flatMap((paper) => (paper.kind === 'search' ? [paper] : []));
    expect(await log()).to.deep.equal([]);
    const { soldierId } = await site.paper(STRANGER);
    await site.services.matchingJobs.rematch({ soldierIds: [soldierId] });
    await site.settle();
    expect(await log(), 'a stranger is no reason to look').to.deep.equal([]);
    for (const row of [MAN, { ...MAN, rank: 'сержант' }]) {
      const paper = await site.paper(row);
      await site.services.matchingJobs.rematch({ soldierIds: [paper.soldierId] });
      await site.settle();
    }
    const what = `${MAN.familyName} ${MAN.givenName} ${MAN.patronymic}`;
    const [line, ...more] = await log();
    expect(more).to.deep.equal([]);
    expect(line).to.deep.include({ where: 'Amanat', what, by: null, at: site.clock() });
    expect(line?.hits).to.be.above(0);
    site.clock.advance(24 * 3600);
    await site.services.matchingJobs.rematchAll();
    await site.settle();
    expect(await log()).to.have.length(2);
  });

  it('is no "not found" where it found nothing new: the family is not told of it, the desk reads "nothing new"', async () => {
    const { id, code } = await site.requestWithCode(MAN);
    await site.services.matchingJobs.rematchAll();
    await site.settle();
    const { token } = await site.signIn('volunteer');
    const atDesk = await site.http.get(`/api/desk/requests/${id}`).auth(token, { type: 'bearer' }).expect(200);
    expect(atDesk.body.searches).to.have.length(1);
    expect(atDesk.body.searches[0]).to.include({ where: 'Amanat', hits: 0, nothingNew: true });
    const family = async () => (await site.http.get(`/api/requests/status/${code}`).expect(200)).body.searches;
    expect(await family()).to.deep.equal([]);
    // What a person searched in vain is told to both as before.
    const { version } = await site.read(id);
    const search = { where: 'Amanat', what: 'Каирбеков', hits: 0 };
    await site.http
      .post(`/api/desk/requests/${id}/searches`)
      .auth(token, { type: 'bearer' })
      .set('If-Match', `"v${version}"`)
      .send(search)
      .expect(201);
    expect((await family()).map((one: { hits: number }) => one.hits)).to.deep.equal([0]);
  });

  it('does not offer a decided pair again when only the weights are new', async () => {
    const { soldierId } = await site.paper(MAN);
    const id = await site.request(MAN);
    await decide(id, soldierId, 'different');
    await site.services.matchingJobs.rematchAll();
    await site.settle();
    expect(await offered(id)).to.deep.equal([]);
    expect(await site.read(id)).to.include({ freshCandidates: 0 });
  });

  it('does not offer it again either when a release tells the levels of agreement apart in another way', async () => {
    const [man, beside] = [await site.paper(MAN), await site.paper({ ...MAN, birthDate: '1914' })];
    const id = await site.request(MAN);
    await decide(id, man.soldierId, 'different');
    await site.stores.candidates.markSeen(id);
    // As a release left them that called levels otherwise, scored them otherwise and had another way to make the sign.
    for (const collection of ['candidates', 'decisions']) {
      const kept = site.store.connection.collection<{ _id: string; evidence: Evidence[] }>(collection);
      for (const { _id, evidence } of await kept.find().toArray()) {
        const before = evidence.map((one) => {
          return { ...one, score: one.score && one.score / 2, reason: { ...one.reason, key: 'reason.of_before' } };
        });
        await kept.updateOne({ _id }, { $set: { evidence: before, evidenceHash: 'of before' } });
      }
    }
    await site.services.matchingJobs.rematchAll();
    await site.settle();
    expect(await offered(id)).to.deep.equal([beside.soldierId]);
    const found = await site.stores.candidates.findOf(id);
    expect(found.map(({ state }) => state).sort(), 'nobody who was looked at').to.deep.equal(['decided', 'seen']);
    const told = found.flatMap(({ evidence }) => evidence.map(({ reason }) => reason.key));
    expect(told).not.to.include('reason.of_before');
  });

  it('offers it again when the decision is withdrawn, or was "unsure"', async () => {
    const { soldierId } = await site.paper(MAN);
    const id = await site.request(MAN);
    await decide(id, soldierId, 'unsure');
    expect(await offered(id)).to.deep.equal([soldierId]);
    const made = await decide(id, soldierId, 'different');
    expect(await offered(id)).to.deep.equal([]);
    const { version } = await site.read(id);
    await site.services.decisions.withdraw(ANNA, { id, version }, { decisionId: made.id, reason: 'a mistake' });
    expect(await offered(id)).to.deep.equal([soldierId]);
  });

  it('follows a decided man to the address he was merged into', async () => {
    const [man, same] = [await site.paper(MAN), await site.paper(MAN)];
    const id = await site.request({ ...MAN, rank: 'сержант' });
    await decide(id, man.soldierId, 'different');
    await decide(id, same.soldierId, 'different');
    await site.services.links.merge(COORDINATOR, { fromId: man.soldierId, intoId: same.soldierId, reason: 'one man' });
    await site.settle();
    expect(await offered(id)).to.deep.equal([]);
    // What is new of him is a reason to look again.
    const paper = await site.paper({ ...MAN, rank: 'сержант' });
    await site.services.links.tie(ANNA, { mentionId: paper.mentionId, soldierId: same.soldierId, reason: 'his card' });
    await site.settle();
    expect(await offered(id)).to.deep.equal([same.soldierId]);
  });

  describe('when a list comes in', () => {
    const BROTHER = { ...MAN, givenName: 'Сеит', birthDate: '1915' };
    const NAMESAKE = { ...MAN, birthDate: '1914', birthPlace: 'Актюбинская обл.' };
    const COLUMNS = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Место рождения'];
    const listOf = (...men: (typeof MAN)[]) =>
      saved(
        table(
          ';',
          COLUMNS,
          ...men.map((man) =>
            [man.familyName, man.givenName, man.patronymic, man.birthDate, man.birthPlace].map(String),
          ),
        ),
        'utf-8',
      );
    const weighed = async (id: string) =>
      (await site.stores.candidates.findOf(id)).map(({ soldierId, probability, evidenceHash }) => {
        return { soldierId, probability, evidenceHash };
      });

    it('weighs its men against those who are offered, with the same outcome as a search over everybody', async () => {
      await site.paper(BROTHER);
      const { familyName, givenName, patronymic } = MAN;
      const id = await site.request({ familyName, givenName, patronymic } as typeof MAN);
      await (await newList(site)).bringIn(listOf(MAN, NAMESAKE, STRANGER));
      const after = await weighed(id);
      expect(after).to.have.length.greaterThan(1);
      await site.services.matchingJobs.rematchAll();
      await site.settle();
      expect(await weighed(id)).to.deep.equal(after);
    });

    it('offers those again whom its man had pushed out, once it is taken back', async () => {
      const brother = await site.paper(BROTHER);
      const id = await site.request(MAN);
      expect(await offered(id)).to.deep.equal([brother.soldierId]);
      const list = await newList(site);
      const item = await list.bringIn(listOf(MAN));
      expect(await offered(id)).not.to.include(brother.soldierId);
      await list.run(item, 'undo');
      expect(await offered(id)).to.deep.equal([brother.soldierId]);
    });
  });
});
