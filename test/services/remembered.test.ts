import { expect } from 'chai';
import { remembered } from '../../server/remembered.ts';

describe('What is found out once', () => {
  it('is found out when first asked for, and for all who ask', async () => {
    let asked = 0;
    const answer = remembered(async () => {
      asked += 1;
      return asked;
    });
    expect(answer.known()).to.equal(null);
    expect(await Promise.all([answer(), answer()])).to.deep.equal([1, 1]);
    expect(await answer.known()).to.equal(1);
  });

  it('is found out anew after a failure, which is told to those who waited', async () => {
    const answers = [Promise.reject(new Error('the disk was busy')), Promise.resolve('drawn')];
    const answer = remembered(() => answers.shift() ?? expect.fail('asked too often'));
    const failed = await Promise.allSettled([answer(), answer()]);
    expect(failed.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
    expect(answer.known()).to.equal(null);
    expect(await answer()).to.equal('drawn');
  });
});
