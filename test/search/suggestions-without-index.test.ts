import { expect } from 'chai';
import { AppError } from '../../server/errors.ts';
import { createSuggestionService, type SuggestionServiceDeps } from '../../server/search/suggestion-service.ts';

/** The store has one name that begins so; the index cannot be asked. */
function withoutIndex(error: Error) {
  const summary = { name: { full: 'Каирбеков Сейткали' }, names: [] };
  const deps = {
    lists: { findByTags: () => Promise.resolve({ soldiers: [{ summary }] }) },
    engine: { candidates: () => Promise.reject(error), completions: () => Promise.reject(error) },
  } as unknown as SuggestionServiceDeps;
  return createSuggestionService(deps);
}

describe('Suggestions while the index is down', () => {
  const down = new AppError('search_down', 'down');

  it('are those of the store, for a few letters and for many', async () => {
    const { suggest } = withoutIndex(down);
    expect(await suggest('Ка')).to.deep.equal(['Каирбеков Сейткали']);
    expect(await suggest('Каирбек')).to.deep.equal(['Каирбеков Сейткали']);
  });

  it('are not said to be none where the store has none', async () => {
    const answer = await withoutIndex(down)
      .suggest('Петренко')
      .catch((error: AppError) => error.code);
    expect(answer).to.equal('search_down');
  });

  it('hide no fault of our own', async () => {
    const answer = await withoutIndex(new TypeError('a bug'))
      .suggest('Каирбек')
      .catch((error: Error) => error.message);
    expect(answer).to.equal('a bug');
  });
});
