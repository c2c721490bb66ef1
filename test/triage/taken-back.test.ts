import { expect } from 'chai';
import fc from 'fast-check';
import { AppError } from '../../server/errors.ts';
import { ANNA, BOLAT, COORDINATOR, type DeskSite, MAN, openDeskSite } from './desk-site.ts';

const PAPERS = [
  MAN,
  { familyName: 'Kairbekow', givenName: 'Sejtkali', birthDate: '1913' },
  { ...MAN, givenName: 'Ахмет', birthDate: '1918' },
];

/** What people do, in any order; numbers pick among what there is at that moment. */
type Step = {
  what: 'decide' | 'confirm' | 'object' | 'withdraw' | 'tie' | 'merge';
  one: number;
  other: number;
  level: 'A' | 'B' | 'C';
};

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('decide', 'confirm', 'object', 'withdraw', 'tie', 'merge'),
  one: fc.nat(20),
  other: fc.nat(20),
  level: fc.constantFrom('A', 'B', 'C'),
});

/** Once lost: the decision on a man into whom another was merged stayed on his paper after both were taken back. */
const DECIDED_THEN_MERGED: Step[] = [
  { what: 'decide', one: 0, other: 1, level: 'B' },
  { what: 'merge', one: 2, other: 0, level: 'B' },
];

const reason = 'the same village and father';

/** What cannot be done at this moment is refused and changes nothing. */
async function allowed<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && ['conflict', 'bad_input'].includes(error.code)) return null;
    throw error;
  }
}

describe('Whatever people decided, tied and merged, taken back', () => {
  let site: DeskSite;
  let papers: { soldierId: string; mentionId: string }[];
  let requestId: string;

  before(async () => {
    site = await openDeskSite();
    papers = [];
    for (const row of PAPERS) papers.push(await site.paper(row));
    requestId = await site.request({ ...MAN, rank: 'сержант' });
  });
  after(() => site.close());

  /** Everything but when it was last touched, how often, and by whom. */
  async function picture() {
    const { soldiers, mentions, candidates } = site.stores;
    const ids = papers.map(({ soldierId }) => soldierId);
    const { status, soldierId, evidenceLevel, secondLook, statusBeforeDecision, bestProbability } =
      await site.read(requestId);
    return {
      request: { status, soldierId, evidenceLevel, secondLook, statusBeforeDecision, bestProbability },
      soldiers: (await soldiers.findByIds(ids))
        .map(({ version: _version, changedAt: _at, ...rest }) => rest)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      mentions: (await mentions.findByIds(papers.map(({ mentionId }) => mentionId)))
        .map(({ version: _version, changedAt: _at, ...rest }) => rest)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      candidates: (await candidates.findOf(requestId)).map(({ foundAt: _at, state, ...rest }) => ({
        ...rest,
        decided: state === 'decided',
      })),
    };
  }

  const target = async () => ({ id: requestId, version: (await site.read(requestId)).version });
  const standing = async () =>
    (await site.stores.decisions.findOf(requestId)).filter(({ withdrawnAt }) => withdrawnAt === null);

  async function withdraw(decisionId: string): Promise<void> {
    await site.services.decisions.withdraw(COORDINATOR, await target(), { decisionId, reason });
  }

  /** Does one step. Gives how a tie or a merge is taken back; decisions are found again in the store. */
  async function take({ what, one, other, level }: Step): Promise<(() => Promise<unknown>) | null> {
    const [from, into] = [papers[one % papers.length], papers[other % papers.length]];
    const { links, decisions } = site.services;
    const made = await standing();
    const picked = made[one % Math.max(made.length, 1)];
    if (from === undefined || into === undefined) return null;
    if (what === 'decide') {
      const verdict = (['same', 'different', 'unsure'] as const)[other % 3] ?? 'unsure';
      const decision = { soldierId: from.soldierId, verdict, reason, evidenceLevel: level };
      await allowed(decisions.decide(ANNA, await target(), decision));
    } else if (what === 'confirm' && picked) {
      await allowed(decisions.confirm(BOLAT, await target(), picked.id));
    } else if (what === 'object' && picked) {
      await allowed(decisions.object(BOLAT, await target(), { decisionId: picked.id, reason }));
    } else if (what === 'withdraw' && picked) {
      await withdraw(picked.id);
    } else if (what === 'tie') {
      const tie = { mentionId: from.mentionId, soldierId: into.soldierId, reason };
      const tied = await allowed(links.tie(ANNA, tie));
      return tied && (() => links.untie(ANNA, { mentionId: from.mentionId, reason }));
    } else if (what === 'merge') {
      const merged = await allowed(links.merge(COORDINATOR, { ...mergeOf(from, into), reason }));
      return merged && (() => links.split(COORDINATOR, { soldierId: merged.fromId, reason }));
    }
    return null;
  }

  const mergeOf = (from: { soldierId: string }, into: { soldierId: string }) => ({
    fromId: from.soldierId,
    intoId: into.soldierId,
  });

  it('leaves the database as it was, after any sequence of them', async function () {
    this.timeout(600_000);
    await site.services.matchingJobs.rematchAll();
    await site.settle();
    const before = await picture();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        const back: (() => Promise<unknown>)[] = [];
        for (const one of steps) {
          site.clock.advance(1);
          const undo = await take(one);
          if (undo !== null) back.push(undo);
          await site.settle();
        }
        for (const { id } of await standing()) {
          site.clock.advance(1);
          await withdraw(id);
        }
        for (const undo of back.reverse()) {
          site.clock.advance(1);
          await undo();
        }
        await site.settle();
        await site.services.matchingJobs.rematchAll();
        await site.settle();
        expect(await picture()).to.deep.equal(before);
      }),
      { numRuns: 12, examples: [[DECIDED_THEN_MERGED]] },
    );
  });
});
