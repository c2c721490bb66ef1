import { expect } from 'chai';
import type { Role } from '../../server/domain/roles.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';

type Reader = 'visitor' | Exclude<Role, 'relative'>;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Operation = { method: Method; path: string };

const DESK: readonly Reader[] = ['volunteer', 'coordinator', 'admin'];
const LEADS: readonly Reader[] = ['coordinator', 'admin'];
const LISTS: readonly Reader[] = ['partner', 'coordinator', 'admin'];
const ADMIN: readonly Reader[] = ['admin'];
const READERS: readonly Reader[] = ['visitor', 'volunteer', 'coordinator', 'partner', 'admin'];

/**
 * Who may use which door, written down a second time: the first line that fits holds. A door that no line fits fails the
 * test, so that a new one cannot be opened without saying for whom.
 */
const DOORS: readonly [door: RegExp, readers: readonly Reader[] | 'everybody' | 'owner'][] = [
  [
    / \/(soldiers|suggestions|burial-sites|divisions|places|statistics|requests|session|password-links)(\/|$)/,
    'everybody',
  ],
  [/ \/(me|jobs\/\{id\}|files)(\/|$)/, 'owner'],
  [/ \/(users|api-keys|audit)(\/|$)/, ADMIN],
  [/^get \/partners\/\{id\}\/files/, ['partner', 'admin']],
  [/^(post|patch|delete) \/partners/, ADMIN],
  [/ \/partners/, LISTS],
  [/ \/jobs$/, LEADS],
  [/^post \/imports\/\{id\}\/quarantine/, LEADS],
  [/ \/imports/, LISTS],
  [/ \/desk\/(memories|load|findings\/find)/, LEADS],
  // Whoever works at the desk brings what she knows of a place; who leads looks at it.
  [/^get \/desk\/site-additions|^post \/desk\/site-additions\/\{id\}/, LEADS],
  [/ \/desk\/soldiers\/\{id\}\/(merge|split)/, LEADS],
  [/ \/desk\/requests\/\{id\}\/(withdraw|meeting|introduce)/, LEADS],
  [/ \/(desk\/|rows\.)/, DESK],
];

/** A well-formed body for each door that wants one, so that it is the right that decides and not the form. */
const BODIES: Readonly<Record<string, object>> = {
  'post /desk/mentions/{id}/tie': { soldierId: 'nobody', reason: 'reason' },
  'post /desk/mentions/{id}/untie': { reason: 'reason' },
  'post /desk/soldiers/{id}/merge': { intoId: 'nobody', reason: 'reason' },
  'post /desk/soldiers/{id}/split': { reason: 'reason' },
  'post /desk/mentions/{id}/withdraw': { reason: 'reason' },
  'post /desk/requests/{id}/withdraw': { reason: 'reason' },
  'post /desk/requests/{id}/notes': { text: 'text' },
  'post /desk/requests/{id}/messages': { text: 'text' },
  'post /desk/requests/{id}/searches': { where: 'OBD', what: 'name', hits: 0 },
  'post /desk/requests/{id}/close': { reason: 'reason' },
  'post /desk/requests/{id}/reopen': { reason: 'reason' },
  'post /desk/requests/{id}/decisions': { soldierId: 'nobody', verdict: 'unsure', reason: 'reason' },
  'post /desk/requests/{id}/decisions/{decision}/object': { reason: 'reason' },
  'delete /desk/requests/{id}/decisions/{decision}': { reason: 'reason' },
  'post /desk/findings/{id}/dismiss': { reason: 'reason' },
  'post /desk/memories/{id}/show': {},
  'post /desk/memories/{id}/refuse': { refusal: 'not_own' },
  'put /imports/{id}/mapping': { mapping: {} },
  'put /me/password': { current: 'a', next: 'a long enough password' },
  'post /users': { email: 'door@example.net', displayName: 'Door', role: 'volunteer' },
  'patch /users/{id}': { displayName: 'Door' },
  'post /partners': { code: 'DOOR', name: 'Door' },
  'patch /partners/{id}': { name: 'Door' },
  'post /api-keys': { partnerId: '0123456789abcdef', label: 'x', scopes: ['import.read'] },
};

/** Of these forms only the outside is checked here: what is in them belongs to tests of their own. */
const FORM_DECIDES_FIRST =
  /gather|separate|meeting|introduce|quarantine|\/desk\/mentions( |$|\/\{id\}$)|reports|compare|rows|^post \/imports$/;

describe('Each door of the API', () => {
  let site: TestSite;
  let operations: Operation[];
  const tokens: Partial<Record<Reader, string>> = {};
  let importId = '';

  before(async () => {
    site = await openTestSite();
    const partner = await site.services.partners.create(OPERATOR, { code: 'OWN', name: 'Own archive' });
    for (const role of ['volunteer', 'coordinator', 'admin'] as const) tokens[role] = (await site.signIn(role)).token;
    tokens.partner = (await site.signIn('partner', partner.id)).token;
    const sent = await site.http
      .post('/api/imports')
      .set('Authorization', `Bearer ${tokens.partner}`)
      .attach('file', Buffer.from('Фамилия;Имя\r\nКаирбеков;Алихан\r\n'), 'list.csv')
      .expect(201);
    importId = sent.body.id;
    const { paths } = (await site.http.get('/api/openapi.json')).body as { paths: Record<string, object> };
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method as Method, path: path.replace(/^\/api/, '') })),
    );
  });
  after(() => site.close());

  const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;
  const readersOf = (operation: Operation) => DOORS.find(([door]) => door.test(nameOf(operation)))?.[1];

  function knock(operation: Operation, reader: Reader) {
    const path = (operation.path === '/desk/soldiers' ? '/desk/soldiers?q=Ahmet' : operation.path)
      .replace('/imports/{id}', `/imports/${importId}`)
      .replace('{format}', 'csv')
      .replace('{line}', '2')
      .replace(/\{\w+\}/g, '0123456789abcdefghjk');
    const request = site.http[operation.method](`/api${path}`).set('If-Match', '"v1"');
    const token = tokens[reader];
    if (token) void request.set('Authorization', `Bearer ${token}`);
    return operation.method === 'get' ? request : request.send(BODIES[nameOf(operation)] ?? {});
  }

  it('is written down here with whom it is for', () => {
    expect(operations.length).to.be.greaterThan(80);
    expect(operations.filter((operation) => readersOf(operation) === undefined).map(nameOf)).to.deep.equal([]);
  });

  it('that is not for everybody asks a visitor to sign in, whatever she sends', async () => {
    const open: string[] = [];
    for (const operation of operations) {
      if (readersOf(operation) === 'everybody') continue;
      const { status } = await knock(operation, 'visitor');
      const formFirst = FORM_DECIDES_FIRST.test(nameOf(operation)) && [400, 415].includes(status);
      if (status !== 401 && !formFirst) open.push(`${nameOf(operation)}: ${status}`);
    }
    expect(open).to.deep.equal([]);
  });

  it('is closed to every role it is not for, and open to those it is for', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const readers = readersOf(operation);
      if (readers === undefined || readers === 'everybody' || readers === 'owner') continue;
      for (const reader of READERS.filter((one) => one !== 'visitor')) {
        const { status } = await knock(operation, reader);
        if (FORM_DECIDES_FIRST.test(nameOf(operation)) && [400, 415].includes(status)) continue;
        // An import there is, told as not there; everywhere else nobody has the id that was asked for.
        const hidden = operation.path.startsWith('/imports/{id}') && status === 404;
        const refused = status === 401 || status === 403 || hidden;
        if (refused === readers.includes(reader)) wrong.push(`${reader}, ${nameOf(operation)}: ${status}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });
});

describe('What belongs to somebody', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF');
  async function leave(familyName: string) {
    const applicant = { name: 'Zzyzx', relation: 'son', language: 'ru' };
    const { body } = await site.http
      .post('/api/requests')
      .field('request', JSON.stringify({ soldier: { familyName }, applicant, consent: true }))
      .attach('files', PDF, 'letter.pdf')
      .expect(201);
    const code = String(body.statusUrl).split('/').at(-1) ?? '';
    const found = await site.services.requests.open(code);
    return { code, id: found.request.id, file: found.files[0]?.id ?? '' };
  }

  it('opens to a family with its own code only: not the paper of another family, nor by its number or id', async () => {
    const own = await leave('Ахметов');
    const other = await leave('Омаров');
    expect((await site.http.get(`/ru/requests/${own.code}/files/${own.file}`)).status).to.equal(200);
    expect((await site.http.get(`/ru/requests/${own.code}/files/${other.file}`)).status).to.equal(404);
    for (const guess of [other.id, other.file, '1', '%00', '../admin', other.code.slice(0, -1)]) {
      expect((await site.http.get(`/api/requests/status/${guess}`)).status, guess).to.equal(404);
    }
    expect((await site.http.get(`/api/files/${own.file}`)).status).to.equal(401);
  });

  it('hides a partner’s import, its file and its job from every other partner', async () => {
    const partners = await Promise.all(
      ['ONE', 'TWO'].map((code) => site.services.partners.create(OPERATOR, { code, name: code })),
    );
    const [owner, stranger] = await Promise.all(partners.map(({ id }) => site.signIn('partner', id)));
    const sent = await site.http
      .post('/api/imports')
      .set('Authorization', `Bearer ${owner?.token}`)
      .attach('file', Buffer.from('Фамилия;Имя\r\nКаирбеков;Алихан\r\n'), 'list.csv')
      .expect(201);
    const path = `/api/imports/${sent.body.id}`;
    const etag = String(sent.headers.etag ?? '"v1"');
    const as = (method: Method, address: string) =>
      site.http[method](address).set('Authorization', `Bearer ${stranger?.token}`).set('If-Match', etag);
    for (const part of ['', '/problems', '/report.csv', '/return', '/return.csv', '/quarantine', '/rows.csv']) {
      expect((await as('get', path + part)).status, part).to.equal(404);
    }
    for (const step of ['check', 'apply', 'undo']) {
      expect((await as('post', `${path}/${step}`)).status, step).to.be.oneOf([403, 404]);
    }
    expect((await as('put', `${path}/mapping`).send({ mapping: {} })).status).to.be.oneOf([403, 404]);
    const [file] = await site.store.connection.collection('files').find({ 'owner.kind': 'import' }).toArray();
    expect((await as('get', `/api/files/${file?._id}`)).status).to.equal(404);
    expect((await as('get', '/api/imports')).body.items).to.deep.equal([]);
    expect((await as('get', '/api/imports?limit=1')).body.items).to.deep.equal([]);
  });

  it('is not written by another site with a reader’s cookies', async () => {
    const { token } = await site.signIn('admin');
    const cookie = `amanat_access=${token}`;
    const write = () => site.http.post('/api/users').set('Cookie', cookie).send({ role: 'admin' });
    for (const origin of ['https://evil.example', 'null', 'http://localhost:3000.evil.example']) {
      expect((await write().set('Origin', origin)).status, origin).to.equal(403);
    }
    expect((await write().set('Sec-Fetch-Site', 'cross-site')).status).to.equal(403);
    expect((await write().set('Origin', 'http://localhost:3000')).status, 'the site itself').to.equal(400);
    const form = await leave('Сатаев');
    const withdraw = site.http.post(`/ru/requests/${form.code}/withdraw`).set('Origin', 'https://evil.example');
    expect((await withdraw).status).to.equal(403);
  });

  it('is withdrawn by a coordinator for a family on the telephone, with everything of the living, and it is written down', async () => {
    const { token, actor } = await site.signIn('coordinator');
    const soldier = { familyName: 'Есенов', relatives: 'қызы Зейнеп' };
    const applicant = { name: 'Zzyzx', relation: 'daughter', language: 'kk' };
    const sent = await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    const code = String(sent.body.statusUrl).split('/').at(-1) ?? '';
    const { id } = (await site.services.requests.open(code)).request;
    await site.http
      .post(`/api/desk/requests/${id}/withdraw`)
      .set('Authorization', `Bearer ${token}`)
      .send({ reason: 'the family called' })
      .expect(204);
    const status = await site.http.get(`/api/requests/status/${code}`);
    expect(status.body).to.include({ status: 'withdrawn', open: false });
    const stored = JSON.stringify(await site.store.connection.collection('requests').find({}).toArray());
    expect(stored).to.include('Есенов').and.not.include('Зейнеп');
    const [entry] = (await site.services.audit.list(OPERATOR, { subjectId: id }, null, 5)).items;
    expect(entry).to.include({ action: 'request.withdraw', actorId: actor.id });
  });
});
