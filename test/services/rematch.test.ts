import { expect } from 'chai';
import { createMatchingService, type MatchingDeps } from '../../server/triage/matching-service.ts';

describe('Matching new mentions', () => {
  it('reads nothing of an import while no request is open and nothing was counted before', async () => {
    const deps = {
      requests: { async *stream() {} },
      finder: { hasCounted: () => false },
      read: () => expect.fail('a row was read'),
    } as unknown as MatchingDeps;
    const mentions = {
      [Symbol.asyncIterator]: () => expect.fail('the mentions were asked for'),
    } as unknown as Parameters<ReturnType<typeof createMatchingService>['rematchFor']>[0];
    expect(await createMatchingService(deps).rematchFor(mentions)).to.deep.equal({ mentions: 0, requests: 0 });
  });
});
