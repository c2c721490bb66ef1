import { expect } from 'chai';
import fc from 'fast-check';
import type { Decision } from '../../server/domain/matching/candidate.ts';
import { decidedBy, statusAfter } from '../../server/domain/matching/decided.ts';
import type { RequestStatus } from '../../server/domain/request-states.ts';

type Standing = Pick<
  Decision,
  'id' | 'soldierId' | 'verdict' | 'evidenceLevel' | 'confirmedBy' | 'objection' | 'withdrawnAt' | 'at'
>;

const made = (over: Partial<Standing> = {}): Standing => ({
  id: 'd1',
  soldierId: 's1',
  verdict: 'same',
  evidenceLevel: 'B',
  confirmedBy: null,
  objection: null,
  withdrawnAt: null,
  at: new Date('2026-03-01T09:00:00Z'),
  ...over,
});
const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 1, 9, minute));

describe('What the decisions of a request say together', () => {
  it('is nobody identified while a second person has not looked at level A or B', () => {
    expect(decidedBy([made()])).to.deep.equal({ soldierId: null, evidenceLevel: null, secondLook: true });
    const confirmed = decidedBy([made({ confirmedBy: 'other' })]);
    expect(confirmed).to.deep.equal({ soldierId: 's1', evidenceLevel: 'B', secondLook: false });
  });

  it('is nobody, and no second look is awaited, once a second person does not agree', () => {
    const objected = made({ objection: { by: 'other', at: at(5), reason: 'another father' } });
    expect(decidedBy([objected])).to.deep.equal({ soldierId: null, evidenceLevel: null, secondLook: false });
    const anew = made({ id: 'd2', at: at(6) });
    expect(decidedBy([objected, anew]).secondLook).to.equal(true);
  });

  it('is a possible man on level C, without a second person', () => {
    const possible = decidedBy([made({ evidenceLevel: 'C' })]);
    expect(possible).to.deep.equal({ soldierId: 's1', evidenceLevel: 'C', secondLook: false });
  });

  it('is the better proven of two men, and of two alike the later', () => {
    const proven = made({ id: 'd1', soldierId: 'proven', evidenceLevel: 'A', confirmedBy: 'x', at: at(1) });
    const possible = made({ id: 'd2', soldierId: 'possible', evidenceLevel: 'C', at: at(2) });
    expect(decidedBy([possible, proven]).soldierId).to.equal('proven');
    const later = made({ id: 'd3', soldierId: 'later', evidenceLevel: 'C', at: at(3) });
    expect(decidedBy([later, possible]).soldierId).to.equal('later');
  });

  it('is nothing when all that said "same" was withdrawn, whatever "different" stands', () => {
    const taken = made({ evidenceLevel: 'C', withdrawnAt: at(9) });
    const different = made({ id: 'd2', verdict: 'different', evidenceLevel: null });
    expect(decidedBy([taken, different])).to.deep.equal({ soldierId: null, evidenceLevel: null, secondLook: false });
  });

  it('leaves a request that the family withdrew as it is', () => {
    const now = { status: 'withdrawn' as RequestStatus, statusBeforeDecision: null };
    expect(statusAfter(now, decidedBy([made({ evidenceLevel: 'C' })]))).to.deep.equal(now);
  });
});

describe('Taking every decision back', () => {
  type Step = {
    kind: 'decide' | 'confirm' | 'withdraw';
    pick: number;
    soldier: string;
    verdict: 0 | 1 | 2;
    level: 0 | 1 | 2;
  };
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom('decide', 'confirm', 'withdraw'),
    pick: fc.nat(20),
    soldier: fc.constantFrom('s1', 's2', 's3'),
    verdict: fc.constantFrom(0, 1, 2),
    level: fc.constantFrom(0, 1, 2),
  });
  const status: fc.Arbitrary<RequestStatus> = fc.constantFrom(
    'searching',
    'waiting_for_family',
    'checking_document',
    'nothing_found',
  );

  function taken(decisions: Standing[], { kind, pick, soldier, verdict, level }: Step, minute: number): Standing[] {
    if (kind === 'decide') {
      const verdicts = ['same', 'different', 'unsure'] as const;
      const fresh = { id: `d${minute}`, soldierId: soldier, verdict: verdicts[verdict], at: at(minute) };
      const evidenceLevel = verdict === 0 ? ((['A', 'B', 'C'] as const)[level] ?? null) : null;
      return [...decisions, made({ ...fresh, evidenceLevel })];
    }
    const index = decisions.length === 0 ? -1 : pick % decisions.length;
    const change = kind === 'confirm' ? { confirmedBy: 'second' } : { withdrawnAt: at(minute) };
    return decisions.map((one, place) => (place === index && one.withdrawnAt === null ? { ...one, ...change } : one));
  }

  it('ends where the request was, after any sequence of deciding, confirming and withdrawing', () => {
    fc.assert(
      fc.property(status, fc.array(step, { maxLength: 25 }), (before, steps) => {
        let decisions: Standing[] = [];
        let now = { status: before, statusBeforeDecision: null as RequestStatus | null };
        steps.forEach((one, minute) => {
          decisions = taken(decisions, one, minute);
          now = statusAfter(now, decidedBy(decisions));
        });
        for (const { id } of decisions) {
          decisions = decisions.map((one) => (one.id === id ? { ...one, withdrawnAt: at(59) } : one));
          now = statusAfter(now, decidedBy(decisions));
        }
        expect(now).to.deep.equal({ status: before, statusBeforeDecision: null });
        expect(decidedBy(decisions)).to.deep.equal({ soldierId: null, evidenceLevel: null, secondLook: false });
      }),
    );
  });
});
