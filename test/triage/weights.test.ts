import { expect } from 'chai';
import { STARTING_WEIGHTS, versionOf } from '../../server/domain/matching/weights.ts';
import { codeOf } from '../code-of.ts';
import { ADMIN, ANNA, BOLAT, COORDINATOR, type DeskSite, MAN, openDeskSite } from './desk-site.ts';

const GIVEN = ['Сейткали', 'Ахмет', 'Бекболат', 'Жумабай', 'Оразбай', 'Нургали', 'Темирхан', 'Сагындык'];

describe('A new version of the weights', () => {
  let site: DeskSite;
  beforeEach(async () => {
    site = await openDeskSite();
  });
  afterEach(() => site.close());

  /** Requests whose men are here, each decided; the papers say another rank than the family. */
  async function decidedRequests(verdict: 'same' | 'different') {
    for (const givenName of GIVEN) {
      const man = { ...MAN, givenName, rank: 'сержант' };
      const { soldierId } = await site.paper(man);
      const id = await site.request({ ...man, rank: 'капитан' });
      const { version } = await site.read(id);
      const decision = { soldierId, verdict, reason: 'the documents', evidenceLevel: 'B' } as const;
      const made = await site.services.decisions.decide(ANNA, { id, version }, decision);
      if (verdict === 'same')
        await site.services.decisions.confirm(BOLAT, { id, version: made.request.version }, made.decision.id);
    }
  }

  it('moves towards what people decided here', async () => {
    await decidedRequests('same');
    const { before, after, countedFrom } = await site.services.weights.reweigh(ADMIN, false);
    expect(before).to.deep.equal(STARTING_WEIGHTS);
    expect(after.version).to.equal(versionOf(2));
    expect(countedFrom).to.include({ requests: GIVEN.length, decisions: GIVEN.length });
    expect(after.levels.rank.different.m).to.be.above(before.levels.rank.different.m);
    expect(after.levels.rank.same.m).to.be.below(before.levels.rank.same.m);
    expect(after.present).to.be.above(before.present);
  });

  it('counts nothing for one man that people called two, however alike', async () => {
    await decidedRequests('different');
    const { before, after } = await site.services.weights.reweigh(ADMIN, false);
    expect(after.levels.rank.different.m).to.be.closeTo(before.levels.rank.different.m, 0.005);
    expect(after.present).to.be.below(before.present);
  });

  it('is only shown, or kept beside the old ones and used from then on', async () => {
    await decidedRequests('same');
    const shown = await site.services.weights.reweigh(ADMIN, false);
    expect(await site.stores.weights.current()).to.deep.equal(STARTING_WEIGHTS);
    await site.services.weights.reweigh(ADMIN, true);
    expect((await site.stores.weights.current()).version).to.equal(versionOf(2));
    const open = await site.request({ ...MAN, givenName: 'Сейткали' });
    const [candidate] = await site.stores.candidates.findOf(open);
    expect(candidate?.weightsVersion).to.equal(versionOf(2));
    const next = await site.services.weights.reweigh(ADMIN, true);
    expect(next.before.version).to.equal(versionOf(2));
    expect(next.after.version).to.equal(versionOf(3));
    expect(shown.kept).to.equal(false);
  });

  it('puts every open request into the queue and stands in the audit', async () => {
    const { soldierId } = await site.paper(MAN);
    const id = await site.request(MAN);
    await site.services.weights.reweigh(ADMIN, true);
    await site.settle();
    expect(await site.stores.candidates.find(id, soldierId)).to.include({ weightsVersion: versionOf(2) });
    const { items } = await site.services.audit.list(ADMIN, {}, null, 10);
    expect(items.map(({ action, actorId }) => [action, actorId])).to.deep.include(['weights.make', 'admin']);
  });

  it('tells which decided pairs change their words, by numbers and never by names', async () => {
    await decidedRequests('same');
    // So strong a claim that ranks never differ in one man makes each of these decided pairs less likely.
    const levels = structuredClone(STARTING_WEIGHTS.levels) as { rank: { different: { m: number } } };
    levels.rank.different.m = 1e-9;
    const countedFrom = { randomPairs: 0, requests: 0, decisions: 0 };
    const strict = { version: versionOf(2), present: 0.6, levels: levels as never, madeAt: site.clock(), countedFrom };
    await site.stores.weights.append(strict);
    const { moved } = await site.services.weights.reweigh(ADMIN, false);
    expect(moved.length).to.be.at.least(GIVEN.length / 2);
    const [first] = moved;
    expect(first?.verdict).to.equal('same');
    expect(first?.before.band).not.to.equal(first?.after.band);
    expect(JSON.stringify(moved)).not.to.match(/Каирбеков|Сейткали/);
  });

  it('is made by an admin only', async () => {
    expect(await codeOf(site.services.weights.reweigh(null, true))).to.equal('not_signed_in');
    expect(await codeOf(site.services.weights.reweigh(ANNA, true))).to.equal('forbidden');
    expect(await codeOf(site.services.weights.reweigh(COORDINATOR, true))).to.equal('forbidden');
    expect(await site.stores.weights.current()).to.deep.equal(STARTING_WEIGHTS);
  });
});
