import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import express, { Router } from 'express';
import sharp from 'sharp';
import supertest from 'supertest';
import { problemMessages } from '../../client/messages/problems.ts';
import { createErrorHandler } from '../../server/http/error-handler.ts';
import { createSayProblem } from '../../server/http/problem.ts';
import { createRequestId } from '../../server/http/request-log.ts';
import { openTestSite, type TestSite } from '../site.ts';

const OWNER = { kind: 'request', id: 'request0000000001' } as const;
const LIMITS = { field: 'files', files: 3, fileBytes: 1024 * 1024 };
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]);

/** A photograph with a place written into it, as a telephone makes it. */
function photograph(width = 2400, height = 1800): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#806040' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Aigul' }, IFD3: { GPSLatitude: '43/1 15/1 0/1', GPSLatitudeRef: 'N' } })
    .toBuffer();
}

describe('Files of a request', () => {
  let site: TestSite;
  let http: ReturnType<typeof supertest>;

  before(async () => {
    site = await openTestSite();
    http = supertest(uploader());
  });
  after(() => site.close());
  afterEach(() => site.services.files.removeOf(OWNER));

  /** The route of a feature, in small: receives, keeps, and leaves nothing in the folder of what comes in. */
  function uploader() {
    const { files, receiveFiles } = site.services;
    const router = Router();
    router.post('/api/upload', async (req, res) => {
      const received = await receiveFiles(req, res, LIMITS);
      try {
        const kept = await files.keepPapers(OWNER, received.files);
        res.status(201).json({ fields: received.fields, kept });
      } finally {
        await received.discard();
      }
    });
    const app = express();
    app.use(createRequestId(() => 'r'));
    app.use(router);
    const say = createSayProblem([problemMessages]);
    app.use(createErrorHandler({ log: site.log, say, renderErrorPage: () => '' }));
    return app;
  }

  const incoming = () => readdir(join(site.dataDir, 'files', 'incoming'));
  const kept = async () => {
    const hashes: string[] = [];
    for await (const hash of site.services.disk.list()) hashes.push(hash);
    return hashes;
  };

  it('are pictures drawn anew in two sizes, without the place they were taken at', async () => {
    const { status, body } = await http.post('/api/upload').attach('files', await photograph(), 'letter.jpg');
    expect(status).to.equal(201);
    const [file] = body.kept;
    expect(file).to.include({ kind: 'picture', width: 1600, height: 1200, name: null });
    const { token } = await site.signIn('volunteer');
    for (const [size, width] of [
      ['large', 1600],
      ['small', 400],
    ] as const) {
      const picture = await site.http
        .get(`/api/files/${file.id}?size=${size}`)
        .set('Authorization', `Bearer ${token}`)
        .responseType('blob');
      expect(picture.headers['content-type']).to.equal('image/jpeg');
      const data = await sharp(picture.body).metadata();
      expect(data.width).to.equal(width);
      expect(data.exif).to.equal(undefined);
    }
    expect(await incoming()).to.deep.equal([]);
  });

  it('stand upright, as the telephone held them', async () => {
    const lying = await sharp(await photograph(800, 400))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { body } = await http.post('/api/upload').attach('files', lying, 'p.jpg');
    expect(body.kept[0]).to.include({ width: 400, height: 800 });
  });

  it('are PDFs kept as they are, and saved instead of shown', async () => {
    const { body } = await http.post('/api/upload').attach('files', PDF, 'death-notice.pdf');
    const { token } = await site.signIn('volunteer');
    const answer = await site.http
      .get(`/api/files/${body.kept[0].id}`)
      .set('Authorization', `Bearer ${token}`)
      .responseType('blob');
    expect(Buffer.compare(answer.body, PDF)).to.equal(0);
    expect(answer.headers['content-disposition']).to.match(/^attachment/);
  });

  it('are kept once when the same is sent twice, until nobody needs it', async () => {
    await http.post('/api/upload').attach('files', PDF, 'a.pdf').attach('files', PDF, 'b.pdf');
    expect(await kept()).to.have.length(1);
    await site.services.files.removeOf(OWNER);
    expect(await kept()).to.deep.equal([]);
  });

  it('are refused when they are a program, whatever the name says, and nothing of the upload stays', async () => {
    const upload = http
      .post('/api/upload')
      .attach('files', await photograph(), 'good.jpg')
      .attach('files', PROGRAM, { filename: 'photo.jpg', contentType: 'image/jpeg' });
    const { status, body } = await upload;
    expect(status).to.equal(415);
    expect(body.errors).to.deep.equal([{ pointer: '/files/1', detail: problemMessages['problem.file.type'].en }]);
    expect(await kept()).to.deep.equal([]);
    expect(await incoming()).to.deep.equal([]);
    expect(await site.services.files.listOf(OWNER)).to.deep.equal([]);
  });

  it('are refused when they are empty, damaged or text', async () => {
    const broken = (await photograph()).subarray(0, 2000);
    const status = async (content: Buffer) => (await http.post('/api/upload').attach('files', content, 'p.jpg')).status;
    expect(await status(Buffer.alloc(0))).to.equal(400);
    expect(await status(broken)).to.equal(415);
    expect(await status(Buffer.from('just words'))).to.equal(415);
    expect(await kept()).to.deep.equal([]);
  });

  it('are refused with the limit in the words of the reader when one is too large or there are too many', async () => {
    const large = await http
      .post('/api/upload')
      .set('Accept-Language', 'ru')
      .attach('files', Buffer.alloc(LIMITS.fileBytes + 1), 'large.pdf');
    expect(large.status).to.equal(413);
    expect(large.body.detail).to.equal('Файл слишком большой: не больше 1 МБ');
    const many = http.post('/api/upload');
    for (let n = 0; n < 4; n++) many.attach('files', PDF, `${n}.pdf`);
    const { status, body } = await many;
    expect(status).to.equal(413);
    expect(body.detail).to.equal('Too many files: at most 3');
    expect(await incoming()).to.deep.equal([]);
  });

  it('leave nothing behind when the form is cut off', async () => {
    const form = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.4';
    const { status } = await http.post('/api/upload').set('Content-Type', 'multipart/form-data; boundary=b').send(form);
    expect(status).to.equal(400);
    expect(await incoming()).to.deep.equal([]);
  });

  it('are for those who may see the request: a visitor is asked to sign in, a partner is told there is none', async () => {
    const { body } = await http.post('/api/upload').attach('files', PDF, 'a.pdf');
    const path = `/api/files/${body.kept[0].id}`;
    expect((await site.http.get(path)).status).to.equal(401);
    const partner = await site.services.partners
      .create({ id: 'operator', role: 'admin' }, { code: 'P', name: 'P' })
      .catch(() => null);
    const partnerId = partner?.id ?? (await site.services.partners.findByCode('P'))?.id;
    const { token } = await site.signIn('partner', partnerId);
    expect((await site.http.get(path).set('Authorization', `Bearer ${token}`)).status).to.equal(404);
  });

  it('open for a status page only with the request they belong to', async () => {
    const { body } = await http.post('/api/upload').attach('files', PDF, 'a.pdf');
    const { files } = site.services;
    const file = await files.openOf(OWNER, body.kept[0].id, 'large');
    file.content.destroy();
    const stranger = files.openOf({ kind: 'request', id: 'another' }, body.kept[0].id, 'large');
    expect(await stranger.catch((error: { code: string }) => error.code)).to.equal('not_found');
  });

  it('that a crash left half written are cleared away an hour later', async () => {
    const { disk } = site.services;
    const { writeFile, utimes } = await import('node:fs/promises');
    const path = join(disk.incomingDir, 'left-behind');
    await writeFile(path, 'half');
    await utimes(path, 0, 1_000_000_000);
    await disk.prepare(new Date(1_000_000_001_000));
    expect(await incoming()).to.deep.equal([]);
  });
});

describe('The list of a partner', () => {
  let site: TestSite;
  const OF_IMPORT = { kind: 'import', id: 'import00000000001' } as const;

  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  const keep = async (content: Buffer | string, name: string) => {
    const { writeFile } = await import('node:fs/promises');
    const path = join(site.services.disk.incomingDir, 'list');
    await writeFile(path, content);
    return site.services.files.keepList(OF_IMPORT, { path, name, bytes: Buffer.byteLength(content) });
  };
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'kept',
      (error: { code: string }) => error.code,
    );

  it('is kept as it came, with the name the partner knows it by', async () => {
    const file = await keep('Фамилия;Имя\r\nКаирбеков;Алихан\r\n', 'Список 2026.csv');
    expect(file).to.include({ kind: 'list', name: 'Список 2026.csv' });
    expect(await site.services.disk.has(file.sha256)).to.equal(true);
  });

  it('is not refused because its first word looks like the beginning of a picture', async () => {
    expect(await codeOf(keep('BMI;Name\r\n1;A\r\n', 'list.csv'))).to.equal('kept');
  });

  it('is refused when it is a picture named .csv, or empty', async () => {
    const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await codeOf(keep(png, 'list.csv'))).to.equal('unsupported_type');
    expect(await codeOf(keep('', 'list.csv'))).to.equal('bad_input');
  });
});
