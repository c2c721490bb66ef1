import { expect } from 'chai';
import { eachOf, oneByOne } from '../../server/turns.ts';

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

describe('Work on one thing by one at a time', () => {
  const later = (): Promise<void> => new Promise((done) => setImmediate(done));

  it('is done in the order it was asked for, and work on another thing goes on beside it', async () => {
    const inTurn = oneByOne();
    const said: string[] = [];
    const work = (name: string, steps: number) => async () => {
      said.push(`${name} begins`);
      for (let step = 0; step < steps; step += 1) await later();
      said.push(`${name} ends`);
      return name;
    };
    const done = await Promise.all([
      inTurn('case', work('first', 9)),
      inTurn('case', work('second', 1)),
      inTurn('other case', work('beside', 2)),
    ]);
    expect(done).to.deep.equal(['first', 'second', 'beside']);
    expect(said.filter((one) => !one.startsWith('beside'))).to.deep.equal([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
    expect(said.indexOf('beside ends')).to.be.below(said.indexOf('first ends'));
  });

  it('that failed tells whoever asked for it, and holds nobody up', async () => {
    const inTurn = oneByOne();
    const failing = inTurn('case', async () => {
      await later();
      throw new Error('no disk');
    });
    const next = inTurn('case', async () => 'done');
    expect(await failing.catch((error: Error) => error.message)).to.equal('no disk');
    expect(await next).to.equal('done');
  });
});
