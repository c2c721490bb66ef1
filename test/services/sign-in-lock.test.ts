import { expect } from 'chai';
import { lockedUntilAfter } from '../../server/users/sign-in-lock.ts';

const now = new Date('2026-03-01T09:00:00.000Z');
const secondsAfter = (failures: number) => {
  const until = lockedUntilAfter(failures, now);
  return until === null ? 0 : (until.getTime() - now.getTime()) / 1000;
};

describe('The lock of an account', () => {
  it('forgives four wrong passwords', () => {
    expect([1, 2, 3, 4].map(secondsAfter)).to.deep.equal([0, 0, 0, 0]);
  });

  it('then waits half a minute and twice as long each time', () => {
    expect([5, 6, 7, 8].map(secondsAfter)).to.deep.equal([30, 60, 120, 240]);
  });

  it('never waits longer than a quarter of an hour', () => {
    expect(secondsAfter(50)).to.equal(900);
  });
});
