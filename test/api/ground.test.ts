import { expect } from 'chai';
import { problemMessages } from '../../client/messages/problems.ts';
import { openTestSite, type TestSite } from '../site.ts';

describe('Every answer of the site', () => {
  let site: TestSite;
  let token = '';

  before(async () => {
    site = await openTestSite();
    token = (await site.signIn('admin')).token;
  });
  after(() => site.close());

  it('allows nothing but what comes from the site itself', async () => {
    const { headers } = await site.http.get('/health');
    const policy = String(headers['content-security-policy']);
    expect(policy).to.include("default-src 'self'");
    expect(policy).not.to.include('unsafe');
    expect(policy).not.to.match(/https?:\/\//);
    expect(headers['x-content-type-options']).to.equal('nosniff');
    expect(headers).not.to.have.property('x-powered-by');
  });

  it('is a problem in JSON for a program and a page for a person when there is no such address', async () => {
    const program = await site.http.get('/api/no-such-thing');
    expect(program.status).to.equal(404);
    expect(program.headers['content-type']).to.match(/^application\/problem\+json/);
    expect(program.body).to.include({ status: 404, code: 'not_found', type: 'urn:amanat:problem:not_found' });
    const person = await site.http.get('/ru/no-such-page');
    expect(person.status).to.equal(404);
    expect(person.headers['content-type']).to.match(/^text\/html/);
    expect(person.text).to.include('lang="ru"');
  });

  it('speaks the language asked for, in English when none is', async () => {
    const titleIn = async (language?: string) => {
      const call = site.http.get('/api/me');
      return (await (language ? call.set('Accept-Language', language) : call)).body.title;
    };
    const titles = problemMessages['problem.not_signed_in'];
    expect(await titleIn()).to.equal(titles.en);
    expect(await titleIn('kk-KZ,kk;q=0.9,ru;q=0.8')).to.equal(titles.kk);
    expect(await titleIn('ru')).to.equal(titles.ru);
    expect(await titleIn('fr')).to.equal(titles.en);
  });

  it('says that JSON is none, and does not repeat it', async () => {
    const { status, body } = await site.http
      .post('/api/session')
      .set('Content-Type', 'application/json')
      .send('{"email": "aigul@');
    expect(status).to.equal(400);
    expect(body.detail).to.equal(problemMessages['problem.json'].en);
    expect(JSON.stringify(body)).not.to.include('aigul');
  });

  it('asks for JSON when something else is sent', async () => {
    const { status } = await site.http.post('/api/session').type('text/plain').send('hello');
    expect(status).to.equal(415);
  });

  it('refuses 300 kB of JSON as too large', async () => {
    const { status } = await site.http.post('/api/session').send({ email: 'x'.repeat(300_000) });
    expect(status).to.equal(413);
  });

  it('takes an id that cannot be one, or a broken percent sign, for no address', async () => {
    const as = (path: string) => site.http.get(path).set('Authorization', `Bearer ${token}`);
    expect((await as('/api/users/no%20id')).status).to.equal(404);
    expect((await as('/api/users/%E0%A4%A')).status).to.equal(404);
  });

  it('has no page for a file that is not there or lies outside', async () => {
    for (const path of ['/assets/none.css', '/assets/fonts/none.woff2', '/assets/..%2f..%2fpackage.json']) {
      expect((await site.http.get(path)).status, path).to.equal(404);
    }
  });

  it('names a query parameter nobody knows', async () => {
    const { status, body } = await site.http.get('/api/audit?order=up').set('Authorization', `Bearer ${token}`);
    expect(status).to.equal(400);
    expect(body.errors[0].pointer).to.equal('?order');
  });

  it('refuses a write that another site makes with the cookies of a reader', async () => {
    const write = (headers: Record<string, string>) => site.http.delete('/api/session').set(headers);
    expect((await write({ Origin: 'https://evil.example' })).status).to.equal(403);
    expect((await write({ Origin: 'null' })).status).to.equal(403);
    expect((await write({ 'Sec-Fetch-Site': 'cross-site' })).status).to.equal(403);
    expect((await write({ Origin: 'http://localhost:3000' })).status).to.equal(204);
    expect((await write({})).status).to.equal(204);
  });

  it('is logged as one line with the pattern of its route, never the address or the token', async () => {
    site.logged.length = 0;
    await site.http.get('/api/users/0123456789abcdef?').set('Authorization', `Bearer ${token}`);
    await site.http.get('/kk/soldiers-of-aigul?q=Kairbekov');
    const lines = site.logged.filter((line) => line.msg === 'request');
    expect(lines.map((line) => line.route)).to.deep.equal(['/api/users/:id', '(none)']);
    const all = JSON.stringify(site.logged);
    for (const secret of ['0123456789abcdef', 'Kairbekov', 'aigul', token]) expect(all).not.to.include(secret);
  });

  it('carries the number under which its log line is found', async () => {
    site.logged.length = 0;
    const { headers, body } = await site.http.get('/api/nothing');
    expect(body.requestId).to.equal(headers['x-request-id']);
    expect(site.logged[0]).to.include({ requestId: body.requestId });
  });
});

describe('Operators', () => {
  let site: TestSite;

  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  it('see that the process lives and that it is ready', async () => {
    expect((await site.http.get('/health')).status).to.equal(200);
    const ready = await site.http.get('/ready');
    expect(ready.status).to.equal(200);
    expect(ready.body).to.include({ store: 'up', search: 'up', lag: 0 });
  });

  it('read how often each route was asked, by its pattern', async () => {
    await site.http.get('/api/users/0123456789abcdef');
    const { text, headers } = await site.http.get('/metrics');
    expect(headers['content-type']).to.match(/^text\/plain/);
    expect(text).to.match(/amanat_http_request_seconds_count\{method="GET",route="\/api\/users\/:id",status="4xx"\} 1/);
    expect(text).not.to.include('0123456789abcdef');
  });

  it('see 503 from the moment the site is told to stop, while it still answers', async () => {
    const other = await openTestSite();
    other.announceStop();
    const ready = await other.http.get('/ready');
    expect(ready.status).to.equal(503);
    expect(ready.headers.connection).to.equal('close');
    await other.close();
  });

  it('see 503 when the store is gone, and nobody is told that there is nothing', async () => {
    const other = await openTestSite();
    const { token } = await other.signIn('admin');
    await other.store.close();
    expect((await other.http.get('/ready')).status).to.equal(503);
    const { status, body } = await other.http.get('/api/users').set('Authorization', `Bearer ${token}`);
    expect(status).to.equal(503);
    expect(body.code).to.equal('store_down');
    const page = await other.http.get('/ru/?q=Каирбеков');
    expect(page.status).to.equal(503);
    expect(page.headers['content-type']).to.match(/^text\/html/);
    await other.close();
  });

  it('see 503 until the search was filled once, and a search before that is no "nobody found"', async () => {
    const other = await openTestSite({ searching: false });
    const ready = await other.http.get('/ready');
    expect(ready.status).to.equal(503);
    expect(ready.body).to.include({ store: 'up', search: 'down' });
    const { status, body } = await other.http.get('/api/soldiers?q=Kairbekov');
    expect(status).to.equal(503);
    expect(body.code).to.equal('search_down');
    await other.startSearch();
    expect((await other.http.get('/api/soldiers?q=Kairbekov')).status).to.equal(200);
    await other.close();
  });
});

describe('The description of the API', () => {
  let site: TestSite;

  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  it('is OpenAPI 3.1 made from the schemas that check the requests', async () => {
    const { body } = await site.http.get('/api/openapi.json');
    expect(body.openapi).to.equal('3.1.0');
    const signIn = body.paths['/api/session'].post;
    const schema = signIn.requestBody.content['application/json'].schema;
    expect(schema.required).to.have.members(['email', 'password']);
    expect(signIn.responses.default.content).to.have.property('application/problem+json');
  });

  it('names every route that the features answer', async () => {
    const { body } = await site.http.get('/api/openapi.json');
    expect(Object.keys(body.paths)).to.include.members([
      '/api/session',
      '/api/me',
      '/api/users',
      '/api/partners',
      '/api/api-keys',
      '/api/audit',
      '/api/jobs/{id}/events',
    ]);
  });

  it('has a viewer whose every file comes from the site', async () => {
    const page = await site.http.get('/api/docs/');
    expect(page.status).to.equal(200);
    expect(page.text).not.to.match(/<script>|<style|style=|https?:\/\//);
    for (const [, file] of page.text.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) {
      expect((await site.http.get(`/api/docs/${file}`)).status, file).to.equal(200);
    }
  });
});

describe('Too many requests', () => {
  const many = { FAILED_SIGN_INS_PER_QUARTER_HOUR: '3', SEARCHES_PER_MINUTE: '2', REQUESTS_PER_HOUR: '2' };

  it('are answered 429 with the time to wait: failed sign-ins', async () => {
    const site = await openTestSite({ env: many });
    const attempt = () => site.http.post('/api/session').send({ email: 'a@example.net', password: 'wrong' });
    for (let n = 1; n <= 3; n++) expect((await attempt()).status).to.equal(401);
    const { status, headers, body } = await attempt();
    expect(status).to.equal(429);
    expect(Number(headers['retry-after'])).to.be.greaterThan(0);
    expect(body.code).to.equal('too_many_requests');
    await site.close();
  });

  it('are counted for reports of errors, and for sheets and pictures that are drawn anew', async () => {
    const site = await openTestSite({ env: many });
    const report = () => site.http.post('/ru/soldiers/nobody/report').type('form').send({ text: 'ошибка' });
    const sheet = () => site.http.get('/ru/soldiers/nobody/memory-sheet.pdf');
    for (let n = 1; n <= 2; n++) expect([(await report()).status, (await sheet()).status]).to.deep.equal([404, 404]);
    expect([(await report()).status, (await sheet()).status]).to.deep.equal([429, 429]);
    await site.close();
  });

  it('are counted for searching and for leaving requests too', async () => {
    const site = await openTestSite({ env: many });
    for (let n = 1; n <= 2; n++) expect((await site.http.get('/api/soldiers?q=a')).status).not.to.equal(429);
    expect((await site.http.get('/api/soldiers?q=a')).status).to.equal(429);
    for (let n = 1; n <= 2; n++) expect((await site.http.post('/api/requests').send({})).status).not.to.equal(429);
    expect((await site.http.post('/api/requests').send({})).status).to.equal(429);
    await site.close();
  });
});
