import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect } from 'chai';
import type { MentionRow } from '../../server/domain/row.ts';
import { rowsFile, TABLE_FORMATS } from '../../server/tables/table-file.ts';

describe('A download', () => {
  for (const format of TABLE_FORMATS) {
    it(`of ${format.toUpperCase()} that is cancelled ends the rows it was written from`, async () => {
      let ended: () => void = () => {};
      const rowsEnded = new Promise<void>((resolve) => {
        ended = resolve;
      });
      async function* rows(): AsyncGenerator<MentionRow> {
        try {
          for (;;) {
            await new Promise(setImmediate);
            yield { familyName: 'Оспанов'.repeat(200) };
          }
        } finally {
          ended();
        }
      }
      const client = new PassThrough();
      const sending = pipeline(rowsFile(rows(), format), client).catch((error: NodeJS.ErrnoException) => error.code);
      await once(client, 'data');
      client.destroy();
      expect(await sending).to.equal('ERR_STREAM_PREMATURE_CLOSE');
      await rowsEnded;
    });

    it(`of ${format.toUpperCase()} whose rows break off is broken off too`, async () => {
      async function* rows(): AsyncGenerator<MentionRow> {
        for (let count = 0; count < 100; count += 1) yield { familyName: `Оспанов ${count}` };
        throw new Error('the store is gone');
      }
      const sending = pipeline(rowsFile(rows(), format), new PassThrough().resume());
      expect(await sending.catch((error: Error) => error.message)).to.equal('the store is gone');
    });
  }
});
