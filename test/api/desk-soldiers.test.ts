import { expect } from 'chai';
import type { MentionRow } from '../../server/domain/row.ts';
import { openTestSite, type TestSite } from '../site.ts';

type Person = Awaited<ReturnType<TestSite['signIn']>>;

const MAN: MentionRow = {
  familyName: 'Каирбеков',
  givenName: 'Сейткали',
  birthDate: '1913',
  birthPlace: 'Акмолинская обл., Кургальджинский р-н',
  fate: 'пропал без вести',
};
const ON_A_CARD: MentionRow = { ...MAN, familyName: 'Kairbekow', givenName: 'Seitkali', fate: 'погиб в плену' };
const SHOT: MentionRow = { ...MAN, givenName: 'Жумабай', birthDate: '1920', fate: 'расстрелян' };

describe('Soldiers at the desk', () => {
  let site: TestSite;
  let volunteer: Person;
  let coordinator: Person;
  let [man, onCard, shot] = ['', '', ''];

  before(async () => {
    site = await openTestSite();
    volunteer = await site.signIn('volunteer');
    coordinator = await site.signIn('coordinator');
    [man = '', onCard = '', shot = ''] = await Promise.all([MAN, ON_A_CARD, SHOT].map(bringIn));
    await site.services.index.rebuild();
  });
  after(() => site.close());

  async function bringIn(written: MentionRow, index: number): Promise<string> {
    const origin = { kind: 'volunteer' as const, userId: 'u', requestId: null };
    const sensitive = written === SHOT;
    const understood = site.services.understand(written);
    const id = `mention${index}abcdefgh`;
    const fresh = { id, origin, written, understood, sensitive, example: false };
    return (await site.services.mentions.addMentions([fresh])).soldierIds[0] ?? '';
  }
  const as = (person: Person | null, method: 'get' | 'post', path: string) => {
    const call = site.http[method](`/api${path}`).set('Accept-Language', 'en');
    return person ? call.set('Authorization', `Bearer ${person.token}`) : call;
  };
  const find = (person: Person | null, asked: string) =>
    as(person, 'get', `/desk/soldiers?q=${encodeURIComponent(asked)}`);
  const ids = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);

  it('are found by a name in any script', async () => {
    expect(ids(await find(volunteer, 'Қайырбеков Сейітқали').expect(200)).slice(0, 2)).to.have.members([man, onCard]);
  });

  it('are found by the address of their page, and one that was merged by where it leads now', async () => {
    const address = `https://amanat.example/kk/soldiers/${onCard}`;
    expect(ids(await find(volunteer, address).expect(200))).to.deep.equal([onCard]);
    const reason = 'one tag number';
    await as(coordinator, 'post', `/desk/soldiers/${onCard}/merge`).send({ intoId: man, reason }).expect(201);
    expect(ids(await find(volunteer, address).expect(200))).to.deep.equal([man]);
    await as(coordinator, 'post', `/desk/soldiers/${onCard}/split`).send({ reason: 'another father' }).expect(200);
  });

  it('are found here too when only painful papers speak of them, by name; in public they are not there', async () => {
    const [found] = (await find(volunteer, 'Каирбеков Жумабай').expect(200)).body.items;
    expect(found).to.include({ id: shot, name: 'Каирбеков Жумабай', fate: 'executed', sensitive: true });
    const inPublic = await as(null, 'get', `/soldiers?q=${encodeURIComponent('Каирбеков Жумабай')}`).expect(200);
    expect(ids(inPublic)).not.to.include(shot);
    await as(null, 'get', `/soldiers/${shot}`).expect(404);
    await as(volunteer, 'get', `/soldiers/${shot}`).expect(200);
  });

  it('are laid side by side, each kind of evidence by itself', async () => {
    const { body } = await as(volunteer, 'get', `/desk/soldiers/${man}/compare?with=${onCard}`).expect(200);
    const name = body.evidence.find((one: { kind: string }) => one.kind === 'name');
    expect(name.reason.values).to.include({ familyAsked: 'Каирбеков', familyFound: 'Kairbekow' });
    expect(body.weight).to.be.greaterThan(0);
    await as(volunteer, 'get', `/desk/soldiers/${man}/compare?with=${man}`).expect(409);
    await as(volunteer, 'get', `/desk/soldiers/${man}/compare?with=nobodyatall`).expect(404);
  });

  it('keep by name who merged and split them, when and why', async () => {
    const { body } = await as(volunteer, 'get', `/desk/soldiers/${man}/links`).expect(200);
    expect(body.items[0]).to.deep.include({
      kind: 'merge',
      reason: 'one tag number',
      by: { id: coordinator.actor.id, name: 'coordinator' },
      withdrawnBy: { id: coordinator.actor.id, name: 'coordinator' },
      withdrawnReason: 'another father',
      fromName: 'Kairbekow Seitkali',
      intoName: 'Каирбеков Сейткали',
    });
  });

  it('that now have other papers are looked at again for the requests that wait', async () => {
    const soldier = { familyName: 'Қайырбеков', givenName: 'Сейітқали', birthDate: '1913', campNumber: '12345' };
    const applicant = { name: 'A', relation: 'son', language: 'kk' };
    const sent = await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    await site.services.runner.drain();
    const stored = await site.store.connection.collection('requests').findOne({ number: sent.body.number });
    const path = `/desk/requests/${String(stored?._id)}/candidates`;
    expect(ids({ body: { items: await offered(path) } })).to.include(onCard);
    const reason = 'one tag number';
    await as(coordinator, 'post', `/desk/soldiers/${onCard}/merge`).send({ intoId: man, reason }).expect(201);
    await site.services.runner.drain();
    const after = ids({ body: { items: await offered(path) } });
    expect(after).to.include(man).and.not.to.include(onCard);
  });

  async function offered(path: string): Promise<{ id: string }[]> {
    const { body } = await as(volunteer, 'get', path).expect(200);
    return body.items.map(({ soldierId }: { soldierId: string }) => ({ id: soldierId }));
  }

  it('are closed to visitors and partners', async () => {
    const partnerId = (await site.services.partners.create({ id: 'o', role: 'admin' }, { code: 'DSK', name: 'x' })).id;
    const partner = await site.signIn('partner', partnerId);
    for (const [person, status] of [
      [null, 401],
      [partner, 403],
    ] as const) {
      await find(person, 'Каирбеков').expect(status);
      await as(person, 'get', `/desk/soldiers/${man}/compare?with=${shot}`).expect(status);
      await as(person, 'get', `/desk/soldiers/${man}/links`).expect(status);
    }
  });
});
