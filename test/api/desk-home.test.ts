import { expect } from 'chai';
import type { Actor } from '../../server/domain/roles.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { aLine } from '../soldiers/a-mention.ts';

describe('The home of the desk', () => {
  let site: TestSite;
  type Person = { token: string; actor: Actor };
  let volunteer: Person;
  let other: Person;
  let coordinator: Person;

  before(async () => {
    site = await openTestSite();
    await site.services.mentions.addMentions([aLine({ fullName: 'Каирбеков Сейткали', birthDate: '1913' })]);
    await site.services.index.settled();
    volunteer = await site.signIn('volunteer');
    other = await site.signIn('volunteer');
    coordinator = await site.signIn('coordinator');
  });
  after(() => site.close());

  const get = (person: Person | null, path: string) => {
    const request = site.http.get(path);
    return person ? request.set('Authorization', `Bearer ${person.token}`) : request;
  };
  const home = async (person: Person) => (await get(person, '/api/desk/home').expect(200)).body;
  async function leave(familyName = 'Қайырбеков') {
    const soldier = { familyName, givenName: 'Сейітқали', birthDate: '1913' };
    const applicant = { name: 'Zzyzx', relation: 'son', language: 'kk' };
    const { body } = await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    const code = String(body.statusUrl).split('/').at(-1) ?? '';
    return { code, id: (await site.services.requests.open(code)).request.id };
  }

  it('shows what one holds and how much waits, and each number is that of the list behind it', async () => {
    const { id } = await leave();
    await leave();
    await leave();
    await site.services.queue.claim(volunteer.actor, id);
    const { mine, waiting } = await home(volunteer);
    expect(mine.map((one: { id: string }) => one.id)).to.deep.equal([id]);
    for (const filter of ['free', 'fresh', 'waiting'] as const) {
      const { items } = (await get(volunteer, `/api/desk/requests?filter=${filter}&limit=200`)).body;
      expect(waiting[filter], filter).to.equal(items.length);
    }
    expect(waiting.free).to.equal(2);
  });

  it('tells what the family and others did since one’s own last step, and nothing before', async () => {
    const { id, code } = await leave();
    await site.services.queue.claim(volunteer.actor, id);
    expect((await home(volunteer)).changed).to.deep.equal([]);
    site.clock.advance(60);
    await site.http.post(`/api/requests/status/${code}/answers`).send({ text: 'Әкесі – Нұрмағанбет' }).expect(201);
    const [changed] = (await home(volunteer)).changed;
    expect(changed).to.deep.include({ id });
    expect(changed.changes).to.deep.equal([{ what: 'answer', by: null, at: site.clock().toISOString() }]);
    expect((await home(other)).changed).to.deep.equal([]);
    site.clock.advance(15 * 24 * 3600);
    volunteer = await site.signIn('volunteer');
    other = await site.signIn('volunteer');
    coordinator = await site.signIn('coordinator');
  });

  it('counts a second look for everybody but whoever decided', async () => {
    const { id } = await leave();
    await site.services.runner.drain();
    await site.services.queue.claim(volunteer.actor, id);
    const { request } = await site.services.cases.get(volunteer.actor, id);
    const [candidate] = await site.services.cases.candidates(volunteer.actor, id, true);
    await site.services.decisions.decide(
      volunteer.actor,
      { id, version: request.version },
      { soldierId: candidate?.soldierId ?? '', verdict: 'same', reason: 'year and father agree', evidenceLevel: 'B' },
    );
    expect((await home(volunteer)).waiting.second).to.equal(0);
    expect((await home(other)).waiting.second).to.equal(1);
  });

  it('counts a case of several families once, though the decision was made for one that does not lead', async () => {
    const [lead, follows] = [await leave('Сәтбаев'), await leave('Сәтпаев')];
    const { actor } = volunteer;
    const versionOf = async (id: string) => ({
      id,
      version: (await site.services.cases.get(actor, id)).request.version,
    });
    const gathering = { withId: lead.id, reason: 'one father, one village' };
    await site.services.gatherings.gather(actor, await versionOf(follows.id), gathering);
    const before = (await home(other)).waiting.second;
    const [soldierId = ''] = (
      await site.services.mentions.addMentions([
        aLine({ fullName: 'Сатпаев Сейткали', birthDate: '1913' }, { key: 's' }),
      ])
    ).soldierIds;
    const decision = { soldierId, verdict: 'same', reason: 'year and father agree', evidenceLevel: 'B' } as const;
    await site.services.decisions.decide(actor, await versionOf(follows.id), decision);
    expect((await home(other)).waiting.second).to.equal(before + 1);
    const { items } = (await get(other, '/api/desk/requests?filter=second&limit=200')).body;
    expect(items.map(({ id }: { id: string }) => id)).to.include(lead.id);
  });

  it('tells volunteers nothing of what only those who lead take care of', async () => {
    expect((await home(volunteer)).waiting).to.include({ memories: null, failedJobs: null, letters: null });
    expect((await home(coordinator)).waiting).to.include({ memories: 0, failedJobs: 0, letters: null });
  });

  it('names nobody who asks', async () => {
    expect(JSON.stringify(await home(coordinator))).not.to.include('Zzyzx');
  });

  it('is closed to visitors, partners and their keys', async () => {
    const { id } = await site.services.partners.create({ id: 'o', role: 'admin' }, { code: 'HOME', name: 'Archive' });
    const partner = await site.signIn('partner', id);
    for (const path of ['/api/desk/home', '/api/desk/load']) {
      expect((await get(null, path)).status, path).to.equal(401);
      expect((await get(partner, path)).status, path).to.equal(403);
    }
  });
});

describe('The load of the desk', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  it('tells those who lead how the work is spread, with the oldest request nobody has begun', async () => {
    const [one, two] = [await site.signIn('volunteer'), await site.signIn('volunteer')];
    const coordinator = await site.signIn('coordinator');
    const ids: string[] = [];
    for (const familyName of ['Ахметов', 'Омаров', 'Сатаев']) {
      const applicant = { name: 'Zzyzx', relation: 'son', language: 'kk' };
      const sent = await site.http
        .post('/api/requests')
        .send({ soldier: { familyName }, applicant, consent: true })
        .expect(201);
      const code = String(sent.body.statusUrl).split('/').at(-1) ?? '';
      ids.push((await site.services.requests.open(code)).request.id);
      site.clock.advance(60);
    }
    const [first = '', second = ''] = ids;
    await site.services.queue.claim(one.actor, first);
    await site.services.queue.claim(two.actor, second);
    const { request } = await site.services.cases.get(two.actor, second);
    const search = { where: 'OBD', what: 'Омаров', hits: 0 };
    await site.services.cases.logSearch(two.actor, { id: second, version: request.version }, search);
    const load = await site.http.get('/api/desk/load').set('Authorization', `Bearer ${coordinator.token}`).expect(200);
    expect(load.body.byStatus).to.include({ received: 1, searching: 2 });
    expect(load.body.unread).to.deep.equal({ count: 1, oldest: '2026-03-01T09:02:00.000Z' });
    const people = load.body.people.map(({ person, held, searches }: Record<string, { id: string }>) => {
      return { id: person?.id, held, searches };
    });
    expect(people).to.have.deep.members([
      { id: one.actor.id, held: 1, searches: 0 },
      { id: two.actor.id, held: 1, searches: 1 },
    ]);
    const refused = await site.http.get('/api/desk/load').set('Authorization', `Bearer ${one.token}`);
    expect(refused.status).to.equal(403);
  });
});
