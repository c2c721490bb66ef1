import { expect } from 'chai';
import { OPERATOR, openTestSite, PASSWORD, type TestSite } from '../site.ts';

const NEXT = 'another long password';

describe('A password that its owner sets by a link', () => {
  let site: TestSite;
  let admin: string;
  let volunteer: string;
  let count = 0;

  before(async () => {
    site = await openTestSite();
    admin = (await site.signIn('admin')).token;
    volunteer = (await site.signIn('volunteer')).token;
  });
  after(() => site.close());
  beforeEach(() => site.clock.advance(60));

  const bearer = (token: string) => `Bearer ${token}`;
  const signIn = (email: string, password: string) => site.http.post('/api/session').send({ email, password });
  const use = (url: string, password = NEXT) =>
    site.http.post(`/api/password-links/${url.split('/').at(-1)}`).send({ password });

  /** An account opened without a password, as an admin does it. */
  async function open() {
    // The access token of a test outlives the clock's steps only for a quarter of an hour.
    admin = (await site.signIn('admin')).token;
    count += 1;
    const email = `invited${count}@example.net`;
    const wanted = { email, displayName: 'Айгүл', role: 'volunteer' };
    const { status, body } = await site.http.post('/api/users').set('Authorization', bearer(admin)).send(wanted);
    expect(status).to.equal(201);
    return { id: body.id as string, email, url: body.passwordLink.url as string };
  }
  const newLink = async (id: string) => {
    const path = `/api/users/${id}/password-link`;
    return (await site.http.post(path).set('Authorization', bearer(admin)).expect(201)).body.url as string;
  };

  it('opens an account that nobody could sign in to before', async () => {
    const { email, url } = await open();
    expect(url).to.match(/\/desk\/password\/[0-9a-z]{26}$/);
    const code = url.split('/').at(-1);
    expect((await site.http.get(`/api/password-links/${code}`)).body).to.deep.equal({ displayName: 'Айгүл', email });
    await use(url).expect(204);
    expect((await signIn(email, NEXT)).status).to.equal(200);
  });

  it('works once, also when it is used twice at the same moment', async () => {
    const { url } = await open();
    const both = await Promise.all([use(url), use(url, 'a third long password')]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([204, 404]);
    const again = await use(url).set('Accept-Language', 'ru');
    expect(again.status).to.equal(404);
    expect(again.body.detail).to.include('Попросите у администратора новую');
  });

  it('runs out after three days, and stops when a newer one is made', async () => {
    const first = await open();
    const second = await newLink(first.id);
    expect((await use(first.url)).status).to.equal(404);
    site.clock.advance(72 * 3600);
    expect((await use(second)).status).to.equal(404);
  });

  it('signs the account out everywhere, and opens it when it was locked by wrong guesses', async () => {
    const { email, actor } = await site.signIn('coordinator');
    const old = (await signIn(email, PASSWORD)).body.accessToken;
    for (let guess = 1; guess <= 6; guess++) await signIn(email, `wrong ${guess}`);
    admin = (await site.signIn('admin')).token;
    await use(await newLink(actor.id)).expect(204);
    expect((await site.http.get('/api/me').set('Authorization', bearer(old))).status).to.equal(401);
    expect((await signIn(email, PASSWORD)).status).to.equal(401);
    expect((await signIn(email, NEXT)).status).to.equal(200);
  });

  it('does not open a closed account', async () => {
    const { id, url } = await open();
    const user = await site.services.users.get(OPERATOR, id);
    await site.services.users.change(OPERATOR, id, user.version, { disabled: true });
    expect((await use(url)).status).to.equal(404);
  });

  it('has to be long, and no code but the right one works', async () => {
    const { url } = await open();
    expect((await use(url, 'short')).status).to.equal(400);
    const wrong = url.endsWith('z') ? '0' : 'z';
    expect((await use(`${url.slice(0, -1)}${wrong}`)).status).to.equal(404);
    await use(url).expect(204);
  });

  it('is made by admins only, stands in the audit, and is kept as a hash', async () => {
    const { id, url } = await open();
    const path = `/api/users/${id}/password-link`;
    expect((await site.http.post(path)).status).to.equal(401);
    volunteer = (await site.signIn('volunteer')).token;
    expect((await site.http.post(path).set('Authorization', bearer(volunteer))).status).to.equal(403);
    const audit = await site.services.audit.list(OPERATOR, { subjectId: id }, null, 10);
    expect(audit.items.map(({ action }) => action)).to.deep.equal(['user.password_link', 'user.create']);
    const stored = JSON.stringify(await site.store.connection.collection('users').find({}).toArray());
    const code = url.split('/').at(-1) ?? '';
    for (const place of [stored, JSON.stringify(audit.items), JSON.stringify(site.logged)]) {
      expect(place).not.to.include(code);
    }
  });
});

describe('A password changed by its owner', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  it('cannot be guessed by whoever holds a sign-in for a moment: after five tries even the right one waits', async () => {
    const { token } = await site.signIn('volunteer');
    const change = (current: string) =>
      site.http.put('/api/me/password').set('Authorization', `Bearer ${token}`).send({ current, next: NEXT });
    for (let guess = 1; guess <= 5; guess++) expect((await change(`wrong ${guess}`)).status).to.equal(400);
    expect((await change(PASSWORD)).status).to.equal(400);
    site.clock.advance(31);
    expect((await change(PASSWORD)).status).to.equal(204);
  });
});
