import { expect } from 'chai';
import { sayIn } from '../../client/parts/say.ts';
import type { EvidenceLevel } from '../../server/domain/matching/candidate.ts';
import type { RequestStatus } from '../../server/domain/request-states.ts';
import type { Actor } from '../../server/domain/roles.ts';
import { codeOf } from '../code-of.ts';
import { ADMIN, ANNA, BOLAT, COORDINATOR, type DeskSite, MAN, openDeskSite } from './desk-site.ts';

const PARTNER: Actor = { id: 'p', role: 'partner', partnerId: 'x' };
const RELATIVE: Actor = { id: 'r', role: 'relative', requestId: 'x' };
const WHY = 'the father is another man';

describe('A second person who does not agree', () => {
  let site: DeskSite;
  let soldierId = '';
  let requestId = '';
  let number = 0;

  beforeEach(async () => {
    site = await openDeskSite();
    ({ soldierId } = await site.paper(MAN));
    requestId = await site.request(MAN);
    number = (await site.read(requestId)).number;
  });
  afterEach(() => site.close());

  const target = async () => ({ id: requestId, version: (await site.read(requestId)).version });
  const decide = async (evidenceLevel: EvidenceLevel = 'B', by = ANNA) => {
    site.clock.advance(60);
    const made = { soldierId, verdict: 'same' as const, reason: 'the same village', evidenceLevel };
    return (await site.services.decisions.decide(by, await target(), made)).decision.id;
  };
  const object = async (decisionId: string, by: Actor | null = BOLAT) => {
    site.clock.advance(60);
    return site.services.decisions.object(by, await target(), { decisionId, reason: WHY });
  };
  const home = (actor: Actor) => site.services.home.home(actor);

  it('keeps it from being a conclusion: no second look waits, and the pair is offered again', async () => {
    const before = (await site.read(requestId)).status;
    const decisionId = await decide();
    expect((await site.services.cases.candidates(ANNA, requestId, false)).map((one) => one.soldierId)).to.deep.equal(
      [],
    );
    await object(decisionId);
    const request = await site.read(requestId);
    expect([request.status, request.secondLook, request.soldierId]).to.deep.equal([before, false, null]);
    const offered = await site.services.cases.candidates(ANNA, requestId, false);
    expect(offered.map((one) => one.soldierId)).to.deep.equal([soldierId]);
    expect((await home(BOLAT)).waiting.second).to.equal(0);
  });

  it('frees the papers of the man: they may be taken back and say something else, as before the decision', async () => {
    const decisionId = await decide();
    expect([...(await site.stores.decisions.findDecided([soldierId]))]).to.deep.equal([soldierId]);
    await object(decisionId);
    expect([...(await site.stores.decisions.findDecided([soldierId]))]).to.deep.equal([]);
    await decide('A', BOLAT);
    expect([...(await site.stores.decisions.findDecided([soldierId]))]).to.deep.equal([soldierId]);
  });

  it('is told to the family: volunteers will look once more, not that one is looking now', async () => {
    const { id, code } = await site.requestWithCode({ ...MAN, rank: 'сержант' });
    requestId = id;
    const page = async () => (await site.http.get(`/ru/requests/${code}`)).text;
    await site.services.queue.claim(ANNA, id);
    const decisionId = await decide();
    await site.services.queue.release(ANNA, id);
    expect(await page()).not.to.contain('волонтёры посмотрят ещё раз');
    await object(decisionId);
    const told = await page();
    expect(told).to.contain('Смотрим ещё раз').and.not.to.contain(sayIn('ru')('status.toCheck'));
    expect(told)
      .to.contain('Поэтому волонтёры посмотрят ещё раз')
      .and.not.to.contain(sayIn('ru')('status.searchingText'));
  });

  it('tells the family of a volunteer at work only while somebody has the request', async () => {
    const { id, code } = await site.requestWithCode({ ...MAN, rank: 'ефрейтор' });
    requestId = id;
    const say = sayIn('kk');
    const page = async () => (await site.http.get(`/kk/requests/${code}`)).text;
    const requests = site.store.connection.collection<{ _id: string }>('requests');
    const stands = (status: RequestStatus) => requests.updateOne({ _id: id }, { $set: { status } });
    await site.services.queue.claim(ANNA, id);
    await stands('searching');
    expect(await page()).to.contain(say('status.searchingText'));
    await stands('checking_document');
    expect(await page()).to.contain(say('status.checkingText'));
    site.clock.advance(24 * 3600);
    expect(await page())
      .to.contain(say('status.toCheckText'))
      .and.not.to.contain(say('status.checkingText'));
    await stands('searching');
    expect(await page())
      .to.contain(say('status.searchingFree'))
      .and.not.to.contain(say('status.searchingText'));
  });

  it('leaves both views to be read, with who and when, and in the audit', async () => {
    const decisionId = await decide();
    await object(decisionId);
    const { decisions } = await site.services.cases.get(COORDINATOR, requestId);
    expect(decisions).to.have.length(1);
    expect(decisions[0]).to.include({ by: ANNA.id, reason: 'the same village', confirmedBy: null, withdrawnAt: null });
    expect(decisions[0]?.objection).to.deep.equal({ by: BOLAT.id, at: site.clock(), reason: WHY });
    const { items } = await site.services.audit.list(ADMIN, { action: 'decision.object' }, null, 10);
    expect(items.map(({ actorId, after }) => [actorId, after])).to.deep.equal([
      [BOLAT.id, { decision: decisionId, reason: WHY }],
    ]);
  });

  it('is told to the first person on her home until she answers: decides anew, or takes hers back', async () => {
    const first = await decide();
    expect((await home(ANNA)).objected).to.deep.equal([]);
    await object(first);
    const told = (await home(ANNA)).objected;
    expect(told.map(({ request, decision }) => [request.number, decision.objection.reason])).to.deep.equal([
      [number, WHY],
    ]);
    expect((await home(BOLAT)).objected).to.deep.equal([]);
    const second = await decide('A');
    expect((await home(ANNA)).objected).to.deep.equal([]);
    await object(second);
    await site.services.decisions.withdraw(ANNA, await target(), { decisionId: second, reason: 'he is right' });
    expect((await home(ANNA)).objected).to.deep.equal([]);
  });

  it('is news to the first person, and neither it nor the state it led to is any to whoever objected', async () => {
    await object(await decide());
    const news = async (actor: Actor) =>
      (await home(actor)).changed.map(({ changes }) => changes.map(({ what }) => what));
    expect(await news(ANNA)).to.deep.equal([['objection', 'outcome']]);
    expect(await news(BOLAT)).to.deep.equal([]);
  });

  it('is not the last word: a new decision may be confirmed, the old one cannot', async () => {
    const first = await decide();
    await object(first);
    expect(await codeOf(site.services.decisions.confirm(COORDINATOR, await target(), first))).to.equal('conflict');
    const second = await decide('A', BOLAT);
    await site.services.decisions.confirm(ANNA, await target(), second);
    const request = await site.read(requestId);
    expect([request.status, request.evidenceLevel]).to.deep.equal(['identified', 'A']);
    // Replaced is not taken back: nobody withdrew it.
    expect((await site.stores.decisions.findById(first))?.withdrawnAt).to.equal(null);
    expect((await home(ANNA)).objected).to.deep.equal([]);
  });

  it('can be taken back by whoever objected: the decision waits again, the family reads so, both steps stay', async () => {
    const { id, code } = await site.requestWithCode({ ...MAN, rank: 'сержант' });
    requestId = id;
    const say = sayIn('ru');
    const page = async () => (await site.http.get(`/ru/requests/${code}`)).text;
    const decisionId = await decide();
    await object(decisionId);
    const objectedAt = site.clock();
    expect(await page()).to.contain(say('status.lookAgain'));
    site.clock.advance(60);
    await site.services.decisions.takeObjectionBack(BOLAT, await target(), decisionId);
    expect(await page())
      .to.contain(say('status.secondLook'))
      .and.not.to.contain(say('status.lookAgain'));
    expect((await site.read(id)).secondLook).to.equal(true);
    expect((await home(ANNA)).objected).to.deep.equal([]);
    const { decisions } = await site.services.cases.get(COORDINATOR, id);
    expect(decisions[0]?.formerObjections).to.deep.equal([
      { by: BOLAT.id, at: objectedAt, reason: WHY, takenBackAt: site.clock() },
    ]);
    const { items } = await site.services.audit.list(ADMIN, { action: 'decision.objection_back' }, null, 10);
    expect(items.map(({ actorId, before }) => [actorId, before])).to.deep.equal([
      [BOLAT.id, { decision: decisionId, reason: WHY }],
    ]);
    await site.services.decisions.confirm(BOLAT, await target(), decisionId);
    expect((await site.read(id)).status).to.equal('identified');
  });

  it('is taken back by nobody else, not once more, and not from a decision that is withdrawn', async () => {
    const decisionId = await decide();
    const back = async (actor: Actor | null) =>
      codeOf(site.services.decisions.takeObjectionBack(actor, await target(), decisionId));
    expect(await back(BOLAT)).to.equal('conflict');
    await object(decisionId);
    expect([await back(null), await back(PARTNER), await back(ANNA), await back(COORDINATOR)]).to.deep.equal([
      'not_signed_in',
      'forbidden',
      'forbidden',
      'forbidden',
    ]);
    const { token, actor } = await site.signIn('volunteer');
    const path = `/api/desk/requests/${requestId}/decisions/${decisionId}/objection`;
    const remove = (version: number) =>
      site.http.delete(path).auth(token, { type: 'bearer' }).set('If-Match', `"v${version}"`);
    const { version } = await site.read(requestId);
    await remove(version).expect(403);
    await site.store.connection
      .collection<{ _id: string }>('decisions')
      .updateOne({ _id: decisionId }, { $set: { 'objection.by': actor.id } });
    expect((await remove(version).expect(200)).body.formerObjections[0].reason).to.equal(WHY);
    await object(decisionId);
    await site.services.decisions.withdraw(ANNA, await target(), { decisionId, reason: 'he is right' });
    expect(await back(BOLAT)).to.equal('conflict');
  });

  it('is not taken back while a conclusion on another man stands; once that is withdrawn, the family told, it is', async () => {
    const first = await decide();
    await object(first);
    const other = await site.paper({ ...MAN, birthDate: '1914' });
    const made = {
      soldierId: other.soldierId,
      verdict: 'same' as const,
      reason: 'his father',
      evidenceLevel: 'B' as const,
    };
    const second = (await site.services.decisions.decide(ANNA, await target(), made)).decision.id;
    await site.services.decisions.confirm(COORDINATOR, await target(), second);
    const before = await site.read(requestId);
    const back = async () => site.services.decisions.takeObjectionBack(BOLAT, await target(), first);
    const refused = await back().catch((error: unknown) => error);
    expect(refused).to.include({ code: 'conflict', messageKey: 'requestProblem.otherConcluded' });
    expect(await site.read(requestId)).to.deep.equal(before);
    expect((await site.stores.decisions.findById(first))?.objection?.by).to.equal(BOLAT.id);
    await site.services.decisions.withdraw(ANNA, await target(), { decisionId: second, reason: 'not his father' });
    expect((await back()).request).to.include({ soldierId: null, secondLook: true });
    expect(await site.services.decisions.endings(await site.read(requestId))).to.have.length(1);
  });

  it('is no longer told to the family once a newer decision has answered it', async () => {
    const first = await decide();
    await object(first);
    expect(await site.services.decisions.lookAgain(await site.read(requestId))).to.equal(true);
    site.clock.advance(60);
    const answer = { soldierId, verdict: 'different', reason: 'she is right' } as const;
    await site.services.decisions.decide(ANNA, await target(), answer);
    expect(await site.services.decisions.lookAgain(await site.read(requestId))).to.equal(false);
  });

  it('is told on her home however many later ones were answered', async () => {
    const first = await decide();
    await object(first);
    const objected = await site.stores.decisions.findById(first);
    if (objected === null) throw new Error('it was made');
    const over = await site.request({ ...MAN, birthDate: '1920' });
    for (let later = 10; later < 35; later += 1) {
      await site.stores.decisions.append({ ...objected, id: `z${later}`, requestId: over });
    }
    const { version } = await site.read(over);
    await site.services.cases.close(COORDINATOR, { id: over, version }, { as: 'closed', reason: 'known by now' });
    expect((await home(ANNA)).objected.map(({ request }) => request.number)).to.deep.equal([number]);
  });

  it('can be one only where a second person is waited for, and never the first herself', async () => {
    const decisionId = await decide();
    expect(await codeOf(object(decisionId, ANNA))).to.equal('forbidden');
    await site.services.decisions.confirm(BOLAT, await target(), decisionId);
    expect(await codeOf(object(decisionId, COORDINATOR))).to.equal('conflict');
    const possible = await decide('C');
    expect(await codeOf(object(possible))).to.equal('conflict');
  });

  it('of two who answer one decision at once, one confirming and one not, one is heard and the other told', async () => {
    const decisionId = await decide();
    const at = await target();
    const codes = await Promise.all([
      codeOf(site.services.decisions.confirm(BOLAT, at, decisionId)),
      codeOf(site.services.decisions.object(COORDINATOR, at, { decisionId, reason: WHY })),
    ]);
    expect(codes.filter((code) => code === 'done')).to.have.length(1);
    const decision = await site.stores.decisions.findById(decisionId);
    expect([decision?.confirmedBy, decision?.objection].filter((one) => one !== null)).to.have.length(1);
  });

  it('need not wait until whoever has the request lets go of it, nor does whoever agrees', async () => {
    const first = await decide();
    await site.services.queue.claim(COORDINATOR, requestId);
    await object(first);
    await site.services.decisions.takeObjectionBack(BOLAT, await target(), first);
    await site.services.decisions.confirm(BOLAT, await target(), first);
    expect(await site.read(requestId)).to.include({ status: 'identified', soldierId, assignee: COORDINATOR.id });
    // A decision is the work of whoever has it.
    expect(await codeOf(decide('A'))).to.equal('conflict');
  });

  it('is of the desk, says why, and sends no one without a reason', async () => {
    const decisionId = await decide();
    expect(await codeOf(object(decisionId, null))).to.equal('not_signed_in');
    expect(await codeOf(object(decisionId, PARTNER))).to.equal('forbidden');
    expect(await codeOf(object(decisionId, RELATIVE))).to.equal('forbidden');
    const { token } = await site.signIn('volunteer');
    const { version } = await site.read(requestId);
    const post = (body: object) =>
      site.http
        .post(`/api/desk/requests/${requestId}/decisions/${decisionId}/object`)
        .auth(token, { type: 'bearer' })
        .set('If-Match', `"v${version}"`)
        .send(body);
    expect((await post({ reason: ' ' })).status).to.equal(400);
    const { body } = await post({ reason: WHY }).expect(200);
    expect(body.objection).to.include({ reason: WHY });
    expect(body.objection.by.name).to.equal('volunteer');
  });
});
