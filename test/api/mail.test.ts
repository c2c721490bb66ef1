import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { SMTPServer } from 'smtp-server';
import { addressIn, outbox, type ReadLetter, readLetter } from '../letters.ts';
import { openTestSite, type TestSite } from '../site.ts';

const EMAIL = 'aigul.zzyzx@example.net';
const NEXT_MORNING = '2026-03-02T05:30:00.000Z';
const DAY = 24 * 3600;

const submission = (email: string | null, language = 'ru') => ({
  soldier: { familyName: 'Қайырбеков', givenName: 'Сейітқали', birthDate: '1913' },
  applicant: { name: 'Zzyzx', relation: 'grandchild', email, language },
  consent: true,
});

/** A family's request, its page, and the letters it got so far. */
async function leave(site: TestSite, email: string | null = EMAIL, language = 'ru') {
  const { body } = await site.http.post('/api/requests').send(submission(email, language)).expect(201);
  const code = String(body.statusUrl).split('/').at(-1) ?? '';
  const request = await site.stores.requests.findById((await site.services.requests.open(code)).request.id);
  if (!request) throw new Error('the request was kept');
  return { code, number: body.number as number, id: request.id, page: `/${language}/requests/${code}` };
}

async function confirm(site: TestSite, letter: ReadLetter | undefined): Promise<void> {
  await site.http.post(addressIn(letter?.text ?? '', 'mail/confirm')).expect(200);
}

/** A volunteer takes it, asks the family something and gives it back. */
async function ask(site: TestSite, id: string, text = 'Как звали его отца?') {
  const { actor } = await site.signIn('volunteer');
  await site.services.queue.claim(actor, id);
  const found = await site.services.cases.get(actor, id);
  await site.services.cases.message(actor, { id, version: found.request.version }, { text, question: true });
  await site.services.queue.release(actor, id);
}

describe('News by mail', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = await openTestSite();
  });
  afterEach(() => site.close());

  const letters = async () => {
    await site.services.mail.go();
    return outbox(site.dataDir);
  };

  it('ask the mailbox first: one letter, which names neither the soldier nor who asks', async () => {
    const { number } = await leave(site);
    const [letter, ...more] = await letters();
    expect(more).to.deep.equal([]);
    expect(letter?.to).to.equal(EMAIL);
    expect(letter?.subject).to.equal(`Присылать вам письма о запросе № ${number}?`);
    expect(letter?.text).to.include('ничего не делайте').and.not.include('Қайырбеков').and.not.include('Zzyzx');
  });

  it('are not sent before somebody pressed the button, whoever opened the link', async () => {
    const { id } = await leave(site);
    const [asking] = await letters();
    const link = addressIn(asking?.text ?? '', 'mail/confirm');
    expect((await site.http.get(link)).text).to.include('Да, пишите мне');
    await ask(site, id);
    site.clock.set(NEXT_MORNING);
    expect(await letters()).to.have.length(1);
    expect((await site.http.post(link)).text).to.include('Мы напишем, когда будут новости');
    expect(await letters()).to.have.length(1);
    site.clock.advance(DAY);
    expect(await letters()).to.have.length(2);
  });

  it('come once a day for all requests of an address, in the language of the reader, and only when there are news', async () => {
    const first = await leave(site, EMAIL, 'kk');
    const second = await leave(site, EMAIL.toUpperCase(), 'kk');
    for (const letter of await letters()) await confirm(site, letter);
    await ask(site, first.id);
    await ask(site, second.id);
    site.clock.set(NEXT_MORNING);
    const [, , digest, ...more] = await letters();
    expect(more).to.deep.equal([]);
    expect(digest?.subject).to.equal('Өтініштеріңіз бойынша жаңалық');
    expect(digest?.text).to.include(`№ ${first.number} өтініш`).and.include(`№ ${second.number} өтініш`);
    expect(digest?.text).to.include('Сізге бір сұрағымыз бар').and.include(first.page).and.include(second.page);
    expect(digest?.text).not.to.include('отца').and.not.include('Қайырбеков');
    site.clock.advance(3600);
    await ask(site, (await leave(site, null)).id);
    expect(await letters()).to.have.length(3);
    site.clock.advance(DAY);
    expect(await letters(), 'nothing new').to.have.length(3);
  });

  it('tell nothing of a request that somebody else put under a confirmed address', async () => {
    const own = await leave(site);
    await confirm(site, (await letters())[0]);
    const strange = await leave(site);
    await ask(site, own.id);
    await ask(site, strange.id);
    site.clock.set(NEXT_MORNING);
    const digest = (await letters()).find(({ headers }) => headers['list-unsubscribe'] !== undefined);
    expect(digest?.text).to.include(own.page).and.not.include(strange.page);
  });

  it('wait for the morning, and for the next one when that day’s letter went out', async () => {
    const { id } = await leave(site);
    await confirm(site, (await letters())[0]);
    site.clock.set('2026-03-02T04:59:00.000Z');
    await ask(site, id);
    expect(await letters(), 'before ten in Kazakhstan').to.have.length(1);
    site.clock.set('2026-03-02T05:00:00.000Z');
    expect(await letters()).to.have.length(2);
    await ask(site, id, 'И ещё вопрос?');
    site.clock.advance(3600);
    expect(await letters()).to.have.length(2);
    site.clock.advance(DAY);
    expect(await letters()).to.have.length(3);
  });

  it('never say the verdict: only that there is one, and where', async () => {
    const { id, page } = await leave(site);
    await confirm(site, (await letters())[0]);
    const request = await site.stores.requests.findById(id);
    const entry = { what: 'outcome', by: null, at: site.clock() };
    await site.stores.requests.change(id, request?.version ?? 0, { status: 'identified' }, entry);
    site.clock.set(NEXT_MORNING);
    const digest = (await letters()).at(-1);
    expect(digest?.text).to.include('Есть вывод. Откройте страницу запроса, когда будете готовы.').and.include(page);
  });

  it('end with one click of the mail program, and the address is erased', async () => {
    const { id } = await leave(site);
    await confirm(site, (await letters())[0]);
    await ask(site, id);
    site.clock.set(NEXT_MORNING);
    const digest = (await letters()).at(-1);
    const link = addressIn(digest?.headers['list-unsubscribe'] ?? '', 'mail/stop').replace(/>$/, '');
    expect(digest?.headers['list-unsubscribe-post']).to.equal('List-Unsubscribe=One-Click');
    expect(digest?.text).to.include(link);
    expect((await site.http.get(link)).text).to.include('Больше не писать');
    const stored = () => site.store.connection.collection('subscribers').findOne({});
    expect((await stored())?.sealed).not.to.equal(null);
    await site.http.post(link).type('form').send({ 'List-Unsubscribe': 'One-Click' }).expect(200);
    expect((await stored())?.sealed).to.equal(null);
    expect(await site.store.connection.collection('followings').countDocuments()).to.equal(0);
    await ask(site, id, 'Ещё вопрос?');
    site.clock.advance(DAY);
    expect(await letters()).to.have.length(2);
    await site.http.post(link).expect(200);
  });

  it('end with the request: what waits is not sent, and nothing of the address stays', async () => {
    const { code } = await leave(site);
    await site.http.post(`/api/requests/status/${code}/withdraw`).expect(200);
    expect(await letters()).to.deep.equal([]);
    expect((await site.store.connection.collection('subscribers').findOne({}))?.sealed).to.equal(null);
    expect(await site.store.connection.collection('letters').countDocuments({ state: 'waiting' })).to.equal(0);
  });

  it('can be asked for and ended on the page of the request, without old news', async () => {
    const { id, page, code } = await leave(site, null);
    await ask(site, id);
    const form = () => site.http.post(`${page}/mail`).type('form');
    expect((await form().send({ email: 'a@b.cc, other@example.net' })).status).to.equal(422);
    await form().send({ email: EMAIL }).expect(303);
    expect((await site.http.get(page)).text).to.include('Мы отправили письмо');
    await confirm(site, (await letters())[0]);
    expect((await site.http.get(page)).text).to.include('Мы напишем вам, когда будут новости');
    site.clock.set(NEXT_MORNING);
    expect(await letters(), 'the question was on the page').to.have.length(1);
    await site.http.post(`${page}/mail-end`).expect(303);
    expect((await site.http.get(`/api/requests/status/${code}`)).body.mail).to.equal('none');
  });

  it('cannot be used to fill a stranger’s mailbox', async () => {
    const { page } = await leave(site, null);
    for (let n = 1; n <= 5; n++) await site.http.post(`${page}/mail`).type('form').send({ email: EMAIL }).expect(303);
    const sixth = await site.http.post(`${page}/mail`).type('form').send({ email: EMAIL });
    expect(sixth.status).to.equal(422);
    expect(sixth.text).to.include('Сегодня мы уже несколько раз писали на этот адрес');
    await leave(site);
    expect(await letters()).to.have.length(5);
    site.clock.advance(DAY + 1);
    await site.http.post(`${page}/mail`).type('form').send({ email: EMAIL }).expect(303);
    expect(await letters()).to.have.length(6);
  });

  it('are in tomorrow’s letter when today’s broke off, and never in two of one day', async () => {
    const { id } = await leave(site);
    await confirm(site, (await letters())[0]);
    await ask(site, id);
    site.clock.set(NEXT_MORNING);
    const { insert } = site.stores.letters;
    site.stores.letters.insert = () => Promise.reject(new Error('the store broke off'));
    await site.services.mail.go();
    expect(site.logged.some(({ msg }) => msg === 'a digest could not be written')).to.equal(true);
    site.stores.letters.insert = insert;
    expect(await letters()).to.have.length(1);
    site.clock.advance(DAY);
    const digest = (await letters()).at(-1);
    expect(digest?.text).to.include('У нас к вам вопрос');
  });

  it('reach everybody else when what is kept of one address cannot be opened', async () => {
    const broken = await leave(site, 'broken@example.net');
    const whole = await leave(site);
    for (const letter of await letters()) await confirm(site, letter);
    for (const { id } of [broken, whole]) await ask(site, id);
    const followings = site.store.connection.collection<{ _id: string }>('followings');
    const { sealedCode } = (await followings.findOne({ _id: whole.id })) as unknown as { sealedCode: unknown };
    await followings.updateOne({ _id: broken.id }, { $set: { sealedCode } });
    site.clock.set(NEXT_MORNING);
    const digests = (await letters()).slice(2);
    expect(digests.map(({ to }) => to)).to.deep.equal([EMAIL]);
  });

  it('go to the corrected address only, and nothing stays of the mistyped one', async () => {
    const { page } = await leave(site, 'aigul.zzyzz@example.net');
    await site.http.post(`${page}/mail`).type('form').send({ email: EMAIL }).expect(303);
    expect((await letters()).map(({ to }) => to)).to.deep.equal([EMAIL]);
    const kept = site.store.connection.collection('subscribers');
    expect(await kept.countDocuments({ sealed: { $ne: null } })).to.equal(1);
  });

  it('stay for the next start when the site is stopping', async () => {
    await leave(site);
    await site.services.mail.stop();
    expect(await letters()).to.deep.equal([]);
  });

  it('show the code of the request to nobody who has not confirmed', async () => {
    const { code } = await leave(site);
    const link = addressIn((await letters())[0]?.text ?? '', 'mail/confirm');
    expect((await site.http.get(link)).text).to.not.include(code);
    expect((await site.http.post(link)).text).to.include(`/requests/${code}`);
  });

  it('leave neither address nor name in the log, nor unsealed in the store', async () => {
    const { id, code } = await leave(site);
    await confirm(site, (await letters())[0]);
    await ask(site, id);
    site.clock.set(NEXT_MORNING);
    await letters();
    const logged = JSON.stringify(site.logged).toLowerCase();
    expect(logged).not.to.include('zzyzx').and.not.include(code);
    for (const { collectionName } of Object.values(site.store.connection.models).map((model) => model.collection)) {
      const stored = JSON.stringify(await site.store.connection.collection(collectionName).find({}).toArray());
      expect(stored.toLowerCase(), collectionName).not.to.include('zzyzx').and.not.include(code);
    }
  });
});

describe('A mail server', () => {
  let site: TestSite;
  let server: SMTPServer;
  let received: ReadLetter[];
  let answer: () => Error | null;

  beforeEach(async () => {
    received = [];
    answer = () => null;
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => done(answer()),
      onData(stream, _session, done) {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          received.push(readLetter(Buffer.concat(pieces)));
          done();
        });
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    site = await openTestSite({ env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'search@example.org' } });
  });
  afterEach(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await site.close();
  });

  const refusal = (responseCode: number) => Object.assign(new Error(`${responseCode}`), { responseCode });
  const waiting = () => site.store.connection.collection('letters').countDocuments({ state: 'waiting' });

  it('gets the letter, from the address set', async () => {
    await leave(site);
    await site.services.mail.go();
    expect(received).to.have.length(1);
    expect(received[0]?.headers.from).to.include('search@example.org');
    expect(received[0]?.to).to.equal(EMAIL);
    expect(await outbox(site.dataDir)).to.deep.equal([]);
  });

  it('gets one letter when two processes send at the same moment', async () => {
    await leave(site);
    await Promise.all([site.services.mail.go(), site.services.mail.go()]);
    expect(received).to.have.length(1);
  });

  it('that is down or busy gets it later, with longer waits, until it takes it', async () => {
    await leave(site);
    answer = () => refusal(451);
    await site.services.mail.go();
    await site.services.mail.go();
    expect(await waiting()).to.equal(1);
    answer = () => null;
    site.clock.advance(59);
    await site.services.mail.go();
    expect(received, 'before its minute is over').to.have.length(0);
    site.clock.advance(1);
    await site.services.mail.go();
    expect(received).to.have.length(1);
    expect(await waiting()).to.equal(0);
    expect(JSON.stringify(site.logged)).not.to.include('zzyzx');
  });

  it('is given up on after three days, and what the letter said is erased', async () => {
    await leave(site);
    answer = () => refusal(451);
    for (let hours = 0; hours <= 72; hours += 6) {
      await site.services.mail.go();
      site.clock.advance(6 * 3600);
    }
    expect(await waiting()).to.equal(0);
    const [letter] = await site.store.connection.collection('letters').find({}).toArray();
    expect(letter).to.include({ state: 'failed', sealed: null });
  });

  it('that knows no such mailbox ends the letters to it', async () => {
    await leave(site);
    answer = () => refusal(550);
    await site.services.mail.go();
    expect(await waiting()).to.equal(0);
    expect(await site.store.connection.collection('followings').countDocuments()).to.equal(0);
    expect((await site.store.connection.collection('subscribers').findOne({}))?.sealed).to.equal(null);
  });
});
