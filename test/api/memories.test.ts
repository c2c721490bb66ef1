import { expect } from 'chai';
import sharp from 'sharp';
import { firstSoldierId } from '../../server/soldiers/record-ids.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { aLine } from '../soldiers/a-mention.ts';

const LINE = aLine({ fullName: 'Каирбеков Сейткали' });
const OTHER = aLine({ fullName: 'Kairbekow Seitkali' }, { key: '2' });
const SOLDIER = firstSoldierId(LINE.id);
const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]);
const FIELDS = {
  words: 'Ол домбыра тартқан.',
  name: 'Zzyzx',
  contact: '+7 701 555 44 33',
  relation: 'daughter',
  consent: 'true',
};

function photograph(colour = '#806040'): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Zzyzx' } })
    .toBuffer();
}

describe('Photographs and words of a family', () => {
  let site: TestSite;
  let form = 0;
  const tokens: Record<string, string> = {};

  before(async () => {
    site = await openTestSite();
    await site.services.mentions.addMentions([LINE, OTHER]);
    for (const role of ['volunteer', 'coordinator'] as const) tokens[role] = (await site.signIn(role)).token;
  });
  after(() => site.close());

  const leave = (fields: Record<string, string> = FIELDS, ...files: Buffer[]) => {
    form += 1;
    const request = site.http.post(`/ru/soldiers/${SOLDIER}/memories`);
    for (const [name, value] of Object.entries({ token: `form-of-a-memory-${form}`, ...fields })) {
      void request.field(name, value);
    }
    if (files.length === 0) return request.attach('files', Buffer.alloc(0), '');
    for (const file of files) void request.attach('files', file, 'photo.jpg');
    return request;
  };
  const as = (role: string, method: 'get' | 'post', path: string) =>
    site.http[method](path).set('Authorization', `Bearer ${tokens[role]}`);
  const documents = (name: string) => site.store.connection.collection(name).countDocuments();

  type Item = { id: string; state: string; version: number; photographs: { id: string; shown: boolean }[] };
  /** Leaves a memory and returns it as whoever moderates sees it, with its own address. */
  const left = async (fields: Record<string, string> = FIELDS, ...files: Buffer[]) => {
    const sent = await leave(fields, ...files);
    expect(sent.status).to.equal(303);
    const { items } = (await as('coordinator', 'get', '/api/desk/memories?limit=200')).body as { items: Item[] };
    const item = items.at(-1);
    if (!item) throw new Error('nothing waits');
    return { item, own: (sent.headers.location ?? '').replace('?sent=1', '') };
  };
  const moderate = ({ id, version }: Item, step: 'show' | 'refuse', body: object) =>
    as('coordinator', 'post', `/api/desk/memories/${id}/${step}`).set('If-Match', `"v${version}"`).send(body);
  const shown = async () => (await site.http.get(`/api/soldiers/${SOLDIER}/memories`)).body.items;

  it('wait for a coordinator: nobody sees them before, and their photographs neither', async () => {
    const { item } = await left(FIELDS, await photograph());
    expect(item.state).to.equal('waiting');
    expect(await shown()).to.deep.equal([]);
    const [picture] = item.photographs;
    expect((await site.http.get(`/photographs/${picture?.id}`)).status).to.equal(404);
    expect((await site.http.get(`/api/files/${picture?.id}`)).status).to.equal(401);
    expect((await as('volunteer', 'get', `/api/files/${picture?.id}`)).status).to.equal(404);
    expect((await as('coordinator', 'get', `/api/files/${picture?.id}`)).status).to.equal(200);
  });

  it('are moderated by coordinators and admins only', async () => {
    const { item } = await left();
    for (const path of ['/api/desk/memories', `/api/desk/memories/${item.id}`, `/api/desk/memories/${item.id}/giver`]) {
      expect((await site.http.get(path)).status, path).to.equal(401);
      expect((await as('volunteer', 'get', path)).status, path).to.equal(403);
    }
    for (const [step, body] of [
      ['show', {}],
      ['refuse', { refusal: 'not_own' }],
    ] as const) {
      const path = `/api/desk/memories/${item.id}/${step}`;
      expect((await site.http.post(path).set('If-Match', '"v1"').send(body)).status, path).to.equal(401);
      expect((await as('volunteer', 'post', path).set('If-Match', '"v1"').send(body)).status, path).to.equal(403);
    }
  });

  it('stand on the page once shown, with the photographs that were let through and no trace of who left them', async () => {
    const { item } = await left(FIELDS, await photograph(), await photograph('#203040'));
    const [first, second] = item.photographs;
    const { body } = await moderate(item, 'show', { photographs: [second?.id] });
    expect(body.state).to.equal('shown');
    const [memory] = await shown();
    expect(memory).to.include({ words: FIELDS.words, relation: 'daughter' });
    expect(JSON.stringify(memory)).not.to.include('Zzyzx').and.not.to.include('555');
    expect(memory.photographs.map((one: { large: string }) => one.large)).to.deep.equal([`/photographs/${second?.id}`]);
    const open = await site.http.get(`/photographs/${second?.id}?size=small`).responseType('blob');
    expect(open.status).to.equal(200);
    expect((await sharp(open.body).metadata()).exif).to.equal(undefined);
    expect((await site.http.get(`/photographs/${first?.id}`)).status).to.equal(404);
    await moderate({ ...item, version: body.version }, 'refuse', { refusal: 'living_people' });
    expect(await shown()).to.deep.equal([]);
    expect((await site.http.get(`/photographs/${second?.id}`)).status).to.equal(404);
  });

  it('are told to the family in its language when they are not shown, with the reason', async () => {
    const { item, own } = await left();
    expect((await site.http.get(own)).text).to.include('Ждёт, пока посмотрит координатор');
    await moderate(item, 'refuse', { refusal: 'another_man' });
    const page = (await site.http.get(own)).text;
    expect(page).to.include('Не показано на странице').and.include('Похоже, это о другом человеке');
  });

  it('are gone for good when the family takes them back, on the page as well as in the store', async () => {
    const { item, own } = await left(FIELDS, await photograph('#000080'));
    const { body } = await moderate(item, 'show', {});
    expect(await shown()).to.have.length(1);
    await site.http.post(`${own}/take-back`).expect(303);
    expect(await shown()).to.deep.equal([]);
    expect((await site.http.get(`/photographs/${item.photographs[0]?.id}`)).status).to.equal(404);
    const contacts = site.store.connection.collection<{ _id: string }>('contacts');
    expect(await contacts.findOne({ _id: `memory:${item.id}` })).to.equal(null);
    expect(await site.store.connection.collection('files').countDocuments({ 'owner.id': item.id })).to.equal(0);
    expect((await site.http.get(own)).text)
      .to.include('стёрты')
      .and.not.include(FIELDS.words);
    expect((await moderate({ ...item, version: body.version + 1 }, 'show', {})).status).to.equal(409);
  });

  it('are erased when the family asks again, after erasing broke off the first time', async () => {
    const { item, own } = await left(FIELDS, await photograph('#004000'));
    const { remove } = site.stores.contacts;
    site.stores.contacts.remove = () => Promise.reject(new Error('the store broke off'));
    await site.http.post(`${own}/take-back`).expect(500);
    site.stores.contacts.remove = remove;
    await site.http.post(`${own}/take-back`).expect(303);
    const contacts = site.store.connection.collection<{ _id: string }>('contacts');
    expect(await contacts.findOne({ _id: `memory:${item.id}` })).to.equal(null);
  });

  it('change only with the version that was read, and each step stands in the audit', async () => {
    const { item } = await left();
    const path = `/api/desk/memories/${item.id}/show`;
    expect((await as('coordinator', 'post', path).send({})).status).to.equal(428);
    await moderate(item, 'show', {}).expect(200);
    expect((await moderate(item, 'refuse', { refusal: 'not_own' })).status).to.equal(412);
    await as('coordinator', 'get', `/api/desk/memories/${item.id}/giver`).expect(200);
    const { items } = await site.services.audit.list(
      { id: 'a', role: 'admin' },
      { subjectId: item.id, subjectKind: 'memory' },
      null,
      10,
    );
    expect(items.map((entry) => entry.action)).to.deep.equal(['memory.read_giver', 'memory.show']);
    expect(JSON.stringify(items)).not.to.include('Zzyzx');
  });

  it('keep who left them sealed, and out of the log', async () => {
    const { item } = await left();
    const giver = await as('coordinator', 'get', `/api/desk/memories/${item.id}/giver`);
    expect(giver.body).to.deep.equal({ name: 'Zzyzx', contact: FIELDS.contact });
    for (const name of ['memories', 'contacts', 'audit']) {
      const stored = JSON.stringify(await site.store.connection.collection(name).find({}).toArray());
      expect(stored, name).not.to.include('Zzyzx').and.not.to.include('555');
    }
    expect(JSON.stringify(site.logged)).not.to.include('Zzyzx');
  });

  it('are one when the same form is sent twice', async () => {
    const before = await documents('memories');
    const twice = { ...FIELDS, token: 'a form that is sent twice' };
    const [first, second] = await Promise.all([leave(twice), leave(twice)]);
    expect(second.headers.location).to.equal(first.headers.location);
    expect(await documents('memories')).to.equal(before + 1);
  });

  it('are refused with a word at the field, and nothing is kept: nothing in it, no consent, a program, too many', async () => {
    const before = [await documents('memories'), await documents('contacts'), await documents('files')];
    const empty = await leave({ name: '', words: ' ' });
    expect(empty.status).to.equal(422);
    expect(empty.text).to.include('Напишите несколько слов или выберите снимок').and.include('Без вашего согласия');
    const program = await leave(FIELDS, await photograph('#111111'), PROGRAM);
    expect(program.status).to.equal(422);
    expect(program.text).to.include('id="files-error"').and.include(FIELDS.words);
    const long = await leave({ ...FIELDS, words: 'ы'.repeat(3001) });
    expect(long.text).to.include('Слишком длинно');
    const six = await leave(FIELDS, ...(await Promise.all([1, 2, 3, 4, 5, 6].map(() => photograph()))));
    expect(six.text).to.include('Слишком много файлов').and.include(FIELDS.words);
    const pdf = await leave(FIELDS, Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF'));
    expect(pdf.text).to.include('Этот файл – не снимок');
    expect([await documents('memories'), await documents('contacts'), await documents('files')]).to.deep.equal(before);
  });

  it('can be left only for somebody whom visitors may see', async () => {
    const request = site.http.post('/ru/soldiers/nobody-at-all/memories').field('token', 'x');
    for (const [name, value] of Object.entries(FIELDS)) void request.field(name, value);
    expect((await request).status).to.equal(404);
    expect((await site.http.get('/ru/soldiers/nobody-at-all/memories')).status).to.equal(404);
  });

  it('stay with him when his papers are tied to another address', async () => {
    const { item } = await left({ ...FIELDS, words: 'Ол ауылда мұғалім болған.' });
    await moderate(item, 'show', {}).expect(200);
    const into = firstSoldierId(OTHER.id);
    const coordinator = { id: 'c', role: 'coordinator' } as const;
    await site.services.links.merge(coordinator, { fromId: SOLDIER, intoId: into, reason: 'the same man' });
    const { items } = (await site.http.get(`/api/soldiers/${into}/memories`)).body;
    expect(items.map((one: { words: string }) => one.words)).to.include('Ол ауылда мұғалім болған.');
    const form = await site.http.get(`/kk/soldiers/${SOLDIER}/memories`);
    expect(form.headers.location).to.equal(`/kk/soldiers/${into}/memories`);
  });
});
