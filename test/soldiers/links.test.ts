import { expect } from 'chai';
import fc from 'fast-check';
import type { Actor } from '../../server/domain/roles.ts';
import type { Soldier } from '../../server/domain/soldier.ts';
import { AppError } from '../../server/errors.ts';
import { firstSoldierId } from '../../server/soldiers/record-ids.ts';
import { codeOf } from '../code-of.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { aLine } from './a-mention.ts';

const volunteer: Actor = { id: 'v', role: 'volunteer' };
const coordinator: Actor = { id: 'c', role: 'coordinator' };
const reason = 'the same village and father';

const lines = ['Каирбеков Сейткали', 'Kairbekow Seitkali', 'Оконеев Сайтали'].map((fullName, index) =>
  aLine({ fullName }, { key: String(index) }),
);
const [a, b, c] = lines.map(({ id }) => ({ mention: id, soldier: firstSoldierId(id) }));
if (a === undefined || b === undefined || c === undefined) throw new Error('three lines were made');

describe('People say which mentions are of one man, and can take it back', () => {
  let site: TestSite;

  beforeEach(async () => {
    site = await openTestSite();
    await site.services.mentions.addMentions(lines);
  });
  afterEach(() => site.close());

  const links = () => site.services.links;
  const soldier = async (id: string): Promise<Soldier> => {
    const found = await site.stores.soldiers.findById(id);
    if (found === null) throw new Error('no such soldier');
    return found;
  };

  it('shows the mentions of both at the address that answers after a merge', async () => {
    await links().merge(coordinator, { fromId: a.soldier, intoId: b.soldier, reason });
    expect(await soldier(a.soldier)).to.deep.include({ state: 'merged', mergedInto: b.soldier });
    expect((await soldier(b.soldier)).mentionIds).to.have.members([a.mention, b.mention]);
  });

  it('follows a chain of merges to its end', async () => {
    await links().merge(coordinator, { fromId: a.soldier, intoId: b.soldier, reason });
    await links().merge(coordinator, { fromId: a.soldier, intoId: c.soldier, reason });
    expect((await soldier(c.soldier)).mentionIds).to.have.members([a.mention, b.mention, c.mention]);
    expect(await codeOf(links().merge(coordinator, { fromId: c.soldier, intoId: a.soldier, reason }))).to.equal(
      'conflict',
    );
  });

  it('splits a merge: both are as before', async () => {
    const before = [await soldier(a.soldier), await soldier(b.soldier)].map(({ summary, mentionIds }) => ({
      summary,
      mentionIds,
    }));
    await links().merge(coordinator, { fromId: a.soldier, intoId: b.soldier, reason });
    await links().split(coordinator, { soldierId: a.soldier, reason: 'another father' });
    const after = [await soldier(a.soldier), await soldier(b.soldier)].map(({ summary, mentionIds }) => ({
      summary,
      mentionIds,
    }));
    expect(after).to.deep.equal(before);
  });

  it('keeps with each link who said it, when and why, and who took it back', async () => {
    await links().merge(coordinator, { fromId: a.soldier, intoId: b.soldier, reason });
    await links().split(coordinator, { soldierId: a.soldier, reason: 'another father' });
    const [link] = await links().history(volunteer, a.soldier);
    expect(link).to.deep.include({
      kind: 'merge',
      by: 'c',
      reason,
      withdrawnBy: 'c',
      withdrawnReason: 'another father',
    });
    const { items } = await site.services.audit.list({ id: 'x', role: 'admin' }, {}, null, 10);
    expect(items.map(({ action, actorId }) => [action, actorId])).to.have.deep.members([
      ['soldier.merge', 'c'],
      ['soldier.split', 'c'],
    ]);
  });

  it('ties a mention to another soldier; the address it left empty answers for him', async () => {
    await links().tie(volunteer, { mentionId: a.mention, soldierId: b.soldier, reason });
    expect((await soldier(b.soldier)).mentionIds).to.have.members([a.mention, b.mention]);
    expect(await soldier(a.soldier)).to.deep.include({ state: 'merged', mergedInto: b.soldier });
    await links().untie(volunteer, { mentionId: a.mention, reason: 'a mistake' });
    expect((await soldier(b.soldier)).mentionIds).to.deep.equal([b.mention]);
    expect(await soldier(a.soldier)).to.deep.include({ state: 'live', mergedInto: null, mentionIds: [a.mention] });
  });

  it('refuses what is so already, and what is not there', async () => {
    expect(await codeOf(links().tie(volunteer, { mentionId: a.mention, soldierId: a.soldier, reason }))).to.equal(
      'conflict',
    );
    expect(await codeOf(links().untie(volunteer, { mentionId: a.mention, reason }))).to.equal('conflict');
    expect(await codeOf(links().split(coordinator, { soldierId: a.soldier, reason }))).to.equal('conflict');
    expect(await codeOf(links().tie(volunteer, { mentionId: a.mention, soldierId: 'nobody', reason }))).to.equal(
      'not_found',
    );
    expect(await codeOf(links().merge(coordinator, { fromId: 'nobody', intoId: a.soldier, reason }))).to.equal(
      'not_found',
    );
  });

  it('does not let two people merge two soldiers into each other at one moment', async () => {
    const codes = await Promise.all([
      codeOf(links().merge(coordinator, { fromId: a.soldier, intoId: b.soldier, reason })),
      codeOf(links().merge(coordinator, { fromId: b.soldier, intoId: a.soldier, reason })),
    ]);
    expect(codes).to.include('conflict');
    const pages = [await soldier(a.soldier), await soldier(b.soldier)];
    expect(pages.some(({ state }) => state === 'live')).to.equal(true);
  });

  it('lets volunteers tie but not merge, and visitors neither', async () => {
    const merge = { fromId: a.soldier, intoId: b.soldier, reason };
    expect(await codeOf(links().merge(volunteer, merge))).to.equal('forbidden');
    expect(await codeOf(links().split(volunteer, { soldierId: a.soldier, reason }))).to.equal('forbidden');
    const tie = { mentionId: a.mention, soldierId: b.soldier, reason };
    expect(await codeOf(links().tie(null, tie))).to.equal('not_signed_in');
    expect(await codeOf(links().untie(null, tie))).to.equal('not_signed_in');
    expect(await codeOf(links().history(null, a.soldier))).to.equal('not_signed_in');
  });

  it('shows that relatives are known at the address that answers, and leaves it where it was after the split', async () => {
    await site.services.mentions.setKin(a.soldier, true);
    await links().merge(coordinator, { fromId: a.soldier, intoId: b.soldier, reason });
    expect((await soldier(b.soldier)).summary.hasRelatives).to.equal(true);
    await links().split(coordinator, { soldierId: a.soldier, reason });
    expect((await soldier(b.soldier)).summary.hasRelatives).to.equal(false);
    expect((await soldier(a.soldier)).summary.hasRelatives).to.equal(true);
  });

  it('is as before after any sequence of ties and merges was taken back', async () => {
    const all = [a, b, c];
    const picture = async () =>
      Promise.all(
        all.map(async ({ soldier: id }) => {
          const { state, mergedInto, mentionIds, summary } = await soldier(id);
          return { state, mergedInto, mentionIds, summary };
        }),
      );
    const before = await picture();
    const step = fc.record({ tie: fc.boolean(), from: fc.nat(2), into: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const undo: (() => Promise<unknown>)[] = [];
        for (const { tie, from, into } of steps) {
          site.clock.advance(1);
          const source = all[from] ?? a;
          const target = all[into] ?? b;
          const linked = tie
            ? links().tie(volunteer, { mentionId: source.mention, soldierId: target.soldier, reason })
            : links().merge(coordinator, { fromId: source.soldier, intoId: target.soldier, reason });
          const link = await linked.catch((error: unknown) => {
            if (error instanceof AppError && error.code === 'conflict') return null;
            throw error;
          });
          if (link === null) continue;
          undo.push(() =>
            link.mentionId === null
              ? links().split(coordinator, { soldierId: link.fromId, reason })
              : links().untie(volunteer, { mentionId: link.mentionId ?? '', reason }),
          );
        }
        for (const back of undo.reverse()) {
          site.clock.advance(1);
          await back();
        }
        expect(await picture()).to.deep.equal(before);
      }),
      { numRuns: 6 },
    );
  });
});
