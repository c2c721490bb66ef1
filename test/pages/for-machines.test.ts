import { expect } from 'chai';
import { languages } from '../../client/messages/translate.ts';
import { loadReference } from '../../seed/load-reference.ts';
import type { MentionRow } from '../../server/domain/row.ts';
import { openTestSite, type TestSite } from '../site.ts';

const MAN: MentionRow = {
  familyName: 'Қайырбеков</script>',
  givenName: 'Сейітқали',
  patronymic: 'Нұрмағамбетұлы',
  sex: 'м',
  birthDate: '12.05.1913',
  birthPlace: 'Акмолинская обл., Кургальджинский р-н, аул № 5',
  fate: 'умер в плену',
  fateDate: '14.02.1943',
  burialSite: 'Эренхайн Цайтхайн',
  burialCountry: 'DE',
  relatives: 'жена Күләш, сын Болат 1939 г.р.',
  notes: 'дочь Алма живёт в Караганде',
  sourceUrl: 'https://example.org/1',
};
const HOME: MentionRow = { familyName: 'Сарсенов', givenName: 'Қажым', fate: 'вернулся', fateDate: '1945' };
const ABOUT_1911: MentionRow = {
  familyName: 'Сарсенов',
  birthDate: 'около 1911',
  fate: 'убит',
  fateDate: '__.07.1942',
};

/** What schema.org has for a Person and a Place, of what these pages may say. */
const PERSON = new Set(
  '@context @type @id url name alternateName familyName givenName additionalName gender birthDate deathDate birthPlace description'.split(
    ' ',
  ),
);
const PLACE = new Set('@context @type @id url name alternateName address geo'.split(' '));
const DAY_MONTH_OR_YEAR = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** One of each kind of page that is sent on. */
const SHARED = [
  '/',
  '/burial-sites/zeithain',
  '/divisions/rd-387',
  '/hospitals/eg-3981',
  '/seeking-relatives',
  '/requests/new',
  '/about',
];

type Data = Record<string, unknown>;

describe('what machines read of a page', () => {
  let site: TestSite;
  const ids: Record<string, string> = {};
  before(async () => {
    site = await openTestSite();
    const { mentions, gazetteer } = site.services;
    await loadReference({ burialSites: site.stores.burialSites, mentions, gazetteer, clock: site.clock });
    const rows = { man: MAN, home: HOME, about: ABOUT_1911 };
    for (const [id, written] of Object.entries(rows)) {
      const origin = { kind: 'volunteer', userId: 'operator', requestId: null } as const;
      const understood = site.services.understand(written);
      const mention = { id, origin, written, understood, sensitive: false, example: false };
      ids[id] = (await site.services.mentions.addMentions([mention])).soldierIds[0] ?? '';
    }
  });
  after(() => site.close());

  async function dataOf(path: string): Promise<Data> {
    const { text } = await site.http.get(path);
    const found = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    expect(found, path).to.have.length(1);
    return JSON.parse(found[0]?.[1] ?? 'null') as Data;
  }

  for (const language of languages) {
    it(`tells of a soldier as schema.org has a Person, and of nobody living (${language})`, async () => {
      const address = `http://localhost:3000/${language}/soldiers/${ids.man}`;
      const data = await dataOf(`/${language}/soldiers/${ids.man}`);
      expect(Object.keys(data).filter((key) => !PERSON.has(key))).to.deep.equal([]);
      expect(data).to.include({
        '@context': 'https://schema.org',
        '@type': 'Person',
        '@id': address,
        url: address,
        familyName: 'Қайырбеков</script>',
        givenName: 'Сейітқали',
        additionalName: 'Нұрмағамбетұлы',
        gender: 'https://schema.org/Male',
        birthDate: '1913-05-12',
        deathDate: '1943-02-14',
      });
      expect(data.birthPlace).to.deep.equal({ '@type': 'Place', name: MAN.birthPlace });
      expect(JSON.stringify(data)).to.not.match(/Күләш|Болат|Алма|Караганд/);
    });
  }

  it('claims a date only where a paper has one: none for "about", the month where only the month is known', async () => {
    const data = await dataOf(`/ru/soldiers/${ids.about}`);
    expect(data).to.not.have.property('birthDate');
    expect(data.deathDate).to.equal('1942-07');
    expect(data.deathDate).to.match(DAY_MONTH_OR_YEAR);
  });

  it('claims no death of a man who came home', async () => {
    expect(await dataOf(`/ru/soldiers/${ids.home}`)).to.not.have.property('deathDate');
  });

  for (const language of languages) {
    it(`tells of a burial place, and no coordinates that are only the nearest town’s (${language})`, async () => {
      const [measured, town] = [
        await dataOf(`/${language}/burial-sites/tjotta`),
        await dataOf(`/${language}/burial-sites/zeithain`),
      ];
      for (const data of [measured, town]) expect(Object.keys(data).filter((key) => !PLACE.has(key))).to.deep.equal([]);
      expect(measured).to.include({
        '@type': 'Cemetery',
        url: `http://localhost:3000/${language}/burial-sites/tjotta`,
      });
      expect(measured.geo).to.have.keys('@type', 'latitude', 'longitude');
      expect(town).to.not.have.property('geo');
      expect(town.address).to.include({ '@type': 'PostalAddress', addressCountry: 'DE' });
    });
  }

  for (const language of languages) {
    it(`is, in a messenger, a title, a sentence and a picture that is there, in the language of the page (${language})`, async () => {
      const locale = { kk: 'kk_KZ', ru: 'ru_KZ', en: 'en_GB' }[language];
      for (const path of [...SHARED, `/soldiers/${ids.man}`]) {
        const address = `/${language}${path}`;
        const { text } = await site.http.get(address);
        const of = (name: string) => new RegExp(`<meta property="og:${name}" content="([^"]*)"`).exec(text)?.[1] ?? '';
        expect(of('title'), address).to.match(/\p{L}{3}/u);
        expect(of('description'), address).to.match(/\p{L}{3}.* .*\p{L}{3}/u);
        expect([of('url'), of('locale')]).to.deep.equal([`http://localhost:3000${address}`, locale]);
        const image = of('image');
        expect(image, address).to.match(new RegExp(`^http://localhost:3000/${language}/`));
        const picture = await site.http.get(new URL(image).pathname);
        expect(picture.headers['content-type'], image).to.equal('image/png');
        const png = picture.body as Buffer;
        const size = [png.readUInt32BE(16), png.readUInt32BE(20)].map(String);
        expect(size, image).to.deep.equal([of('image:width'), of('image:height')]);
        expect(size).to.deep.equal(['1200', '630']);
        expect(png.length, image).to.be.lessThan(300_000);
      }
    });
  }
});
