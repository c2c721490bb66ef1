import { expect } from 'chai';
import type { MentionService } from '../../server/soldiers/mention-service.ts';
import { firstSoldierId } from '../../server/soldiers/record-ids.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { aLine } from './a-mention.ts';

const row = { familyName: 'Каирбеков', givenName: 'Сейткали', birthDate: '1913' };

describe('Mentions and the soldiers drawn from them', () => {
  let site: TestSite;
  let mentions: MentionService;

  beforeEach(async () => {
    site = await openTestSite();
    mentions = site.services.mentions;
  });
  afterEach(() => site.close());

  const soldierOf = (mentionId: string) => site.stores.soldiers.findById(firstSoldierId(mentionId));

  it('gives each new mention a soldier of its own, at an address made from the line', async () => {
    const line = aLine(row);
    const { added, soldierIds } = await mentions.addMentions([line]);
    expect([added, soldierIds]).to.deep.equal([1, [firstSoldierId(line.id)]]);
    const soldier = await soldierOf(line.id);
    expect(soldier).to.deep.include({ state: 'live', mentionIds: [line.id], restricted: false, mergedInto: null });
    expect(soldier?.summary.name.full).to.equal('Каирбеков Сейткали');
  });

  it('gives back every value of a mention as it was added', async () => {
    const line = aLine({ ...row, grave: '5', burialLatitude: '48.5', unit: '1275 сп 387 сд' });
    await mentions.addMentions([line]);
    const [stored] = await mentions.findMentions([line.id]);
    expect(stored).to.deep.include({
      written: line.written,
      understood: line.understood,
      origin: line.origin,
      version: 1,
      state: 'live',
    });
  });

  it('changes nothing when the same lines are added again', async () => {
    const lines = [aLine(row), aLine({ ...row, givenName: 'Нурлан' }, { key: '2' })];
    await mentions.addMentions(lines);
    const before = await soldierOf(lines[0]?.id ?? '');
    site.clock.advance(60);
    expect((await mentions.addMentions(lines)).added).to.equal(0);
    expect(await soldierOf(lines[0]?.id ?? '')).to.deep.equal(before);
    expect(await mentions.countLive('list')).to.equal(2);
  });

  it('writes a content that rests on an older version over nothing, and brings nobody back with it', async () => {
    const line = aLine(row);
    await mentions.addMentions([line]);
    const content = { id: line.id, origin: line.origin, understood: line.understood, sensitive: false };
    const update = (rank: string, version: number) =>
      mentions.updateMentions([{ ...content, written: { ...row, rank }, version }]);
    expect(await update('сержант', 1)).to.include({ updated: 1 });
    expect(await update('капитан', 1)).to.deep.include({ updated: 0, conflicts: [line.id] });
    await mentions.withdrawMentions([line.id]);
    expect(await update('майор', 2)).to.deep.include({ updated: 0, conflicts: [line.id] });
    const [stored] = await mentions.findMentions([line.id]);
    expect([stored?.written.rank, stored?.state, stored?.version]).to.deep.equal(['сержант', 'withdrawn', 3]);
  });

  it('brings in the missing half of a batch that was cut off between soldiers and mentions', async () => {
    const line = aLine(row);
    await mentions.addMentions([line]);
    await site.store.connection.collection('mentions').deleteMany({});
    expect((await mentions.addMentions([line])).added).to.equal(1);
    expect((await soldierOf(line.id))?.mentionIds).to.deep.equal([line.id]);
  });

  it('ties several mentions to one soldier when told so, whichever comes first', async () => {
    const first = aLine(row, { key: '1', soldierId: 'one-man' });
    const second = aLine({ fullName: 'Kairbekow Seitkali' }, { key: '2', soldierId: 'one-man' });
    await mentions.addMentions([first]);
    await mentions.addMentions([second]);
    const soldier = await site.stores.soldiers.findById('one-man');
    expect(soldier?.mentionIds).to.have.members([first.id, second.id]);
    expect(soldier?.summary.names).to.have.length(2);
  });

  it('keeps the old content of a mention that a newer list corrects, and draws the soldier again', async () => {
    const line = aLine(row);
    await mentions.addMentions([line]);
    site.clock.advance(60);
    const corrected = aLine({ ...row, birthDate: '1914' });
    const result = await mentions.updateMentions([corrected]);
    expect(result).to.deep.include({ updated: 1, conflicts: [] });
    expect((await mentions.findVersions([line.id])).map(({ written }) => written.birthDate)).to.deep.equal(['1913']);
    const soldier = await soldierOf(line.id);
    expect(soldier?.summary.birth?.edtf).to.equal('1914');
    expect(soldier?.changedAt).to.deep.equal(site.clock());
  });

  it('tells which mention was changed by somebody else meanwhile, and does not write over it', async () => {
    const line = aLine(row);
    await mentions.addMentions([line]);
    const [before] = await mentions.findMentions([line.id]);
    if (before === undefined) throw new Error('the mention is not there');
    const mine = { ...before, written: { ...row, birthDate: '1915' }, version: 2 };
    await mentions.updateMentions([aLine({ ...row, birthDate: '1914' })]);
    site.clock.advance(1);
    const late = { ...mine, changedAt: site.clock() };
    expect(await site.stores.mentions.replaceMany([{ before, after: late }])).to.deep.equal([line.id]);
    expect((await mentions.findMentions([line.id]))[0]?.written.birthDate).to.equal('1914');
  });

  it('withdraws a soldier with his last mention, and brings him back with it', async () => {
    const line = aLine(row);
    await mentions.addMentions([line]);
    expect(await mentions.withdrawMentions([line.id])).to.deep.include({ withdrawn: 1 });
    expect((await soldierOf(line.id))?.state).to.equal('withdrawn');
    expect(await mentions.countLive('list')).to.equal(0);
    await mentions.updateMentions([line]);
    expect((await soldierOf(line.id))?.state).to.equal('live');
  });

  it('tells an import what it knows of its lines', async () => {
    const line = aLine(row);
    await mentions.addMentions([line]);
    const [known, ...others] = await mentions.findRows('list', ['1', 'unknown']);
    expect(others).to.deep.equal([]);
    expect(known).to.deep.equal({
      id: line.id,
      soldierId: firstSoldierId(line.id),
      rowKey: '1',
      contentHash: JSON.stringify(row),
      state: 'live',
      version: 1,
      importId: 'import',
    });
  });

  it('draws again at the start what a crash left undone', async () => {
    const line = aLine(row);
    await mentions.addMentions([line]);
    const id = firstSoldierId(line.id);
    await site.stores.soldiers.markDue([id]);
    await site.store.connection
      .collection<{ _id: string }>('mentions')
      .updateOne({ _id: line.id }, { $set: { 'understood.fullName': 'Каирбеков Сайткали' } });
    expect(await mentions.redrawDue()).to.equal(1);
    expect((await soldierOf(line.id))?.summary.name.full).to.equal('Каирбеков Сайткали');
    expect(await mentions.redrawDue()).to.equal(0);
  });

  it('streams a list in the order of its row keys, in batches', async () => {
    const lines = Array.from({ length: 1001 }, (_, index) => aLine(row, { key: String(index).padStart(5, '0') }));
    await mentions.addMentions(lines);
    const keys: string[] = [];
    for await (const batch of mentions.streamList('list')) {
      for (const { origin } of batch) if (origin.kind === 'import') keys.push(origin.rowKey);
    }
    expect(keys).to.deep.equal([...keys].sort());
    expect(keys).to.have.length(1001);
  });
});
