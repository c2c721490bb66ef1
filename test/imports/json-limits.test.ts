import { expect } from 'chai';
import { UnreadableList } from '../../server/imports/read/sheet.ts';
import { readList } from './read-list.ts';

describe('JSON that no list of people is', () => {
  const refusal = (content: string) =>
    readList(Buffer.from(content)).then(
      () => null,
      (error: unknown) => (error instanceof UnreadableList ? [error.code, error.values] : error),
    );

  it('with a key of its own in each row is refused at the line where there are too many', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => JSON.stringify({ [`k${index}`]: 'x' }));
    const tooMany = ['too_many_columns', { line: 301, columns: 301 }];
    expect(await refusal(lines.join('\n'))).to.deep.equal(tooMany);
    expect(await refusal(`[${lines.slice(0, 400).join(',')}]`)).to.deep.equal(tooMany);
  });

  it('with too many rows is refused', async () => {
    const rows = new Array(300_001).fill('{"n":"x"}');
    const tooMany = ['too_many_rows', { limit: 300_000 }];
    expect(await refusal(rows.join('\n'))).to.deep.equal(tooMany);
    expect(await refusal(`[${rows.join(',')}]`)).to.deep.equal(tooMany);
  });
});
