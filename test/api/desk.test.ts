import { expect } from 'chai';
import type { MentionRow } from '../../server/domain/row.ts';
import { openTestSite, PASSWORD, START, type TestSite } from '../site.ts';

const SOLDIER: MentionRow = {
  familyName: 'Каирбеков',
  givenName: 'Сейткали',
  patronymic: 'Нурмагамбетович',
  birthDate: '1913',
  birthPlace: 'Актюбинская обл., Хобдинский р-н, с. Булак',
  fate: 'погиб',
  fateDate: '__.03.1943',
};
const BROTHER: MentionRow = { ...SOLDIER, givenName: 'Ахмет', birthDate: '1918' };
const REQUEST: MentionRow = {
  familyName: 'Қайырбеков',
  givenName: 'Сейітқали',
  patronymic: 'Нұрмағамбетұлы',
  birthDate: '1913',
  birthPlace: 'Ақтөбе облысы, Қобда ауданы, Бұлақ ауылы',
};

type Person = Awaited<ReturnType<TestSite['signIn']>>;
type Held = { id: string; etag: string; code: string };

describe('The desk', () => {
  let site: TestSite;
  let first: Person;
  let second: Person;
  let coordinator: Person;
  const soldierIds: string[] = [];

  before(async () => {
    site = await openTestSite();
    [first, second] = [await site.signIn('volunteer'), await site.signIn('volunteer')];
    coordinator = await site.signIn('coordinator');
    for (const [index, written] of [SOLDIER, BROTHER].entries()) {
      const { soldierIds: ids } = await site.services.mentions.addMentions([
        {
          id: `mention${index}abcdefgh`,
          origin: { kind: 'volunteer', userId: 'u', requestId: null },
          written,
          understood: site.services.understand(written),
          sensitive: false,
          example: false,
        },
      ]);
      soldierIds.push(...ids);
    }
    await site.services.index.rebuild();
  });
  after(() => site.close());

  afterEach(() => site.clock.set(START));

  const as = (person: Person | null, method: 'get' | 'post' | 'delete', path: string, etag?: string) => {
    const call = site.http[method](`/api${path}`).set('Accept-Language', 'en');
    if (person) call.set('Authorization', `Bearer ${person.token}`);
    return etag === undefined ? call : call.set('If-Match', etag);
  };
  async function newRequest(soldier = REQUEST): Promise<Held> {
    const applicant = { name: 'A', relation: 'son', language: 'kk' };
    const sent = await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    await site.services.runner.drain();
    const stored = await site.store.connection.collection('requests').findOne({ number: sent.body.number });
    return read({ id: String(stored?._id), etag: '', code: sent.body.statusUrl.split('/').at(-1) });
  }
  async function read(held: Held): Promise<Held> {
    const answer = await as(first, 'get', `/desk/requests/${held.id}`).expect(200);
    return { ...held, etag: answer.headers.etag ?? '' };
  }
  const decision = (soldierId: string | undefined, more = {}) => ({
    soldierId,
    verdict: 'same',
    reason: 'The documents agree',
    evidenceLevel: 'B',
    ...more,
  });
  const path = ({ id }: Held, rest = '') => `/desk/requests/${id}${rest}`;
  const decide = (person: Person, held: Held, body: object) =>
    as(person, 'post', path(held, '/decisions'), held.etag).send(body);
  const statusOf = async ({ code }: Held) => (await site.http.get(`/api/requests/status/${code}`)).body;

  it('offers the man and not only his brother, with evidence of every kind', async () => {
    const held = await newRequest();
    const { body } = await as(first, 'get', path(held, '/candidates')).expect(200);
    expect(body.items[0].soldierId).to.equal(soldierIds[0]);
    const brother = body.items.find((item: { soldierId: string }) => item.soldierId === soldierIds[1]);
    expect(brother?.probability ?? 0).to.be.below(0.1);
    expect(body.items[0].evidence.map((one: { kind: string }) => one.kind)).to.include.members([
      'name',
      'birth_date',
      'sex',
    ]);
    const missing = body.items[0].evidence.find((one: { kind: string }) => one.kind === 'camp');
    expect(missing).to.deep.include({ score: null, weight: 0 });
  });

  it('gives a request to one of two who take it at once, and tells the other who has it until when', async () => {
    const held = await newRequest();
    const [a, b] = await Promise.all([
      as(first, 'post', path(held, '/claim')),
      as(second, 'post', path(held, '/claim')),
    ]);
    expect([a.status, b.status].sort()).to.deep.equal([200, 409]);
    const loser = a.status === 409 ? a : b;
    const winner = a.status === 409 ? second : first;
    expect(loser.body.details).to.include({ holderId: winner.actor.id, until: '2026-03-01T09:45:00.000Z' });
    expect(loser.body.detail).to.contain('volunteer');
  });

  it('is kept by no browser: a lease ends and a candidate comes without a new version', async () => {
    const held = await newRequest();
    const { headers } = await as(first, 'get', path(held)).expect(200);
    expect(headers['cache-control']).to.equal('no-store');
  });

  it('takes a request back into the queue when the lease runs out, and another may have it', async () => {
    const held = await newRequest();
    await as(first, 'post', path(held, '/claim')).expect(200);
    await as(second, 'post', path(held, '/claim')).expect(409);
    site.clock.advance(45 * 60);
    const token = await site.services.sessions.signIn(second.email, PASSWORD);
    const later = { ...second, token: token.accessToken };
    const queue = await as(later, 'get', '/desk/requests?filter=free&limit=200').expect(200);
    const item = queue.body.items.find((one: { id: string }) => one.id === held.id);
    expect(item).to.include({ assignee: null, leaseUntil: null });
    // Free, but not new: somebody has begun the search.
    const unread = await as(later, 'get', '/desk/requests?filter=new&limit=200').expect(200);
    expect(unread.body.items.map((one: { id: string }) => one.id)).not.to.include(held.id);
    expect(unread.body.items.every((one: { status: string }) => one.status === 'received')).to.equal(true);
    await as(later, 'post', path(held, '/claim')).expect(200);
  });

  it('lets go of a request, one’s own or, for a coordinator, another’s', async () => {
    const held = await newRequest();
    await as(first, 'post', path(held, '/claim')).expect(200);
    await as(second, 'post', path(held, '/release')).expect(403);
    const released = await as(coordinator, 'post', path(held, '/release')).expect(200);
    expect(released.body.assignee).to.equal(null);
  });

  it('keeps one of two decisions made at once and shows the other what happened meanwhile', async () => {
    const held = await newRequest();
    const [a, b] = await Promise.all([
      decide(first, held, decision(soldierIds[0])),
      decide(second, held, decision(soldierIds[1], { verdict: 'different' })),
    ]);
    expect([a.status, b.status].sort()).to.deep.equal([201, 412]);
    const loser = a.status === 412 ? a : b;
    expect(loser.body.details.changes.map((change: { what: string }) => change.what)).to.include('decision');
    expect(await site.store.connection.collection('decisions').countDocuments({ requestId: held.id })).to.equal(1);
  });

  it('shows who asks to the volunteer who has the request, and to another only when she takes it', async () => {
    const held = await newRequest();
    await as(first, 'get', path(held, '/contact')).expect(403);
    await as(first, 'post', path(held, '/claim')).expect(200);
    const { body } = await as(first, 'get', path(held, '/contact')).expect(200);
    expect(body.name).to.equal('A');
    const refused = await as(second, 'get', path(held, '/contact')).expect(403);
    expect(refused.body.detail).to.contain('Take the request first');
    await as(coordinator, 'get', path(held, '/contact')).expect(200);
    const audit = await site.store.connection.collection('audit').find({ action: 'request.read_contact' }).toArray();
    expect(audit.map(({ actorId }) => actorId))
      .to.include(first.actor.id)
      .and.not.include(second.actor.id);
  });

  it('asks which version a decision rests on', async () => {
    const held = await newRequest();
    await as(first, 'post', path(held, '/decisions')).send(decision(soldierIds[0])).expect(428);
    await decide(first, { ...held, etag: '"v0"' }, decision(soldierIds[0])).expect(412);
  });

  it('refuses a decision on a request that somebody else has', async () => {
    const held = await newRequest();
    await as(first, 'post', path(held, '/claim')).expect(200);
    await decide(second, await read(held), decision(soldierIds[0])).expect(409);
  });

  it('calls nobody identified on levels A and B before a second person agrees, who is not the first', async () => {
    const held = await newRequest();
    const made = await decide(first, held, decision(soldierIds[0])).expect(201);
    expect((await statusOf(held)).status).to.equal('checking_document');
    expect((await statusOf(held)).memorialUrl).to.equal(null);
    const confirmation = path(held, `/decisions/${made.body.id}/confirm`);
    const etag = (await read(held)).etag;
    await as(first, 'post', confirmation, etag).expect(403);
    const confirmed = await as(second, 'post', confirmation, etag).expect(200);
    expect(confirmed.body.confirmedBy.id).to.equal(second.actor.id);
    expect(await statusOf(held)).to.include({
      status: 'identified',
      evidenceLevel: 'B',
      memorialUrl: `/kk/soldiers/${soldierIds[0]}`,
    });
    const soldier = await site.stores.soldiers.findById(soldierIds[0] ?? '');
    expect(soldier?.summary.hasRelatives).to.equal(true);
  });

  it('tells the family of each level only what it means, on its page and on his', async () => {
    const said = { A: /Судьба установлена/, B: /Вероятно, это он/, C: /Возможно, это он/ };
    for (const level of ['A', 'B', 'C'] as const) {
      const held = await newRequest({ ...REQUEST, birthDate: '1912' });
      const body = decision(soldierIds[0], { evidenceLevel: level });
      const made = await decide(first, held, body).expect(201);
      if (level !== 'C') {
        await as(second, 'post', path(held, `/decisions/${made.body.id}/confirm`), (await read(held)).etag).expect(200);
      }
      const texts = [
        (await site.http.get(`/ru/requests/${held.code}`)).text,
        (await site.http.get(`/ru/soldiers/${soldierIds[0]}`)).text,
      ];
      expect(texts[0]).to.match(said[level]).and.contain(`уровень доказательств ${level}`);
      if (level !== 'A') expect(texts.join()).not.to.match(/Судьба (установлена|доказана)/);
      await as(first, 'delete', path(held, `/decisions/${made.body.id}`), (await read(held)).etag)
        .send({ reason: 'a slip' })
        .expect(200);
    }
  });

  it('tells the family with the day that a conclusion it knew was taken back, and nothing of one it did not', async () => {
    const held = await newRequest({ ...REQUEST, birthDate: '1915' });
    const page = async () => (await site.http.get(`/ru/requests/${held.code}`)).text;
    for (const level of ['B', 'C']) {
      expect(await page()).not.to.contain('Мы отозвали свой вывод');
      const made = await decide(first, await read(held), decision(soldierIds[1], { evidenceLevel: level })).expect(201);
      const decided = path(held, `/decisions/${made.body.id}`);
      await as(first, 'delete', decided, (await read(held)).etag).expect(200);
    }
    expect(await page())
      .to.contain('Мы отозвали свой вывод')
      .and.contain('1 марта 2026');
    expect(await statusOf(held)).to.deep.include({ takenBack: [START], memorialUrl: null });
  });

  it('takes everything back when the decision is withdrawn', async () => {
    const held = await newRequest({ ...REQUEST, birthDate: '1914' });
    await as(first, 'post', path(held, '/claim')).expect(200);
    const made = await decide(first, await read(held), decision(soldierIds[1], { evidenceLevel: 'C' })).expect(201);
    expect((await statusOf(held)).status).to.equal('identified');
    const decided = path(held, `/decisions/${made.body.id}`);
    await as(second, 'delete', decided, (await read(held)).etag).expect(403);
    const withdrawn = await as(first, 'delete', decided, (await read(held)).etag).expect(200);
    expect(withdrawn.body.withdrawnBy.id).to.equal(first.actor.id);
    const after = await as(first, 'get', path(held)).expect(200);
    expect(after.body).to.include({ soldierId: null, evidenceLevel: null, secondLook: false });
    expect(after.body.decisions).to.have.length(1);
    expect((await site.stores.soldiers.findById(soldierIds[1] ?? ''))?.summary.hasRelatives).to.equal(false);
  });

  it('does not offer a decided pair again until its evidence changes', async () => {
    const held = await newRequest();
    await decide(first, held, decision(soldierIds[0], { verdict: 'different' })).expect(201);
    const offered = async () => {
      const { body } = await as(first, 'get', path(held, '/candidates')).expect(200);
      return body.items.map((item: { soldierId: string }) => item.soldierId);
    };
    expect(await offered()).not.to.include(soldierIds[0]);
    await site.services.matching.matchRequest(held.id);
    expect(await offered()).not.to.include(soldierIds[0]);
    const written = { ...SOLDIER, campNumber: '777' };
    const [mention] = await site.stores.mentions.findBySoldierIds([soldierIds[0] ?? '']);
    const understood = site.services.understand(written);
    const change = { id: mention?.id ?? '', origin: mention?.origin, written, understood, sensitive: false };
    await site.services.mentions.updateMentions([change as never]);
    const changedRequest = { ...REQUEST, campNumber: '777' };
    await site.store.connection
      .collection<{ _id: string }>('requests')
      .updateOne({ _id: held.id }, { $set: { soldier: changedRequest } });
    await site.services.matching.matchRequest(held.id);
    expect(await offered()).to.include(soldierIds[0]);
  });

  it('writes to the family in its language and hears its answer', async () => {
    const held = await newRequest();
    await as(first, 'post', path(held, '/claim')).expect(200);
    const asked = await as(first, 'post', path(held, '/messages'), (await read(held)).etag)
      .send({ template: 'ask_village' })
      .expect(201);
    expect(asked.body.status).to.equal('waiting_for_family');
    const page = await statusOf(held);
    expect(page.question.text).to.contain('ауыл');
    const answered = await site.http.post(`/api/requests/status/${held.code}/answers`).send({ text: 'Бұлақ' });
    expect(answered.body).to.include({ status: 'searching', question: null });
  });

  it('keeps notes for itself and shows the family where was searched', async () => {
    const held = await newRequest();
    const noted = await as(first, 'post', path(held, '/notes'), held.etag).send({ text: 'inner words' }).expect(201);
    const search = { where: 'ОБД Мемориал', what: 'Каирбеков С.', hits: 0 };
    const etag = noted.headers.etag ?? '';
    await as(first, 'post', path(held, '/searches'), etag)
      .send({ ...search, url: 'https://evil.example/x' })
      .expect(400);
    const url = 'https://obd-memorial.ru/html/info.htm?id=1';
    await as(first, 'post', path(held, '/searches'), etag)
      .send({ ...search, url })
      .expect(201);
    const page = await statusOf(held);
    expect(JSON.stringify(page)).not.to.contain('inner words');
    expect(page.searches).to.deep.equal([{ where: search.where, hits: 0, at: '2026-03-01T09:00:00.000Z' }]);
  });

  it('closes a request as nothing found, which a new document may still answer, and opens it again', async () => {
    const held = await newRequest({ familyName: 'Zzz', givenName: 'Qqq' });
    const closed = await as(first, 'post', path(held, '/close'), held.etag)
      .send({ as: 'nothing_found', reason: 'searched everywhere' })
      .expect(200);
    expect(closed.body.status).to.equal('nothing_found');
    expect((await statusOf(held)).open).to.equal(true);
    const reopened = await as(first, 'post', path(held, '/reopen'), closed.headers.etag).send({ reason: 'a letter' });
    expect(reopened.body.status).to.equal('searching');
  });

  it('puts an old request back on the desk when a new list brings a likely man', async () => {
    const written = {
      ...SOLDIER,
      familyName: 'Ыбышев',
      givenName: 'Қорғанбек',
      patronymic: 'Тоқтарұлы',
      birthDate: '1909',
    };
    const held = await newRequest({
      familyName: 'Ыбышев',
      givenName: 'Қорғанбек',
      patronymic: 'Тоқтарұлы',
      birthDate: '1909',
    });
    await as(first, 'post', path(held, '/close'), held.etag)
      .send({ as: 'nothing_found', reason: 'nothing' })
      .expect(200);
    const origin = { kind: 'volunteer' as const, userId: 'u', requestId: null };
    const fresh = { id: 'mentionnewabcdef', origin, written, understood: site.services.understand(written) };
    const added = await site.services.mentions.addMentions([{ ...fresh, sensitive: false, example: false }]);
    await site.services.index.settled();
    await site.services.matchingJobs.rematch({ soldierIds: added.soldierIds });
    await site.services.runner.drain();
    const after = await as(first, 'get', path(held)).expect(200);
    expect(after.body).to.include({ status: 'checking_document', freshCandidates: 1 });
    expect((await statusOf(held)).status).to.equal('checking_document');
    const fresher = await as(first, 'get', '/desk/requests?filter=fresh&limit=200').expect(200);
    expect(fresher.body.items.map((item: { id: string }) => item.id)).to.include(held.id);
    const { items } = (await as(first, 'get', path(held, '/candidates')).expect(200)).body;
    expect(items.filter((item: { fresh: boolean }) => item.fresh)).to.have.length(1);
  });

  it('pages the queue in order, each request once', async () => {
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await as(first, 'get', `/desk/requests?limit=3${more}`).expect(200);
      seen.push(...body.items.map((item: { number: number }) => item.number));
      cursor = body.next;
    }
    expect(seen).to.deep.equal([...new Set(seen)].sort((a, b) => a - b));
    expect(seen.length).to.equal(await site.store.connection.collection('requests').countDocuments());
  });

  it('counts in each heap what the list of that heap shows', async () => {
    const held = await newRequest();
    await as(first, 'post', path(held, '/claim')).expect(200);
    const { body } = await as(first, 'get', '/desk/queues').expect(200);
    expect(body.items.map((item: { queue: string }) => item.queue)).to.include.members([
      'new',
      'free',
      'mine',
      'second',
    ]);
    for (const { queue, count } of body.items) {
      const listed = await as(first, 'get', `/desk/requests?filter=${queue}&limit=200`).expect(200);
      expect(listed.body.items.length, queue).to.equal(count);
    }
    const newcomer = await site.signIn('volunteer');
    const { items } = (await as(newcomer, 'get', '/desk/queues').expect(200)).body;
    expect(items).to.deep.include({ queue: 'mine', count: 0 });
  });

  describe('is closed', () => {
    const body = { text: 'x', template: 'checking', where: 'x', what: 'x', hits: 1, reason: 'x' };
    const only = (...fields: (keyof typeof body)[]) => Object.fromEntries(fields.map((field) => [field, body[field]]));
    const doors = (held: Held, decisionId: string) =>
      [
        ['get', '/desk/requests', {}],
        ['get', '/desk/queues', {}],
        ['get', path(held), {}],
        ['get', path(held, '/candidates'), {}],
        ['get', path(held, `/candidates/${soldierIds[0]}`), {}],
        ['get', path(held, `/candidates/${soldierIds[0]}/map`), {}],
        ['get', path(held, '/contact'), {}],
        ['get', '/desk/message-templates', {}],
        ['post', path(held, '/claim'), {}],
        ['post', path(held, '/release'), {}],
        ['post', path(held, '/notes'), only('text')],
        ['post', path(held, '/messages'), only('template')],
        ['post', path(held, '/searches'), only('where', 'what', 'hits')],
        ['post', path(held, '/close'), only('reason')],
        ['post', path(held, '/reopen'), only('reason')],
        ['post', path(held, '/decisions'), decision(soldierIds[0])],
        ['post', path(held, `/decisions/${decisionId}/confirm`), {}],
        ['delete', path(held, `/decisions/${decisionId}`), {}],
      ] as const;

    it('to visitors (401) and to partners (403), at every door, and nothing changes', async () => {
      const partnerId = (
        await site.services.partners.create({ id: 'operator', role: 'admin' }, { code: 'CLOSED', name: 'x' } as never)
      ).id;
      const partner = await site.signIn('partner', partnerId);
      const held = await newRequest();
      const made = await decide(first, held, decision(soldierIds[0])).expect(201);
      const { etag } = await read(held);
      for (const [method, door, sent] of doors(held, made.body.id)) {
        const visitor = await as(null, method, door, etag).send(method === 'get' ? undefined : sent);
        expect(visitor.status, `visitor ${method} ${door}`).to.equal(401);
        const other = await as(partner, method, door, etag).send(method === 'get' ? undefined : sent);
        expect(other.status, `partner ${method} ${door}`).to.equal(403);
      }
      expect((await read(held)).etag).to.equal(etag);
    });
  });
});
