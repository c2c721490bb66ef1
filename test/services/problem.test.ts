import { expect } from 'chai';
import { problemMessages } from '../../client/messages/problems.ts';
import { languages } from '../../client/messages/translate.ts';
import { AppError } from '../../server/errors.ts';
import { createSayProblem, toAppError, toProblem } from '../../server/http/problem.ts';

const say = createSayProblem([problemMessages]);
const reader = (language: 'kk' | 'ru' | 'en') => ({ say, language, requestId: 'r1' });

describe('A problem as a reader is told it', () => {
  it('has the status that its code stands for', () => {
    const status = (code: ConstructorParameters<typeof AppError>[0]) =>
      toProblem(new AppError(code, ''), reader('en')).status;
    expect(status('bad_input')).to.equal(400);
    expect(status('not_signed_in')).to.equal(401);
    expect(status('forbidden')).to.equal(403);
    expect(status('not_found')).to.equal(404);
    expect(status('conflict')).to.equal(409);
    expect(status('gone')).to.equal(410);
    expect(status('stale')).to.equal(412);
    expect(status('too_large')).to.equal(413);
    expect(status('unsupported_type')).to.equal(415);
    expect(status('if_match_required')).to.equal(428);
    expect(status('too_many_requests')).to.equal(429);
    expect(status('store_down')).to.equal(503);
    expect(status('search_down')).to.equal(503);
  });

  it('names each field in the language of the reader, with the limit in it', () => {
    const problems = [{ pointer: '/letter', detail: 'problem.field.tooLong', values: { limit: 500 } }];
    const told = toProblem(new AppError('bad_input', 'wrong', { problems }), reader('ru'));
    expect(told.errors).to.deep.equal([{ pointer: '/letter', detail: 'Слишком длинно, не больше 500' }]);
  });

  it('has a title for every code in three languages', () => {
    for (const language of languages) {
      const { title } = toProblem(new AppError('internal', 'secret detail'), reader(language));
      expect(title).to.equal(problemMessages['problem.internal'][language]);
    }
  });

  it('never tells the English words of an error to a reader of another language', () => {
    const { detail } = toProblem(new AppError('conflict', 'Has it already'), reader('kk'));
    expect(detail).to.equal(problemMessages['problem.conflict'].kk);
  });

  it('tells nothing of a fault of ours', () => {
    const told = toProblem(toAppError(new Error('E11000 duplicate key: aigul@example.org')), reader('en'));
    expect(told.status).to.equal(500);
    expect(JSON.stringify(told)).not.to.include('aigul');
  });

  it('knows a store that does not answer from an empty answer', () => {
    const lost = new Error('connection refused');
    lost.name = 'MongoServerSelectionError';
    expect(toAppError(lost).code).to.equal('store_down');
  });
});
