import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { problemMessages } from '../../client/messages/problems.ts';
import { fill } from '../../client/messages/translate.ts';
import { openTestSite, type TestSite } from '../site.ts';

const REQUEST = {
  soldier: { familyName: 'Сарсенов' },
  applicant: { name: 'Мысал', relation: 'son', language: 'kk' },
  consent: true,
};
const PHOTOGRAPH = randomBytes(900 * 1024);

describe('What one address may send in an hour', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = await openTestSite({ env: { UPLOAD_MB_PER_HOUR: '2' } });
  });
  afterEach(() => site.close());

  // No picture, so that nothing of it is kept: refused with 415 once it came, and counted all the same.
  const send = (path = '/api/requests') =>
    site.http
      .post(path)
      .set('Accept-Language', 'ru')
      .field('request', JSON.stringify(REQUEST))
      .attach('files', PHOTOGRAPH, 'photo.jpg');

  it('is counted in bytes, over requests and memories together, and told in the reader’s language', async () => {
    expect((await send()).status).to.equal(415);
    expect((await send('/kk/requests/new')).status).to.equal(422);
    const third = await send();
    expect(third.status).to.equal(429);
    expect(third.body.detail).to.equal(fill(problemMessages['problem.uploads'], 'ru'));
    expect((await send('/kk/soldiers/one/memories')).status).to.equal(429);
  });

  it('leaves words without photographs a way through', async () => {
    await send();
    await send();
    expect((await site.http.post('/api/requests').send(REQUEST)).status).to.equal(201);
  });

  it('begins anew after an hour', async () => {
    await send();
    await send();
    expect((await send()).status).to.equal(429);
    site.clock.advance(3601);
    expect((await send()).status).to.equal(415);
  });
});
