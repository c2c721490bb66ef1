import { expect } from 'chai';
import type { MentionRow } from '../../server/domain/row.ts';
import { openTestSite, type TestSite } from '../site.ts';

type Person = Awaited<ReturnType<TestSite['signIn']>>;

const ASKED: MentionRow = {
  familyName: 'Ыбышев',
  givenName: 'Қорғанбек',
  patronymic: 'Тоқтарұлы',
  birthDate: '12.05.1909',
  birthPlace: 'Қорғалжын ауданы',
};
const FOUND: MentionRow = {
  familyName: 'Ибышев',
  givenName: 'Корганбек',
  patronymic: 'Токтарович',
  birthDate: '12.05.1909',
  birthPlace: 'Акмолинская обл., Кургальджинский р-н',
  fate: 'убит',
  fateDate: '14.02.1943',
  sourceUrl: 'https://obd-memorial.ru/html/info.htm?id=75',
};

describe('Records that a volunteer finds elsewhere', () => {
  let site: TestSite;
  let volunteer: Person;
  let other: Person;
  let coordinator: Person;

  before(async () => {
    site = await openTestSite();
    [volunteer, other] = [await site.signIn('volunteer'), await site.signIn('volunteer')];
    coordinator = await site.signIn('coordinator');
  });
  after(() => site.close());

  const as = (person: Person | null, method: 'get' | 'post' | 'put' | 'delete', path: string, etag?: string) => {
    const call = site.http[method](`/api${path}`).set('Accept-Language', 'en');
    if (person) call.set('Authorization', `Bearer ${person.token}`);
    return etag === undefined ? call : call.set('If-Match', etag);
  };
  async function newRequest(soldier = ASKED): Promise<string> {
    const applicant = { name: 'A', relation: 'son', language: 'kk' };
    const sent = await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    await site.services.runner.drain();
    const stored = await site.store.connection.collection('requests').findOne({ number: sent.body.number });
    return String(stored?._id);
  }
  const add = (person: Person | null, row: MentionRow = FOUND, requestId: string | null = null) =>
    as(person, 'post', '/desk/mentions').send({ row, requestId });
  const soldierOf = (id: string) => site.stores.soldiers.findById(id);

  it('come in as a soldier of their own, who is offered to the request that asks for him', async () => {
    const requestId = await newRequest();
    const { body } = await add(volunteer, FOUND, requestId).expect(201);
    await site.services.index.settled();
    await site.services.runner.drain();
    const { body: offered } = await as(volunteer, 'get', `/desk/requests/${requestId}/candidates`).expect(200);
    expect(offered.items.map((item: { soldierId: string }) => item.soldierId)).to.include(body.soldierId);
    const page = await as(volunteer, 'get', `/soldiers/${body.soldierId}`).expect(200);
    expect(page.body.mentions[0]).to.deep.include({ origin: { kind: 'volunteer' }, sourceUrl: FOUND.sourceUrl });
  });

  it('can be compared with the request before anybody offers them, without a probability', async () => {
    const requestId = await newRequest({ ...ASKED, familyName: 'Өтеген', givenName: 'Һасен', birthDate: '1901' });
    const { body: record } = await add(volunteer).expect(201);
    const path = `/desk/requests/${requestId}/candidates/${record.soldierId}`;
    const { body } = await as(volunteer, 'get', path).expect(200);
    expect(body).to.include({
      soldierId: record.soldierId,
      name: 'Ибышев Корганбек Токтарович',
      probability: null,
      band: null,
    });
    expect(body.evidence.find((one: { kind: string }) => one.kind === 'name').weight).to.be.below(0);
  });

  it('need a name, and an address of a known database or an archive reference', async () => {
    const { sourceUrl: _address, ...nowhere } = FOUND;
    const refused = await add(volunteer, nowhere).expect(400);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).to.deep.equal(['/row/sourceUrl']);
    await add(volunteer, { ...FOUND, sourceUrl: 'https://evil.example/1' }).expect(400);
    await add(volunteer, { sourceUrl: FOUND.sourceUrl ?? '' }).expect(400);
    await add(volunteer, { ...nowhere, archive: 'ЦАМО', fond: '58', opis: '18002', delo: '1000' }).expect(201);
  });

  it('are corrected by the volunteer who copied them or by a coordinator, never over a newer version', async () => {
    const { body, headers } = await add(volunteer).expect(201);
    const path = `/desk/mentions/${body.id}`;
    const row = { ...FOUND, givenName: 'Корганбай' };
    await as(volunteer, 'put', path).send({ row }).expect(428);
    await as(other, 'put', path, headers.etag).send({ row }).expect(403);
    const corrected = await as(volunteer, 'put', path, headers.etag).send({ row }).expect(200);
    await as(coordinator, 'put', path, headers.etag).send({ row }).expect(412);
    await as(coordinator, 'put', path, corrected.headers.etag).send({ row: FOUND }).expect(200);
    const versions = await site.services.mentions.findVersions([body.id]);
    expect(versions.map((version) => version.written.givenName)).to.deep.equal(['Корганбек', 'Корганбай']);
  });

  it('are taken back by the same people, and their page is gone', async () => {
    const { body } = await add(volunteer).expect(201);
    const path = `/desk/mentions/${body.id}/withdraw`;
    await as(other, 'post', path).send({ reason: 'no reason of mine' }).expect(403);
    await as(volunteer, 'post', path).send({ reason: 'copied twice' }).expect(204);
    expect((await soldierOf(body.soldierId))?.state).to.equal('withdrawn');
    await as(volunteer, 'post', path).send({ reason: 'copied twice' }).expect(404);
  });

  it('stay while somebody’s man rests on them', async () => {
    const requestId = await newRequest();
    const { body } = await add(volunteer, FOUND, requestId).expect(201);
    const { headers } = await as(volunteer, 'get', `/desk/requests/${requestId}`).expect(200);
    const decision = { soldierId: body.soldierId, verdict: 'same', reason: 'agrees', evidenceLevel: 'C' };
    await as(volunteer, 'post', `/desk/requests/${requestId}/decisions`, headers.etag).send(decision).expect(201);
    const path = `/desk/mentions/${body.id}/withdraw`;
    await as(volunteer, 'post', path).send({ reason: 'copied twice' }).expect(409);
    expect((await soldierOf(body.soldierId))?.state).to.equal('live');
  });

  it('of a partner’s list are the partner’s to correct', async () => {
    const written = { familyName: 'Списков', givenName: 'Иван' };
    const origin = {
      kind: 'import' as const,
      ...{ partnerId: 'p', listId: 'l', importId: 'i', line: 2, rowKey: 'k', contentHash: 'h' },
    };
    const understood = site.services.understand(written);
    const id = 'mentionofalist';
    await site.services.mentions.addMentions([{ id, origin, written, understood, sensitive: false, example: false }]);
    await as(coordinator, 'post', `/desk/mentions/${id}/withdraw`).send({ reason: 'not ours' }).expect(409);
  });

  it('are written down with who brought, corrected and took them back', async () => {
    const { body, headers } = await add(volunteer).expect(201);
    await as(volunteer, 'put', `/desk/mentions/${body.id}`, headers.etag)
      .send({ row: { ...FOUND, rank: 'сержант' } })
      .expect(200);
    await as(volunteer, 'post', `/desk/mentions/${body.id}/withdraw`).send({ reason: 'copied twice' }).expect(204);
    const admin = { id: 'x', role: 'admin' } as const;
    const { items } = await site.services.audit.list(admin, { subjectId: body.id }, null, 10);
    expect(items.map(({ action, actorId }) => [action, actorId])).to.deep.equal([
      ['mention.withdraw', volunteer.actor.id],
      ['mention.correct', volunteer.actor.id],
      ['mention.add', volunteer.actor.id],
    ]);
  });

  it('leave nobody who may be alive in what is written down of them for ever', async () => {
    const living = { relatives: 'жена Zzaudita', residence: 'Zzauditovka', notes: 'дочь Zzauditina, 8 701' };
    const { body, headers } = await add(volunteer, { ...FOUND, ...living }).expect(201);
    const row = { ...FOUND, rank: 'сержант', ...living, notes: 'сын Zzauditin' };
    await as(volunteer, 'put', `/desk/mentions/${body.id}`, headers.etag).send({ row }).expect(200);
    const kept = await site.stores.audit.list({ subjectId: body.id }, null, 10);
    expect(kept[0]?.after).to.include({ rank: 'сержант', familyName: 'Ибышев' });
    expect(JSON.stringify(kept)).not.to.match(/zzaudit/i);
    // The audit itself leaves them out of whatever a caller hands over.
    const subject = { kind: 'mention', id: 'zz-whole-rows' } as const;
    await site.services.audit.record(volunteer.actor, 'mention.correct', subject, { before: { rows: [row] } });
    const [whole] = await site.stores.audit.list({ subjectId: subject.id }, null, 1);
    expect(whole?.before).to.deep.equal({ rows: [{ ...FOUND, rank: 'сержант' }] });
  });

  it('come in once, however often their form is sent; what was put right in it meanwhile counts', async () => {
    const send = (row: MentionRow, person = volunteer) =>
      as(person, 'post', '/desk/mentions').send({ row, token: 'a form that was opened once' });
    const [first, again] = [await send(FOUND).expect(201), await send(FOUND).expect(201)];
    expect(again.body).to.deep.equal(first.body);
    expect(again.headers.etag).to.equal(first.headers.etag);
    const mended = await send({ ...FOUND, rank: 'сержант' }).expect(201);
    expect([mended.body.id, mended.body.written.rank]).to.deep.equal([first.body.id, 'сержант']);
    expect((await send(FOUND, other).expect(201)).body.id).not.to.equal(first.body.id);
  });

  it('are closed to visitors and partners', async () => {
    const partnerId = (await site.services.partners.create({ id: 'o', role: 'admin' }, { code: 'REC', name: 'x' })).id;
    const partner = await site.signIn('partner', partnerId);
    const { body, headers } = await add(volunteer).expect(201);
    for (const [person, status] of [
      [null, 401],
      [partner, 403],
    ] as const) {
      await add(person).expect(status);
      await as(person, 'put', `/desk/mentions/${body.id}`, headers.etag).send({ row: FOUND }).expect(status);
      await as(person, 'post', `/desk/mentions/${body.id}/withdraw`).send({ reason: 'because' }).expect(status);
    }
  });
});
