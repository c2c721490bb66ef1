import { expect } from 'chai';
import { loadBurialSites } from '../../seed/facts.ts';
import { loadReference } from '../../seed/load-reference.ts';
import { burialSiteOfFact } from '../../server/domain/known-burial-site.ts';
import { drawSoldier } from '../../server/domain/soldier.ts';
import type { JobHandler, JobRun } from '../../server/jobs/job.ts';
import { soldierDocument } from '../../server/search/soldier-document.ts';
import { createRedrawJobs, DRAWING, type RedrawJobDeps } from '../../server/soldiers/redraw-jobs.ts';
import { newSoldier } from '../../server/soldiers/soldier-drawing.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { aLine, aMention } from './a-mention.ts';

const ROW = {
  familyName: 'Оспанов',
  givenName: 'Әлібек',
  birthDate: '1913',
  birthPlace: 'Акмолинская обл., Кургальджинский р-н',
  unit: '1275 сп 387 сд',
  fate: 'умер от ран',
  camp: 'Stalag 304',
  campNumber: '12345',
  hospital: 'ЭГ 2446',
  burialSite: 'Эренхайн Цайтхайн',
  burialPlace: 'Цайтхайн',
  burialCountry: 'DE',
};

describe('Soldiers stored by an earlier version', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = await openTestSite();
  });
  afterEach(() => site.close());

  const tagsOf = async (id: string) => (await site.stores.soldierLists.findTags([id]))[0] ?? [];

  it('are drawn again once by the site itself, so that lists by newer tags find them', async () => {
    const { soldierIds } = await site.services.mentions.addMentions([aLine(ROW)]);
    const [id = ''] = soldierIds;
    const soldiers = site.store.connection.collection<{ _id: string; tags: string[] }>('soldiers');
    await soldiers.updateOne({ _id: id }, { $pull: { tags: 'buried:named' } });
    expect(await tagsOf(id)).to.not.include('buried:named');

    expect(await site.services.redrawJobs.redrawOutdated()).to.include({ kind: 'redraw', state: 'queued' });
    await site.services.runner.drain();
    expect(await tagsOf(id)).to.include('buried:named');
    expect(await site.services.redrawJobs.redrawOutdated()).to.equal(null);
  });

  it('are read without the letter that early versions stored, which goes with the next writing of them', async () => {
    const { soldierIds } = await site.services.mentions.addMentions([aLine(ROW)]);
    const [id = ''] = soldierIds;
    const before = await site.stores.soldiers.findById(id);
    const stored = site.store.connection.collection<{ _id: string; letter?: string }>('soldiers');
    await stored.updateOne({ _id: id }, { $set: { letter: 'О' } });
    expect(await site.stores.soldiers.findById(id)).to.deep.equal(before);
    expect(before).to.not.have.property('letter');
    await site.services.redrawJobs.redrawOutdated();
    await site.services.runner.drain();
    expect(await stored.findOne({ _id: id })).to.not.have.property('letter');
  });

  it('lie at the burial place that their list means, though it was not understood when the list was read', async () => {
    const line = (key: string, row: object, burialSiteId: string | null = null) => {
      const { understood, ...rest } = aLine({ ...ROW, ...row }, { key });
      return { ...rest, understood: { ...understood, burialSiteId } };
    };
    await site.stores.burialSites.putAll(loadBurialSites().map((fact) => burialSiteOfFact(fact, site.clock())));
    const { soldierIds } = await site.services.mentions.addMentions([
      line('1', { burialSite: 'г. Цайтхайн' }),
      line('2', { burialSite: 'под Цайтхайном' }),
      line('3', { burialSite: 'Кладбище советских военнопленных', burialPlace: 'Краков' }, 'lamsdorf'),
    ]);
    await site.services.redrawJobs.redrawAll();
    await site.services.runner.drain();
    const soldiers = await site.stores.soldiers.findByIds(soldierIds);
    expect(soldierIds.map((id) => soldiers.find((one) => one.id === id)?.summary.burial?.siteId)).to.deep.equal([
      'zeithain',
      null,
      null,
    ]);
    expect((await site.http.get('/api/burial-sites/zeithain')).body.here).to.equal(1);
    const [mention] = await site.stores.mentions.findBySoldierIds(soldierIds.slice(0, 1));
    expect([mention?.version, mention?.written.burialSite]).to.deep.equal([1, 'г. Цайтхайн']);
  });

  it('are tied to a burial place that came after their list, by the site itself and by no hand', async () => {
    const { mentions, gazetteer, redrawJobs, runner } = site.services;
    const { soldierIds } = await mentions.addMentions([aLine(ROW)]);
    const siteOf = async () => (await site.stores.soldiers.findByIds(soldierIds))[0]?.summary.burial?.siteId ?? null;
    expect(await siteOf()).to.equal(null);
    const { burialSites } = site.stores;
    const target = { burialSites, mentions, gazetteer, clock: site.clock, redrawAll: redrawJobs.redrawAll };
    await loadReference(target);
    await runner.drain();
    expect(await siteOf()).to.equal('zeithain');
    // Nothing new: nobody is drawn again.
    await loadReference(target);
    const { items } = await site.services.jobs.list({ id: 'a', role: 'admin' }, 'queued', null, 10);
    expect(items).to.deep.equal([]);
  });

  it('are tied also when the reading of the facts stopped after the places: the next run finds none that is new', async () => {
    const { mentions, gazetteer, redrawJobs, runner } = site.services;
    const { soldierIds } = await mentions.addMentions([aLine(ROW)]);
    const stops = { ...mentions, addMentions: () => Promise.reject(new Error('stopped')) };
    const target = {
      burialSites: site.stores.burialSites,
      gazetteer,
      clock: site.clock,
      redrawAll: redrawJobs.redrawAll,
    };
    const failed = await loadReference({ ...target, mentions: stops }).catch((error: Error) => error.message);
    expect(failed).to.equal('stopped');
    await loadReference({ ...target, mentions });
    await runner.drain();
    expect((await site.stores.soldiers.findByIds(soldierIds))[0]?.summary.burial?.siteId).to.equal('zeithain');
  });

  it('keep no wrong grave in what stood before either: taking an import back would bring it back', async () => {
    await site.stores.burialSites.putAll(loadBurialSites().map((fact) => burialSiteOfFact(fact, site.clock())));
    const wrong = aLine({ ...ROW, burialSite: 'Кладбище советских военнопленных', burialPlace: 'Краков' });
    const { understood } = wrong;
    await site.services.mentions.addMentions([{ ...wrong, understood: { ...understood, burialSiteId: 'lamsdorf' } }]);
    await site.services.mentions.updateMentions([aLine({ ...ROW, burialSite: 'г. Цайтхайн' })]);
    await site.services.redrawJobs.redrawAll();
    await site.services.runner.drain();
    const before = await site.services.mentions.findVersions([wrong.id]);
    expect(before.map(({ understood: read }) => read.burialSiteId)).to.deep.equal([null]);
  });

  it('are not looked for in a new database', async () => {
    expect(await site.services.redrawJobs.redrawOutdated()).to.equal(null);
    await site.services.mentions.addMentions([aLine(ROW)]);
    expect(await site.services.redrawJobs.redrawOutdated()).to.equal(null);
  });

  it('are all drawn, those merged into another and those withdrawn too', async () => {
    const { soldierIds } = await site.services.mentions.addMentions(['1', '2', '3'].map((key) => aLine(ROW, { key })));
    const [one = '', two = '', three = ''] = soldierIds;
    await site.services.links.merge({ id: 'a', role: 'admin' }, { fromId: one, intoId: two, reason: 'бір адам' });
    const [mention] = await site.stores.mentions.findBySoldierIds([three]);
    await site.services.mentions.withdrawMentions([mention?.id ?? '']);
    await site.services.redrawJobs.redrawAll();
    await site.services.runner.drain();
    const states = (await site.stores.soldiers.findByIds([one, two, three])).map(({ id, state }) => [id, state]);
    expect(states).to.have.deep.members([
      [one, 'merged'],
      [two, 'live'],
      [three, 'withdrawn'],
    ]);
  });
});

describe('Drawing everybody again', () => {
  const BATCHES = ['b', 'd', 'f'];

  /** The job with soldiers in three batches; which were drawn, and whether it noted that all were. */
  function job() {
    const drawn: (string | null)[] = [];
    let saved: number | null = null;
    let handler: JobHandler = async () => null;
    const deps = {
      runner: { handle: (_kind: string, _lane: string, given: JobHandler) => (handler = given) },
      mentions: {
        async redrawNext(after: string | null) {
          drawn.push(after);
          const last = BATCHES.find((id) => after === null || id > after);
          return last === undefined ? null : { last, count: 2 };
        },
      },
      countSoldiers: async () => 6,
      siteFinder: async () => ({ find: () => null }),
      marks: { load: async () => saved, save: async (drawing: number) => (saved = drawing) },
    } as unknown as RedrawJobDeps;
    createRedrawJobs(deps);
    return { drawn, handler, saved: () => saved };
  }

  it('goes on after the last batch that was kept when it was stopped', async () => {
    const { drawn, handler, saved } = job();
    let checkpoint: Record<string, unknown> | undefined;
    const stopping = {
      checkpoint: null,
      async progress(_progress: unknown, kept?: Record<string, unknown>) {
        checkpoint = kept;
        if (kept?.after === 'd') throw new Error('the site stops');
      },
    } as unknown as JobRun;
    const stopped = await handler({}, stopping).catch((error: Error) => error.message);
    expect([stopped, saved()]).to.deep.equal(['the site stops', null]);

    drawn.length = 0;
    const result = await handler({}, { checkpoint, progress: async () => {} } as unknown as JobRun);
    expect(drawn).to.deep.equal(['d', 'f']);
    expect([result, saved()]).to.deep.equal([{ soldiers: 6 }, DRAWING]);
  });

  it('happens at every update that stores something else of a soldier', () => {
    const soldier = newSoldier('one', [aMention(ROW)], new Date('2026-03-01T09:00:00.000Z'));
    const kinds = new Set((soldierDocument(soldier)?.tags ?? []).map((tag) => tag.slice(0, tag.indexOf(':'))));
    const stored = [...Object.keys(drawSoldier([aMention(ROW)])).sort(), '|', ...[...kinds].sort()].join(' ');
    // Something else is stored now? Then raise DRAWING, and write here what it is, beside the new number.
    expect([DRAWING, stored]).to.deep.equal([
      5,
      'birth birthPlace burial camp campNumber divisionIds fate fateDate hasRelatives hospitals name names oblastIds ' +
        'placeKeys rank sex unit unitKeys | buried camp country division fate hospital kin oblast place state tag unit',
    ]);
  });
});
