import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import type { Import } from '../../server/imports/import.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { type ListOnSite, listOf, newList } from './import-site.ts';
import { saved, table } from './read-list.ts';

type Told = { line: number; text: string; newer: string | null };

describe('Rows that a partner mends and sends back alone', () => {
  let site: TestSite;
  let token = '';
  before(async () => {
    site = await openTestSite();
  });
  beforeEach(async () => {
    token = (await site.signIn('coordinator')).token;
  });
  after(() => site.close());

  const get = async (path: string, language = 'ru') =>
    site.http.get(`/api/imports/${path}`).set('Authorization', `Bearer ${token}`).set('Accept-Language', language);
  const decide = async (item: Import, line: number) =>
    site.http
      .post(`/api/imports/${item.id}/quarantine/${line}`)
      .set('Authorization', `Bearer ${token}`)
      .set('Accept-Language', 'ru')
      .send({ verdict: 'taken', reason: 'так в донесении' });
  const waiting = async (item: Import): Promise<Told[]> =>
    (await get(`${item.id}/quarantine?state=waiting`)).body.items;
  const standing = async (item: Import) => {
    const { waiting: wait, listTotal } = (await get(item.id)).body;
    return [wait, listTotal];
  };

  const men = [
    { id: '1', name: 'Каирбеков Сейткали', born: '1913', died: '14.02.1942' },
    { id: '2', name: 'Иванов Иван', born: '1920', died: '31.02.1943' },
    { id: '3', name: 'Омаров Тлеу', born: '1901', died: '12.03.1899' },
    { id: '4', name: 'Есимов Бекен', born: '1915', died: '1944' },
  ];
  const mended = { id: '2', name: 'Иванов Иван', born: '1920', died: '13.02.1943' };

  it('leave the other rows of the older import to be decided on, and say of theirs at once where it is decided', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...men));
    expect(await standing(first)).to.deep.equal([2, 2]);
    const second = await list.bringIn(listOf(mended));
    expect((await waiting(first)).map(({ line, newer }) => [line, newer])).to.deep.equal([
      [3, second.id],
      [4, null],
    ]);
    expect(await standing(first)).to.deep.equal([1, 3]);
    expect((await decide(first, 3)).status).to.equal(409);
    expect((await decide(first, 4)).status).to.equal(200);
    expect(await standing(first)).to.deep.equal([0, 4]);
    await list.run(second, 'undo');
    token = (await site.signIn('coordinator')).token;
    expect((await waiting(first)).map(({ line, newer }) => [line, newer])).to.deep.equal([[3, null]]);
  });

  it('wait in the newer import alone when they are sent as they were', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...men));
    const again = await list.bringIn(listOf(...men));
    token = (await site.signIn('coordinator')).token;
    expect([await standing(first), await standing(again)]).to.deep.equal([
      [0, 2],
      [2, 2],
    ]);
    expect((await waiting(first))[0]?.text).to.include('пришла снова, с более новой версией списка');
    expect((await waiting(again)).map(({ newer }) => newer)).to.deep.equal([null, null]);
  });

  it('are decided on in the older import until the newer one stands: not after a check of it, nor once it was stopped', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...men));
    const open = async () => (await waiting(first)).map(({ newer }) => newer);
    const checked = await list.run(await list.send(listOf(...men)), 'check');
    token = (await site.signIn('coordinator')).token;
    expect(await open()).to.deep.equal([null, null]);
    const { mentions } = site.services;
    const redrawDue = mentions.redrawDue;
    // All rows are read and written by then.
    mentions.redrawDue = () => Promise.reject(new Error('the disk is full'));
    const failed = await list.run(checked, 'apply').finally(() => {
      mentions.redrawDue = redrawDue;
    });
    token = (await site.signIn('coordinator')).token;
    expect([failed.state, await open()]).to.deep.equal(['failed', [null, null]]);
    const applied = await list.run(failed, 'apply');
    token = (await site.signIn('coordinator')).token;
    expect(await open()).to.deep.equal([applied.id, applied.id]);
    // As a taking back leaves it that was stopped half way: it may be checked again, or cleared away.
    await site.stores.imports.save(applied.id, { state: 'cancelled' });
    await list.run(applied, 'check');
    token = (await site.signIn('coordinator')).token;
    expect([await open(), (await standing(first))[0]]).to.deep.equal([[null, null], 2]);
  });

  it('are told apart where the newer import was stopped after it wrote them: it is ended or taken back first', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...men));
    site.clock.advance(1);
    const { mentions } = site.services;
    const redrawDue = mentions.redrawDue;
    mentions.redrawDue = () => Promise.reject(new Error('the disk is full'));
    const stopped = await list.run(await list.send(listOf(mended)), 'apply').finally(() => {
      mentions.redrawDue = redrawDue;
    });
    token = (await site.signIn('coordinator')).token;
    const [row] = await waiting(first);
    expect([row?.line, row?.newer]).to.deep.equal([3, stopped.id]);
    expect(row?.text).to.include('остановлен на полпути');
    const refused = await decide(first, 3);
    expect([refused.status, refused.body.detail.includes('внесите его до конца или отмените')]).to.deep.equal([
      409,
      true,
    ]);
    // Nobody need do anything about one that a job is at.
    for (const state of ['applying', 'undoing'] as const) {
      await site.stores.imports.save(stopped.id, { state });
      const told = [(await waiting(first))[0]?.text, (await decide(first, 3)).body.detail];
      for (const text of told) expect(text).to.include('Подождите').and.not.to.include('остановлен');
    }
    await site.stores.imports.save(stopped.id, { state: 'failed' });
    await list.run(stopped, 'undo');
    token = (await site.signIn('coordinator')).token;
    expect((await waiting(first)).map(({ newer }) => newer)).to.deep.equal([null, null]);
    expect((await decide(first, 3)).status).to.equal(200);
    expect((await list.stored()).map(({ written }) => written.fateDate).sort()).to.deep.equal([
      '14.02.1942',
      '1944',
      '31.02.1943',
    ]);
  });

  it('lock no row of a namesake, but say that one came; taken in he is a man of his own', async () => {
    const list = await newList(site);
    const held = { name: 'Омаров Тлеу', born: '1901', died: '12.03.1899', notes: 'из Каркаралы' };
    const first = await list.bringIn(listOf({ name: 'Каирбеков Сейткали', born: '1913' }, held));
    const again = await list.bringIn(listOf({ ...held, notes: 'из Семея' }));
    token = (await site.signIn('coordinator')).token;
    expect((await waiting(first)).map(({ newer }) => newer)).to.deep.equal([null]);
    expect((await decide(again, 2)).status).to.equal(200);
    expect((await waiting(first)).map(({ newer, text }) => [newer, text.includes('тёзка')])).to.deep.equal([
      [null, true],
    ]);
    expect((await decide(first, 3)).status).to.equal(200);
    expect((await list.stored()).map(({ written }) => written.notes).sort()).to.deep.equal([
      'из Каркаралы',
      'из Семея',
      undefined,
    ]);
  });

  it('of which a later whole list has none any more may be decided on, with a warning', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...men));
    await list.bringIn(listOf(men[0] as never, men[3] as never));
    token = (await site.signIn('coordinator')).token;
    expect((await waiting(first)).map(({ text }) => text.includes('этой строки в нём нет'))).to.deep.equal([
      true,
      true,
    ]);
    expect((await decide(first, 3)).status).to.equal(200);
  });

  it('tell of nobody else as gone; a person may say otherwise', async () => {
    const list = await newList(site);
    await list.bringIn(listOf(...men));
    const part = await list.run(await list.send(listOf(mended)), 'check');
    expect([part.part, part.gone]).to.deep.equal([true, null]);
    const told = await site.services.imports.changeMapping({ id: 'operator', role: 'admin' }, part.id, part.version, {
      part: false,
    });
    const whole = await list.run(told, 'apply');
    expect([whole.part, whole.gone]).to.deep.equal([false, 2]);
  });

  /** Lists without numbers: a mended date makes another row of it, which only our own file can tell of. */
  const HEADER = ['ФИО', 'Год рождения', 'Дата смерти', 'Причина'];
  const unnumbered = saved(
    table(
      ';',
      HEADER,
      ['Каирбеков Сейткали', '1913', '1942', 'убит'],
      ['Иванов Иван', '1920', '31.02.1899', 'убит'],
      ['Омаров Тлеу', '1901', '12.03.1899', 'убит'],
    ),
    'utf-8',
  );

  async function sentBack(
    list: ListOnSite,
    first: Import,
    language: string,
  ): Promise<{ item: Import; file: string[][] }> {
    const { text } = await get(`${first.id}/report.csv?language=${language}`);
    const file: string[][] = parse(text, { delimiter: ';', bom: true });
    const lines = file.filter(([name]) => name !== 'Омаров Тлеу').map((cells) => cells.map(mend));
    return { item: await list.bringIn(saved(table(';', ...lines), 'utf-8', { addBOM: true })), file };
  }
  const mend = (cell: string) => (cell === '31.02.1899' ? '13.02.1943' : cell);

  for (const language of ['kk', 'ru', 'en']) {
    it(`in our own file are known by its columns, which are no data (${language})`, async () => {
      const list = await newList(site);
      const first = await list.bringIn(unnumbered);
      const { item, file } = await sentBack(list, first, language);
      const [header = [], ...rows] = file;
      expect(header.slice(0, HEADER.length)).to.deep.equal(HEADER);
      expect(header.slice(HEADER.length).every((name) => name.startsWith('Amanat: '))).to.equal(true);
      expect(rows.map((cells) => cells.slice(4, 6))).to.deep.equal([
        ['3', first.id],
        ['4', first.id],
      ]);
      const { mapping } = (await get(item.id)).body;
      expect(header.slice(HEADER.length).map((name) => mapping[name])).to.deep.equal([null, null, null]);
      expect(mapping.Причина).to.equal('fate');
      expect([item.part, item.gone, item.counts.added]).to.deep.equal([true, null, 1]);
      expect((await list.stored()).map(({ written }) => written.notes)).to.deep.equal([undefined, undefined]);
      token = (await site.signIn('coordinator')).token;
      expect((await waiting(first)).map(({ line, newer }) => [line, newer])).to.deep.equal([
        [3, item.id],
        [4, null],
      ]);
    });
  }

  it('that are kept out once more come back with our columns once, and what to do is said once', async () => {
    const list = await newList(site);
    const first = await list.bringIn(unnumbered);
    const { text } = await get(`${first.id}/report.csv?language=ru`);
    const [header, , row] = parse(text, { delimiter: ';', bom: true }) as string[][];
    const reason = row?.at(-1) ?? '';
    expect(reason).to.include('раньше даты рождения').and.to.include('задолго до войны');
    expect(reason.split('прислать снова')).to.have.length(2);
    const again = await list.bringIn(Buffer.from(text));
    const next = parse((await get(`${again.id}/report.csv?language=ru`)).text, {
      delimiter: ';',
      bom: true,
    }) as string[][];
    expect(next[0]).to.deep.equal(header);
    expect(next[2]?.slice(0, 6)).to.deep.equal([...(row ?? []).slice(0, 4), '3', again.id]);
  });
});
