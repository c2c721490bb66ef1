import { expect } from 'chai';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';

const DAY = 24 * 3600;

describe('The contact of a family whose search is over', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = await openTestSite({ env: { CONTACT_KEEP_DAYS: '100' } });
  });
  afterEach(() => site.close());

  async function closedRequest(): Promise<string> {
    const applicant = { name: 'Мысал', relation: 'son', phone: '+7 700 000 00 05', language: 'kk' };
    await site.http
      .post('/api/requests')
      .send({ soldier: { familyName: 'Сарсенов' }, applicant, consent: true })
      .expect(201);
    const requests = site.store.connection.collection<{ _id: string }>('requests');
    const id = (await requests.findOne({}, { sort: { number: -1 } }))?._id ?? '';
    await setStatus(id, 'closed');
    return id;
  }
  async function setStatus(id: string, status: 'closed' | 'searching' | 'withdrawn'): Promise<void> {
    const request = await site.stores.requests.findById(id);
    const change = { what: 'close', by: null, at: site.clock() } as never;
    await site.stores.requests.change(id, request?.version ?? 0, { status, changedAt: site.clock() }, change);
  }
  const contactOf = (id: string) => site.stores.contacts.findById(`request:${id}`);
  /** A day of the site: what it does by itself at the start. */
  async function round(): Promise<void> {
    await site.services.retention.start();
    await site.services.runner.drain();
    site.services.retention.stop();
  }

  it('is erased once its time is over, not a day earlier, and the audit tells so once', async () => {
    const id = await closedRequest();
    site.clock.advance(99 * DAY);
    await round();
    expect(await contactOf(id)).to.not.equal(null);
    site.clock.advance(2 * DAY);
    await round();
    await round();
    expect(await contactOf(id)).to.equal(null);
    const { items } = await site.services.audit.list(OPERATOR, {}, null, 20);
    const told = items.filter(({ action }) => action === 'request.forget_contact');
    expect(told).to.have.length(1);
    expect(told[0]).to.deep.include({ subjectId: id, actorId: 'site' });
    expect((await site.stores.requests.findById(id))?.status).to.equal('closed');
  });

  it('stays where the request was opened again', async () => {
    const id = await closedRequest();
    site.clock.advance(101 * DAY);
    await setStatus(id, 'searching');
    await round();
    expect(await contactOf(id)).to.not.equal(null);
  });

  it('is erased at the next round where a withdrawal broke off before it was', async () => {
    const id = await closedRequest();
    await setStatus(id, 'withdrawn');
    await round();
    expect(await contactOf(id)).to.equal(null);
  });

  it('stays for ever where the settings say so', async () => {
    await site.close();
    site = await openTestSite({ env: { CONTACT_KEEP_DAYS: '0' } });
    const id = await closedRequest();
    site.clock.advance(10_000 * DAY);
    await round();
    expect(await contactOf(id)).to.not.equal(null);
  });
});
