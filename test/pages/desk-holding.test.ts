import { expect } from 'chai';
import { mayBeTaken, stateKey } from '../../client/desk/requests/holding.ts';

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

describe('The state of a request at the desk', () => {
  const ANNA = { id: 'anna', name: 'Anna' };
  const state = (standing: Partial<Parameters<typeof stateKey>[0]>) =>
    stateKey({ ...FREE, secondLook: false, ...standing });

  it('calls nothing done that nobody has taken', () => {
    expect(state({ status: 'searching' })).to.equal('requestStatus.begun');
    expect(state({ status: 'searching', assignee: ANNA })).to.equal('requestStatus.searching');
    expect(state({ status: 'checking_document' })).to.equal('requestStatus.toCheck');
    expect(state({ status: 'checking_document', assignee: ANNA })).to.equal('requestStatus.checking_document');
  });

  it('calls a man established only where two people say so, and says when a second one is waited for', () => {
    expect(state({ status: 'identified', evidenceLevel: 'A' })).to.equal('requestStatus.identified');
    expect(state({ status: 'identified', evidenceLevel: 'C' })).to.equal('requestStatus.possible');
    expect(state({ status: 'checking_document', secondLook: true })).to.equal('queue.secondLook');
  });
});
