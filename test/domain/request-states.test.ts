import { expect } from 'chai';
import {
  ALLOWED_MOVES,
  canMove,
  isRequestStatus,
  MATCHED_AGAIN,
  move,
  REQUEST_STATUSES,
} from '../../server/domain/request-states.ts';
import { AppError } from '../../server/errors.ts';

describe('the states of a request', () => {
  it('goes from received to searching to a document under check to identified', () => {
    expect(move('received', 'searching')).to.equal('searching');
    expect(move('searching', 'checking_document')).to.equal('checking_document');
    expect(move('checking_document', 'identified')).to.equal('identified');
  });

  it('refuses a move that is not in the table and says from where to where', () => {
    expect(() => move('received', 'identified'))
      .to.throw(AppError)
      .with.property('details')
      .that.deep.equals({ from: 'received', to: 'identified', by: 'person' });
  });

  it('stays open when nothing was found: new documents and the family can move it', () => {
    expect(MATCHED_AGAIN).to.include('nothing_found');
    expect(canMove('nothing_found', 'checking_document', 'standing_search')).to.equal(true);
    expect(canMove('nothing_found', 'searching', 'family')).to.equal(true);
  });

  it('never lets the standing search identify a soldier', () => {
    for (const from of REQUEST_STATUSES) {
      expect(canMove(from, 'identified', 'standing_search'), from).to.equal(false);
    }
  });

  it('lets a withdrawn request rest for ever and matches it no more', () => {
    expect(ALLOWED_MOVES.withdrawn).to.deep.equal([]);
    expect(MATCHED_AGAIN).to.not.include('withdrawn');
  });

  it('goes back to searching when the decision behind "identified" is withdrawn', () => {
    expect(canMove('identified', 'searching')).to.equal(true);
  });

  it('can be reopened by a person after closing, and by nobody else', () => {
    expect(canMove('closed', 'searching')).to.equal(true);
    expect(canMove('closed', 'searching', 'family')).to.equal(false);
    expect(canMove('closed', 'checking_document', 'standing_search')).to.equal(false);
  });

  it('never comes back to "received"', () => {
    for (const from of REQUEST_STATUSES) expect(canMove(from, 'received'), from).to.equal(false);
  });

  it('tells a status from another text', () => {
    expect(isRequestStatus('searching')).to.equal(true);
    expect(isRequestStatus('done')).to.equal(false);
  });
});
