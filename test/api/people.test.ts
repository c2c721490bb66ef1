import { expect } from 'chai';
import type { Role } from '../../server/domain/roles.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';

type Method = 'get' | 'post' | 'patch' | 'delete';

describe('Accounts, partners and keys', () => {
  let site: TestSite;
  const tokens: Record<string, string> = {};
  let partnerId = '';
  let otherPartnerId = '';

  before(async () => {
    site = await openTestSite();
    const { partners } = site.services;
    partnerId = (await partners.create(OPERATOR, { code: 'OWN', name: 'Own archive' })).id;
    otherPartnerId = (await partners.create(OPERATOR, { code: 'OTHER', name: 'Other archive' })).id;
    for (const role of ['volunteer', 'coordinator', 'admin'] as const) tokens[role] = (await site.signIn(role)).token;
    tokens.partner = (await site.signIn('partner', partnerId)).token;
  });
  after(() => site.close());

  const as = (role: Role | 'visitor', method: Method, path: string) => {
    const call = site.http[method](path);
    return role === 'visitor' ? call : call.set('Authorization', `Bearer ${tokens[role]}`);
  };
  const newUser = (email: string) => ({ email, displayName: 'New', role: 'volunteer', password: 'a long password' });

  describe('are for admins only', () => {
    const addresses: [Method, string][] = [
      ['get', '/api/users'],
      ['post', '/api/users'],
      ['post', '/api/partners'],
      ['get', '/api/api-keys'],
      ['post', '/api/api-keys'],
      ['get', '/api/audit'],
    ];
    const bodies: Record<string, object> = {
      '/api/users': newUser('x@example.net'),
      '/api/partners': { code: 'NEW', name: 'New' },
      '/api/api-keys': { partnerId: '0123456789abcdef', label: 'x', scopes: ['import.read'] },
    };
    for (const [method, path] of addresses) {
      it(`${method.toUpperCase()} ${path}`, async () => {
        const body = method === 'post' ? bodies[path] : undefined;
        expect((await as('visitor', method, path).send(body)).status).to.equal(401);
        for (const role of ['volunteer', 'coordinator', 'partner'] as const) {
          expect((await as(role, method, path).send(body)).status, role).to.equal(403);
        }
        expect((await as('admin', method, path).send(body)).status).to.be.oneOf([200, 201, 400]);
      });
    }
  });

  it('open an account that can sign in, and refuse the same e-mail twice', async () => {
    const created = await as('admin', 'post', '/api/users').send(newUser('Once@Example.net'));
    expect(created.status).to.equal(201);
    expect(created.body.email).to.equal('once@example.net');
    expect((await as('admin', 'post', '/api/users').send(newUser('once@example.net'))).status).to.equal(409);
  });

  it('want a long password and a role that has accounts', async () => {
    const { status, body } = await as('admin', 'post', '/api/users').send({
      ...newUser('s@example.net'),
      password: 'short',
      role: 'relative',
    });
    expect(status).to.equal(400);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).to.have.members(['/password', '/role']);
  });

  it('tie the account of a partner to its organisation and no other account', async () => {
    const partner = { ...newUser('p@example.net'), role: 'partner' };
    expect((await as('admin', 'post', '/api/users').send(partner)).status).to.equal(400);
    expect(
      (await as('admin', 'post', '/api/users').send({ ...partner, partnerId: 'nosuchpartner000' })).status,
    ).to.equal(400);
    expect((await as('admin', 'post', '/api/users').send({ ...newUser('v@example.net'), partnerId })).status).to.equal(
      400,
    );
    expect((await as('admin', 'post', '/api/users').send({ ...partner, partnerId })).status).to.equal(201);
  });

  it('change only with the version that was read', async () => {
    const created = await as('admin', 'post', '/api/users').send(newUser('versions@example.net'));
    const path = `/api/users/${created.body.id}`;
    const etag = String(created.headers.etag);
    expect((await as('admin', 'patch', path).send({ role: 'coordinator' })).status).to.equal(428);
    const changed = await as('admin', 'patch', path).set('If-Match', etag).send({ role: 'coordinator' });
    expect(changed.body.role).to.equal('coordinator');
    expect((await as('admin', 'patch', path).set('If-Match', etag).send({ role: 'admin' })).status).to.equal(412);
    expect((await as('admin', 'get', path)).body.role).to.equal('coordinator');
  });

  it('stop the tokens of an account whose role was changed', async () => {
    const { token, actor } = await site.signIn('volunteer');
    const user = await site.services.users.get(OPERATOR, actor.id);
    await site.services.users.change(OPERATOR, user.id, user.version, { role: 'coordinator' });
    const { status } = await site.http.get('/api/me').set('Authorization', `Bearer ${token}`);
    expect(status).to.equal(401);
  });

  it('always keep one admin', async () => {
    const all = (await site.services.users.list(OPERATOR, null, 200)).items;
    const admins = all.filter((user) => user.role === 'admin' && !user.disabled);
    expect(admins).to.have.length(1);
    for (const admin of admins) {
      const { status, body } = await as('admin', 'patch', `/api/users/${admin.id}`)
        .set('If-Match', `"v${admin.version}"`)
        .send({ disabled: true });
      expect(status).to.equal(409);
      expect(body.detail).to.equal('The last administrator cannot be taken away');
    }
  });

  it('show a partner its own organisation and tell another as not there', async () => {
    const own = await as('partner', 'get', '/api/partners');
    expect(own.body.items.map((partner: { id: string }) => partner.id)).to.deep.equal([partnerId]);
    expect((await as('partner', 'get', `/api/partners/${partnerId}`)).status).to.equal(200);
    expect((await as('partner', 'get', `/api/partners/${otherPartnerId}`)).status).to.equal(404);
    expect((await as('volunteer', 'get', `/api/partners/${partnerId}`)).status).to.equal(403);
  });

  it('keep the contact of a partner sealed and show it to admins only', async () => {
    const contact = { name: 'Зәуре Ахметова', phone: '+7 701 000 00 00' };
    const created = await as('admin', 'post', '/api/partners').send({ code: 'SEALED', name: 'Archive', contact });
    const path = `/api/partners/${created.body.id}`;
    expect((await as('admin', 'get', path)).body.contact).to.deep.equal(contact);
    expect((await as('coordinator', 'get', path)).body).not.to.have.property('contact');
    const stored = await site.store.connection.collection('contacts').find().toArray();
    expect(JSON.stringify(stored)).not.to.include('701').and.not.to.include('Зәуре');
    const audit = await site.services.audit.list(OPERATOR, { subjectId: created.body.id }, null, 10);
    expect(audit.items).to.have.length(1);
    expect(JSON.stringify(audit.items)).not.to.include('Зәуре');
  });

  describe('a key', () => {
    const create = (scopes: string[]) =>
      as('admin', 'post', '/api/api-keys').send({ partnerId, label: 'Export', scopes });
    const use = (key: string, path = '/api/me') => site.http.get(path).set('Authorization', `Bearer ${key}`);

    it('is shown once and acts as its partner', async () => {
      const { body } = await create(['partner.read']);
      expect((await use(body.key)).body).to.include({ role: 'partner', partnerId });
      const list = await as('admin', 'get', '/api/api-keys');
      expect(JSON.stringify(list.body)).not.to.include(body.key);
      const stored = await site.store.connection.collection('api-keys').find().toArray();
      expect(JSON.stringify(stored)).not.to.include(body.key);
    });

    it('may do only what its scopes say', async () => {
      const { body } = await create(['import.read']);
      expect((await use(body.key, '/api/partners')).status).to.equal(403);
      const reader = (await create(['partner.read'])).body;
      expect((await use(reader.key, '/api/partners')).status).to.equal(200);
    });

    it('remembers when it was used last', async () => {
      const { body } = await create(['partner.read']);
      await use(body.key);
      const { items } = (await as('admin', 'get', '/api/api-keys')).body;
      const used = items.find((key: { id: string }) => key.id === body.id);
      expect(used.lastUsedAt).to.equal(site.clock().toISOString());
    });

    it('stops at once when it is revoked', async () => {
      const { body } = await create(['partner.read']);
      expect((await as('admin', 'delete', `/api/api-keys/${body.id}`)).status).to.equal(204);
      expect((await use(body.key)).status).to.equal(401);
    });

    it('stops when its partner is closed', async () => {
      const partner = await site.services.partners.create(OPERATOR, { code: 'CLOSING', name: 'Closing' });
      const made = await as('admin', 'post', '/api/api-keys').send({
        partnerId: partner.id,
        label: 'x',
        scopes: ['partner.read'],
      });
      await site.services.partners.change(OPERATOR, partner.id, partner.version, { state: 'closed' });
      expect((await use(made.body.key)).status).to.equal(401);
    });

    it('cannot be guessed by its id alone', async () => {
      const { body } = await create(['partner.read']);
      expect((await use(`amk_${body.id}_00000000000000000000000000`)).status).to.equal(401);
    });
  });

  describe('the audit', () => {
    it('tells who did what, how it was before and after, newest first', async () => {
      const user = await site.services.users.create(OPERATOR, {
        email: 'seen@example.net',
        displayName: 'S',
        role: 'volunteer',
        password: 'a long password',
      });
      site.clock.advance(60);
      await site.services.users.change(OPERATOR, user.id, user.version, { role: 'coordinator' });
      const { body } = await as('admin', 'get', `/api/audit?subjectId=${user.id}`);
      const [change, creation] = body.items;
      expect(change).to.deep.include({
        action: 'user.change',
        actor: { id: 'operator', role: 'admin', name: 'operator' },
        at: site.clock().toISOString(),
      });
      expect(change.before.role).to.equal('volunteer');
      expect(change.after.role).to.equal('coordinator');
      expect(creation.action).to.equal('user.create');
      expect(JSON.stringify(body)).not.to.include('seen@example.net');
    });

    it('is read to its end by following the links, each entry once', async () => {
      const subject = { kind: 'weights', id: 'pages' } as const;
      for (let n = 1; n <= 7; n++) {
        site.clock.advance(1);
        await site.services.audit.record(OPERATOR, 'weights.make', subject, { after: { n } });
      }
      const seen: number[] = [];
      let path: string | null = '/api/audit?subjectKind=weights&limit=3';
      while (path) {
        const page: { body: { items: { after: { n: number } }[] }; headers: Record<string, string> } = await as(
          'admin',
          'get',
          path,
        );
        seen.push(...page.body.items.map((entry) => entry.after.n));
        path = /<([^>]+)>; rel="next"/.exec(page.headers.link ?? '')?.[1] ?? null;
      }
      expect(seen).to.deep.equal([7, 6, 5, 4, 3, 2, 1]);
    });

    it('is narrowed to a person, a kind of step and days as they are counted in Kazakhstan', async () => {
      const subject = { kind: 'request', id: 'days' } as const;
      const { actor } = await site.signIn('volunteer');
      for (const [at, who, action] of [
        ['2026-04-01T18:59:00.000Z', OPERATOR, 'request.claim'],
        ['2026-04-01T19:00:00.000Z', OPERATOR, 'request.note'],
        ['2026-04-02T18:59:59.000Z', actor, 'request.note'],
        ['2026-04-02T19:00:00.000Z', OPERATOR, 'request.close'],
      ] as const) {
        site.clock.set(at);
        await site.services.audit.record(who, action, subject);
      }
      tokens.admin = (await site.signIn('admin')).token;
      const actions = async (query: string) => {
        const { body } = await as('admin', 'get', `/api/audit?subjectId=days&${query}`).expect(200);
        return body.items.map((entry: { action: string; actor: { name: string } }) => [entry.action, entry.actor.name]);
      };
      const day = [
        ['request.note', 'volunteer'],
        ['request.note', 'operator'],
      ];
      expect(await actions('from=2026-04-02&to=2026-04-02')).to.deep.equal(day);
      expect(await actions('action=request.note')).to.deep.equal(day);
      expect(await actions(`actorId=${actor.id}`)).to.deep.equal(day.slice(0, 1));
      expect(await actions('from=2026-04-03')).to.deep.equal([['request.close', 'operator']]);
      expect((await as('admin', 'get', '/api/audit?from=yesterday')).status).to.equal(400);
    });

    it('keeps no contact data even when a caller hands it over', async () => {
      const applicant = { name: 'Айгүл', phone: '+7 701' };
      await site.services.audit.record(
        OPERATOR,
        'request.note',
        { kind: 'request', id: 'c' },
        { after: { applicant, deep: [{ email: 'a@b' }] } },
      );
      const { items } = await site.services.audit.list(OPERATOR, { subjectId: 'c' }, null, 1);
      expect(items[0]?.after).to.deep.equal({ deep: [{}] });
    });
  });
});
