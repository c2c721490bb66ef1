import { expect } from 'chai';
import { AppError } from '../../server/errors.ts';
import { createJobRunner } from '../../server/jobs/job-runner.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';

const LEASE_SECONDS = 10;

describe('Jobs', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = await openTestSite();
  });
  afterEach(() => site.close());

  /** A second process on the same store. */
  const otherRunner = () =>
    createJobRunner({ jobs: site.stores.jobs, owner: 'another process', clock: site.clock, log: site.log });
  const get = (id: string) => site.services.jobs.get(OPERATOR, id);

  it('run once, keep their progress and their result', async () => {
    const { jobs, runner } = site.services;
    const seen: unknown[] = [];
    runner.handle('count', 'heavy', async (payload, run) => {
      seen.push(payload);
      await run.progress({ done: 2, total: 4, text: 'half' });
      return { counted: 4 };
    });
    const { id, state } = await jobs.enqueue({ kind: 'count', payload: { upTo: 4 } });
    expect(state).to.equal('queued');
    await runner.drain();
    await runner.drain();
    expect(seen).to.deep.equal([{ upTo: 4 }]);
    const job = await get(id);
    expect(job).to.include({ state: 'done', attempts: 1 });
    expect(job.progress).to.include({ done: 2, total: 4, text: 'half' });
    expect(job.result).to.deep.equal({ counted: 4 });
  });

  it('tell how fast they go and how long they still take, from the store and so to whoever asks later', async () => {
    const { jobs, runner } = site.services;
    const told: unknown[] = [];
    const { id } = await jobs.enqueue({ kind: 'rows', payload: {} });
    runner.handle('rows', 'heavy', async (_payload, run) => {
      const tell = async (done: number, total: number | null, text: string) => {
        await run.progress({ done, total, text });
        const { perSecond, secondsLeft } = (await get(id)).progress;
        told.push([perSecond, secondsLeft]);
      };
      await tell(0, 1000, 'reading');
      site.clock.advance(10);
      await tell(200, 1000, 'reading');
      site.clock.advance(10);
      await tell(500, 1000, 'reading');
      await tell(10, null, 'matching');
      site.clock.advance(5);
      await tell(20, null, 'matching');
      return {};
    });
    await runner.drain();
    // 200 rows in 10 s leave 800 rows for 40 s; 500 in 20 s leave 20 s; another kind of work is measured from its own start.
    expect(told).to.deep.equal([
      [null, null],
      [20, 40],
      [25, 20],
      [null, null],
      [2, null],
    ]);
  });

  it('are queued once while one waits under the same key, and again when it has begun', async () => {
    const { jobs, runner } = site.services;
    const again: string[] = [];
    runner.handle('match', 'light', async () => {
      const { id } = await jobs.enqueue({ kind: 'other', payload: {}, key: 'match:1' });
      again.push(id);
      return null;
    });
    const first = await jobs.enqueue({ kind: 'match', payload: {}, key: 'match:1' });
    const second = await jobs.enqueue({ kind: 'match', payload: {}, key: 'match:1' });
    expect(second.id).to.equal(first.id);
    await runner.drain();
    expect(again).to.have.length(1).and.not.to.include(first.id);
  });

  it('are never had by two at once', async () => {
    const { jobs } = site.services;
    await jobs.enqueue({ kind: 'one', payload: {} });
    const now = site.clock();
    const claim = (owner: string) =>
      site.stores.jobs.claim({ kinds: ['one'], owner, now, until: new Date(now.getTime() + 10_000) });
    const claimed = await Promise.all(['a', 'b', 'c', 'd'].map(claim));
    expect(claimed.filter((job) => job !== null)).to.have.length(1);
  });

  it('are taken over with their checkpoint when the lease of a dead owner ran out, and not before', async () => {
    const { jobs, runner } = site.services;
    const { id } = await jobs.enqueue({ kind: 'import', payload: {} });
    const dead = site.stores.jobs;
    const now = site.clock();
    await dead.claim({ kinds: ['import'], owner: 'dead', now, until: new Date(now.getTime() + LEASE_SECONDS * 1000) });
    await dead.saveProgress(
      id,
      'dead',
      { done: 1000, total: 2000, text: '', perSecond: null, secondsLeft: null },
      { line: 1000 },
    );
    const checkpoints: unknown[] = [];
    runner.handle('import', 'heavy', async (_payload, run) => {
      checkpoints.push(run.checkpoint);
      site.clock.advance(10);
      await run.progress({ done: 1200, total: 2000, text: '' });
      return {};
    });
    site.clock.advance(LEASE_SECONDS);
    await runner.drain();
    expect(checkpoints).to.deep.equal([]);
    site.clock.advance(1);
    await runner.drain();
    expect(checkpoints).to.deep.equal([{ line: 1000 }]);
    const job = await get(id);
    expect(job).to.include({ state: 'done', attempts: 2 });
    // 200 rows in 10 s: the thousand of the dead owner say nothing of how fast this one goes.
    expect(job.progress).to.include({ perSecond: 20, secondsLeft: 40 });
  });

  it('stop without a word when somebody else has taken them over', async () => {
    const { jobs, runner } = site.services;
    const { id } = await jobs.enqueue({ kind: 'import', payload: {} });
    const other = otherRunner();
    other.handle('import', 'heavy', async () => ({ by: 'the other' }));
    let wentOn = false;
    runner.handle('import', 'heavy', async (_payload, run) => {
      site.clock.advance(LEASE_SECONDS + 1);
      await other.drain();
      await run.progress({ done: 1, total: 1, text: '' });
      wentOn = true;
      return { by: 'the slow one' };
    });
    await runner.drain();
    expect(wentOn).to.equal(false);
    expect((await get(id)).result).to.deep.equal({ by: 'the other' });
  });

  it('are tried five times with a longer wait each time, then they failed', async () => {
    const { jobs, runner } = site.services;
    let tries = 0;
    runner.handle('broken', 'light', async () => {
      tries += 1;
      throw new Error('a row of Aigul');
    });
    const { id } = await jobs.enqueue({ kind: 'broken', payload: {} });
    const waits: number[] = [];
    for (let n = 1; n <= 6; n++) {
      await runner.drain();
      const job = await get(id);
      waits.push((job.notBefore.getTime() - site.clock().getTime()) / 1000);
      site.clock.advance(60);
    }
    expect(tries).to.equal(5);
    expect(waits.slice(0, 4)).to.deep.equal([2, 4, 8, 16]);
    expect(await get(id)).to.deep.include({ state: 'failed', failures: 5 });
    expect(JSON.stringify(await get(id))).not.to.include('Aigul');
    expect(JSON.stringify(site.logged)).not.to.include('Aigul');
  });

  it('fail at once when their input is wrong, saying why', async () => {
    const { jobs, runner } = site.services;
    runner.handle('wrong', 'light', async () => {
      throw new AppError('bad_input', 'This list has no rows');
    });
    const { id } = await jobs.enqueue({ kind: 'wrong', payload: {} });
    await runner.drain();
    expect((await get(id)).error).to.deep.equal({ code: 'bad_input', text: 'This list has no rows' });
    expect((await get(id)).state).to.equal('failed');
  });

  it('wait for a search that is down as long as it takes', async () => {
    const { jobs, runner } = site.services;
    let down = true;
    runner.handle('index', 'light', async () => {
      if (down) throw new AppError('search_down', 'The search does not answer');
      return {};
    });
    const { id } = await jobs.enqueue({ kind: 'index', payload: {} });
    for (let n = 1; n <= 12; n++) {
      await runner.drain();
      site.clock.advance(61);
    }
    expect((await get(id)).state).to.equal('queued');
    down = false;
    await runner.drain();
    expect((await get(id)).state).to.equal('done');
  });

  it('forget their failures once they got on', async () => {
    const { jobs, runner } = site.services;
    let tries = 0;
    runner.handle('slow', 'light', async (_payload, run) => {
      tries += 1;
      if (tries > 7) return {};
      await run.progress({ done: tries, total: 8, text: '' }, { at: tries });
      throw new Error('again');
    });
    const { id } = await jobs.enqueue({ kind: 'slow', payload: {} });
    for (let n = 1; n <= 8; n++) {
      await runner.drain();
      site.clock.advance(61);
    }
    expect((await get(id)).state).to.equal('done');
  });

  it('are cancelled while they wait, or between two batches', async () => {
    const { jobs, runner } = site.services;
    const waiting = await jobs.enqueue({ kind: 'batches', payload: {} });
    expect((await jobs.cancel(OPERATOR, waiting.id)).state).to.equal('cancelled');
    const batches: number[] = [];
    runner.handle('batches', 'heavy', async (_payload, run) => {
      for (let n = 1; n <= 3; n++) {
        await run.progress({ done: n, total: 3, text: '' });
        batches.push(n);
        await jobs.cancel(OPERATOR, running.id);
      }
      return {};
    });
    const running = await jobs.enqueue({ kind: 'batches', payload: {} });
    await runner.drain();
    expect(batches).to.deep.equal([1]);
    expect((await get(running.id)).state).to.equal('cancelled');
  });

  it('let a light one pass while a heavy one runs', async () => {
    const { jobs, runner } = site.services;
    const order: string[] = [];
    const finished = new Promise<void>((resolve) => {
      runner.handle('match', 'light', async () => {
        order.push('request matched');
        resolve();
        return {};
      });
    });
    runner.handle('import', 'heavy', async () => {
      await jobs.enqueue({ kind: 'match', payload: {} });
      await finished;
      order.push('import done');
      return {};
    });
    const { id } = await jobs.enqueue({ kind: 'import', payload: {} });
    runner.start();
    await finished;
    await runner.stop();
    expect(order[0]).to.equal('request matched');
    expect((await get(id)).state).to.be.oneOf(['done', 'queued']);
  });

  it('are given back when the site stops, so that the next start goes on at once', async () => {
    const { jobs, runner } = site.services;
    const begun = new Promise<void>((resolve) => {
      runner.handle('long', 'heavy', async (_payload, run) => {
        resolve();
        await new Promise((_, reject) => run.signal.addEventListener('abort', () => reject(run.signal.reason)));
        return {};
      });
    });
    const { id } = await jobs.enqueue({ kind: 'long', payload: {} });
    runner.start();
    await begun;
    await runner.stop();
    expect(await get(id)).to.deep.include({ state: 'queued', lease: null, failures: 0 });
  });

  describe('are seen', () => {
    it('by whoever started them, by their partner and by coordinators, and by nobody else', async () => {
      const { jobs } = site.services;
      const partner = await site.services.partners.create(OPERATOR, { code: 'OWN', name: 'Own' });
      const other = await site.services.partners.create(OPERATOR, { code: 'OTHER', name: 'Other' });
      const owner = await site.signIn('volunteer');
      const { id } = await jobs.enqueue({
        kind: 'import',
        payload: {},
        visibility: { userId: owner.actor.id, partnerId: partner.id },
      });
      const status = async (token: string) =>
        (await site.http.get(`/api/jobs/${id}`).set('Authorization', `Bearer ${token}`)).status;
      expect(await status(owner.token)).to.equal(200);
      expect(await status((await site.signIn('partner', partner.id)).token)).to.equal(200);
      expect(await status((await site.signIn('coordinator')).token)).to.equal(200);
      expect(await status((await site.signIn('partner', other.id)).token)).to.equal(404);
      expect(await status((await site.signIn('volunteer')).token)).to.equal(404);
      expect((await site.http.get(`/api/jobs/${id}`)).status).to.equal(401);
    });

    it('all together by coordinators and admins only', async () => {
      await site.services.jobs.enqueue({ kind: 'import', payload: {} });
      const list = (token: string) => site.http.get('/api/jobs').set('Authorization', `Bearer ${token}`);
      expect((await list((await site.signIn('coordinator')).token)).body.items).to.have.length(1);
      expect((await list((await site.signIn('volunteer')).token)).status).to.equal(403);
    });

    it('and cancelled by whoever may see them, once', async () => {
      const owner = await site.signIn('volunteer');
      const { id } = await site.services.jobs.enqueue({
        kind: 'import',
        payload: {},
        visibility: { userId: owner.actor.id },
      });
      const cancel = (token: string) =>
        site.http.post(`/api/jobs/${id}/cancel`).set('Authorization', `Bearer ${token}`);
      expect((await cancel((await site.signIn('volunteer')).token)).status).to.equal(404);
      expect((await cancel(owner.token)).body.state).to.equal('cancelled');
      expect((await cancel(owner.token)).status).to.equal(409);
    });

    it('as events that end with the job', async () => {
      const { jobs, runner } = site.services;
      runner.handle('quick', 'light', async () => ({ found: 3 }));
      const { id } = await jobs.enqueue({ kind: 'quick', payload: {} });
      await runner.drain();
      const { token } = await site.signIn('admin');
      const stream = await site.http.get(`/api/jobs/${id}/events`).set('Authorization', `Bearer ${token}`);
      expect(stream.headers['content-type']).to.match(/^text\/event-stream/);
      const data = /event: job\ndata: (.*)\n\n$/.exec(stream.text)?.[1] ?? '{}';
      expect(JSON.parse(data)).to.deep.include({ state: 'done', result: { found: 3 } });
    });
  });
});
