import { expect } from 'chai';
import fc from 'fast-check';
import { noCounts } from '../../server/imports/import.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';
import { decideOn, listOf, type Man, newList, newPartner } from './import-site.ts';
import { saved } from './read-list.ts';

const counts = (given: Partial<typeof noCounts>) => ({ ...noCounts, ...given });

describe('Importing a list', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  const three = [
    { id: '1', name: 'Каирбеков Жаксылык', born: '1913' },
    { id: '2', name: 'Иванов Иван', born: '1920' },
    { id: '3', name: 'Оспанов Тлеу' },
  ];

  it('adds each row once: the same file again changes nothing', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...three));
    expect([first.state, first.counts, first.listTotal]).to.deep.equal(['applied', counts({ read: 3, added: 3 }), 3]);
    const before = await list.stored();
    const again = await list.bringIn(listOf(...three));
    expect([again.counts, again.listTotal, again.gone]).to.deep.equal([counts({ read: 3, unchanged: 3 }), 3, 0]);
    expect(await list.stored()).to.deep.equal(before);
  });

  it('updates the changed row of a new version, adds the new one and tells of the one that is gone', async () => {
    const list = await newList(site);
    await list.bringIn(listOf(...three));
    const changed = [
      { ...three[0], name: 'Каирбеков Жаксылык', born: '1914' },
      { id: '2', name: 'Иванов Иван', born: '1920' },
    ];
    const second = await list.bringIn(listOf(...changed, { id: '4', name: 'Новиков Пётр' }));
    expect(second.counts).to.deep.equal(counts({ read: 3, updated: 1, unchanged: 1, added: 1 }));
    expect([second.gone, second.listTotal]).to.deep.equal([1, 4]);
  });

  it('keeps namesakes apart that only differ in the rest, in every version of the list', async () => {
    const list = await newList(site);
    const namesakes = [
      { name: 'Иванов Иван', notes: 'из Кустаная' },
      { name: 'Иванов Иван', notes: 'из Акмолинска' },
    ];
    expect((await list.bringIn(listOf(...namesakes))).counts).to.deep.equal(counts({ read: 2, added: 2 }));
    expect((await list.bringIn(listOf(...namesakes))).counts).to.deep.equal(counts({ read: 2, unchanged: 2 }));
    expect(await list.stored()).to.have.length(2);
  });

  it('counts a repeated row as a duplicate and sends a number given twice to a person', async () => {
    const list = await newList(site);
    const men = [
      { id: '1', name: 'Иванов Иван' },
      { id: '1', name: 'Иванов Иван' },
      { id: '1', name: 'Петров Пётр' },
    ];
    const item = await list.bringIn(listOf(...men));
    expect(item.counts).to.deep.equal(counts({ read: 3, added: 1, duplicate: 1, quarantined: 1 }));
    const problems = await site.services.imports.problems(OPERATOR, item.id, -1, 10);
    expect(problems.map(({ line, rule, values }) => ({ line, rule, first: values.first }))).to.deep.equal([
      { line: 3, rule: 'duplicate', first: 2 },
      { line: 4, rule: 'same_key', first: 2 },
    ]);
  });

  it('rejects a row without a name, holds one that cannot be true, says so by line, and goes on', async () => {
    const list = await newList(site);
    const item = await list.bringIn(listOf({ name: '', born: '1913' }, { name: 'Иванов Иван', born: '32.13.1913' }));
    expect(item.counts).to.deep.equal(counts({ read: 2, quarantined: 1, rejected: 1 }));
    const problems = await site.services.imports.problems(OPERATOR, item.id, -1, 10);
    expect(problems.map(({ line, field, rule }) => ({ line, field, rule }))).to.deep.equal([
      { line: 2, field: 'fullName', rule: 'name.missing' },
      { line: 3, field: 'birthDate', rule: 'date.impossible_month' },
    ]);
  });

  it('warns where letters were lost before the file came', async () => {
    const list = await newList(site);
    const item = await list.bringIn(saved('ФИО;Место рождения\r\n?бдірахманов Үсен;А?мола\r\n', 'utf-8'));
    expect(item.lostLetters).to.equal(1);
  });

  it('sends a change of a decided man to a person', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...three));
    const [decided] = await soldiersOf(first.id);
    await decideOn(site, String(decided));
    const changed = three.map((man) => ({ ...man, died: '1943' }));
    expect((await list.bringIn(listOf(...changed))).counts).to.deep.equal(
      counts({ read: 3, updated: 2, quarantined: 1 }),
    );
  });

  async function soldiersOf(importId: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const batch of site.services.mentions.streamImport(importId))
      ids.push(...batch.map((mention) => mention.soldierId));
    return ids;
  }

  it('takes an import back to what was before, updated rows too, and refuses while a newer one stands', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...three));
    const before = await list.stored();
    const second = await list.bringIn(listOf({ id: '1', name: 'Каирбеков Ж.' }, { id: '9', name: 'Новиков Пётр' }));
    await site.services.imports.undo(OPERATOR, first.id).then(
      () => expect.fail('the older import was taken back'),
      (error: unknown) => expect(error).to.include({ code: 'conflict', messageKey: 'import.undo.newer' }),
    );
    expect((await list.run(second, 'undo')).state).to.equal('undone');
    expect(await list.stored()).to.deep.equal(before);
    expect((await list.run(first, 'undo')).listTotal).to.equal(0);
  });

  it('keeps in the audit why a person took an import back', async () => {
    const list = await newList(site);
    const item = await list.bringIn(listOf(...three));
    const { token } = await site.signIn('admin');
    const undo = site.http.post(`/api/imports/${item.id}/undo`).set('Authorization', `Bearer ${token}`);
    expect((await undo.send({ reason: 'прислали не тот файл' })).status).to.equal(202);
    await site.services.runner.drain();
    const { items } = await site.services.audit.list(OPERATOR, {}, null, 5);
    expect(items.find(({ action }) => action === 'import.undo')?.after).to.deep.equal({
      reason: 'прислали не тот файл',
    });
  });

  it('says of one that was taken back when, by whom and why; to its partner no name of ours', async () => {
    const list = await newList(site);
    const item = await list.bringIn(listOf(...three));
    const ours = await site.signIn('coordinator');
    const theirs = await site.signIn('partner', item.partnerId);
    const told = async ({ token }: { token: string }, { id } = item) =>
      (await site.http.get(`/api/imports/${id}`).set('Authorization', `Bearer ${token}`).set('Accept-Language', 'ru'))
        .body.takenBack;
    expect(await told(ours)).to.equal(null);
    await site.services.imports.undo(ours.actor, item.id, 'прислали не тот файл');
    await site.services.runner.drain();
    const [at, reason] = [site.clock().toISOString(), 'прислали не тот файл'];
    expect(await told(ours)).to.deep.equal({ at, by: 'coordinator', reason });
    expect(await told(theirs)).to.deep.equal({ at, by: 'сотрудник Amanat', reason });
    const next = await list.bringIn(listOf(...three));
    await site.services.imports.undo(theirs.actor, next.id);
    await site.services.runner.drain();
    const { body } = await site.http.get(`/api/imports/${next.id}`).set('Authorization', `Bearer ${theirs.token}`);
    expect(body.takenBack).to.include({ by: 'partner', reason: null });
    const last = await list.bringIn(listOf(...three));
    await site.services.imports.undo({ ...theirs.actor, id: 'key:01hx' }, last.id);
    await site.services.runner.drain();
    for (const reader of [ours, theirs]) expect((await told(reader, last)).by).to.equal('программа партнёра');
  });

  it('refuses to take back rows that people decided on, and changes nothing', async () => {
    const list = await newList(site);
    const item = await list.bringIn(listOf(...three));
    const [decided] = await soldiersOf(item.id);
    await decideOn(site, String(decided));
    const refused = await list.run(item, 'undo');
    expect([refused.state, refused.error?.key]).to.deep.equal(['applied', 'import.undo.built_on']);
    expect(String(refused.error?.values.lines)).to.match(/^[234]$/);
    expect(await list.stored()).to.have.length(3);
  });

  it("tells another partner's import as not there", async () => {
    const item = await (await newList(site)).bringIn(listOf(...three));
    const { token } = await site.signIn('partner', await newPartner(site));
    for (const path of ['', '/problems', '/report.csv', '/return.csv']) {
      const answer = await site.http.get(`/api/imports/${item.id}${path}`).set('Authorization', `Bearer ${token}`);
      expect([path, answer.status]).to.deep.equal([path, 404]);
    }
  });

  const man: fc.Arbitrary<Man> = fc.record(
    {
      name: fc.constantFrom('Иванов Иван', 'Каирбеков Жаксылык', 'Оспанов Тлеу', ''),
      born: fc.constantFrom('1913', '__.__.1920', 'не знаю'),
      notes: fc.constantFrom('a', 'b', 'c'),
      id: fc.constantFrom('1', '2', '3', '4', '5'),
    },
    { requiredKeys: ['name'] },
  );
  const version = fc.array(man, { minLength: 1, maxLength: 8 });

  it('counts in a dry run what applying then does, and undoing brings back what was', async () => {
    const property = fc.asyncProperty(version, version, async (one, two) => {
      const list = await newList(site);
      await list.bringIn(listOf(...one));
      const before = await list.stored();
      const item = await list.send(listOf(...two));
      const dry = await list.run(item, 'check');
      expect(await list.stored()).to.deep.equal(before);
      const applied = await list.run(item, 'apply');
      const { read, ...outcomes } = applied.counts;
      expect(applied.counts).to.deep.equal(dry.counts);
      expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).to.equal(read);
      expect(applied.gone).to.equal(dry.gone);
      const again = await list.bringIn(listOf(...two));
      expect([again.counts.added, again.counts.updated]).to.deep.equal([0, 0]);
      await list.run(again, 'undo');
      await list.run(item, 'undo');
      expect(await list.stored()).to.deep.equal(before);
    });
    await fc.assert(property, { seed: 41, numRuns: 8 });
  });
});
