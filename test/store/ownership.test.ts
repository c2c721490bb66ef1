import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type OpenedStore, openStore } from '../../server/store/connect.ts';
import { refusalOf } from './both-stores.ts';
import { startWriter } from './writer-process.ts';

describe('A data folder', () => {
  let folder: string;
  const open: OpenedStore[] = [];
  const opened = async (options: { dataDir: string; join?: boolean }): Promise<OpenedStore> => {
    const store = await openStore(options);
    open.push(store);
    return store;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'owner-test-'));
  });

  afterEach(async () => {
    for (const store of open.splice(0).reverse()) await store.close();
    rmSync(folder, { recursive: true });
  });

  it('has one owner: a second opening says who has it and what to do', async () => {
    await opened({ dataDir: folder });
    const refusal = await refusalOf(openStore({ dataDir: folder }));
    expect(refusal.code).to.equal('data_folder_in_use');
    expect(refusal.message).to.include(`process ${process.pid}`).and.include(folder).and.include('DATA_DIR');
  });

  it('that another process owns is refused as well, and free at once when that process is killed', async () => {
    const writer = await startWriter(folder);
    const refusal = await refusalOf(openStore({ dataDir: folder }));
    expect(refusal.message).to.include(`process ${writer.pid}`);
    await writer.kill();
    const store = await opened({ dataDir: folder });
    expect(store.owner).to.equal(true);
  });

  it('can be joined: a command beside the site works with the same documents', async () => {
    const site = await opened({ dataDir: folder });
    const command = await opened({ dataDir: folder, join: true });
    expect([site.owner, command.owner]).to.deep.equal([true, false]);
    await command.connection.collection('c').insertOne({ n: 1 });
    expect(await site.connection.collection('c').countDocuments({})).to.equal(1);
  });

  it('can be joined again and again: one who joins and leaves takes nothing away', async () => {
    await opened({ dataDir: folder });
    await (await openStore({ dataDir: folder, join: true })).close();
    await refusalOf(openStore({ dataDir: folder }));
    const later = await opened({ dataDir: folder, join: true });
    expect(await later.connection.collection('c').countDocuments({})).to.equal(0);
  });

  it('joined when nobody has it is owned', async () => {
    expect((await opened({ dataDir: folder, join: true })).owner).to.equal(true);
  });

  it('keeps its documents and indexes when it is closed and opened again', async () => {
    const first = await openStore({ dataDir: folder });
    await first.connection.collection('c').createIndex({ tags: 1 }, { unique: true });
    await first.connection.collection('c').insertOne({ tags: ['a', 'b'] });
    await first.close();
    const c = (await opened({ dataDir: folder })).connection.collection('c');
    expect((await refusalOf(c.insertOne({ tags: ['b'] }))).code).to.equal(11000);
    // That the index holds arrays was remembered: one element may fulfil one bound and another the other.
    expect(await c.countDocuments({ tags: { $gt: 'a', $lt: 'b' } })).to.equal(1);
  });

  it('with a path too long for a socket works all the same', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    mkdirSync(deep, { recursive: true });
    await opened({ dataDir: deep });
    const joined = await opened({ dataDir: deep, join: true });
    expect(joined.owner).to.equal(false);
  });

  it('whose store has stopped says so within seconds instead of hanging', async () => {
    const site = await openStore({ dataDir: folder });
    const command = await opened({ dataDir: folder, join: true });
    await command.connection.collection('c').insertOne({ n: 1 });
    await site.close();
    const refusal = await refusalOf(command.connection.collection('c').findOne({}));
    expect(refusal.name).to.match(/^Mongo/);
  }).timeout(10_000);
});
