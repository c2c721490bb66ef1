import { expect } from 'chai';
import { eachOf } from '../../server/turns.ts';

describe('Work on many things side by side', () => {
  const later = (): Promise<void> => new Promise((done) => setImmediate(done));

  it('does each once, and never more at once than it may', async () => {
    const done: number[] = [];
    let open = 0;
    let most = 0;
    await eachOf([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      open += 1;
      most = Math.max(most, open);
      await later();
      open -= 1;
      done.push(item);
    });
    expect(done.toSorted()).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(most).to.equal(3);
  });

  it('begins no further one when one fails, and tells its error when those begun are over', async () => {
    const begun: number[] = [];
    let open = 0;
    const work = eachOf([1, 2, 3, 4, 5, 6, 7], 2, async (item) => {
      begun.push(item);
      open += 1;
      if (item !== 2) await later();
      await later();
      open -= 1;
      if (item === 2) throw new Error('no disk');
    });
    const failure = await work.then(
      () => 'none',
      (error: Error) => error.message,
    );
    expect(failure).to.equal('no disk');
    expect(open).to.equal(0);
    expect(begun).to.deep.equal([1, 2]);
  });
});
