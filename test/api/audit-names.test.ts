import { expect } from 'chai';
import type { AuditSubjectKind } from '../../server/domain/audit-actions.ts';
import { createAuditNames } from '../../server/site/audit-names.ts';
import { firstSoldierId } from '../../server/soldiers/record-ids.ts';
import { aBurialSite } from '../a-burial-site.ts';
import { newList } from '../imports/import-site.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';
import { aLine } from '../soldiers/a-mention.ts';

const LINE = aLine({ fullName: 'Каирбеков Сейткали', relatives: 'жена Зейнеп' });
const SOLDIER = firstSoldierId(LINE.id);
const HIS = { name: 'Каирбеков Сейткали', href: `/desk/soldiers/${SOLDIER}` };
const APPLICANT = { name: 'Zzyzx', relation: 'son', phone: '+7 701 555 44 33', language: 'ru' };
const GONE = 'nothing-is-here';

type Entry = { subject: { id: string }; named: { kind: string; id: string; name: string; href: string }[] };

describe('What the audit names by an id is called as people call it', () => {
  let site: TestSite;
  let token: string;

  before(async () => {
    site = await openTestSite();
    token = (await site.signIn('admin')).token;
    await site.services.mentions.addMentions([LINE]);
  });
  after(() => site.close());

  const record = (kind: AuditSubjectKind, id: string, after: unknown = null) =>
    site.services.audit.record(OPERATOR, 'request.note', { kind, id }, { after });
  const read = async (query: string, language = 'ru') => {
    const asked = site.http.get(`/api/audit?${query}`).auth(token, { type: 'bearer' });
    return (await asked.set('Accept-Language', language).expect(200)).body.items as Entry[];
  };
  /** The names in the newest entry on a thing. */
  const namedIn = async (subjectId: string, language?: string) =>
    (await read(`subjectId=${subjectId}`, language))[0]?.named ?? [];

  it('a soldier and his papers by his name, and what readers write of him too', async () => {
    const report = await site.services.reports.send({
      soldierId: SOLDIER,
      text: 'Не тот год',
      contact: APPLICANT.phone,
      language: 'ru',
    });
    for (const [kind, id] of [
      ['soldier', SOLDIER],
      ['mention', LINE.id],
    ] as const) {
      await record(kind, id);
      expect(await namedIn(id), kind).to.deep.equal([{ kind, id, ...HIS }]);
    }
    await record('report', report.id);
    const { id } = report;
    expect(await namedIn(id)).to.deep.equal([{ kind: 'report', id, name: HIS.name, href: `/desk/reports/${id}` }]);
  });

  it('and nothing is asked of what nothing on the page is about', async () => {
    const asked: string[] = [];
    const burialSites: typeof site.stores.burialSites = {
      ...site.stores.burialSites,
      async findByIds() {
        asked.push('burial sites');
        return [];
      },
    };
    const thingsNamed = createAuditNames({
      stores: { ...site.stores, burialSites },
      soldiersWith: async () => {
        asked.push('soldiers');
        return new Map();
      },
    });
    expect([await thingsNamed([{ kind: 'user', id: GONE }], 'ru'), asked]).to.deep.equal([[], []]);
  });

  it('a request by its number, and nothing of who asks', async () => {
    const request = { soldier: { familyName: 'Каирбеков' }, applicant: APPLICANT, consent: true };
    const { body } = await site.http.post('/api/requests').send(request);
    const stored = await site.store.connection.collection('requests').findOne({ number: body.number });
    const id = String(stored?._id);
    await record('request', id, { soldierId: SOLDIER, families: [id], assignee: OPERATOR.id });
    const told = await namedIn(id);
    expect(told).to.deep.equal([
      { kind: 'request', id, name: `№ ${body.number}`, href: `/desk/requests/${id}` },
      { kind: 'soldier', id: SOLDIER, ...HIS },
    ]);
    expect(JSON.stringify(await read(''))).not.to.match(/Zzyzx|555|Зейнеп/);
  });

  it('a partner, its list and its key, and an account, as they are called here', async () => {
    const partner = await site.services.partners.create(OPERATOR, { code: 'ZTH', name: 'Gedenkstätte Zeithain' });
    const item = await (await newList(site, partner.id)).send(Buffer.from('Фамилия\nОспанов\n'));
    const key = { partnerId: partner.id, label: 'Выгрузка', scopes: ['import.read' as const] };
    const { id: keyId } = (await site.services.apiKeys.create(OPERATOR, key)).key;
    const { actor } = await site.signIn('coordinator');
    const name = async (id: string) => (await namedIn(id))[0]?.name;
    expect(await name(partner.id)).to.equal('Gedenkstätte Zeithain');
    expect(await name(item.id)).to.equal(item.listName);
    expect(await name(keyId)).to.equal('Выгрузка');
    expect(await name(actor.id)).to.equal('coordinator');
    expect((await namedIn(keyId)).map(({ kind }) => kind)).to.deep.equal(['api_key', 'partner']);
  });

  it('a burial place in the language of the reader', async () => {
    const names = { kk: 'Цайтхайн', en: 'Zeithain cemetery' };
    await site.stores.burialSites.putAll([aBurialSite('zeithain', names)]);
    await record('site_addition', GONE, { siteId: 'zeithain' });
    const [found] = await namedIn(GONE, 'kk');
    expect(found).to.deep.equal({
      kind: 'burial_site',
      id: 'zeithain',
      name: 'Цайтхайн',
      href: '/kk/burial-sites/zeithain',
    });
    expect((await namedIn(GONE, 'en'))[0]?.name).to.equal('Zeithain cemetery');
  });

  it('by its id where it no longer exists', async () => {
    for (const kind of ['soldier', 'request', 'mention', 'report', 'import', 'partner', 'user'] as const) {
      await record(kind, GONE, { soldierId: GONE, partnerId: GONE });
      expect(await namedIn(GONE), kind).to.deep.equal([]);
    }
  });

  it('with one question of each kind for a whole page', async () => {
    const asked: string[] = [];
    const { requests, users } = site.stores;
    const [findRequests, findUsers] = [requests.findByIds, users.findByIds];
    requests.findByIds = (ids) => {
      asked.push('requests');
      return findRequests(ids);
    };
    users.findByIds = (ids) => {
      asked.push('users');
      return findUsers(ids);
    };
    for (const id of ['one', 'two', 'three']) await record('request', id, { assignee: id });
    await read('limit=50');
    requests.findByIds = findRequests;
    users.findByIds = findUsers;
    // Once for the names, and once more for those who did it.
    expect(asked.sort()).to.deep.equal(['requests', 'users', 'users']);
  });
});
