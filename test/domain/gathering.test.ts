import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Gathered,
  introducedTo,
  leadOf,
  leadWithout,
  type Meeting,
  mayMeet,
} from '../../server/domain/gathering.ts';
import type { RequestStatus } from '../../server/domain/request-states.ts';

const at = new Date('2026-03-01');
const gathered = (lead: boolean, caseId = 'a'): Gathered => ({ caseId, lead, by: 'v', at, reason: 'one man' });
const member = (id: string, number: number, lead: boolean, status: RequestStatus = 'searching') => {
  return { id, number, status, gathered: gathered(lead) };
};
const meeting = (answer: Meeting['answer'], introducedTo: string[] = []): Meeting => {
  return { askedAt: at, answer, answeredAt: at, introducedTo };
};

describe('Who leads a case of several families', () => {
  const [a, b, c] = [member('a', 1, true), member('b', 2, false), member('c', 3, false)];

  it('is who led before, when another one leaves', () => {
    expect(leadOf([a, b, c])?.id).to.equal('a');
    expect(leadWithout([a, b, c], 'c')?.id).to.equal('a');
  });

  it('is the oldest that is still open, when the one that led leaves', () => {
    expect(leadWithout([a, b, c], 'a')?.id).to.equal('b');
    expect(leadWithout([a, { ...b, status: 'closed' }, c], 'a')?.id).to.equal('c');
  });

  it('is one that is closed rather than nobody, and never one that its family withdrew', () => {
    expect(leadWithout([a, { ...b, status: 'closed' }], 'a')?.id).to.equal('b');
    expect(leadWithout([a, { ...b, status: 'withdrawn' }], 'a')).to.equal(null);
  });
});

describe('Families are introduced', () => {
  const family = (id: string, answer: Meeting['answer'], to: string[], status: RequestStatus = 'searching') => {
    return { id, status, gathered: gathered(id === 'a'), meeting: meeting(answer, to) };
  };

  it('when both agree, and to nobody else', () => {
    const [a, b, c] = [family('a', 'yes', ['b']), family('b', 'yes', ['a']), family('c', 'yes', [])];
    expect(introducedTo(a, [a, b, c]).map(({ id }) => id)).to.deep.equal(['b']);
    expect(introducedTo(c, [a, b, c])).to.deep.equal([]);
  });

  it('to nobody of another case, nor while one has not answered, said no, or is gone', () => {
    const a = family('a', 'yes', ['b']);
    const b = family('b', 'yes', ['a']);
    expect(mayMeet(a, b)).to.equal(true);
    expect(mayMeet(a, { ...b, gathered: gathered(false, 'x') })).to.equal(false);
    expect(mayMeet(a, { ...b, gathered: null })).to.equal(false);
    expect(mayMeet(a, family('b', null, ['a']))).to.equal(false);
    expect(mayMeet(a, family('b', 'no', ['a']))).to.equal(false);
    expect(mayMeet(a, family('b', 'yes', ['a'], 'withdrawn'))).to.equal(false);
    expect(mayMeet(a, { ...b, meeting: null })).to.equal(false);
  });

  it('always both ways: whoever sees another is seen by him', () => {
    const answers = fc.constantFrom<Meeting['answer']>('yes', 'no', null);
    const links = fc.subarray(['a', 'b', 'c']);
    fc.assert(
      fc.property(fc.tuple(answers, answers, answers), fc.tuple(links, links, links), (said, to) => {
        const all = ['a', 'b', 'c'].map((id, index) => family(id, said[index] ?? null, to[index] ?? []));
        for (const one of all) {
          for (const seen of introducedTo(one, all)) {
            expect(introducedTo(seen, all).map(({ id }) => id)).to.include(one.id);
          }
        }
      }),
    );
  });
});
