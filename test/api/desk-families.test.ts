import { expect } from 'chai';
import type { MentionRow } from '../../server/domain/row.ts';
import { openTestSite, START, type TestSite } from '../site.ts';

type Person = Awaited<ReturnType<TestSite['signIn']>>;
type Held = { id: string; number: number; code: string };

const SOLDIER: MentionRow = {
  familyName: 'Каирбеков',
  givenName: 'Сейткали',
  patronymic: 'Нурмагамбетович',
  birthDate: '12.05.1913',
  birthPlace: 'Акмолинская обл., Кургальджинский р-н',
};
const ASKED: MentionRow = {
  familyName: 'Қайырбеков',
  givenName: 'Сейітқали',
  patronymic: 'Нұрмағамбетұлы',
  birthDate: '1913',
  birthPlace: 'Қорғалжын ауданы',
};
/** Of whom the database knows nothing, so that no standing search moves the request. */
const UNKNOWN: MentionRow = { familyName: 'Тоқтаров', givenName: 'Ғабдолла', birthDate: '1901' };
const reason = 'one father, one village';

describe('Several families of one soldier', () => {
  let site: TestSite;
  let volunteer: Person;
  let other: Person;
  let coordinator: Person;
  let soldierId = '';

  before(async () => {
    site = await openTestSite();
    [volunteer, other] = [await site.signIn('volunteer'), await site.signIn('volunteer')];
    coordinator = await site.signIn('coordinator');
    const origin = { kind: 'volunteer' as const, userId: 'u', requestId: null };
    const understood = site.services.understand(SOLDIER);
    const fresh = { id: 'mentionabcdefgh', origin, written: SOLDIER, understood, sensitive: false, example: false };
    [soldierId = ''] = (await site.services.mentions.addMentions([fresh])).soldierIds;
    await site.services.index.rebuild();
  });
  after(() => site.close());
  afterEach(() => site.clock.set(START));

  const as = (person: Person | null, method: 'get' | 'post' | 'delete', path: string, etag?: string) => {
    const call = site.http[method](`/api${path}`).set('Accept-Language', 'en');
    if (person) call.set('Authorization', `Bearer ${person.token}`);
    return etag === undefined ? call : call.set('If-Match', etag);
  };
  const path = ({ id }: Held, rest = '') => `/desk/requests/${id}${rest}`;
  async function family(relation: string, soldier = ASKED): Promise<Held> {
    const applicant = { name: `Name of ${relation}`, relation, phone: '+7 700 000 00 00', language: 'kk' };
    const sent = await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    await site.services.runner.drain();
    const { number, statusUrl } = sent.body;
    const stored = await site.store.connection.collection('requests').findOne({ number });
    return { id: String(stored?._id), number, code: statusUrl.split('/').at(-1) };
  }
  const read = async (held: Held) => as(volunteer, 'get', path(held)).expect(200);
  const etagOf = async (held: Held) => (await read(held)).headers.etag ?? '';
  const gather = async (person: Person, one: Held, two: Held) =>
    as(person, 'post', path(one, '/gather'), await etagOf(one)).send({ withId: two.id, reason });
  const act = async (person: Person, held: Held, step: string, body: object = {}) =>
    as(person, 'post', path(held, step), await etagOf(held)).send(body);
  const statusOf = async ({ code }: Held) => (await site.http.get(`/api/requests/status/${code}`)).body;
  const meetingOf = async ({ code }: Held) => (await site.http.get(`/api/requests/status/${code}/meeting`)).body;
  const agree = ({ code }: Held, answer = 'yes') =>
    site.http.post(`/api/requests/status/${code}/meeting`).send({ answer });
  const queued = async (filter: string) => {
    const { body } = await as(volunteer, 'get', `/desk/requests?filter=${filter}&limit=200`).expect(200);
    return body.items.map(({ id }: { id: string }) => id);
  };
  const decision = { soldierId: '', verdict: 'same', reason: 'documents agree', evidenceLevel: 'C' };

  it('are found by what they tell of him, and only then gathered by a person', async () => {
    const one = await family('son');
    const two = await family('niece', { ...ASKED, birthPlace: 'Кургальджинский район', birthDate: '1912' });
    const stranger = await family('nephew', { familyName: 'Петров', givenName: 'Иван', birthDate: '1920' });
    const { body } = await as(volunteer, 'get', path(one, '/alike')).expect(200);
    const ids = body.items.map(({ id }: { id: string }) => id);
    expect(ids).to.include(two.id).and.not.to.include(stranger.id);
    expect((await read(one)).body.gathered).to.equal(null);
    await gather(volunteer, one, two);
    const after = await as(volunteer, 'get', path(one, '/alike')).expect(200);
    expect(after.body.items.map(({ id }: { id: string }) => id)).not.to.include(two.id);
  });

  it('stand in the queue once, with the one that leads, and say how many they are', async () => {
    const [one, two] = [await family('son'), await family('niece')];
    await gather(volunteer, two, one);
    expect(await queued('free'))
      .to.include(one.id)
      .and.not.to.include(two.id);
    const { body } = await read(two);
    expect(body.families).to.equal(2);
    expect(body.gathered).to.deep.include({
      caseId: one.id,
      reason,
      by: { id: volunteer.actor.id, name: 'volunteer' },
    });
    const told = body.gathered.families.map((each: { id: string; lead: boolean }) => [each.id, each.lead]);
    expect(told).to.deep.equal([
      [one.id, true],
      [two.id, false],
    ]);
  });

  it('are worked on by one person, whichever of them she opens', async () => {
    const [one, two] = [await family('son', UNKNOWN), await family('niece', UNKNOWN)];
    await gather(volunteer, two, one);
    const claimed = await as(volunteer, 'post', path(two, '/claim')).expect(200);
    expect(claimed.body.assignee.id).to.equal(volunteer.actor.id);
    const refused = await as(other, 'post', path(one, '/claim')).expect(409);
    expect(refused.body.details.holderId).to.equal(volunteer.actor.id);
    expect((await act(other, two, '/notes', { text: 'x' })).status).to.equal(409);
    expect((await act(volunteer, two, '/notes', { text: 'x' })).status).to.equal(201);
    for (const held of [one, two]) expect((await statusOf(held)).status).to.equal('searching');
    await as(volunteer, 'post', path(one, '/release')).expect(200);
    expect((await read(two)).body.assignee).to.equal(null);
  });

  it('keep the lease of the whole case by work in any of them', async () => {
    const [one, two] = [await family('son'), await family('niece')];
    await gather(volunteer, two, one);
    await as(volunteer, 'post', path(one, '/claim')).expect(200);
    site.clock.advance(10 * 60);
    expect((await act(volunteer, two, '/notes', { text: 'still at it' })).status).to.equal(201);
    expect((await read(one)).body.leaseUntil).to.equal('2026-03-01T09:55:00.000Z');
  });

  it('share what was decided, searched and noted, and not what each family writes', async () => {
    const [one, two] = [await family('son'), await family('niece')];
    const before = (await statusOf(two)).status;
    await gather(volunteer, two, one);
    const search = { where: 'ОБД Мемориал', what: 'Каирбеков', hits: 0 };
    expect((await act(volunteer, one, '/searches', search)).status).to.equal(201);
    expect((await act(volunteer, one, '/notes', { text: 'inner words' })).status).to.equal(201);
    expect((await act(volunteer, one, '/messages', { text: 'Only for the son', question: false })).status).to.equal(
      201,
    );
    const made = await act(volunteer, one, '/decisions', { ...decision, soldierId });
    expect(made.status).to.equal(201);
    const { body } = await read(two);
    expect(body).to.include({ status: 'identified', soldierId });
    expect(body.decisions.map(({ id }: { id: string }) => id)).to.deep.equal([made.body.id]);
    expect(body.searches[0]).to.include({ where: search.where, number: one.number });
    expect(body.notes[0]).to.include({ text: 'inner words', number: one.number });
    expect(body.messages).to.deep.equal([]);
    expect((await statusOf(two)).status).to.equal('identified');
    // Taken back from the other request of the case: it is one decision.
    const etag = await etagOf(two);
    await as(volunteer, 'delete', path(two, `/decisions/${made.body.id}`), etag)
      .send({})
      .expect(200);
    for (const held of [one, two]) expect((await statusOf(held)).status).to.equal(before);
  });

  it('are told apart again, each with what was decided in it', async () => {
    const [one, two] = [await family('son'), await family('niece')];
    const before = (await statusOf(two)).status;
    await gather(volunteer, two, one);
    await act(volunteer, one, '/decisions', { ...decision, soldierId });
    expect((await act(volunteer, two, '/separate', { reason: 'another father' })).status).to.equal(200);
    expect((await statusOf(one)).status).to.equal('identified');
    expect((await statusOf(two)).status).to.equal(before);
    for (const held of [one, two]) expect((await read(held)).body.gathered).to.equal(null);
    const admin = { id: 'x', role: 'admin' } as const;
    const { items } = await site.services.audit.list(admin, { subjectId: two.id }, null, 10);
    expect(items.map(({ action }) => action)).to.deep.equal(['request.separate', 'request.gather']);
    expect(items[0]?.after).to.deep.equal({ reason: 'another father' });
  });

  it('have another one that leads when the family of the first withdraws', async () => {
    const [one, two, three] = [await family('son'), await family('niece'), await family('nephew')];
    await gather(volunteer, two, one);
    await gather(volunteer, three, one);
    await act(volunteer, one, '/decisions', { ...decision, soldierId });
    await site.http.post(`/api/requests/status/${one.code}/withdraw`).expect(200);
    const { body } = await read(two);
    const lead = body.gathered.families.find((each: { lead: boolean }) => each.lead);
    expect(lead.id).to.equal(two.id);
    // What was found out of the man stays true for those who still ask.
    for (const held of [two, three]) expect((await statusOf(held)).status).to.equal('identified');
    expect((await statusOf(one)).status).to.equal('withdrawn');
  });

  it('are told together that nothing was found, and that the search goes on', async () => {
    const [one, two] = [await family('son'), await family('niece')];
    await gather(volunteer, two, one);
    expect((await act(volunteer, one, '/close', { as: 'nothing_found', reason: 'nothing' })).status).to.equal(200);
    for (const held of [one, two]) expect((await statusOf(held)).status).to.equal('nothing_found');
    expect((await act(volunteer, two, '/reopen', { reason: 'a letter' })).status).to.equal(200);
    for (const held of [one, two]) expect((await statusOf(held)).status).to.equal('searching');
  });

  it('are not gathered twice, with themselves, with one that is over, or over the work of another', async () => {
    const [one, two, three] = [await family('son'), await family('niece'), await family('nephew')];
    expect((await gather(volunteer, one, one)).status).to.equal(409);
    await gather(volunteer, two, one);
    expect((await gather(volunteer, two, three)).status).to.equal(409);
    await site.http.post(`/api/requests/status/${three.code}/withdraw`).expect(200);
    expect((await gather(volunteer, three, one)).status).to.equal(409);
    const four = await family('cousin');
    await as(other, 'post', path(one, '/claim')).expect(200);
    expect((await gather(volunteer, four, one)).status).to.equal(409);
    const stale = as(other, 'post', path(four, '/gather'), '"v0"').send({ withId: one.id, reason });
    expect((await stale).status).to.equal(412);
    expect((await read(four)).body.gathered).to.equal(null);
  });

  describe('meet', () => {
    async function gathered(): Promise<[Held, Held]> {
      const [one, two] = [await family('son'), await family('niece')];
      await gather(volunteer, two, one);
      return [one, two];
    }

    it('only when both said yes and a coordinator introduced them; then each sees the other’s contact', async () => {
      const [one, two] = await gathered();
      expect((await act(coordinator, one, '/meeting')).status).to.equal(200);
      await agree(one).expect(200);
      expect((await act(coordinator, one, '/introduce')).status).to.equal(409);
      await agree(two).expect(200);
      expect((await meetingOf(one)).others, 'before a person introduced them').to.deep.equal([]);
      expect((await act(coordinator, one, '/introduce')).status).to.equal(200);
      expect((await meetingOf(one)).others).to.deep.equal([
        { name: 'Name of niece', relation: 'niece', email: null, phone: '+7 700 000 00 00' },
      ]);
      expect((await meetingOf(two)).others[0].name).to.equal('Name of son');
    });

    it('by a plain form on a page that needs no script, to which the status page leads', async () => {
      const [one, two] = await gathered();
      const page = (held: Held, rest = '') => site.http.get(`/ru/requests/${held.code}${rest}`);
      expect((await page(one)).text).not.to.contain('/meeting');
      expect((await page(one, '/meeting')).status).to.equal(404);
      await act(coordinator, one, '/meeting');
      expect((await page(one)).text).to.contain(`/ru/requests/${one.code}/meeting`);
      for (const held of [one, two]) {
        const form = site.http.post(`/ru/requests/${held.code}/meeting`).type('form');
        expect((await form.send({ answer: 'yes' })).status).to.equal(303);
      }
      expect((await page(one, '/meeting')).text)
        .to.contain('Вы согласны')
        .and.not.to.contain('Name of niece');
      await act(coordinator, one, '/introduce');
      const met = await page(one, '/meeting');
      expect(met.text).to.contain('Name of niece').and.to.contain('tel:+77000000000');
      expect(met.text, 'nothing is waited for any more').to.not.contain('Когда согласится');
      expect(met.headers['cache-control']).to.equal('no-store');
      expect(
        (await site.http.post(`/ru/requests/${one.code}/meeting`).type('form').send({ answer: 'x' })).status,
      ).to.equal(400);
    });

    it('no longer when one takes the yes back, withdraws, or is told apart', async () => {
      for (const leave of [
        (held: Held) => agree(held, 'no'),
        ({ code }: Held) => site.http.post(`/api/requests/status/${code}/withdraw`),
        (held: Held) => act(volunteer, held, '/separate', { reason: 'another man' }),
      ]) {
        const [one, two] = await gathered();
        await act(coordinator, one, '/meeting');
        await agree(one);
        await agree(two);
        await act(coordinator, one, '/introduce');
        expect((await meetingOf(one)).others).to.have.length(1);
        expect((await leave(two)).status).to.equal(200);
        expect((await meetingOf(one)).others).to.deep.equal([]);
        expect((await meetingOf(two)).others).to.deep.equal([]);
      }
    });

    it('not again by a yes alone after a no: a person introduces them anew', async () => {
      const [one, two] = await gathered();
      await act(coordinator, one, '/meeting');
      await agree(one);
      await agree(two);
      await act(coordinator, one, '/introduce');
      await agree(two, 'no');
      await agree(two);
      expect((await meetingOf(one)).others).to.deep.equal([]);
    });

    it('never by an answer to a question that nobody asked', async () => {
      const [one] = await gathered();
      await agree(one).expect(409);
      expect(await meetingOf(one)).to.deep.equal({ asked: false, answer: null, others: [] });
    });

    it('through coordinators, not volunteers; and no contact stands in the request, its papers or the audit', async () => {
      const [one, two] = await gathered();
      expect((await act(volunteer, one, '/meeting')).status).to.equal(403);
      expect((await act(volunteer, one, '/introduce')).status).to.equal(403);
      await act(coordinator, one, '/meeting');
      await agree(one);
      await agree(two);
      await act(coordinator, one, '/introduce');
      for (const collection of ['requests', 'case-papers', 'audit']) {
        const all = await site.store.connection.collection(collection).find().toArray();
        expect(JSON.stringify(all), collection).not.to.contain('Name of niece').and.not.to.contain('700 000');
      }
    });
  });

  it('are closed to visitors and partners', async () => {
    const partnerId = (await site.services.partners.create({ id: 'o', role: 'admin' }, { code: 'FAM', name: 'x' })).id;
    const partner = await site.signIn('partner', partnerId);
    const [one, two] = [await family('son'), await family('niece')];
    const etag = await etagOf(one);
    for (const [person, status] of [
      [null, 401],
      [partner, 403],
    ] as const) {
      await as(person, 'get', path(one, '/alike')).expect(status);
      await as(person, 'post', path(one, '/gather'), etag).send({ withId: two.id, reason }).expect(status);
      await as(person, 'post', path(one, '/separate'), etag).send({ reason }).expect(status);
      await as(person, 'post', path(one, '/meeting'), etag).expect(status);
      await as(person, 'post', path(one, '/introduce'), etag).expect(status);
    }
    expect(await etagOf(one)).to.equal(etag);
  });
});
