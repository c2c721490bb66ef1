import { expect } from 'chai';
import { progressMessages } from '../../client/messages/progress.ts';
import { translator } from '../../client/messages/translate.ts';
import { doneText, stepText } from '../../client/parts/progress-text.ts';
import { createScans } from '../../server/imports/scans.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';
import { type ListOnSite, newList, newPartner } from './import-site.ts';
import { csv, PDF, scan, scansOf } from './scan-packages.ts';
import { zipOf } from './zip.ts';

describe('The scans beside the rows of a list', () => {
  let site: TestSite;
  let red: Buffer;
  let blue: Buffer;
  let list: ListOnSite;
  before(async () => {
    site = await openTestSite();
    [red, blue] = [await scan('#ff0000'), await scan('#0000ff')];
  });
  after(() => site.close());
  beforeEach(async () => {
    list = await newList(site);
  });

  const rulesOf = async (id: string) =>
    (await site.stores.imports.listProblems(id, -1, 100)).map(({ line, rule }) => `${line} ${rule}`);

  async function decide(importId: string, line: number, verdict: 'taken' | 'dismissed'): Promise<void> {
    const { token } = await site.signIn('coordinator');
    await site.http
      .post(`/api/imports/${importId}/quarantine/${line}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ verdict, reason: 'так в карточке' })
      .expect(200);
  }

  it('are never those of another folder than the row writes', async () => {
    const item = await list.bringIn(
      await zipOf({
        'a.csv': csv(['1', 'Каирбеков Сейткали', '1942', '1942/12.jpg'], ['2', 'Иванов Иван', '1943', '1943/12.jpg']),
        '1943/12.jpg': red,
      }),
    );
    expect(await scansOf(site, list)).to.deep.equal({ 'Иванов Иван': ['1943/12.jpg'] });
    expect(await rulesOf(item.id)).to.deep.equal(['2 scan_missing']);
  });

  it('are not taken from an earlier package where one came with the list', async () => {
    await list.bringIn(await zipOf({ 'a.csv': csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg']), '12.jpg': red }));
    const rows = csv(['1', 'Каирбеков Сейткали', '1942', '1.jpg'], ['2', 'Иванов Иван', '1943', '12.jpg']);
    const item = await list.bringIn(await zipOf({ 'a.csv': rows, '1.jpg': blue }));
    expect(await rulesOf(item.id)).to.deep.equal(['3 scan_missing']);
    expect(Object.keys(await scansOf(site, list))).to.deep.equal(['Каирбеков Сейткали']);
  });

  it('of a row that a person dismissed are not those of the man who has its number', async () => {
    const zip = await zipOf({
      'a.csv': csv(['7', 'Оспанов Тлеу', '1942', 'a.jpg'], ['7', 'Петров Пётр', '1943', 'b.jpg']),
      'a.jpg': red,
      'b.jpg': blue,
    });
    const first = await list.bringIn(zip);
    expect(first.counts).to.include({ added: 1, quarantined: 1 });
    await decide(first.id, 3, 'dismissed');
    const again = await list.bringIn(zip);
    expect([again.counts.unchanged, again.scansKept]).to.deep.equal([2, 1]);
    expect(await scansOf(site, list)).to.deep.equal({ 'Оспанов Тлеу': ['a.jpg'] });
  });

  it('of a row that could not be true and was dismissed belong to nobody', async () => {
    const zip = await zipOf({ 'a.csv': csv(['7', 'Оспанов Тлеу', '31.02.1942', 'a.jpg']), 'a.jpg': red });
    await decide((await list.bringIn(zip)).id, 2, 'dismissed');
    const again = await list.bringIn(zip);
    expect([again.counts.unchanged, again.scansKept]).to.deep.equal([1, 0]);
  });

  it('go with the import that brought them, also to rows that were mended and sent alone', async () => {
    const rows = [
      ['1', '', '1942', '12.jpg'],
      ['2', 'Иванов Иван', '1943', '13.jpg'],
    ];
    await list.bringIn(await zipOf({ 'a.csv': csv(...rows), '12.jpg': red, '13.jpg': blue }));
    const mended = await list.bringIn(csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg']));
    expect(Object.keys(await scansOf(site, list))).to.have.members(['Иванов Иван', 'Каирбеков Сейткали']);
    await list.run(mended, 'undo');
    const left = await site.store.connection.collection('files').countDocuments({ broughtBy: mended.id });
    expect([left, await scansOf(site, list)]).to.deep.equal([0, { 'Иванов Иван': ['13.jpg'] }]);
  });

  async function idOfOneMan(): Promise<string> {
    for await (const mentions of site.services.mentions.streamList(list.id()))
      for (const mention of mentions) return mention.id;
    return '';
  }
  /** The sources of the scans beside the one man of the list; a source tells their content too. */
  const sourcesOf = async () => {
    const files = await site.services.files.listOf({ kind: 'mention', id: await idOfOneMan() });
    return files.map(({ source }) => source);
  };
  const oneMan = async (file: string, content: Buffer, written = file) =>
    zipOf({ 'a.csv': csv(['1', 'Каирбеков Сейткали', '1942', written]), [file]: content });

  it('stand again as they were when the import that replaced them is undone', async () => {
    await list.bringIn(await oneMan('12.jpg', red));
    const before = await sourcesOf();
    const second = await list.bringIn(await oneMan('12.jpg', blue));
    const third = await list.bringIn(await oneMan('12.jpg', PDF));
    const newest = await sourcesOf();
    expect([newest.length, newest[0] === before[0]]).to.deep.equal([1, false]);
    await list.run(third, 'undo');
    await list.run(second, 'undo');
    expect(await sourcesOf()).to.deep.equal(before);
  });

  it('that were replaced are shown to nobody, and are gone once the import can no longer be undone', async () => {
    await list.bringIn(await oneMan('12.jpg', red));
    const [old] = await site.store.connection.collection('files').find({ name: '12.jpg' }).sort({ _id: -1 }).toArray();
    await list.bringIn(await oneMan('12.jpg', blue));
    const { token } = await site.signIn('volunteer');
    await site.http.get(`/api/files/${old?._id}`).set('Authorization', `Bearer ${token}`).expect(404);
    site.clock.advance(40 * 86_400);
    await list.bringIn(await oneMan('12.jpg', PDF));
    expect(await site.services.files.ownerOf(String(old?._id))).to.equal(null);
  });

  it('come from no package that was taken back or never brought in', async () => {
    const first = await list.bringIn(await oneMan('12.jpg', red));
    await list.run(first, 'undo');
    await list.run(await list.send(await oneMan('12.jpg', blue)), 'check');
    const alone = await list.bringIn(csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg']));
    expect([alone.scansKept, await scansOf(site, list)]).to.deep.equal([0, {}]);
  });

  it('stand once when their folder was named anew', async () => {
    await list.bringIn(await oneMan('мамыр/12.jpg', red, '12.jpg'));
    await list.bringIn(await oneMan('маусым/12.jpg', red, '12.jpg'));
    expect(await scansOf(site, list)).to.deep.equal({ 'Каирбеков Сейткали': ['мамыр/12.jpg'] });
    await list.bringIn(await oneMan('маусым/12.jpg', blue, '12'));
    expect(await scansOf(site, list)).to.deep.equal({ 'Каирбеков Сейткали': ['маусым/12.jpg'] });
  });

  it('of one name from two folders stand beside each other, and each gives way to its own', async () => {
    const both = (front: Buffer) =>
      zipOf({
        'a.csv': csv(['1', 'Каирбеков Сейткали', '1942', 'лицо/12.jpg; оборот/12.jpg']),
        'лицо/12.jpg': front,
        'оборот/12.jpg': blue,
      });
    await list.bringIn(await both(red));
    const before = await sourcesOf();
    await list.bringIn(await both(PDF));
    expect(await scansOf(site, list)).to.deep.equal({ 'Каирбеков Сейткали': ['лицо/12.jpg', 'оборот/12.jpg'] });
    expect((await sourcesOf()).filter((source) => before.includes(source))).to.have.length(1);
  });

  it('stand once however keeping them was cut off', async () => {
    await list.bringIn(await oneMan('12.jpg', red));
    const item = await list.send(await oneMan('12.jpg', blue));
    const scanOf = { pack: item.packed?.sha256 ?? '', name: '12.jpg' };
    const tie = { mentionId: await idOfOneMan(), line: 2, written: '12.jpg', scan: scanOf };
    const { files } = site.stores;
    const whole = { ...files };
    for (const write of ['insert', 'markReplaced', 'remove'] as const) {
      files[write] = () => Promise.reject(new Error('the site went down'));
      await site.services.scans.keep({ item, ties: [tie] }).catch(() => undefined);
      Object.assign(files, whole);
    }
    expect(await site.services.scans.keep({ item, ties: [tie] })).to.deep.equal([]);
    const kept = await files.findByOwner({ kind: 'mention', id: tie.mentionId });
    expect(kept.map(({ broughtBy }) => broughtBy)).to.deep.equal([item.id]);
  });

  it('are shown at the desk and to their partner, each beside its row, and to nobody else', async () => {
    const partnerId = await newPartner(site);
    list = await newList(site, partnerId);
    const rows = csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg; 13.pdf'], ['2', 'Иванов Иван', '1943', '']);
    const item = await list.bringIn(await zipOf({ 'a.csv': rows, '12.jpg': red, '13.pdf': PDF }));
    const ask = async (path: string, token: string | null) => {
      const asked = site.http.get(`/api/${path}`);
      return token === null ? asked : asked.set('Authorization', `Bearer ${token}`);
    };
    const own = (await site.signIn('partner', partnerId)).token;
    const other = (await site.signIn('partner', await newPartner(site))).token;
    const volunteer = (await site.signIn('volunteer')).token;

    const first = (await ask(`imports/${item.id}/scans?limit=1`, own)).body;
    const second = (await ask(`imports/${item.id}/scans?limit=1&after=${first.next}`, own)).body;
    const [scanOne, scanTwo] = [first.items[0], second.items[0]];
    expect([scanOne.name, scanOne.kind, scanOne.line, scanOne.row.fullName]).to.deep.equal([
      '12.jpg',
      'picture',
      2,
      'Каирбеков Сейткали',
    ]);
    expect([scanTwo.name, scanTwo.kind, second.next]).to.deep.equal(['13.pdf', 'pdf', null]);
    expect((await ask(`imports/${item.id}/scans`, other)).status).to.equal(404);
    expect((await ask(`imports/${item.id}/scans`, volunteer)).status).to.equal(404);

    const soldier = `soldiers/${scanOne.soldierId}`;
    const [paper] = (await ask(soldier, volunteer)).body.mentions;
    expect(paper.scans.map(({ id }: { id: string }) => id)).to.deep.equal([scanOne.id, scanTwo.id]);
    for (const token of [null, other, own])
      expect((await ask(soldier, token)).body.mentions[0].scans).to.deep.equal([]);

    for (const { id } of [scanOne, scanTwo]) {
      expect((await ask(`files/${id}`, volunteer)).status).to.equal(200);
      expect((await ask(`files/${id}`, own)).status).to.equal(200);
      expect((await ask(`files/${id}`, other)).status).to.equal(404);
      expect((await ask(`files/${id}`, null)).status).to.equal(401);
    }
  });

  it('are told of as scans while they are kept, also those that are kept already', async () => {
    const zip = await zipOf({
      'a.csv': csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg'], ['2', 'Иванов Иван', '1943', '12.jpg']),
      '12.jpg': red,
    });
    await list.bringIn(zip);
    const { jobId } = await list.bringIn(zip);
    const { progress } = (await site.stores.jobs.findById(jobId ?? '')) ?? {};
    expect(progress).to.include({ done: 2, total: 2, text: 'import.progress.scans' });
    const say = translator(progressMessages, 'ru');
    const told = { done: 3, total: 500, text: 'import.progress.scans', perSecond: 2, secondsLeft: null };
    expect(stepText(say, told)).to.equal('Сохраняем сканы');
    expect(doneText(say, told)).to.equal('Просмотрено сканов: 3 из 500, 2 скана в секунду');
    expect(stepText(say, { ...told, text: 'job.of.another' })).to.equal('');
  });

  it('are still found when the encoding is chosen anew', async () => {
    const item = await list.send(
      await zipOf({
        'a.csv': csv(['1', 'Каирбеков Сейткали', '1942', '12'], ['2', 'Иванов Иван', '1943', '13']),
        '12.jpg': red,
        '13.jpg': blue,
      }),
    );
    const chosen = await site.services.imports.changeMapping(OPERATOR, item.id, item.version, {
      choice: { encoding: 'windows-1251' },
    });
    expect(chosen.mapping).to.deep.equal(item.mapping).and.to.include('scan');
    expect((await list.run(chosen, 'apply')).scansKept).to.equal(2);
  });

  it('that are kept already are looked up many at once, and the work can be stopped meanwhile', async () => {
    const item = await list.bringIn(await oneMan('12.jpg', red));
    const scanOf = { pack: item.packed?.sha256 ?? '', name: '12.jpg' };
    const file = (await site.services.files.listOf({ kind: 'mention', id: await idOfOneMan() }))[0];
    let asked = 0;
    const scans = createScans({
      imports: site.stores.imports,
      files: {
        ...site.services.files,
        // As if all these men had the scan.
        listOfAll: (kind, ids) => {
          asked += 1;
          return Promise.resolve(ids.flatMap((id) => (file ? [{ ...file, owner: { kind, id } }] : [])));
        },
      },
      disk: site.services.disk,
      newId: () => 'x',
      undoDays: 30,
    });
    const ties = Array.from({ length: 5000 }, (_, line) => ({
      mentionId: `m${line}`,
      line,
      written: '',
      scan: scanOf,
    }));
    const told: number[] = [];
    const onDone = (done: number) => Promise.resolve(void told.push(done));
    expect(await scans.keep({ item, ties, onDone })).to.deep.equal([]);
    expect([asked, told.at(-1)]).to.deep.equal([5, 5000]);
    const stopped = scans.keep({ item, ties, onDone: () => Promise.reject(new Error('stopped')) });
    expect(await stopped.catch((error: Error) => error.message)).to.equal('stopped');
    expect(asked).to.equal(6);
  });
});
