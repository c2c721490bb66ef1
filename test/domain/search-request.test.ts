import { expect } from 'chai';
import type { RequestStatus } from '../../server/domain/request-states.ts';
import { changesSince, waitsSince } from '../../server/domain/search-request.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));
const change = (what: string, hour: number) => ({ what, by: null, at: at(hour) });
const createdAt = at(0);

describe('Since when a request waits', () => {
  const changes = [
    change('received', 0),
    change('begun', 1),
    change('message', 2),
    change('note', 3),
    change('message', 4),
    change('note', 5),
  ];
  const since = (status: RequestStatus) => waitsSince({ status, changes, createdAt });

  it('is when it came, while nobody has looked at it', () => {
    expect(since('received')).to.deep.equal(createdAt);
  });

  it('is the last question to the family, whatever was noted afterwards', () => {
    expect(since('waiting_for_family')).to.deep.equal(at(4));
  });

  it('is when the search began, or began again', () => {
    expect(since('searching')).to.deep.equal(at(1));
  });

  it('is when a second person did not agree, and when that was taken back', () => {
    const decided = [...changes, change('decision', 6), change('objection', 7), change('objection_back', 8)];
    const later = (status: RequestStatus) => waitsSince({ status, changes: decided, createdAt });
    expect([later('searching'), later('checking_document')]).to.deep.equal([at(7), at(8)]);
  });

  it('is when it came, where what brought it here is no longer kept', () => {
    expect(since('nothing_found')).to.deep.equal(createdAt);
  });
});

describe('What happened since a version was read', () => {
  const changes = [change('claim', 1), change('note', 2), change('decision', 3)];
  it('is told oldest first, and nothing of before', () => {
    expect(changesSince({ version: 9, changes }, 7).map(({ what }) => what)).to.deep.equal(['note', 'decision']);
    expect(changesSince({ version: 9, changes }, 9)).to.deep.equal([]);
  });

  it('goes back over steps of the site itself, which take no version, and tells them too', () => {
    const withOwn = [change('note', 1), change('decision', 2), change('fresh_candidates', 3)];
    expect(changesSince({ version: 9, changes: withOwn }, 8).map(({ what }) => what)).to.deep.equal([
      'decision',
      'fresh_candidates',
    ]);
  });
});
