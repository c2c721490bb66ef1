import { expect } from 'chai';
import { DEMO_PASSWORD } from '../../server/demo-accounts.ts';
import { OPERATOR, openTestSite, PASSWORD, type TestSite } from '../site.ts';

type Cookies = Record<string, { value: string; line: string }>;

function cookiesOf(headers: Record<string, unknown>): Cookies {
  const lines = Array.isArray(headers['set-cookie']) ? headers['set-cookie'].map(String) : [];
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      return [name, { value, line }];
    }),
  );
}

describe('A session', () => {
  let site: TestSite;
  const EMAIL = 'aigul@example.net';

  before(async () => {
    site = await openTestSite({ env: { PUBLIC_URL: 'https://amanat.example' } });
    await site.services.users.create(OPERATOR, {
      email: EMAIL,
      displayName: 'Айгүл',
      role: 'volunteer',
      password: PASSWORD,
    });
  });
  after(() => site.close());
  beforeEach(() => site.clock.advance(3600));

  const signIn = (email = EMAIL, password = PASSWORD) => site.http.post('/api/session').send({ email, password });
  const refresh = (token: string) => site.http.post('/api/session/refresh').set('Cookie', `amanat_refresh=${token}`);
  const me = (token: string) => site.http.get('/api/me').set('Authorization', `Bearer ${token}`);

  it('answers an access token and the account, and nothing of the password', async () => {
    const { status, body } = await signIn();
    expect(status).to.equal(200);
    expect(body.user).to.include({ email: EMAIL, role: 'volunteer' });
    expect(JSON.stringify(body)).not.to.include('argon2');
    expect((await me(body.accessToken)).body.email).to.equal(EMAIL);
  });

  it('does not mind capitals or spaces around the e-mail', async () => {
    expect((await signIn('  Aigul@Example.net ')).status).to.equal(200);
  });

  it('keeps the refresh token in a cookie no script can read and that goes nowhere else', async () => {
    const cookie = cookiesOf((await signIn()).headers).amanat_refresh?.line ?? '';
    expect(cookie).to.include('HttpOnly').and.include('Secure').and.include('SameSite=Strict');
    expect(cookie).to.include('Path=/api/session/refresh');
  });

  it('sends cookies without Secure on plain http only, where a browser would drop them', async () => {
    const plain = await openTestSite({ env: { PUBLIC_URL: 'http://localhost:3000' } });
    await plain.services.users.create(OPERATOR, {
      email: EMAIL,
      displayName: 'A',
      role: 'volunteer',
      password: PASSWORD,
    });
    const { headers } = await plain.http.post('/api/session').send({ email: EMAIL, password: PASSWORD });
    expect(cookiesOf(headers).amanat_refresh?.line).not.to.include('Secure');
    await plain.close();
  });

  it('works with the access cookie as well, for the desk', async () => {
    const cookies = cookiesOf((await signIn()).headers);
    const { body } = await site.http.get('/api/me').set('Cookie', `amanat_access=${cookies.amanat_access?.value}`);
    expect(body.email).to.equal(EMAIL);
  });

  it('runs out after fifteen minutes', async () => {
    const { accessToken } = (await signIn()).body;
    site.clock.advance(15 * 60 - 1);
    expect((await me(accessToken)).status).to.equal(200);
    site.clock.advance(1);
    expect((await me(accessToken)).status).to.equal(401);
  });

  it('is renewed by the refresh cookie, which is exchanged each time', async () => {
    const first = cookiesOf((await signIn()).headers).amanat_refresh?.value ?? '';
    const renewed = await refresh(first);
    expect(renewed.status).to.equal(200);
    expect((await me(renewed.body.accessToken)).status).to.equal(200);
    expect(cookiesOf(renewed.headers).amanat_refresh?.value).not.to.equal(first);
  });

  it('ends for everyone when an exchanged refresh token is used again', async () => {
    const first = cookiesOf((await signIn()).headers).amanat_refresh?.value ?? '';
    const renewed = await refresh(first);
    const second = cookiesOf(renewed.headers).amanat_refresh?.value ?? '';
    expect((await refresh(first)).status).to.equal(401);
    expect((await refresh(second)).status).to.equal(401);
    expect((await me(renewed.body.accessToken)).status).to.equal(401);
    const audit = await site.services.audit.list(OPERATOR, { action: 'session.refresh_reused' }, null, 1);
    expect(audit.items).to.have.length(1);
  });

  it('is over after two weeks without use', async () => {
    const token = cookiesOf((await signIn()).headers).amanat_refresh?.value ?? '';
    site.clock.advance(14 * 24 * 3600);
    expect((await refresh(token)).status).to.equal(401);
  });

  it('ends at once with DELETE, for its access token too, and clears the cookies', async () => {
    const signedIn = await signIn();
    const { accessToken } = signedIn.body;
    const out = await site.http.delete('/api/session').set('Authorization', `Bearer ${accessToken}`);
    expect(out.status).to.equal(204);
    expect(cookiesOf(out.headers).amanat_refresh?.line).to.include('1970');
    expect((await me(accessToken)).status).to.equal(401);
    const token = cookiesOf(signedIn.headers).amanat_refresh?.value ?? '';
    expect((await refresh(token)).status).to.equal(401);
  });

  it('ends with DELETE also when the access token has run out', async () => {
    const signedIn = await signIn();
    site.clock.advance(3600);
    await site.http.delete('/api/session').set('Cookie', `amanat_access=${signedIn.body.accessToken}`);
    const token = cookiesOf(signedIn.headers).amanat_refresh?.value ?? '';
    expect((await refresh(token)).status).to.equal(401);
  });

  it('ends with the sign-out of a desk that was left alone longer than its access token lasts', async () => {
    const cookies = cookiesOf((await signIn()).headers);
    const seconds = Number(/Max-Age=(\d+)/.exec(cookies.amanat_access?.line ?? '')?.[1]);
    expect(seconds, 'a browser still sends the cookie by which the session is known').to.equal(14 * 24 * 3600);
    site.clock.advance(24 * 3600);
    expect((await me(cookies.amanat_access?.value ?? '')).status).to.equal(401);
    await site.http.delete('/api/session').set('Cookie', `amanat_access=${cookies.amanat_access?.value}`).expect(204);
    expect((await refresh(cookies.amanat_refresh?.value ?? '')).status).to.equal(401);
  });

  it('leaves the other device signed in', async () => {
    const telephone = (await signIn()).body.accessToken;
    const desk = (await signIn()).body.accessToken;
    await site.http.delete('/api/session').set('Authorization', `Bearer ${telephone}`);
    expect((await me(desk)).status).to.equal(200);
  });

  it('ends on every device when the password is changed', async () => {
    const email = 'changes@example.net';
    await site.services.users.create(OPERATOR, { email, displayName: 'C', role: 'volunteer', password: PASSWORD });
    const signedIn = await signIn(email);
    const { accessToken } = signedIn.body;
    const changed = await site.http
      .put('/api/me/password')
      .set('Authorization', `Bearer ${accessToken}`)
      .send({ current: PASSWORD, next: 'another long password' });
    expect(changed.status).to.equal(204);
    expect((await me(accessToken)).status).to.equal(401);
    expect((await refresh(cookiesOf(signedIn.headers).amanat_refresh?.value ?? '')).status).to.equal(401);
    expect((await signIn(email, 'another long password')).status).to.equal(200);
  });

  it('is refused with a token of another algorithm or another site', async () => {
    const { accessToken } = (await signIn()).body;
    const [, claims = ''] = accessToken.split('.');
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${claims}.`;
    expect((await me(none)).status).to.equal(401);
    expect((await me(`${accessToken.slice(0, -4)}AAAA`)).status).to.equal(401);
  });

  describe('that is asked for with a wrong password', () => {
    const answerOf = async (email: string, password: string) => {
      const { status, body } = await signIn(email, password);
      return { status, title: body.title, detail: body.detail };
    };

    it('is told the same whether the account exists, is closed or is locked', async () => {
      const email = 'closed@example.net';
      const closed = await site.services.users.create(OPERATOR, {
        email,
        displayName: 'C',
        role: 'volunteer',
        password: PASSWORD,
      });
      await site.services.users.change(OPERATOR, closed.id, closed.version, { disabled: true });
      const unknown = await answerOf('nobody@example.net', PASSWORD);
      expect(unknown.status).to.equal(401);
      expect(await answerOf(EMAIL, 'wrong password')).to.deep.equal(unknown);
      expect(await answerOf(email, PASSWORD)).to.deep.equal(unknown);
    });

    it('locks the account after five, also for the right password, and opens it again after the wait', async () => {
      const email = 'locked@example.net';
      await site.services.users.create(OPERATOR, { email, displayName: 'L', role: 'volunteer', password: PASSWORD });
      for (let attempt = 1; attempt <= 5; attempt++) await signIn(email, 'wrong password');
      expect((await signIn(email)).status).to.equal(401);
      site.clock.advance(31);
      expect((await signIn(email)).status).to.equal(200);
      await signIn(email, 'wrong password');
      expect((await signIn(email)).status, 'a right password forgives the wrong ones before').to.equal(200);
    });

    it('counts guesses that are sent at once one by one', async () => {
      const email = 'hammered@example.net';
      await site.services.users.create(OPERATOR, { email, displayName: 'H', role: 'volunteer', password: PASSWORD });
      const guesses = ['1', '2', '3', '4', '5', '6', '7'].map((n) => signIn(email, `wrong ${n}`));
      await Promise.all(guesses);
      expect((await signIn(email)).status).to.equal(401);
    });

    it('is told in the language asked for', async () => {
      const { body } = await signIn(EMAIL, 'wrong').set('Accept-Language', 'kk');
      expect(body.detail).to.match(/^E-mail немесе құпиясөз дұрыс емес/);
    });
  });

  it('refuses a body with fields nobody knows, naming each', async () => {
    const { status, body } = await site.http
      .post('/api/session')
      .send({ email: EMAIL, password: DEMO_PASSWORD, admin: true });
    expect(status).to.equal(400);
    expect(body.errors).to.deep.equal([{ pointer: '/admin', detail: 'There is no such field' }]);
  });
});
