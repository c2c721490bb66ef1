import { expect } from 'chai';
import type { Import } from '../../server/imports/import.ts';
import { createQuarantineService } from '../../server/imports/quarantine-service.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';
import { planOf } from '../store/plan-of.ts';
import { decideOn, type ListOnSite, listOf, newList, newPartner } from './import-site.ts';

describe('Rows that wait for a person', () => {
  let site: TestSite;
  let token = '';
  before(async () => {
    site = await openTestSite();
  });
  beforeEach(async () => {
    // The clock goes on with each import, and a token lives a quarter of an hour.
    token = (await site.signIn('coordinator')).token;
  });
  after(() => site.close());

  const as = (who: string, method: 'get' | 'post', path: string) =>
    site.http[method](`/api${path}`).set('Authorization', `Bearer ${who}`).set('Accept-Language', 'ru');
  const decide = (item: Import, line: number, verdict: string, who = token) =>
    as(who, 'post', `/imports/${item.id}/quarantine/${line}`).send({ verdict, reason: 'сверено с донесением' });
  const names = async (list: ListOnSite) =>
    (await list.stored()).map(({ written }) => `${written.fullName} ${written.fateDate ?? '–'}`).sort();

  const men = [
    { id: '1', name: 'Каирбеков Жаксылык', died: '1942' },
    { id: '2', name: 'Иванов Иван', died: '1943' },
  ];

  /** A list whose first man was decided on, and its next version, which says something else of him. */
  async function contradicted(): Promise<{ list: ListOnSite; item: Import; changed: Buffer }> {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...men));
    for await (const batch of site.services.mentions.streamImport(first.id)) {
      const man = batch.find((mention) => mention.written.externalId === '1');
      if (man) await decideOn(site, man.soldierId);
    }
    const changed = listOf(
      { ...men[0], name: 'Каирбеков Жаксылык', died: '1944' },
      { id: '2', name: 'Иванов Иван', died: '1943' },
    );
    return { list, item: await list.bringIn(changed), changed };
  }

  it('are shown beside what is stored, with the fields in which they differ', async () => {
    const { item } = await contradicted();
    const { body } = await as(token, 'get', `/imports/${item.id}/quarantine`);
    expect(body.items).to.have.length(1);
    expect(body.items[0]).to.deep.include({ line: 2, rule: 'decided', differs: ['fateDate'], decision: null });
    expect([body.items[0].row.fateDate, body.items[0].stored.fateDate]).to.deep.equal(['1944', '1942']);
  });

  it('are read page by page to the last, waiting ones and decided ones apart, however many there are', async () => {
    const list = await newList(site);
    const many = Array.from({ length: 5 }, (_, index) => ({
      id: String(index),
      name: `Каирбеков ${index}`,
      died: '1942',
    }));
    const first = await list.bringIn(listOf(...many));
    for await (const batch of site.services.mentions.streamImport(first.id)) {
      for (const { soldierId } of batch) await decideOn(site, soldierId);
    }
    const item = await list.bringIn(listOf(...many.map((man) => ({ ...man, died: '1944' }))));
    const lines = async (state: string) => {
      const seen: number[][] = [];
      let after: number | null = -1;
      while (after !== null) {
        const page: { body: { items: { line: number }[]; next: number | null } } = await as(
          token,
          'get',
          `/imports/${item.id}/quarantine?state=${state}&limit=2&after=${after}`,
        );
        seen.push(page.body.items.map(({ line }) => line));
        after = page.body.next;
      }
      return seen;
    };
    expect(await lines('waiting')).to.deep.equal([[2, 3], [4, 5], [6]]);
    for (const line of [2, 3, 4, 5]) expect((await decide(item, line, 'dismissed')).status).to.equal(200);
    expect(await lines('waiting')).to.deep.equal([[6]]);
    expect(await lines('decided')).to.deep.equal([
      [2, 3],
      [4, 5],
    ]);
  });

  it('taken become the content of the mention, audited with the reason, once', async () => {
    const { list, item, changed } = await contradicted();
    expect((await decide(item, 2, 'taken')).body.decision).to.include({
      verdict: 'taken',
      reason: 'сверено с донесением',
    });
    expect(await names(list)).to.deep.equal(['Иванов Иван 1943', 'Каирбеков Жаксылык 1944']);
    const again = await decide(item, 2, 'dismissed');
    expect([again.status, again.body.detail]).to.deep.equal([409, 'По этой строке кто-то уже принял решение.']);
    const found = { action: 'import.decide_quarantine', subjectId: item.id };
    expect(await site.store.connection.collection('audit').countDocuments(found)).to.equal(1);
    const next = await list.bringIn(changed);
    expect([next.counts.unchanged, next.counts.quarantined]).to.deep.equal([2, 0]);
  });

  it('dismissed leave what stands, and the same row is not asked about in the next version', async () => {
    const { list, item, changed } = await contradicted();
    await decide(item, 2, 'dismissed');
    expect(await names(list)).to.deep.equal(['Иванов Иван 1943', 'Каирбеков Жаксылык 1942']);
    const next = await list.bringIn(changed);
    expect([next.counts.unchanged, next.counts.quarantined]).to.deep.equal([2, 0]);
    const other = await list.bringIn(listOf({ id: '1', name: 'Каирбеков Жаксылык', died: '1945' }));
    expect(other.counts.quarantined).to.equal(1);
  });

  it('of a number given twice become a man of his own when they are taken, and go when the import is taken back', async () => {
    const list = await newList(site);
    const twice = listOf({ id: '7', name: 'Оспанов Тлеу' }, { id: '7', name: 'Петров Пётр' });
    const item = await list.bringIn(twice);
    await decide(item, 3, 'taken');
    expect(await names(list)).to.deep.equal(['Оспанов Тлеу –', 'Петров Пётр –']);
    const again = await list.bringIn(twice);
    expect(again.counts).to.include({ added: 0, unchanged: 2, quarantined: 0 });
    await list.run(again, 'undo');
    await list.run(item, 'undo');
    expect(await list.stored()).to.deep.equal([]);
    expect((await list.bringIn(twice)).counts).to.include({ added: 1, quarantined: 1 });
  });

  it('of a number given twice count for no man of the next version, dismissed, and for one, taken', async () => {
    const other = { id: '8', name: 'Есимов Бекен' };
    const twice = [
      { id: '7', name: 'Оспанов Тлеу' },
      { id: '7', name: 'Петров Пётр' },
    ];
    for (const verdict of ['dismissed', 'taken']) {
      const list = await newList(site);
      const item = await list.bringIn(listOf(...twice, other));
      await decide(item, 3, verdict);
      const dry = await list.run(await list.send(listOf(...twice)), 'check');
      expect([dry.counts.unchanged, dry.gone], verdict).to.deep.equal([2, 1]);
      const shorter = await list.bringIn(listOf(...twice.slice(0, 1)));
      expect([shorter.counts.unchanged, shorter.gone], verdict).to.deep.equal([1, verdict === 'taken' ? 2 : 1]);
    }
  });

  it('come back when they are taken again after their import was taken back', async () => {
    const list = await newList(site);
    const twice = listOf({ id: '7', name: 'Оспанов Тлеу' }, { id: '7', name: 'Петров Пётр' });
    const first = await list.bringIn(twice);
    await decide(first, 3, 'taken');
    await list.run(first, 'undo');
    const again = await list.bringIn(twice);
    expect((await decide(again, 3, 'taken')).status).to.equal(200);
    expect(await names(list)).to.deep.equal(['Оспанов Тлеу –', 'Петров Пётр –']);
  });

  it('of an older version of the list are not taken over what the partner has sent since', async () => {
    const { list, item } = await contradicted();
    const next = await list.bringIn(listOf({ id: '1', name: 'Каирбеков Жаксылык', died: '1945' }));
    await decide(next, 2, 'taken');
    const late = await decide(item, 2, 'taken');
    expect([late.status, late.body.detail]).to.deep.equal([
      409,
      'Эта строка пришла снова в более новой версии списка. Примите решение в ней.',
    ]);
    expect(await names(list)).to.include('Каирбеков Жаксылык 1945');
    expect((await decide(item, 2, 'dismissed')).status).to.equal(200);
  });

  it('are as the faster of two people decided, and the other is told so', async () => {
    const { list, item } = await contradicted();
    const [taken, dismissed] = await Promise.all([decide(item, 2, 'taken'), decide(item, 2, 'dismissed')]);
    expect([taken.status, dismissed.status].sort()).to.deep.equal([200, 409]);
    expect(await names(list)).to.include(`Каирбеков Жаксылык ${taken.status === 200 ? '1944' : '1942'}`);
  });

  /** The site goes down after somebody decided to take the row and before it is written. */
  async function cutOff(item: Import): Promise<void> {
    const down = () => Promise.reject(new Error('the store is gone'));
    const service = createQuarantineService({
      imports: site.services.imports,
      lists: site.stores.imports,
      quarantine: site.stores.quarantine,
      mentions: site.services.mentions,
      keepScans: down,
      contextFor: down,
      onChanged: down,
      audit: site.services.audit,
      clock: site.clock,
    });
    const cut = service.decide(OPERATOR, { importId: item.id, line: 2 }, { verdict: 'taken', reason: 'сверено' });
    expect(await cut.catch((error: Error) => error.message)).to.equal('the store is gone');
  }

  it('go on waiting when a decision was cut off, for the same decision only', async () => {
    const { list, item } = await contradicted();
    await cutOff(item);
    const { body } = await as(token, 'get', `/imports/${item.id}/quarantine`);
    expect(body.items[0].decision).to.equal(null);
    expect((await decide(item, 2, 'dismissed')).status).to.equal(409);
    expect((await decide(item, 2, 'taken')).status).to.equal(200);
    expect(await names(list)).to.include('Каирбеков Жаксылык 1944');
    expect((await decide(item, 2, 'taken')).status).to.equal(409);
  });

  it('are asked about again in the next version when a decision was cut off', async () => {
    const { list, item, changed } = await contradicted();
    await cutOff(item);
    expect((await list.bringIn(changed)).counts.quarantined).to.equal(1);
  });

  it('come up one after the other however many there are: those decided on do not stand in their way', async () => {
    const list = await newList(site);
    const item = await list.bringIn(
      listOf({ id: '7', name: 'Оспанов Тлеу' }, { id: '7', name: 'Петров Пётр' }, { id: '7', name: 'Сидоров Яков' }),
    );
    const firstOf = async (state: string) => {
      const { body } = await as(token, 'get', `/imports/${item.id}/quarantine?limit=1&state=${state}`);
      return body.items.map(({ line }: { line: number }) => line);
    };
    expect([await firstOf('waiting'), await firstOf('decided')]).to.deep.equal([[3], []]);
    await decide(item, 3, 'dismissed');
    expect([await firstOf('waiting'), await firstOf('decided')]).to.deep.equal([[4], [3]]);
  });

  it('are not decided on without a reason', async () => {
    const { item } = await contradicted();
    for (const reason of ['', '  ', 'ок', undefined]) {
      const answer = await as(token, 'post', `/imports/${item.id}/quarantine/2`).send({ verdict: 'taken', reason });
      expect(answer.status, String(reason)).to.equal(400);
    }
    expect((await as(token, 'get', `/imports/${item.id}/quarantine`)).body.items[0].decision).to.equal(null);
  });

  it('are counted over all lists for whoever decides, and of its own for the partner, without reading those decided on', async () => {
    const { item, list } = await contradicted();
    const other = await contradicted();
    // Of a list that was only checked nobody decides on a row.
    await list.run(await list.send(listOf({ id: '1', name: 'Каирбеков Жаксылык', died: '1946' })), 'check');
    token = (await site.signIn('coordinator')).token;
    const own = (await site.signIn('partner', item.partnerId)).token;
    const told = async (who: string) => (await as(who, 'get', '/imports/waiting')).body;
    const atHome = async () => (await as(token, 'get', '/desk/home')).body.waiting.importRows;
    const before = await told(token);
    expect([await told(own), await atHome()]).to.deep.equal([{ rows: 1, imports: 1 }, before.rows]);
    const listed = (await as(own, 'get', '/imports?waiting=true')).body.items;
    expect(listed.map(({ id, waiting }: { id: string; waiting: number }) => [id, waiting])).to.deep.equal([
      [item.id, 1],
    ]);
    await decide(item, 2, 'dismissed');
    expect(await told(own)).to.deep.equal({ rows: 0, imports: 0 });
    expect((await as(own, 'get', '/imports?waiting=true')).body.items).to.deep.equal([]);
    await cutOff(other.item);
    expect([await told(token), await atHome()]).to.deep.equal([
      { rows: before.rows - 1, imports: before.imports - 1 },
      before.rows - 1,
    ]);
    const stored = site.store.connection.collection('import-quarantine');
    for (const filter of [{ decision: null, newer: { $exists: false } }, { 'decision.unfinished': true }]) {
      const { fullScan, examined } = await planOf(stored.find(filter));
      const open = await stored.countDocuments(filter);
      expect([fullScan, examined <= open + 5], JSON.stringify(filter)).to.deep.equal([false, true]);
    }
  });

  it('are decided by coordinators only; a partner sees those of its own lists', async () => {
    const { item } = await contradicted();
    const own = (await site.signIn('partner', item.partnerId)).token;
    const other = (await site.signIn('partner', await newPartner(site))).token;
    const statuses = [
      (await as(own, 'get', `/imports/${item.id}/quarantine`)).status,
      (await decide(item, 2, 'taken', own)).status,
      (await as(other, 'get', `/imports/${item.id}/quarantine`)).status,
      (await decide(item, 99, 'taken')).status,
    ];
    expect(statuses).to.deep.equal([200, 403, 404, 404]);
  });
});
