import { expect } from 'chai';
import { sayIn } from '../../client/parts/say.ts';
import type { EvidenceLevel } from '../../server/domain/matching/candidate.ts';
import { ANNA, BOLAT, COORDINATOR, type DeskSite, MAN, openDeskSite } from './desk-site.ts';

const REFUSED = { code: 'conflict', messageKey: 'requestProblem.otherConcluded' };

describe('A conclusion on one man, and another who may be the one', () => {
  let site: DeskSite;
  let requestId = '';
  let one = '';
  let other = '';

  beforeEach(async () => {
    site = await openDeskSite();
    one = (await site.paper(MAN)).soldierId;
    other = (await site.paper({ ...MAN, birthDate: '1914' })).soldierId;
    requestId = await site.request(MAN);
  });
  afterEach(() => site.close());

  const target = async () => ({ id: requestId, version: (await site.read(requestId)).version });
  const decide = async (soldierId: string, evidenceLevel: EvidenceLevel) => {
    site.clock.advance(60);
    const made = { soldierId, verdict: 'same' as const, reason: 'the same village', evidenceLevel };
    return (await site.services.decisions.decide(ANNA, await target(), made)).decision.id;
  };
  const confirm = async (decisionId: string) => {
    site.clock.advance(60);
    return site.services.decisions.confirm(BOLAT, await target(), decisionId);
  };
  const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);
  const endings = async () => site.services.decisions.endings(await site.read(requestId));

  it('is not replaced by confirming a decision on another man: it is withdrawn first, and the family reads of it', async () => {
    const first = await decide(one, 'A');
    const second = await decide(other, 'B');
    await confirm(second);
    expect(await refusal(confirm(first))).to.include(REFUSED);
    expect(await site.read(requestId)).to.include({ soldierId: other, evidenceLevel: 'B', status: 'identified' });
    const why = { decisionId: second, reason: 'his father is another' };
    await site.services.decisions.withdraw(COORDINATOR, await target(), why);
    await confirm(first);
    expect((await site.read(requestId)).soldierId).to.equal(one);
    expect(await endings()).to.have.length(1);
  });

  it('is not put in doubt by a new decision on another man as long as it stands', async () => {
    await confirm(await decide(one, 'B'));
    const before = await site.read(requestId);
    for (const level of ['A', 'B', 'C'] as const) expect(await refusal(decide(other, level))).to.include(REFUSED);
    expect(await site.read(requestId)).to.deep.equal(before);
  });

  it('that he is possible gives way to a better one, and the family reads when', async () => {
    await decide(one, 'C');
    expect(await site.read(requestId)).to.include({ soldierId: one, status: 'identified' });
    expect(await endings()).to.deep.equal([]);
    const { decision } = await confirm(await decide(other, 'B'));
    expect((await site.read(requestId)).soldierId).to.equal(other);
    expect(await endings()).to.deep.equal([{ at: decision.confirmedAt, how: 'replaced' }]);
  });

  it('that he is possible is proven better: nothing was taken back', async () => {
    await decide(one, 'C');
    await confirm(await decide(one, 'B'));
    expect(await endings()).to.deep.equal([]);
  });

  it('that he is possible was of the man whom another record shows better: nothing was taken back', async () => {
    await decide(one, 'C');
    await confirm(await decide(other, 'B'));
    expect(await endings()).to.have.length(1);
    await site.services.links.merge(COORDINATOR, { fromId: one, intoId: other, reason: 'one man, two papers' });
    expect(await endings()).to.deep.equal([]);
  });

  it('that he is possible was replaced, and only then taken back: the family reads the day on which it no longer held', async () => {
    const possible = await decide(one, 'C');
    const { decision } = await confirm(await decide(other, 'B'));
    site.clock.advance(24 * 3600);
    await site.services.decisions.withdraw(ANNA, await target(), { decisionId: possible, reason: 'it is the other' });
    expect(await endings()).to.deep.equal([{ at: decision.confirmedAt, how: 'replaced' }]);
  });

  /** Another family's request, in which this man was concluded on. */
  const otherFamily = async (soldierId: string, evidenceLevel: EvidenceLevel) => {
    const [own, theirs] = [requestId, await site.request({ ...MAN, rank: 'сержант' })];
    requestId = theirs;
    const decisionId = await decide(soldierId, evidenceLevel);
    if (evidenceLevel !== 'C') await confirm(decisionId);
    requestId = own;
    return theirs;
  };
  const gather = async (withId: string) =>
    site.services.gatherings.gather(COORDINATOR, await target(), { withId, reason: 'one father' });

  it('that he is possible gave way to another: the family does not read that anything was taken back', async () => {
    const { id, code } = await site.requestWithCode({ ...MAN, rank: 'капитан' });
    requestId = id;
    const page = async () => (await site.http.get(`/ru/requests/${code}`)).text;
    const say = sayIn('ru');
    await decide(one, 'C');
    expect(await page()).to.contain(say('status.identifiedC'));
    await confirm(await decide(other, 'B'));
    expect(await page())
      .to.contain(say('status.replaced'))
      .and.contain(say('status.identifiedB'))
      .and.not.contain(say('status.takenBack'));
  });

  it('keeps two families apart of whom two people concluded on two men, and each reads on what it read', async () => {
    await confirm(await decide(one, 'B'));
    const theirs = await otherFamily(other, 'A');
    const before = [await site.read(requestId), await site.read(theirs)];
    expect(await refusal(gather(theirs))).to.include(REFUSED);
    expect([await site.read(requestId), await site.read(theirs)]).to.deep.equal(before);
  });

  it('that he is possible gives way to what another family was told before, from the day they are gathered', async () => {
    const theirs = await otherFamily(other, 'A');
    await decide(one, 'C');
    site.clock.advance(24 * 3600);
    await gather(theirs);
    expect((await site.read(requestId)).soldierId).to.equal(other);
    expect(await endings()).to.deep.equal([{ at: site.clock(), how: 'replaced' }]);
  });

  it('of two who confirm at once, the one who is refused reads the request as the other left it', async () => {
    const decisionId = await decide(one, 'B');
    const at = await target();
    const readWhenRefused = async (who: typeof BOLAT) => {
      await refusal(site.services.decisions.confirm(who, at, decisionId));
      return (await site.read(requestId)).status;
    };
    expect(await Promise.all([readWhenRefused(BOLAT), readWhenRefused(COORDINATOR)])).to.deep.equal([
      'identified',
      'identified',
    ]);
  });
});
