import { expect } from 'chai';
import { languages } from '../../client/messages/translate.ts';
import { openTestSite, type TestSite } from '../site.ts';
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

  it('no longer says so once the family has withdrawn', async () => {
    const soldier = { familyName: 'Оспанов', givenName: 'Тлеу', patronymic: 'Маратович', birthDate: '03.04.1915' };
    const applicant = { name: GRANDSON, relation: 'grandchild', email: null, phone: PHONE, language: 'ru' };
    const sent = await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    const code = String(sent.body.statusUrl).split('/').at(-1) ?? '';
    await site.services.runner.drain();
    const partnerId = await newPartner(site);
    const list = await newList(site, partnerId);
    const row = ['Оспанов', 'Тлеу', 'Маратович', '03.04.1915'];
    const item = await list.bringIn(saved(table(';', COLUMNS.slice(0, 4), row), 'utf-8'));
    const { token } = await site.signIn('partner', partnerId);
    const returned = async () => {
      const address = `/api/imports/${item.id}/return.csv?language=en`;
      return (await site.http.get(address).set('Authorization', `Bearer ${token}`).expect(200)).text;
    };
    expect(await returned()).to.include('perhaps being looked for');
    await site.services.requests.withdraw(code);
    expect(await returned()).not.to.include('Оспанов');
  });
});
