import { expect } from 'chai';
import type { Import } from '../../server/imports/import.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';
import { listOf, newList } from './import-site.ts';
import { csv, scan } from './scan-packages.ts';
import { zipOf } from './zip.ts';

const DAY = 24 * 3600;

describe('The files of lists that nobody brought in', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = await openTestSite({ env: { IMPORT_KEEP_DAYS: '50' } });
  });
  afterEach(() => site.close());

  /** A day of the site: what it does by itself at the start. */
  async function round(): Promise<void> {
    await site.services.uploadRound.start();
    await site.services.runner.drain();
    site.services.uploadRound.stop();
  }
  const filesOf = async ({ id }: Import) => (await site.services.files.listOf({ kind: 'import', id })).length;
  const kept = async () => {
    let count = 0;
    for await (const _hash of site.services.disk.list()) count += 1;
    return count;
  };
  const packed = async () =>
    zipOf({ 'a.csv': csv(['1', 'Каирбеков Сейткали', '31.02.1942', '12.jpg']), '12.jpg': await scan('red') });

  it('are cleared away with their package and what was copied out of them, once their time is over', async () => {
    const list = await newList(site);
    const item = await list.run(await list.send(await packed()), 'check');
    site.clock.advance(49 * DAY);
    await round();
    expect([await filesOf(item), await kept()]).to.deep.equal([2, 2]);
    site.clock.advance(2 * DAY);
    await round();
    const { imports, quarantine } = site.stores;
    expect([await filesOf(item), await kept(), await quarantine.countWaiting(item.id)]).to.deep.equal([0, 0, 0]);
    expect(await imports.listProblems(item.id, -1, 10)).to.deep.equal([]);
    const left = await imports.findById(item.id);
    expect([left?.state, left?.columns.flatMap(({ samples }) => samples)]).to.deep.equal(['checked', []]);
    const refused = await site.services.imports.apply(OPERATOR, item.id).catch((error: unknown) => error);
    expect(refused).to.include({ code: 'conflict', messageKey: 'import.emptied' });
    const { items: told } = await site.services.audit.list(OPERATOR, {}, null, 1);
    expect(told[0]).to.deep.include({ action: 'import.forget_file', subjectId: item.id, actorId: 'site' });
  });

  it('are told on the page of the import, with the day on which their time is over', async () => {
    const list = await newList(site);
    const until = async (item: Import) => (await site.services.imports.standing(item)).keptUntil;
    const sent = await list.send(listOf({ id: '1', name: 'Каирбеков Жаксылык' }));
    expect((await until(sent))?.getTime()).to.equal(sent.createdAt.getTime() + 50 * DAY * 1000);
    const applied = await list.run(sent, 'apply');
    expect(await until(applied)).to.equal(null);
    site.clock.advance(10 * DAY);
    const undone = await list.run(applied, 'undo');
    expect((await until(undone))?.getTime()).to.equal((undone.undoneAt?.getTime() ?? 0) + 50 * DAY * 1000);
  });

  it('stay where somebody brings the list in at that moment, and are cleared away to the end where that was cut off', async () => {
    const list = await newList(site);
    const item = await list.run(await list.send(listOf({ id: '1', name: 'Каирбеков Жаксылык' })), 'check');
    site.clock.advance(51 * DAY);
    const { imports } = site.stores;
    const { beginEmptying } = imports;
    imports.beginEmptying = async (read, at) => {
      await imports.update(read.id, read.version, { state: 'applying' });
      return beginEmptying(read, at);
    };
    await round();
    imports.beginEmptying = beginEmptying;
    expect(await filesOf(item)).to.equal(1);
    await imports.save(item.id, { state: 'cancelled' });
    const left = await imports.findById(item.id);
    expect(left && (await beginEmptying(left, site.clock()))).to.equal(true);
    const refused = await site.services.imports.apply(OPERATOR, item.id).catch((error: unknown) => error);
    expect(refused).to.include({ messageKey: 'import.emptied' });
    await round();
    expect(await filesOf(item)).to.equal(0);
  });

  it('are cleared away after the list was taken back, and stay where it stands in the base', async () => {
    const list = await newList(site);
    const [first, second] = [
      await list.bringIn(listOf({ id: '1', name: 'Каирбеков Жаксылык' })),
      await list.bringIn(listOf({ id: '1', name: 'Каирбеков Жаксылык' }, { id: '2', name: 'Иванов Иван' })),
    ];
    await list.run(second, 'undo');
    site.clock.advance(51 * DAY);
    await round();
    expect([await filesOf(first), await filesOf(second)]).to.deep.equal([1, 0]);
  });

  it('stay for ever where the settings say so', async () => {
    await site.close();
    site = await openTestSite({ env: { IMPORT_KEEP_DAYS: '0' } });
    const list = await newList(site);
    const item = await list.send(listOf({ id: '1', name: 'Каирбеков Жаксылык' }));
    site.clock.advance(10_000 * DAY);
    await round();
    expect(await filesOf(item)).to.equal(1);
  });

  it('are not kept at all where the upload fails half way', async () => {
    const list = await newList(site);
    const { imports } = site.stores;
    const insert = imports.insert;
    imports.insert = () => Promise.reject(new Error('the store is gone'));
    try {
      const sent = await list.send(await packed()).catch((error: Error) => error.message);
      expect(sent).to.equal('the store is gone');
    } finally {
      imports.insert = insert;
    }
    expect(await kept()).to.equal(0);
    const { record } = site.services.audit;
    site.services.audit.record = () => Promise.reject(new Error('the store is gone'));
    const unheard = await list.send(await packed()).catch((error: Error) => error.message);
    site.services.audit.record = record;
    expect([unheard, await kept()]).to.deep.equal(['the store is gone', 0]);
    expect((await site.services.imports.list(OPERATOR, { after: null, limit: 10 })).items).to.deep.equal([]);
    expect(await site.store.connection.collection('files').countDocuments({})).to.equal(0);
  });
});
