import { expect } from 'chai';
import type { Soldier } from '../../server/domain/soldier.ts';
import { drawSoldier } from '../../server/domain/soldier.ts';
import { AppError } from '../../server/errors.ts';
import { createLog } from '../../server/log.ts';
import type { SearchEngine, SoldierDocument } from '../../server/search/engine.ts';
import { createIndexSync, type IndexMarks, type IndexSyncDeps } from '../../server/search/index-sync.ts';
import { soldierDocument } from '../../server/search/soldier-document.ts';
import { createTestClock } from '../site.ts';
import { aMention } from '../soldiers/a-mention.ts';

const log = createLog('silent');

/** An engine that remembers what it was given, and fails when told to. */
class RememberingEngine implements SearchEngine {
  readonly kind: SearchEngine['kind'];
  documents = new Map<string, SoldierDocument>();
  written = 0;
  down = false;
  rebuilt = 0;
  learn?: SearchEngine['learn'];

  constructor(kind: SearchEngine['kind'] = 'built-in') {
    this.kind = kind;
  }

  candidates() {
    return Promise.resolve([]);
  }

  completions() {
    return Promise.resolve([]);
  }

  async upsert(documents: SoldierDocument[]) {
    if (this.down) throw new AppError('search_down', 'down');
    this.written += documents.length;
    for (const document of documents) this.documents.set(document.id, document);
  }

  async remove(ids: string[]) {
    for (const id of ids) this.documents.delete(id);
  }

  async rebuild(documents: AsyncIterable<SoldierDocument[]>, expected: number) {
    const next = new Map<string, SoldierDocument>();
    for await (const batch of documents) for (const document of batch) next.set(document.id, document);
    this.rebuilt += 1;
    if (next.size !== expected) throw new AppError('conflict', 'another count');
    this.documents = next;
  }

  state() {
    return Promise.resolve({ documents: this.documents.size, ready: true });
  }

  close() {
    return Promise.resolve();
  }
}

describe('The index follows the store', () => {
  const clock = createTestClock();
  let stored: Map<string, Soldier>;
  let engine: RememberingEngine;

  beforeEach(() => {
    clock.set('2026-03-01T09:00:00.000Z');
    stored = new Map();
    engine = new RememberingEngine();
  });

  function write(id: string, fullName: string, change: Partial<Soldier> = {}): Soldier {
    const mention = aMention({ fullName }, { id });
    const version = (stored.get(id)?.version ?? 0) + 1;
    const soldier: Soldier = {
      id,
      mentionIds: [id],
      state: 'live',
      mergedInto: null,
      example: false,
      restricted: false,
      kin: false,
      summary: drawSoldier([mention]),
      version,
      changedAt: clock(),
      ...change,
    };
    stored.set(id, soldier);
    return soldier;
  }

  const soldiers: IndexSyncDeps['soldiers'] = {
    async *streamForIndex(since) {
      const changed = [...stored.values()].filter(({ changedAt }) => since === undefined || changedAt >= since);
      yield changed.map((soldier) => {
        const { id, changedAt, version } = soldier;
        return { id, changedAt, version, document: soldierDocument(soldier) };
      });
    },
    countIndexed: async () => [...stored.values()].filter((soldier) => soldierDocument(soldier) !== null).length,
    countChangedSince: async (since) => [...stored.values()].filter(({ changedAt }) => changedAt >= since).length,
  };

  const sync = (marks?: IndexMarks) => createIndexSync({ engine, soldiers, clock, log, marks, everyMs: 3_600_000 });

  it('fills an empty engine from the store before it is ready', async () => {
    write('a', 'Ахметов Нурлан');
    write('b', 'Омаров Асан', { restricted: true });
    write('c', 'Сейтов Омар', { state: 'withdrawn' });
    const index = sync();
    expect(index.ready()).to.equal(false);
    await index.start();
    expect(index.ready()).to.equal(true);
    expect([...engine.documents.keys()]).to.deep.equal(['a']);
    await index.stop();
  });

  it('takes what this process writes at once, and takes out who is no longer to be found', async () => {
    const index = sync();
    await index.start();
    await index.changed([write('a', 'Ахметов Нурлан')]);
    expect([...engine.documents.keys()]).to.deep.equal(['a']);
    await index.changed([write('a', 'Ахметов Нурлан', { state: 'merged', mergedInto: 'b' })]);
    expect([...engine.documents.keys()]).to.deep.equal([]);
    await index.stop();
  });

  it('sees what other processes wrote, once, although it reads a piece of the past again', async () => {
    const index = sync();
    await index.start();
    write('a', 'Ахметов Нурлан');
    await index.follow();
    clock.advance(1);
    await index.follow();
    expect([[...engine.documents.keys()], engine.written]).to.deep.equal([['a'], 1]);
    write('a', 'Ахметов Нурлан Омарович');
    await index.follow();
    expect(engine.documents.get('a')?.names[0]?.full).to.equal('Ахметов Нурлан Омарович');
    await index.stop();
  });

  it('sees a second change of the same moment', async () => {
    const index = sync();
    await index.start();
    write('a', 'Ахметов Нурлан');
    await index.follow();
    write('a', 'Ахметов Нуржан');
    await index.follow();
    expect(engine.documents.get('a')?.names[0]?.full).to.equal('Ахметов Нуржан');
    await index.stop();
  });

  it('loses nothing while the engine is down: it tells how far it is behind, and reads the store when it is back', async () => {
    const index = sync();
    await index.start();
    engine.down = true;
    await index.changed([write('a', 'Ахметов Нурлан'), write('b', 'Омаров Асан')]);
    expect(await index.lag()).to.equal(2);
    engine.down = false;
    await index.follow();
    expect([await index.lag(), engine.documents.size]).to.deep.equal([0, 2]);
    await index.stop();
  });

  it('fills again when somebody wrote meanwhile, until the counts agree', async () => {
    write('a', 'Ахметов Нурлан');
    let counted = 0;
    const busy = {
      ...soldiers,
      countIndexed: async () => {
        counted += 1;
        return counted === 1 ? 2 : 1;
      },
    };
    const index = createIndexSync({ engine, soldiers: busy, clock, log, everyMs: 3_600_000 });
    await index.start();
    expect([engine.rebuilt, engine.documents.size]).to.deep.equal([2, 1]);
    await index.stop();
  });

  it('catches up with a standing index from where it had read to, instead of filling it again', async () => {
    write('a', 'Ахметов Нурлан');
    let mark: Date | null = null;
    const marks: IndexMarks = {
      load: async () => mark,
      save: async (at) => {
        mark = at;
      },
    };
    engine = new RememberingEngine('meilisearch');
    let learned = 0;
    engine.learn = async (documents) => {
      for await (const batch of documents) learned += batch.length;
    };
    const first = sync(marks);
    await first.start();
    await first.stop();
    clock.advance(3600);
    write('b', 'Омаров Асан');
    const second = sync(marks);
    await second.start();
    expect({ rebuilt: engine.rebuilt, learned, documents: engine.documents.size }).to.deep.equal({
      rebuilt: 1,
      learned: 2,
      documents: 2,
    });
    await second.stop();
  });

  it('is not filled by a command that only writes', async () => {
    const index = sync();
    await index.changed([write('a', 'Ахметов Нурлан')]);
    expect(engine.documents.size).to.equal(0);
    await index.start();
    expect(engine.documents.size).to.equal(1);
    await index.stop();
  });

  it('replaces the index when asked to, and tells how many are in it', async () => {
    write('a', 'Ахметов Нурлан');
    const index = sync();
    await index.start();
    engine.documents.clear();
    expect(await index.rebuild()).to.equal(1);
    await index.stop();
  });
});
