import { expect } from 'chai';
import { type ImportJobDeps, registerImportJobs } from '../../server/imports/import-jobs.ts';
import type { JobHandler, JobRun } from '../../server/jobs/job.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { listOf, newList } from './import-site.ts';

describe('An import that is cut off', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  it('says that it failed only when the batch it was writing is written', async () => {
    const { services, stores, clock } = site;
    const list = await newList(site);
    const item = await list.send(listOf({ name: 'Оспанов Тлеу', born: '1913' }));
    const happened: string[] = [];
    let writeOn: () => void = () => {};
    const mayWrite = new Promise<void>((resolve) => {
      writeOn = resolve;
    });
    const handlers = new Map<string, JobHandler>();
    const runner = { handle: (kind: string, _lane: string, handler: JobHandler) => handlers.set(kind, handler) };
    registerImportJobs(runner as never, {
      ...services,
      imports: {
        ...stores.imports,
        async save(id, change) {
          happened.push(String(change.state));
          await stores.imports.save(id, change);
        },
      },
      quarantine: stores.quarantine,
      differences: stores.differences,
      settledRows: () => Promise.resolve(new Map()),
      decidedSoldiers: () => Promise.resolve(new Set()),
      mentions: {
        ...services.mentions,
        async addMentions(fresh) {
          await mayWrite;
          const result = await services.mentions.addMentions(fresh);
          happened.push('written');
          return result;
        },
      },
      onChanged: () => Promise.resolve(),
      clock,
    } satisfies ImportJobDeps);
    const run: JobRun = {
      signal: new AbortController().signal,
      checkpoint: null,
      async progress() {
        // Long enough for whoever does not wait for the batch to say that it failed.
        setImmediate(() => setImmediate(() => setImmediate(writeOn)));
        throw new Error('the lease is lost');
      },
    };
    const job = handlers.get('import.apply')?.({ importId: item.id }, run);
    expect(await job?.catch((error: Error) => error.message)).to.equal('the lease is lost');
    expect(happened).to.deep.equal(['written', 'failed']);
  });
});
