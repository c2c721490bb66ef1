import { expect } from 'chai';
import { codeOf } from '../code-of.ts';
import { ANNA, BOLAT, type DeskSite, MAN, openDeskSite } from './desk-site.ts';

describe('A conclusion that two people answer for', () => {
  let site: DeskSite;
  before(async () => {
    site = await openDeskSite();
  });
  after(() => site.close());

  it('is taken back with a reason only; one that waits for its second person needs none', async () => {
    const { soldierId } = await site.paper(MAN);
    const id = await site.request(MAN);
    const target = async () => ({ id, version: (await site.read(id)).version });
    const decide = async () => {
      const made = { soldierId, verdict: 'same' as const, reason: 'the same village', evidenceLevel: 'A' as const };
      return (await site.services.decisions.decide(ANNA, await target(), made)).decision.id;
    };
    const { withdraw, confirm } = site.services.decisions;
    const alone = await decide();
    await withdraw(ANNA, await target(), { decisionId: alone, reason: '' });
    const decisionId = await decide();
    await confirm(BOLAT, await target(), decisionId);
    expect(await codeOf(withdraw(ANNA, await target(), { decisionId, reason: '' }))).to.equal('bad_input');
    expect((await site.read(id)).status).to.equal('identified');
    await withdraw(ANNA, await target(), { decisionId, reason: 'another father' });
    expect((await site.read(id)).soldierId).to.equal(null);
  });
});
