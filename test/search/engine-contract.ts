import { expect } from 'chai';
import type { SearchEngine, SoldierDocument } from '../../server/search/engine.ts';

const person = (id: string, full: string, more: Partial<SoldierDocument> = {}): SoldierDocument => ({
  id,
  names: [{ full }],
  bornFrom: null,
  bornTo: null,
  tags: ['state:live'],
  ...more,
});

const people = [
  person('kazakh', 'Қайырбеков Сейітқали Нұрмағамбетұлы', { bornFrom: 1913, bornTo: 1913, tags: ['fate:missing'] }),
  person('german', 'Kairbekow Seitkali', { bornFrom: 1920, bornTo: 1920, tags: ['fate:died', 'country:DE'] }),
  person('polish', 'Kajrbekowa Sejtkali'),
  person('akhmetov', 'Ахметов Нурлан', { tags: ['fate:killed', 'country:DE'] }),
  person('ivanov', 'Иванов Иван Иванович', { bornFrom: 1913, bornTo: 1913 }),
];

async function* oneBatch(documents: SoldierDocument[]): AsyncGenerator<SoldierDocument[]> {
  yield documents;
}

/** What both engines promise. `open` gives an engine with an empty index of its own. */
export function describeEngine(name: string, open: () => Promise<SearchEngine>, close: () => Promise<unknown>): void {
  describe(`The search engine ${name}`, () => {
    let engine: SearchEngine;

    beforeEach(async () => {
      engine = await open();
      await engine.rebuild(oneBatch(people), people.length);
    });
    afterEach(async () => {
      await engine.close();
      await close();
    });

    const ids = async (full: string, more = {}) =>
      (await engine.candidates({ name: { full }, limit: 3, ...more })).map(({ id }) => id);

    it('finds a man in any script, and says which spelling it was', async () => {
      for (const full of ['Каирбеков Сейткали', 'Kairbekow Seitkali', 'قايىربەكوۆ سەيىتقالى']) {
        expect(await ids(full), full).to.have.members(['kazakh', 'german', 'polish']);
      }
      const [best] = await engine.candidates({ name: { full: 'Kairbekow Seitkali' }, limit: 1 });
      expect(best).to.deep.include({ id: 'german', matched: 'Kairbekow Seitkali' });
      expect(best?.score).to.be.within(0.7, 1);
    });

    it('tells which of a man’s names has every word just as it was typed', async () => {
      const names = [{ full: 'Kairbekow Seitkali' }, { full: 'Каирбеков Сейткали Муканович' }];
      await engine.upsert([person('two-papers', '', { names })]);
      const exact = async (full: string) =>
        (await engine.candidates({ name: { full }, limit: 9 })).find(({ id }) => id === 'two-papers')?.exact;
      expect(await exact('каирбеков')).to.equal('Каирбеков Сейткали Муканович');
      expect(await exact('Kairbekow')).to.equal('Kairbekow Seitkali');
      expect(await exact('Қайырбеков')).to.equal(undefined);
      expect(await exact('Каирбек')).to.equal(undefined);
    });

    it('completes a beginning in any script from any word of a name', async () => {
      expect(await engine.completions('Kairb', 9)).to.include('Қайырбеков Сейітқали Нұрмағамбетұлы');
      expect(await engine.completions('قايىرب', 9)).to.include('Kairbekow Seitkali');
      expect(await engine.completions('Сейт', 9)).to.include.members(['Kairbekow Seitkali', 'Kajrbekowa Sejtkali']);
      expect(await engine.completions('Щщщ', 9)).to.deep.equal([]);
      expect(await engine.completions('К', 9)).to.deep.equal([]);
    });

    it('finds him by one part of his name alone', async () => {
      expect(await ids('Ахметов')).to.deep.equal(['akhmetov']);
    });

    it('puts the likelier before the less likely, and keeps to the limit', async () => {
      const hits = await engine.candidates({ name: { full: 'Каирбеков Сейткали' }, limit: 2 });
      expect(hits).to.have.length(2);
      expect(hits[0]?.score).to.be.at.least(hits[1]?.score ?? 1);
    });

    it('narrows by tags: within a list any, between lists all', async () => {
      const name = 'Каирбеков Сейткали';
      expect(await ids(name, { tags: [['fate:missing', 'fate:died']] })).to.have.members(['kazakh', 'german']);
      expect(await ids(name, { tags: [['fate:missing', 'fate:died'], ['country:DE']] })).to.deep.equal(['german']);
      expect(await ids(name, { tags: [['fate:killed']] })).to.deep.equal([]);
    });

    it('narrows by years of birth, and never excludes a man whose year nobody knows', async () => {
      const name = 'Каирбеков Сейткали';
      expect(await ids(name, { bornFrom: 1910, bornTo: 1915 })).to.have.members(['kazakh', 'polish']);
      expect(await ids(name, { bornFrom: 1914 })).to.have.members(['german', 'polish']);
    });

    it('finds nobody for a name that nobody has', async () => {
      expect(await ids('Цзыбржщик')).to.deep.equal([]);
    });

    it('sees what is put in, changed and taken out', async () => {
      await engine.upsert([person('new', 'Жұмабаев Мағжан'), person('akhmetov', 'Смагулов Нурлан')]);
      expect(await ids('Жумабаев Магжан')).to.deep.equal(['new']);
      expect(await ids('Ахметов')).to.not.include('akhmetov');
      await engine.remove(['new']);
      expect(await ids('Жумабаев Магжан')).to.not.include('new');
      expect((await engine.state()).documents).to.equal(people.length);
    });

    it('keeps the old index when the new one does not hold as many as it should', async () => {
      const code = await engine.rebuild(oneBatch(people.slice(0, 2)), 3).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
      expect(code).to.equal('conflict');
      expect(await ids('Ахметов')).to.deep.equal(['akhmetov']);
    });

    it('replaces the whole index', async () => {
      await engine.rebuild(oneBatch(people.slice(0, 2)), 2);
      expect(await engine.state()).to.deep.equal({ documents: 2, ready: true });
      expect(await ids('Ахметов')).to.deep.equal([]);
    });
  });
}
