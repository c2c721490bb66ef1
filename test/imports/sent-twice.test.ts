import { expect } from 'chai';
import { whyNotAgain } from '../../client/desk/imports/sent-before.tsx';
import { openTestSite, type TestSite } from '../site.ts';
import { planOf } from '../store/plan-of.ts';
import { listOf, newPartner } from './import-site.ts';
import { scan } from './scan-packages.ts';
import { zipOf } from './zip.ts';

describe('A file that a partner sends for the second time', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  async function partner() {
    const partnerId = await newPartner(site);
    const { token, actor } = await site.signIn('partner', partnerId);
    const send = async (content: Buffer, { list = 'Первый', asks = true } = {}, name = 'list.csv') =>
      site.http
        .post('/api/imports')
        .set('Authorization', `Bearer ${token}`)
        .set('Accept-Language', 'ru')
        .field(asks ? { list, ifNew: 'true' } : { list })
        .attach('file', content, name);
    const run = async (step: 'apply' | 'undo', id: string) => {
      await site.services.imports[step](actor, id);
      await site.services.runner.drain();
    };
    return { send, run };
  }
  const bytes = listOf({ id: '1', name: 'Каирбеков Сейткали', born: '1913' });

  it('is refused with the import, its list, day and state, also under another name, and nothing is kept', async () => {
    const { send, run } = await partner();
    const first = (await send(bytes)).body;
    await run('apply', first.id);
    const again = await send(bytes, { list: 'Второй' }, 'copy.csv');
    expect([again.status, again.body.detail]).to.deep.equal([
      409,
      'Точно такой файл уже присылали: список «Первый», 1 марта 2026.',
    ]);
    const at = site.clock().toISOString();
    expect(again.body.details).to.include({ sentBefore: first.id, list: 'Первый', state: 'applied', at });
    expect(whyNotAgain(again.body.details)).to.equal('imports.sentBefore.standing');
    expect(await site.store.connection.collection('imports').countDocuments({ listName: 'Второй' })).to.equal(0);
  });

  it('is taken when she says so, when one byte differs, or when it is somebody else’s', async () => {
    const [one, other] = [await partner(), await partner()];
    expect((await one.send(bytes)).status).to.equal(201);
    expect((await one.send(Buffer.concat([bytes, Buffer.from('\n')]))).status).to.equal(201);
    expect((await other.send(bytes)).status).to.equal(201);
    // So does a program that does not ask.
    expect((await one.send(bytes, { asks: false })).status).to.equal(201);
  });

  it('is told with what sending it again would do: to people of a newer version, and where it was never brought in', async () => {
    const { send, run } = await partner();
    const why = async () => whyNotAgain((await send(bytes, { list: 'Второй' })).body.details);
    const first = (await send(bytes)).body;
    expect(await why()).to.equal('imports.sentBefore.open_still');
    const newer = (await send(listOf({ id: '1', name: 'Каирбеков Сейтқали', born: '1913' }))).body;
    await run('apply', newer.id);
    expect(await why()).to.equal('imports.sentBefore.older');
    await run('undo', newer.id);
    await run('apply', first.id);
    expect(await why()).to.equal('imports.sentBefore.standing');
    await site.stores.imports.save(first.id, { state: 'undoing' });
    expect(await why()).to.equal('imports.sentBefore.undoing');
  });

  it('is told with the day it was in Kazakhstan, where the night is still yesterday’s elsewhere', async () => {
    const { send } = await partner();
    const { id } = (await send(bytes)).body;
    await site.store.connection
      .collection<{ _id: string }>('imports')
      .updateOne({ _id: id }, { $set: { createdAt: new Date('2026-02-28T20:30:00Z') } });
    expect((await send(bytes)).body.detail).to.include('1 марта 2026');
  });

  it('is looked for among files like it alone, not in all that the partner ever sent', async () => {
    const { send } = await partner();
    for (const end of ['', '\n', '\n\n']) await send(Buffer.concat([bytes, Buffer.from(end)]));
    const [, second] = await site.store.connection.collection('imports').find({}).sort({ _id: -1 }).limit(2).toArray();
    const asked: Record<string, unknown>[] = [];
    site.store.connection.set('debug', (_collection: string, _method: string, filter: object) =>
      asked.push({ ...filter }),
    );
    const found = await site.stores.imports.findSame(second?.partnerId, second?.sha256);
    site.store.connection.set('debug', false);
    expect(found?.id).to.equal(String(second?._id));
    const imports = site.store.connection.collection('imports');
    const plans = await Promise.all(asked.map((filter) => planOf(imports.find(filter, { sort: { _id: 1 } }))));
    expect(plans.map(({ examined }) => examined)).to.deep.equal([1, 0]);
  });

  it('is taken again once its import was taken back', async () => {
    const { send, run } = await partner();
    const first = (await send(bytes)).body;
    await run('apply', first.id);
    await run('undo', first.id);
    expect((await send(bytes)).status).to.equal(201);
  });

  it('is known by the ZIP in which it came, and by the list in that', async () => {
    const { send } = await partner();
    const list = listOf({ name: 'Оспанов Тлеу', born: '1911', notes: 'а.jpg' });
    const pack = await zipOf({ 'list.csv': list, 'а.jpg': await scan('gray') });
    const { id } = (await send(pack, {}, 'list.zip')).body;
    expect((await send(pack, {}, 'list.zip')).body.details.sentBefore).to.equal(id);
    expect((await send(list)).body.details.sentBefore).to.equal(id);
  });
});
