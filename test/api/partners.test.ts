import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import sharp from 'sharp';
import { listOf, newList, newPartner } from '../imports/import-site.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const MAN = { name: 'Каирбеков Жаксылык Сеиткалиевич', born: '12.05.1913' };

/** When the first piece of an upload lies in the incoming folder. */
async function receiving(site: TestSite): Promise<void> {
  while ((await readdir(site.services.disk.incomingDir)).length === 0) await new Promise(setImmediate);
}

describe('A partner', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = await openTestSite();
  });
  afterEach(() => site.close());

  const as = (token: string, method: 'get' | 'post' | 'patch' | 'delete', path: string) =>
    site.http[method](`/api${path}`).set('Authorization', `Bearer ${token}`);

  it('sees what became of its lists: versions, rows, men who are perhaps looked for, men who were found', async () => {
    const applicant = { name: 'А', relation: 'grandchild', email: null, phone: '77000000002', language: 'ru' };
    const soldier = {
      familyName: 'Каирбеков',
      givenName: 'Жаксылык',
      patronymic: 'Сеиткалиевич',
      birthDate: '12.05.1913',
    };
    await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    const partnerId = await newPartner(site);
    const list = await newList(site, partnerId);
    await list.bringIn(listOf(MAN, { name: 'Иванов Иван' }));
    await list.bringIn(listOf(MAN, { name: 'Иванов Иван', notes: 'new' }, { name: 'Ким Пётр' }));
    const { token } = await site.signIn('partner', partnerId);
    const numbers = async () => (await as(token, 'get', `/partners/${partnerId}/statistics`).expect(200)).body;
    expect(await numbers()).to.deep.include({
      lists: 1,
      versions: 2,
      rows: 3,
      read: 5,
      added: 3,
      updated: 1,
      matched: 1,
      identified: 0,
    });
    const [offer] = await site.stores.candidates.soldiersOffered(0.5);
    await site.store.connection.collection('decisions').insertOne({
      _id: 'd1' as never,
      requestId: 'request0000000001',
      soldierId: offer,
      verdict: 'same',
      evidenceLevel: 'C',
      withdrawnAt: null,
      confirmedBy: null,
      at: site.clock(),
    });
    expect(await numbers()).to.include({ identified: 1 });
  });

  it('is told at the field how its code and country are written, and never the name of a rule', async () => {
    const { token } = await site.signIn('admin');
    const body = { code: 'ВОЛЬКСБУНД', name: 'Volksbund', country: 'ГE', contact: { name: 'А', email: 'нет' } };
    for (const [language, word] of [
      ['kk', 'латын'],
      ['ru', 'латинскими'],
      ['en', 'Latin'],
    ] as const) {
      const refused = await as(token, 'post', '/partners').set('Accept-Language', language).send(body).expect(400);
      const said = new Map<string, string>(
        refused.body.errors.map((error: { pointer: string; detail: string }) => [error.pointer, error.detail]),
      );
      expect([...said.keys()]).to.have.members(['/code', '/country', '/contact/email']);
      expect(said.get('/code')).to.include(word).and.include('VOLKSBUND');
      expect(said.get('/country')).to.include(word).and.include('KZ');
      expect(said.get('/contact/email')).to.include('aigul@example.org');
      expect(refused.text).to.not.include('regex');
    }
  });

  it('counts no list that was taken back', async () => {
    const partnerId = await newPartner(site);
    const list = await newList(site, partnerId);
    const item = await list.bringIn(listOf(MAN));
    await list.run(item, 'undo');
    const { token } = await site.signIn('partner', partnerId);
    const { body } = await as(token, 'get', `/partners/${partnerId}/statistics`).expect(200);
    expect(body).to.include({ lists: 0, versions: 0, rows: 0, matched: 0, lastAt: null });
  });

  it('has no agreement that ends before it is signed: refused at that field, in the language of the reader', async () => {
    const { token } = await site.signIn('admin');
    const add = (agreement: object, language = 'ru') =>
      as(token, 'post', '/partners')
        .set('Accept-Language', language)
        .send({ code: 'LATE', name: 'Archive', agreement });
    const backwards = { signedOn: '2026-03-01', validUntil: '2026-02-28' };
    const told = [];
    for (const language of ['kk', 'ru', 'en']) told.push((await add(backwards, language).expect(400)).body.errors);
    const pointer = '/agreement/validUntil';
    expect(told).to.deep.equal([
      [{ pointer, detail: 'Келісімнің мерзімі қол қойылған күннен бұрын бітуі мүмкін емес' }],
      [{ pointer, detail: 'Соглашение не может закончиться раньше, чем подписано' }],
      [{ pointer, detail: 'An agreement cannot end before it is signed' }],
    ]);
    const { body } = await add({ signedOn: '2026-03-01', validUntil: '2026-03-01' }).expect(201);
    await as(token, 'patch', `/partners/${body.id}`).set('If-Match', '"v1"').send({ agreement: backwards }).expect(400);
  });

  describe('and the papers of its agreement', () => {
    it('are added by an admin, read by the partner, removed by an admin; each is written down', async () => {
      const partnerId = await newPartner(site);
      const [admin, partner] = [(await site.signIn('admin')).token, (await site.signIn('partner', partnerId)).token];
      const path = `/partners/${partnerId}/files`;
      const added = await as(admin, 'post', path).attach('file', PDF, 'Соглашение.pdf').expect(201);
      expect(added.body).to.include({ name: 'Соглашение.pdf', kind: 'pdf', bytes: PDF.length });
      const { body } = await as(partner, 'get', path).expect(200);
      expect(body.items.map(({ id }: { id: string }) => id)).to.deep.equal([added.body.id]);
      const content = await as(partner, 'get', `/files/${added.body.id}`).expect(200);
      expect(content.headers['content-disposition']).to.match(/^attachment/);
      await as(partner, 'post', path).attach('file', PDF, 'x.pdf').expect(403);
      await as(partner, 'delete', `${path}/${added.body.id}`).expect(403);
      await as(admin, 'delete', `${path}/${added.body.id}`).expect(204);
      await as(partner, 'get', `/files/${added.body.id}`).expect(404);
      const entries = await site.store.connection
        .collection('audit')
        .find({ action: /^partner\..*file$/ })
        .toArray();
      expect(entries.map(({ action }) => action)).to.deep.equal(['partner.add_file', 'partner.remove_file']);
    });

    it('are PDF or pictures by their content, of bounded size and number', async () => {
      const partnerId = await newPartner(site);
      const admin = (await site.signIn('admin')).token;
      const path = `/partners/${partnerId}/files`;
      const add = (content: Buffer, name = 'Соглашение.pdf') => as(admin, 'post', path).attach('file', content, name);
      await add(Buffer.from('<html><script>alert(1)</script>')).expect(415);
      await add(Buffer.from('MZ\x90\0\x03\0\0\0 program')).expect(415);
      await add(Buffer.alloc(0)).expect(400);
      await add(Buffer.concat([PDF, Buffer.alloc(16 * 1024 * 1024)])).expect(413);
      const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
        .png()
        .toBuffer();
      expect((await add(picture, 'page.png').expect(201)).body.kind).to.equal('picture');
      for (let count = 1; count < 30; count += 1) await add(PDF).expect(201);
      expect((await add(PDF).expect(400)).body.detail).to.include('30');
    });

    it('are there for nobody else: not for coordinators, volunteers, visitors or another partner', async () => {
      const partnerId = await newPartner(site);
      const admin = (await site.signIn('admin')).token;
      const path = `/partners/${partnerId}/files`;
      const { body } = await as(admin, 'post', path).attach('file', PDF, 'x.pdf').expect(201);
      const stranger = (await site.signIn('partner', await newPartner(site))).token;
      for (const address of [path, `/partners/${partnerId}/statistics`, `/partners/${partnerId}`, `/files/${body.id}`])
        expect([address, (await as(stranger, 'get', address)).status]).to.deep.equal([address, 404]);
      for (const role of ['coordinator', 'volunteer'] as const) {
        const { token } = await site.signIn(role);
        await as(token, 'get', path).expect(403);
        await as(token, 'get', `/files/${body.id}`).expect(404);
      }
      await site.http.get(`/api${path}`).expect(401);
      await site.http.get(`/api/files/${body.id}`).expect(401);
    });
  });

  describe('whose key was revoked', () => {
    const keyOf = async (partnerId: string) => {
      const scopes: ['import.create', 'import.read', 'import.apply'] = ['import.create', 'import.read', 'import.apply'];
      return site.services.apiKeys.create(OPERATOR, { partnerId, label: 'program', scopes });
    };

    it('gets no further answer while it polls, though the work it began goes on', async () => {
      const partnerId = await newPartner(site);
      const { key, secret } = await keyOf(partnerId);
      const sent = await as(secret, 'post', '/imports').attach('file', listOf(MAN), 'list.csv').expect(201);
      const begun = await as(secret, 'post', `/imports/${sent.body.id}/apply`).expect(202);
      await as(secret, 'get', `/jobs/${begun.body.jobId}`).expect(200);
      await site.services.apiKeys.revoke(OPERATOR, key.id);
      for (const path of [
        `/jobs/${begun.body.jobId}`,
        `/imports/${sent.body.id}`,
        '/imports',
        `/jobs/${begun.body.jobId}/events`,
      ])
        expect([path, (await as(secret, 'get', path)).status]).to.deep.equal([path, 401]);
      await site.services.runner.drain();
      expect(await site.services.imports.get(OPERATOR, sent.body.id)).to.include({ state: 'applied' });
    });

    it('is cut off from a stream of news that it follows', async () => {
      const partnerId = await newPartner(site);
      const { key, secret } = await keyOf(partnerId);
      const sent = await as(secret, 'post', '/imports').attach('file', listOf(MAN), 'list.csv').expect(201);
      const begun = await as(secret, 'post', `/imports/${sent.body.id}/apply`).expect(202);
      const stream = as(secret, 'get', `/jobs/${begun.body.jobId}/events`);
      let told = '';
      const over = stream
        .buffer(true)
        .parse((answer, done) => {
          answer.on('data', (piece: Buffer) => {
            told += piece.toString();
            // The job stands still; only the key ends the stream.
            void site.services.apiKeys.revoke(OPERATOR, key.id);
          });
          answer.on('end', () => done(null, told));
        })
        .then(() => told);
      expect(await over).to.include('"state":"queued"');
    });

    it('brings nothing in by an upload that was on its way', async () => {
      const partnerId = await newPartner(site);
      const { key, secret } = await keyOf(partnerId);
      const server = createServer(site.app).listen(0);
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const boundary = 'x-boundary-x';
      const upload = httpRequest({
        port,
        method: 'POST',
        path: '/api/imports',
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'transfer-encoding': 'chunked',
        },
      });
      const answered = once(upload, 'response');
      upload.write(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="l.csv"\r\n\r\n`);
      await new Promise((resolve) => upload.write('ФИО;Дата рождения\r\nКаирбеков Жаксылык;1913\r\n', resolve));
      // Its key was good when it began: the folder of incoming files says that it is being received.
      await receiving(site);
      await site.services.apiKeys.revoke(OPERATOR, key.id);
      upload.end(`Иванов Иван;1914\r\n--${boundary}--\r\n`);
      const [answer] = (await answered) as [{ statusCode: number; resume(): void }];
      answer.resume();
      expect(answer.statusCode).to.equal(401);
      expect(await site.store.connection.collection('imports').countDocuments({})).to.equal(0);
      await new Promise((resolve) => server.close(resolve));
    });
  });
});
