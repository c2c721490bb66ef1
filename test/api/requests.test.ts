import { expect } from 'chai';
import { openTestSite, type TestSite } from '../site.ts';

const SUBMISSION = {
  soldier: { familyName: 'Қайырбеков', givenName: 'Сейітқали', birthDate: '1913', birthPlace: 'Ақтөбе обл.' },
  applicant: { name: 'Айгүл', relation: 'grandchild', phone: '+7 700 000 00 00', language: 'kk' },
  letter: 'Соңғы хат 1942 жылы келді.',
  consent: true,
};

describe('A family leaves a request', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  const send = (body: object) => site.http.post('/api/requests').set('Accept-Language', 'ru').send(body);
  const codeOf = (url: string): string => url.split('/').at(-1) ?? '';
  const pointers = (body: { errors: { pointer: string }[] }): string[] => body.errors.map((error) => error.pointer);

  it('and gets a number and an address with a code of 26 signs, which opens it', async () => {
    const sent = await send(SUBMISSION).expect(201);
    expect(sent.body.number).to.be.a('number');
    expect(codeOf(sent.body.statusUrl)).to.match(/^[0-9a-z]{26}$/);
    const status = await site.http.get(`/api/requests/status/${codeOf(sent.body.statusUrl)}`).expect(200);
    expect(status.body).to.include({ number: sent.body.number, status: 'received', open: true });
    expect(status.body.soldier).to.equal('Қайырбеков Сейітқали');
  });

  it('and finds it again by the code in groups, by the pasted address, and is told what a number is not', async () => {
    const { body } = await send(SUBMISSION).expect(201);
    const code = codeOf(body.statusUrl);
    const page = await site.http.get(`/ru/requests/${code}?sent=1`).expect(200);
    const groups = (code.match(/.{1,4}/g) ?? []).join(' ');
    expect(page.text).to.contain(groups);
    const look = (typed: string) => site.http.post('/ru/requests').type('form').send({ code: typed });
    const typed = [
      groups,
      code.toUpperCase(),
      `http://localhost:3000/kk/requests/${code}?sent=1`,
      ` ${body.statusUrl} `,
    ];
    for (const text of typed) {
      const answer = await look(text).expect(303);
      expect(answer.headers.location).to.equal(`/ru/requests/${code}`);
    }
    expect((await look(`№ ${body.number}`).expect(422)).text).to.contain('Похоже, это номер запроса');
    expect((await look('abcd').expect(422)).text).to.contain('Запроса с таким кодом нет');
  });

  it('and is thanked when it comes, not each time the address is opened again', async () => {
    const code = codeOf((await send(SUBMISSION).expect(201)).body.statusUrl);
    const opened = async () => (await site.http.get(`/ru/requests/${code}?sent=1`)).text;
    expect(await opened()).to.contain('Мы получили ваш запрос');
    site.clock.advance(3600);
    const later = await opened();
    expect(later).to.contain('Запрос принят');
    expect(later).to.not.contain('Мы получили ваш запрос');
  });

  it('and reads again what it wrote, until it takes the request back', async () => {
    const soldier = { ...SUBMISSION.soldier, birthPlace: 'Қорғалжын ауданы', relatives: 'әйелі Күлән' };
    const letter = 'Соңғы хат 1942 жылдың көктемінде келді.';
    const code = codeOf((await send({ ...SUBMISSION, soldier, letter }).expect(201)).body.statusUrl);
    const page = async () => (await site.http.get(`/ru/requests/${code}`)).text;
    expect(await page())
      .to.contain('Что вы написали в запросе')
      .and.contain(letter)
      .and.contain('Қорғалжын ауданы');
    await site.services.requests.withdraw(code);
    expect(await page()).to.not.contain('Что вы написали в запросе');
  });

  it('under numbers that grow and are never given twice, even when many come at once', async () => {
    const sent = await Promise.all(Array.from({ length: 12 }, () => send(SUBMISSION).expect(201)));
    const numbers = sent.map((answer) => answer.body.number);
    expect(new Set(numbers).size).to.equal(12);
  });

  it('and neither the number nor a wrong code opens anything', async () => {
    const { body } = await send(SUBMISSION).expect(201);
    await site.http.get(`/api/requests/status/${body.number}`).expect(404);
    await site.http.get(`/api/requests/status/${'0'.repeat(26)}`).expect(404);
  });

  it('once, when the same form is sent twice, and gets the same address again', async () => {
    const form = { ...SUBMISSION, token: 'a-token-of-this-form-1' };
    const [first, second] = await Promise.all([send(form).expect(201), send(form).expect(201)]);
    const third = await send(form).expect(201);
    expect(second.body).to.deep.equal(first.body);
    expect(third.body).to.deep.equal(first.body);
    const other = await send({ ...form, letter: 'басқа' }).expect(201);
    expect(other.body.number).not.to.equal(first.body.number);
  });

  it('and who asks stands neither on the page, nor in the store unsealed, nor in the log', async () => {
    const sent = await send({ ...SUBMISSION, applicant: { ...SUBMISSION.applicant, name: 'Zzyzx' } }).expect(201);
    const status = await site.http.get(`/api/requests/status/${codeOf(sent.body.statusUrl)}`);
    expect(JSON.stringify(status.body)).not.to.contain('Zzyzx');
    expect(JSON.stringify(site.logged)).not.to.contain('Zzyzx');
    for (const name of ['requests', 'contacts', 'audit', 'jobs']) {
      const documents = await site.store.connection.collection(name).find({}).toArray();
      expect(JSON.stringify(documents), name).not.to.contain('Zzyzx');
    }
  });

  it('and is told in her language what is missing, while nothing is kept', async () => {
    const count = () => site.store.connection.collection('requests').countDocuments();
    const contacts = () => site.store.connection.collection('contacts').countDocuments();
    const before = [await count(), await contacts()];
    const empty = await send({ soldier: {}, applicant: { name: '' }, consent: false }).expect(400);
    expect(pointers(empty.body)).to.have.members(['/soldier', '/applicant/name', '/consent']);
    expect(empty.body.errors[0].detail).to.match(/[а-я]/i);
    const long = await send({ ...SUBMISSION, letter: 'я'.repeat(100_000) }).expect(400);
    expect(pointers(long.body)).to.deep.equal(['/letter']);
    const field = await send({ ...SUBMISSION, soldier: { familyName: 'я'.repeat(121) } }).expect(400);
    expect(pointers(field.body)).to.deep.equal(['/soldier/familyName']);
    const unknown = await send({ ...SUBMISSION, soldier: { ...SUBMISSION.soldier, secret: 'x' } }).expect(400);
    expect(pointers(unknown.body)).to.deep.equal(['/soldier/secret']);
    expect([await count(), await contacts()]).to.deep.equal(before);
  });

  it('and is asked for a telephone that can be called and for a year in which a soldier can be born', async () => {
    const refused = async (part: object) => {
      const { body } = await send({ ...SUBMISSION, ...part }).expect(400);
      return body.errors;
    };
    const calling = (phone: string) => ({ applicant: { ...SUBMISSION.applicant, phone } });
    const born = (birthDate: string) => ({ soldier: { ...SUBMISSION.soldier, birthDate } });
    const [phone] = await refused(calling('12'));
    expect(phone).to.have.property('pointer', '/applicant/phone');
    expect(phone.detail).to.include('+7 701');
    await refused(calling('нет, пишите'));
    const [year] = await refused(born('2019'));
    expect(year).to.have.property('pointer', '/soldier/birthDate');
    expect(year.detail).to.include('1930');
    for (const good of [calling('21-05-3'), calling(''), born('1930'), born('около 1932'), born('не знаю')]) {
      await send({ ...SUBMISSION, ...good }).expect(201);
    }
  });

  it('with a tag number alone, which finds a man as well as a name does', async () => {
    await send({ ...SUBMISSION, soldier: { campNumber: '12345' } }).expect(201);
  });

  it('with an executable named .jpg, and is refused without a trace', async () => {
    const count = () => site.store.connection.collection('requests').countDocuments();
    const before = await count();
    const answer = await site.http
      .post('/api/requests')
      .field('request', JSON.stringify(SUBMISSION))
      .attach('files', Buffer.from('MZ\u0090\u0000 this is a program'), 'photo.jpg');
    expect(answer.status).to.equal(415);
    expect(await count()).to.equal(before);
    expect(await site.store.connection.collection('files').countDocuments()).to.equal(0);
  });

  it('with a PDF, which stays with the request', async () => {
    const answer = await site.http
      .post('/api/requests')
      .field('request', JSON.stringify(SUBMISSION))
      .attach('files', Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF'), 'letter.pdf')
      .expect(201);
    const status = await site.http.get(`/api/requests/status/${codeOf(answer.body.statusUrl)}`);
    expect(status.body.files).to.equal(1);
  });

  it('and may withdraw it: the contact, the letter and the files are erased, the page says so', async () => {
    const sent = await site.http
      .post('/api/requests')
      .field('request', JSON.stringify(SUBMISSION))
      .attach('files', Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF'), 'letter.pdf')
      .expect(201);
    const code = codeOf(sent.body.statusUrl);
    const stored = await site.store.connection.collection('requests').findOne({ number: sent.body.number });
    await site.http.post(`/api/requests/status/${code}/answers`).send({ text: 'тағы бір сөз' }).expect(201);
    const withdrawn = await site.http.post(`/api/requests/status/${code}/withdraw`).expect(200);
    expect(withdrawn.body).to.include({ status: 'withdrawn', open: false, files: 0 });
    const after = await site.store.connection.collection('requests').findOne({ number: sent.body.number });
    expect(after?.letter).to.equal(null);
    const id = String(stored?._id);
    const contacts = site.store.connection.collection<{ _id: string }>('contacts');
    expect(await contacts.findOne({ _id: `request:${id}` })).to.equal(null);
    expect(await site.store.connection.collection('files').countDocuments({ 'owner.id': id })).to.equal(0);
    expect(await site.store.connection.collection('case-papers').countDocuments({ requestId: id })).to.equal(0);
    await site.http.post(`/api/requests/status/${code}/answers`).send({ text: 'кеш' }).expect(409);
  });

  it('and whoever withdraws again has erased what the first time left, when it broke off', async () => {
    const sent = await send(SUBMISSION).expect(201);
    const code = codeOf(sent.body.statusUrl);
    const stored = await site.store.connection.collection('requests').findOne({ number: sent.body.number });
    const withdraw = () => site.http.post(`/api/requests/status/${code}/withdraw`);
    const { remove } = site.stores.contacts;
    site.stores.contacts.remove = () => Promise.reject(new Error('the store broke off'));
    await withdraw().expect(500);
    site.stores.contacts.remove = remove;
    await withdraw().expect(200);
    const contacts = site.store.connection.collection<{ _id: string }>('contacts');
    expect(await contacts.findOne({ _id: `request:${stored?._id}` })).to.equal(null);
  });
});
