import { expect } from 'chai';
import { loadReference } from '../../seed/load-reference.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { decideOn, listOf, newList } from './import-site.ts';
import { saved, table, workbook } from './read-list.ts';

const HEADER = ['№ п/п', 'Фамилия', 'Имя', 'Отчество', 'Год рождения', 'Дата смерти'];
const list = (...rows: string[][]) => saved(table(';', HEADER, ...rows), 'windows-1251');

describe('Rows of a list that cannot be true', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
    const { mentions, gazetteer } = site.services;
    await loadReference({ burialSites: site.stores.burialSites, mentions, gazetteer, clock: site.clock });
  });
  after(() => site.close());

  const problemsOf = async (id: string, language = 'ru') => {
    const { token } = await site.signIn('coordinator');
    const answer = await site.http
      .get(`/api/imports/${id}/problems`)
      .set('Authorization', `Bearer ${token}`)
      .set('Accept-Language', language);
    return answer.body.items as { line: number; rule: string; severity: string; text: string }[];
  };

  const impossible = list(
    ['1', 'Каирбеков', 'Сейткали', 'Нурмагамбетович', '1913', '14.02.1942'],
    ['2', 'Сидоров', 'Семён', 'Ильич', '1950', '12.03.1942'],
    ['3', 'Омаров', 'Тлеу', '', '1901', '12.03.1899'],
    ['4', 'Иванов', 'Иван', 'Петрович', '1920', '31.02.1943'],
  );

  it('wait for a person with the reason in the language of the partner, and become nobody', async () => {
    const one = await newList(site);
    const item = await one.bringIn(impossible);
    expect(item.counts).to.include({ read: 4, added: 1, quarantined: 3 });
    expect((await one.stored()).map(({ written }) => written.familyName)).to.deep.equal(['Каирбеков']);
    const waiting = (await problemsOf(item.id)).filter(({ severity }) => severity === 'quarantines');
    expect(waiting.map(({ line, rule }) => `${line} ${rule}`)).to.have.members([
      '3 birth.too_late',
      '3 order.fate_before_birth',
      '4 order.fate_before_birth',
      '4 fate.before_the_war',
      '5 date.impossible_day',
    ]);
    expect(waiting.find(({ line }) => line === 5)?.text).to.equal(
      '«31.02.1943»: такого дня не бывает. Строка не внесена: её должен посмотреть человек. Можно проверить её, исправить и прислать снова.',
    );
    const kazakh = (await problemsOf(item.id, 'kk')).find(({ line }) => line === 5);
    expect(kazakh?.text).to.match(/мұндай күн жоқ.*Жол енгізілген жоқ/);
    const found = await site.http.get(`/api/soldiers?q=${encodeURIComponent('Сидоров Семён Ильич')}`);
    expect(found.body.items.map(({ name }: { name: string }) => name)).to.not.include('Сидоров Семён Ильич');
  });

  it('come in when a person says so, and once', async () => {
    const one = await newList(site);
    const item = await one.bringIn(impossible);
    const { token } = await site.signIn('coordinator');
    const as = (method: 'get' | 'post', path: string) =>
      site.http[method](`/api/imports/${item.id}/quarantine${path}`).set('Authorization', `Bearer ${token}`);
    const { body } = await as('get', '').set('Accept-Language', 'ru');
    expect(body.items[2].text).to.equal(
      'Так быть не могло, поэтому строка не внесена. «31.02.1943»: такого дня не бывает.',
    );
    await as('post', '/5').send({ verdict: 'taken', reason: 'так в донесении' }).expect(200);
    expect((await one.stored()).map(({ written }) => written.familyName)).to.have.members(['Каирбеков', 'Иванов']);
    const again = await one.bringIn(impossible);
    expect(again.counts).to.include({ added: 0, unchanged: 2, quarantined: 2 });
    expect([again.gone, again.listTotal]).to.deep.equal([0, 2]);
  });

  it('that contradict a decision say so, too: whoever takes them in knows what rests on the man', async () => {
    const one = await newList(site);
    const man = { id: '1', name: 'Каирбеков Сейткали Нурмагамбетович', born: '1913' };
    const first = await one.bringIn(listOf({ ...man, died: '14.02.1942' }));
    for await (const [mention] of site.services.mentions.streamImport(first.id))
      if (mention) await decideOn(site, mention.soldierId);
    const item = await one.bringIn(listOf({ ...man, died: '31.02.1943' }));
    expect(item.counts).to.include({ updated: 0, quarantined: 1 });
    const { token } = await site.signIn('coordinator');
    const { body } = await site.http
      .get(`/api/imports/${item.id}/quarantine`)
      .set('Authorization', `Bearer ${token}`)
      .set('Accept-Language', 'ru');
    expect(body.items[0].rule).to.equal('decided');
    expect(body.items[0].text).to.equal(
      'Так быть не могло, поэтому строка не внесена. «31.02.1943»: такого дня не бывает. Об этом человеке уже принято решение, а партнёр прислал другое. Что верно?',
    );
  });

  it('mended and sent again are new rows, and the man is there once', async () => {
    const one = await newList(site);
    await one.bringIn(impossible);
    const item = await one.bringIn(
      list(
        ['1', 'Каирбеков', 'Сейткали', 'Нурмагамбетович', '1913', '14.02.1942'],
        ['4', 'Иванов', 'Иван', 'Петрович', '1920', '13.02.1943'],
      ),
    );
    expect(item.counts).to.deep.include({ added: 1, unchanged: 1, quarantined: 0 });
    expect(await one.stored()).to.have.length(2);
  });

  it('that are names of columns are rejected', async () => {
    const one = await newList(site);
    const book = await workbook({
      Список: [
        ['ФИО', 'Год рождения'],
        ['кол1', 'кол2'],
        ['Ахметов Сапар', '1918'],
        ['Фамилия', 'Дата рождения'],
      ],
    });
    const item = await one.bringIn(book);
    expect(item.counts).to.include({ read: 3, added: 1, rejected: 2 });
    expect((await problemsOf(item.id)).map(({ text }) => text)).to.deep.equal([
      'Здесь названия столбцов, а не данные человека.',
      'Здесь названия столбцов, а не данные человека.',
    ]);
  });
});

describe('Unknown soldiers of a list', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
    const { mentions, gazetteer } = site.services;
    await loadReference({ burialSites: site.stores.burialSites, mentions, gazetteer, clock: site.clock });
  });
  after(() => site.close());

  const graves = (...names: string[]) =>
    saved(
      table(
        ';',
        ['Name', 'Grab', 'Friedhof', 'Land'],
        ...names.map((name, i) => [name, `${i + 1}`, 'Tjøtta russiske krigskirkegård', 'NO']),
      ),
      'utf-8',
    );
  const nameless = async () => (await site.http.get('/api/burial-sites/tjotta')).body.nameless;
  const page = async (language: string) => (await site.http.get(`/${language}/burial-sites/tjotta`)).text;

  it('are added as nobody and counted at their burial site, until the partner names them or takes the list back', async () => {
    const one = await newList(site);
    expect(await page('ru')).to.not.include('Неизвестных в списках партнёров');
    const first = await one.bringIn(
      graves('Ivanov Ivan', 'Неизвестный', 'unknown', 'Ukjent russisk soldat', 'Nieznany', 'Белгісіз жауынгер'),
    );
    expect(first.counts).to.include({ read: 6, added: 1, rejected: 5 });
    expect(first.nameless).to.deep.equal([{ siteId: 'tjotta', count: 5 }]);
    expect((await one.stored()).map(({ written }) => written.fullName ?? written.familyName)).to.deep.equal([
      'Ivanov Ivan',
    ]);
    expect(await nameless()).to.equal(5);
    expect(await page('ru')).to.match(/Неизвестных в списках партнёров.{0,200}не менее 5/s);
    expect(await page('kk')).to.match(/аты белгісіздер.{0,200}кемінде 5/s);
    const second = await one.bringIn(graves('Ivanov Ivan', 'Petrov Petr', 'Неизвестный', 'Неизвестный'));
    expect(second.counts).to.include({ added: 1, unchanged: 1, rejected: 2 });
    expect(await nameless()).to.equal(2);
    await one.run(second, 'undo');
    expect(await nameless()).to.equal(5);
    await one.run(first, 'undo');
    expect(await nameless()).to.equal(0);
  });

  it('stay counted when the partner mends other rows and sends them alone', async () => {
    const one = await newList(site);
    const first = await one.bringIn(graves('Ivanov Ivan', 'Petrov Petr', 'Sidorov Semjon', 'Ukjent', 'Ukjent'));
    expect(await nameless()).to.equal(2);
    const part = await one.bringIn(graves('Ivanov Ivan Petrovitsj'));
    expect([part.part, part.gone, await nameless()]).to.deep.equal([true, null, 2]);
    const more = await one.bringIn(graves('Ukjent', 'Ukjent', 'Ukjent'));
    expect([more.part, await nameless()]).to.deep.equal([true, 3]);
    for (const item of [more, part, first]) await one.run(item, 'undo');
    expect(await nameless()).to.equal(0);
  });

  it('are not counted twice when two lists tell of the same graves, nor before a list is brought in', async () => {
    const [one, other] = [await newList(site), await newList(site)];
    await one.bringIn(graves('Неизвестный', 'Неизвестный', 'Неизвестный'));
    await other.bringIn(graves('Unbekannt', 'Unbekannt'));
    const third = await newList(site);
    await third.run(await third.send(graves('Nieznany', 'Nieznany', 'Nieznany', 'Nieznany')), 'check');
    expect(await nameless()).to.equal(3);
  });

  it('of no known site are told to the partner and counted nowhere', async () => {
    const one = await newList(site);
    const item = await one.bringIn(
      saved(table(';', ['ФИО', 'Место захоронения'], ['Неизвестный', 'у дороги']), 'utf-8'),
    );
    expect(item.nameless).to.deep.equal([{ siteId: null, count: 1 }]);
  });
});
