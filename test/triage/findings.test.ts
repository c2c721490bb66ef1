import { expect } from 'chai';
import type { Finding, FindingKind } from '../../server/domain/finding.ts';
import type { Actor } from '../../server/domain/roles.ts';
import { findingQuery } from '../../server/triage/finding-schemas.ts';
import { aBurialSite } from '../a-burial-site.ts';
import { codeOf } from '../code-of.ts';
import { ANNA, COORDINATOR, type DeskSite, MAN, openDeskSite } from './desk-site.ts';

const PARTNER: Actor = { id: 'p', role: 'partner', partnerId: 'x' };
const CARD = { familyName: 'Kairbekow', givenName: 'Sejtkali', patronymic: 'Nurmagambetowitsch', birthDate: '1913' };

const POLUNINO = aBurialSite('polunino', { ru: 'Полунино' });
const count = (number: number) => ({ text: String(number), number, atLeast: false, about: false });

describe('What the site notices over the whole database', () => {
  let site: DeskSite;
  beforeEach(async () => {
    site = await openDeskSite();
  });
  afterEach(() => site.close());

  const find = async () => {
    site.clock.advance(1);
    await site.services.findings.find(COORDINATOR);
    await site.settle();
  };
  const list = async (kind?: FindingKind) =>
    (await site.services.findings.list(ANNA, { kind, after: null, limit: 50 })).items;

  it('is that papers of two soldiers may be one man’s, with the evidence, and his brother’s are not', async () => {
    const paper = await site.paper(MAN);
    const card = await site.paper(CARD);
    await site.paper({ ...MAN, givenName: 'Ахмет', birthDate: '1918' });
    await site.paper({ familyName: 'Петренко', givenName: 'Иван', patronymic: 'Карпович', birthDate: '1913' });
    await find();
    const [found, ...more] = await list('same_person');
    expect(more).to.deep.equal([]);
    expect(found?.soldierIds).to.have.members([paper.soldierId, card.soldierId]);
    expect(found?.probability).to.be.above(0.5);
    expect(found?.evidence.map(({ kind }) => kind)).to.include.members(['name', 'birth_date']);
  });

  it('is read page by page, the surest first and each once', async () => {
    const { findings } = site.stores;
    const put = (id: string, probability: number) => ({
      id,
      kind: 'same_person' as const,
      soldierIds: [id],
      siteId: null,
      probability,
      evidence: [],
      facts: {},
      evidenceHash: id,
    });
    const sure = [0.7, 0.99, 0.7, 0.8, 0.99, 0.5, 0.7];
    await findings.putAll(
      sure.map((probability, place) => put(`finding${place}`, probability)),
      new Date('2026-01-01'),
    );
    const read: Finding[] = [];
    for (;;) {
      const last = read.at(-1);
      const page = await findings.page({ kind: 'same_person', after: last ?? null, limit: 2 });
      if (page.length === 0) break;
      read.push(...page);
    }
    expect(new Set(read.map(({ id }) => id)).size).to.equal(sure.length);
    expect(read.map(({ probability }) => probability)).to.deep.equal([...sure].sort((a, b) => b - a));
  });

  it('is over once people merged the two, and nothing was merged by itself', async () => {
    const [paper, card] = [await site.paper(MAN), await site.paper(CARD)];
    await find();
    expect((await site.stores.soldiers.findById(card.soldierId))?.mergedInto).to.equal(null);
    const merge = { fromId: card.soldierId, intoId: paper.soldierId, reason: 'one man' };
    await site.services.links.merge(COORDINATOR, merge);
    expect(await list()).to.deep.equal([]);
    await find();
    expect(await list()).to.deep.equal([]);
  });

  it('stays away when a person dismissed it, until its evidence changes', async () => {
    await site.paper(MAN);
    const card = await site.paper(CARD);
    await find();
    const [found] = await list();
    await site.services.findings.dismiss(ANNA, found?.id ?? '', 'his cousin');
    await find();
    expect(await list()).to.deep.equal([]);
    const [mention] = await site.stores.mentions.findByIds([card.mentionId]);
    if (mention === undefined) throw new Error('the card was stored');
    const written = { ...CARD, birthDate: '12.05.1913' };
    const understood = site.services.understand(written);
    const update = { id: mention.id, origin: mention.origin, written, understood, sensitive: false };
    await site.services.mentions.updateMentions([update]);
    await find();
    expect((await list()).map(({ id }) => id)).to.deep.equal([found?.id]);
  });

  it('is dismissed by one of two people, and stands in the audit', async () => {
    await site.paper(MAN);
    await site.paper(CARD);
    await find();
    const id = (await list())[0]?.id ?? '';
    const codes = await Promise.all([
      codeOf(site.services.findings.dismiss(ANNA, id, 'x')),
      codeOf(site.services.findings.dismiss(COORDINATOR, id, 'y')),
    ]);
    expect(codes.sort()).to.deep.equal(['conflict', 'done']);
    expect(await codeOf(site.services.findings.dismiss(ANNA, 'nothing', 'x'))).to.equal('not_found');
    const { items } = await site.services.audit.list({ id: 'a', role: 'admin' }, {}, null, 10);
    expect(items.filter(({ action }) => action === 'finding.dismiss')).to.have.length(1);
  });

  it('is one man on two graves, once papers of both are his', async () => {
    const rzhev = await site.paper({ ...MAN, burialPlace: 'Калининская обл., Ржевский р-н, д. Полунино' });
    const kerch = await site.paper({ ...CARD, burialPlace: 'Крымская обл., г. Керчь' });
    await find();
    expect(await list('several_graves')).to.deep.equal([]);
    await site.services.links.tie(ANNA, { mentionId: kerch.mentionId, soldierId: rzhev.soldierId, reason: 'one man' });
    await find();
    const [found] = await list('several_graves');
    expect(found?.soldierIds).to.deep.equal([rzhev.soldierId]);
    expect(Object.values(found?.facts ?? {}).join())
      .to.contain('Полунино')
      .and.to.contain('Керчь');
    await site.services.links.untie(ANNA, { mentionId: kerch.mentionId, reason: 'two men' });
    await find();
    expect(await list('several_graves')).to.deep.equal([]);
  });

  it('is a death where his division was not at that time', async () => {
    const fell = { ...MAN, unit: '316 сд', fate: 'убит', fateDate: '20.10.1941' };
    const { soldierId } = await site.paper({ ...fell, fatePlace: 'г. Холм' });
    await site.paper({ ...fell, givenName: 'Омар', fatePlace: 'г. Волоколамск' });
    await site.paper({ ...fell, givenName: 'Али', fatePlace: 'г. Холм', fate: 'пропал без вести' });
    await find();
    const [found, ...more] = await list('death_off_path');
    expect(more).to.deep.equal([]);
    expect(found).to.deep.include({ soldierIds: [soldierId] });
    expect(found?.facts).to.deep.include({
      problem: 'off_path',
      unit: '316 сд',
      place: 'г. Холм',
      date: '20.10.1941',
    });
  });

  it('is a burial place whose counts disagree, with each other or with the names that lists have for it', async () => {
    await site.stores.burialSites.putAll([{ ...POLUNINO, known: count(1), unknown: count(3), total: count(5) }]);
    const origin = { kind: 'volunteer', userId: 'u', requestId: null } as const;
    for (const [index, givenName] of ['Сейткали', 'Омар'].entries()) {
      const written = { ...MAN, givenName, burialSite: 'Полунино' };
      const understood = { ...site.services.understand(written), burialSiteId: POLUNINO.id };
      const grave = { id: `grave-${index}`, origin, written, understood, sensitive: false, example: false };
      await site.services.mentions.addMentions([grave]);
    }
    await find();
    const found = await list('burial_counts');
    const told = found.map(({ siteId, facts }) => [siteId, facts.problem, facts.named, facts.known, facts.total]);
    expect(told).to.have.deep.members([
      ['polunino', 'sum', '2', '1', '5'],
      ['polunino', 'more_names_than_known', '2', '1', '5'],
    ]);
  });

  it('goes through the database once, however often it is asked while it waits', async () => {
    const [one, two] = [await site.services.findings.queue(), await site.services.findings.find(COORDINATOR)];
    expect(one.id).to.equal(two.id);
  });

  it('is for the desk only; coordinators begin a run', async () => {
    const page = { after: null, limit: 10 };
    expect(await codeOf(site.services.findings.list(null, page))).to.equal('not_signed_in');
    expect(await codeOf(site.services.findings.list(PARTNER, page))).to.equal('forbidden');
    expect(await codeOf(site.services.findings.dismiss(null, 'x', 'y'))).to.equal('not_signed_in');
    expect(await codeOf(site.services.findings.dismiss(PARTNER, 'x', 'y'))).to.equal('forbidden');
    expect(await codeOf(site.services.findings.find(null))).to.equal('not_signed_in');
    expect(await codeOf(site.services.findings.find(ANNA))).to.equal('forbidden');
  });

  it('is listed by the API with names, years, places and fates to judge by, page by page', async () => {
    await site.paper({ ...MAN, fate: 'пропал без вести', fateDate: '1942' });
    await site.paper(CARD);
    const [anna, coordinator] = [await site.signIn('volunteer'), await site.signIn('coordinator')];
    const as = (token: string) => ({ Authorization: `Bearer ${token}` });
    const begun = await site.http.post('/api/desk/findings/find').set(as(coordinator.token)).expect(202);
    expect(begun.body.jobId).to.be.a('string');
    await site.settle();
    const { body } = await site.http.get('/api/desk/findings?kind=same_person&limit=1').set(as(anna.token)).expect(200);
    expect(body.items[0].soldiers.map(({ name }: { name: string }) => name)).to.include(
      'Каирбеков Сейткали Нурмагамбетович',
    );
    // More at once is a page of a telephone that nobody comes to the end of.
    expect(findingQuery.parse({}).limit).to.equal(20);
    const found = body.items[0].soldiers.find(({ birthPlace }: { birthPlace: string | null }) => birthPlace !== null);
    expect(found).to.include({ life: '1913–1942', birthPlace: MAN.birthPlace, fate: 'missing' });
    const dismissed = `/api/desk/findings/${body.items[0].id}/dismiss`;
    await site.http.post(dismissed).set(as(anna.token)).send({}).expect(400);
    await site.http.post(dismissed).set(as(anna.token)).send({ reason: 'two men' }).expect(200);
    const after = await site.http.get('/api/desk/findings').set(as(anna.token)).expect(200);
    expect(after.body).to.include({ next: null }).and.to.deep.include({ items: [] });
  });
});
