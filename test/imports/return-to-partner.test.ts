import { expect } from 'chai';
import { languages } from '../../client/messages/translate.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { ANNA, BOLAT } from '../triage/desk-site.ts';
import { newList, newPartner } from './import-site.ts';
import { saved, table } from './read-list.ts';

const COLUMNS = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Место рождения', 'Родственники', 'Примечание'];
const SOLDIER = ['Каирбеков', 'Жаксылык', 'Сеиткалиевич', '12.05.1913', 'Акмолинская обл., Вишневский р-н'];
/** People who may be alive; nowhere else in the test. */
const LIVING = ['Zzyzxgul', 'Qwertybek', 'Living-Aul', 'zzyzx@example.net', '77000000002'];
const [WIFE = '', GRANDSON = '', AUL = '', EMAIL = '', PHONE = ''] = LIVING;

describe('What a partner gets back for a list', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  it('says that there is nothing where there is nothing, instead of an empty file, and that there is something', async () => {
    const partnerId = await newPartner(site);
    const { token } = await site.signIn('partner', partnerId);
    const ask = (path: string) =>
      site.http.get(`/api/imports/${path}`).set('Authorization', `Bearer ${token}`).expect(200);
    const header = ['ФИО', 'Дата рождения', 'Звание'];
    const told = async (...rows: string[][]) => {
      const item = await (await newList(site, partnerId)).bringIn(saved(table(';', header, ...rows), 'utf-8'));
      const { text } = await ask(`${item.id}/return.csv?language=ru`);
      return [(await ask(`${item.id}/return`)).body.any, text.trim().split('\r\n')[1]];
    };
    expect(await told(['Тлеужанов Мэлс', '1913', ''])).to.deep.equal(['no', 'Пока сообщить нечего.']);
    const [any, row] = await told(['Тлеубаев Мэлс', 'не знаю', ''], ['Ногайбаев Ким', '1901', '']);
    expect(any).to.equal('yes');
    expect(row).to.include('Тлеубаев').and.to.include('дата не понята');
  });

  it('says in each language that he is perhaps looked for, and names nobody who may be alive', async () => {
    const soldier = {
      familyName: 'Қайырбеков',
      givenName: 'Жақсылық',
      patronymic: 'Сейітқалиұлы',
      birthDate: '12.05.1913',
      birthPlace: 'Ақмола облысы, Вишнев ауданы',
      relatives: WIFE,
      notes: GRANDSON,
      residence: AUL,
    };
    const applicant = { name: GRANDSON, relation: 'grandchild', email: EMAIL, phone: PHONE, language: 'kk' };
    const request = { soldier, applicant, letter: `Мен ${GRANDSON}, ${AUL}`, consent: true };
    await site.http.post('/api/requests').send(request).expect(201);
    await site.services.runner.drain();

    const partnerId = await newPartner(site);
    const list = await newList(site, partnerId);
    const others = Array.from({ length: 40 }, (_, i) => [
      `Петров${'а'.repeat(i % 5)}`,
      'Пётр',
      '',
      String(1900 + (i % 20)),
    ]);
    const rows = [[...SOLDIER, `жена ${WIFE}`, `внук ${GRANDSON}, ${AUL}, ${PHONE}`], ...others];
    const item = await list.bringIn(saved(table(';', COLUMNS, ...rows), 'utf-8'));

    const { token } = await site.signIn('partner', partnerId);
    const words = { kk: 'іздеп жүрген болуы мүмкін', ru: 'возможно, его ищут', en: 'perhaps being looked for' };
    for (const language of languages) {
      const { text } = await site.http
        .get(`/api/imports/${item.id}/return.csv?language=${language}`)
        .set('Authorization', `Bearer ${token}`)
        .expect(200);
      const told = text.split('\r\n').filter((line) => line.includes('Каирбеков'));
      expect(told).to.have.length(1);
      expect(told[0]).to.include(words[language]).and.to.include(`/${language}/soldiers/`);
      for (const name of LIVING) expect(text).not.to.include(name);
    }
  });

  /** A family asks for this man, and a partner's list names him. */
  async function askedFor(...man: [string, string, string, string]) {
    const [familyName, givenName, patronymic, birthDate] = man;
    const soldier = { familyName, givenName, patronymic, birthDate };
    const applicant = { name: GRANDSON, relation: 'grandchild', email: null, phone: PHONE, language: 'ru' };
    const sent = await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    const code = String(sent.body.statusUrl).split('/').at(-1) ?? '';
    await site.services.runner.drain();
    const partnerId = await newPartner(site);
    const list = await newList(site, partnerId);
    const item = await list.bringIn(saved(table(';', COLUMNS.slice(0, 4), man), 'utf-8'));
    const requestId = String(
      (await site.store.connection.collection('requests').findOne({ 'soldier.familyName': familyName }))?._id,
    );
    const soldierId = String((await site.stores.candidates.findOf(requestId))[0]?.soldierId);
    const target = async () => ({
      id: requestId,
      version: (await site.stores.requests.findById(requestId))?.version ?? 0,
    });
    const { token } = await site.signIn('partner', partnerId);
    return {
      withdraw: () => site.services.requests.withdraw(code),
      decide: async (verdict: 'same' | 'different') => {
        const evidenceLevel = verdict === 'same' ? ('B' as const) : null;
        const made = { soldierId, verdict, reason: 'сверено', evidenceLevel };
        return (await site.services.decisions.decide(ANNA, await target(), made)).decision.id;
      },
      object: async (decisionId: string) =>
        site.services.decisions.object(BOLAT, await target(), { decisionId, reason: 'другой отец' }),
      forgetOffers: () => site.stores.candidates.replaceOf(requestId, []),
      isTold: async () => {
        const address = `/api/imports/${item.id}/return.csv?language=en`;
        const { text } = await site.http.get(address).set('Authorization', `Bearer ${token}`).expect(200);
        return text.includes('perhaps being looked for');
      },
    };
  }

  it('no longer says so once the family has withdrawn', async () => {
    const man = await askedFor('Оспанов', 'Тлеу', 'Маратович', '03.04.1915');
    expect(await man.isTold()).to.equal(true);
    await man.withdraw();
    expect(await man.isTold()).to.equal(false);
  });

  it('no longer says so of a man whom people have decided against', async () => {
    const man = await askedFor('Жумабаев', 'Кенжебек', 'Абдрахманович', '17.11.1908');
    expect(await man.isTold()).to.equal(true);
    await man.decide('different');
    expect(await man.isTold()).to.equal(false);
  });

  it('says so while a decision waits for its second person, and not after the family has withdrawn', async () => {
    const man = await askedFor('Сарсенов', 'Иван', 'Петрович', '28.02.1921');
    await man.decide('same');
    await man.forgetOffers();
    expect(await man.isTold()).to.equal(true);
    await man.withdraw();
    expect(await man.isTold()).to.equal(false);
  });

  it('does not rest on a decision that a second person objected to', async () => {
    const man = await askedFor('Ергалиев', 'Борис', 'Яковлевич', '09.07.1899');
    const decisionId = await man.decide('same');
    await man.forgetOffers();
    await man.object(decisionId);
    expect(await man.isTold()).to.equal(false);
  });
});
