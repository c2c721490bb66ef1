import { expect } from 'chai';
import { createIds, secretHash, secureRandom, stableId, timeOfOrderedId } from '../../server/ids.ts';

describe('Ids and codes', () => {
  it('gives an id of 16 characters that are safe to read out', () => {
    const id = createIds(secureRandom).newId();
    expect(id).to.match(/^[0-9a-hjkmnp-tv-z]{16}$/);
  });

  it('gives a code whose 26 characters of 5 bits are at least 100 bits, and never the same twice', () => {
    const ids = createIds(secureRandom);
    const codes = new Set(Array.from({ length: 1000 }, () => ids.newCode()));
    expect(codes.size).to.equal(1000);
    for (const code of codes) expect(code.length * 5).to.be.at.least(100);
  });

  it('uses every random bit: two sources that differ in one bit give two codes', () => {
    const bytes = new Uint8Array(17);
    const other = new Uint8Array(17);
    other[0] = 0b1000_0000;
    expect(createIds(() => bytes).newCode()).not.to.equal(createIds(() => other).newCode());
  });

  it('sorts ordered ids by their time', () => {
    const ids = createIds(secureRandom);
    const days = ['1999-12-31', '2026-03-01', '2026-03-02', '2100-01-01'].map((day) => ids.newOrderedId(new Date(day)));
    expect([...days].sort()).to.deep.equal(days);
  });

  it('tells the time of an ordered id, and of no other text', () => {
    const at = new Date('2026-03-01T09:00:00.123Z');
    const { newOrderedId, newId } = createIds(secureRandom);
    expect(timeOfOrderedId(newOrderedId(at))).to.deep.equal(at);
    expect([newId(), '', 'a-list-of-the-partner', 'import'].map(timeOfOrderedId)).to.deep.equal([
      null,
      null,
      null,
      null,
    ]);
  });

  it('gives the same stable id for the same parts and another when they are cut differently', () => {
    expect(stableId('list', 'row 1')).to.equal(stableId('list', 'row 1'));
    expect(stableId('ab', 'c')).not.to.equal(stableId('a', 'bc'));
  });

  it('keeps only a hash of a secret', () => {
    expect(secretHash('key'))
      .to.match(/^[\w-]{43}$/)
      .and.not.to.include('key');
  });
});
