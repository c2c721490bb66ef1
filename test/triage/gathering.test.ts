import { expect } from 'chai';
import fc from 'fast-check';
import { AppError } from '../../server/errors.ts';
import { ANNA, COORDINATOR, type DeskSite, MAN, openDeskSite } from './desk-site.ts';

/** What people do, in any order; numbers pick among the families. */
type Step = { what: 'gather' | 'separate' | 'decide' | 'withdraw'; one: number; other: number };

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('gather', 'gather', 'separate', 'decide', 'withdraw'),
  one: fc.nat(3),
  other: fc.nat(3),
});

const reason = 'one father, one village';

/** What cannot be done at this moment is refused and changes nothing. */
async function allowed(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error;
  }
}

describe('Families gathered into one case and told apart again', () => {
  let site: DeskSite;
  let ids: string[];
  let soldierId: string;

  before(async () => {
    site = await openDeskSite();
    ({ soldierId } = await site.paper(MAN));
    ids = [];
    for (const rank of ['сержант', 'рядовой', 'капитан', 'майор']) ids.push(await site.request({ ...MAN, rank }));
  });
  after(() => site.close());

  /** Everything but how often and when it was last touched. */
  const picture = async () => {
    const all = await Promise.all(ids.map((id) => site.read(id)));
    return all.map(({ version: _version, changes: _changes, changedAt: _at, matchedAt: _matched, ...rest }) => rest);
  };
  const target = async (id: string) => ({ id, version: (await site.read(id)).version });
  const standing = async (id: string) =>
    (await site.stores.decisions.findOf(id)).filter(({ withdrawnAt }) => withdrawnAt === null);

  async function withdrawAll(id: string): Promise<void> {
    for (const { id: decisionId } of await standing(id)) {
      await site.services.decisions.withdraw(COORDINATOR, await target(id), { decisionId, reason });
    }
  }

  async function take({ what, one, other }: Step): Promise<void> {
    const [id = '', withId = ''] = [ids[one], ids[other]];
    const { gatherings, decisions } = site.services;
    if (what === 'gather') await allowed(gatherings.gather(ANNA, await target(id), { withId, reason }));
    else if (what === 'separate') await allowed(gatherings.separate(ANNA, await target(id), reason));
    else if (what === 'withdraw') await withdrawAll(id);
    else {
      const decision = { soldierId, verdict: 'same', reason, evidenceLevel: 'C' } as const;
      await allowed(decisions.decide(ANNA, await target(id), decision));
    }
  }

  it('are as before, whatever was done in between', async () => {
    const before = await picture();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        for (const one of steps) {
          site.clock.advance(1);
          await take(one);
        }
        for (const id of ids) {
          site.clock.advance(1);
          await allowed(site.services.gatherings.separate(ANNA, await target(id), reason));
        }
        for (const id of ids) await withdrawAll(id);
        await site.settle();
        expect(await picture()).to.deep.equal(before);
      }),
      { numRuns: 15 },
    );
  });
});
