import { expect } from 'chai';
import { mayBeTaken } from '../../client/desk/requests/holding.ts';

const FREE = { status: 'searching', evidenceLevel: null, assignee: null } as const;

describe('Taking a request at the desk', () => {
  it('is offered while somebody is needed, also for a man who is only possibly he', () => {
    expect(mayBeTaken(FREE)).to.equal(true);
    expect(mayBeTaken({ ...FREE, status: 'identified', evidenceLevel: 'C' })).to.equal(true);
  });

  it('is not offered of a man whom two people have established, of what is over, and of what somebody has', () => {
    for (const evidenceLevel of ['A', 'B'] as const) {
      expect(mayBeTaken({ ...FREE, status: 'identified', evidenceLevel })).to.equal(false);
    }
    expect(mayBeTaken({ ...FREE, status: 'closed' })).to.equal(false);
    expect(mayBeTaken({ ...FREE, status: 'withdrawn' })).to.equal(false);
    expect(mayBeTaken({ ...FREE, assignee: { id: 'anna', name: 'Anna' } })).to.equal(false);
  });
});
