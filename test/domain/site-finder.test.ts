import { expect } from 'chai';
import { loadBurialSites } from '../../seed/facts.ts';
import { burialSiteOfFact } from '../../server/domain/known-burial-site.ts';
import { createSiteFinder } from '../../server/domain/site-finder.ts';
import { aBurialSite } from '../a-burial-site.ts';

const sites = loadBurialSites().map((fact) => burialSiteOfFact(fact, new Date(0)));
const finder = createSiteFinder(sites);
const find = (site: string, country: string | null = null) => finder.find({ site, country });
const findAt = (place: string, around: { site?: string; region?: string; country?: string } = {}) =>
  finder.find({ ...around, place, country: around.country ?? null });

describe('A list names a known burial place', () => {
  it('finds it by its whole name in any language, or by what stands before the first comma', () => {
    expect(find('Tjøtta Russian War Cemetery')).to.equal('tjotta');
    expect(find('tjotta russiske krigskirkegard', 'NO')).to.equal('tjotta');
    expect(find('Эренхайн Цайтхайн, плита 5')).to.equal('zeithain');
  });

  it('finds it by the place that is in its name alone, whether the country is told or not', () => {
    const names: Record<string, string> = {
      Цайтхайн: 'zeithain',
      Россошки: 'rossoshki',
      Зеелов: 'seelow',
      Zeithain: 'zeithain',
      Зандбостель: 'sandbostel',
      Штукенброк: 'stukenbrock',
      Лебус: 'lebus',
      Эрбке: 'oerbke',
      Пампали: 'pampali',
      Tjøtta: 'tjotta',
      'Мясной Бор': 'myasnoy-bor',
    };
    const countries = new Map(sites.map(({ id, country }) => [id, country]));
    for (const [name, id] of Object.entries(names)) {
      expect(find(name), name).to.equal(id);
      expect(find(name, countries.get(id)), name).to.equal(id);
      expect(find(name, 'KZ'), `${name} in another country`).to.equal(null);
    }
  });

  it('finds it in a sentence of the languages of the lists, with the kind of place and its parts', () => {
    const texts: Record<string, string> = {
      'в Россошках': 'rossoshki',
      'похоронен на воинском кладбище с. Россошки': 'rossoshki',
      'воинское кладбище, с. Россошки, уч. 5': 'rossoshki',
      'Gemeinde Zeithain': 'zeithain',
      'г. Зеелов': 'seelow',
      'cmentarzu wojennym w Bolesławcu': 'boleslawiec',
      'Лебустағы әскери зират': 'lebus',
      'Friedhof Sandbostel': 'sandbostel',
      'Германия, земля Саксония, Цайтхайн': 'zeithain',
      'Ленинград, Пискаревское кладбище': 'piskaryovskoye',
    };
    for (const [text, id] of Object.entries(texts)) expect(find(text), text).to.equal(id);
  });

  it('does not find it near, in another village, under another number or where another district is told', () => {
    const elsewhere = [
      'под Россошками',
      'близ Цайтхайна',
      'Россошка',
      'Братская могила № 12, Россошки',
      'Россошки, Воронежская обл.',
      'Смоленская обл., д. Россошки',
      'Цайтхайн, земля Бранденбург',
      'умер в лагере Цайтхайн',
      'Берген',
      'Фаллингбостель',
      'Штукенброк и Цайтхайн',
    ];
    for (const text of elsewhere) expect(find(text), text).to.equal(null);
    expect(finder.find({ site: 'Цайтхайн', place: 'Мюльберг', country: 'DE' })).to.equal(null);
    expect(finder.find({ site: 'Россошки', region: 'Белгородская область', country: 'RU' })).to.equal(null);
  });

  it('does not find a cemetery by the name of its city, which has others', () => {
    for (const city of ['Рига', 'Вена', 'Варшава', 'Дрезден', 'г. Керчь', 'Севастополь', 'Брно', 'Сегед'])
      expect(find(city), city).to.equal(null);
    expect(find('Вена, Центральное кладбище')).to.equal('vienna-zentral');
    expect(find('Дрезден, гарнизонное кладбище')).to.equal('dresden');
  });

  it('finds the common grave of a village only where the district is told too: many villages have its name', () => {
    expect(find('д. Нелидово', 'RU')).to.equal(null);
    expect(findAt('д. Нелидово', { region: 'Тверская обл.', country: 'RU' })).to.equal(null);
    expect(findAt('д. Нелидово', { region: 'Московская обл.', country: 'RU' })).to.equal('nelidovo');
    expect(find('Дергачи', 'UA')).to.equal(null);
    expect(find('Трубино, братская могила', 'RU')).to.equal(null);
    expect(find('Тверская обл., Трубино, братская могила', 'RU')).to.equal('trubino-rzhev');
  });

  it('does not find it, by however much of its name, where the paper tells another district or region', () => {
    const [gora, bor] = ['Зайцева Гора, братская могила', 'Воинское захоронение Мясной Бор'];
    expect([find(gora, 'RU'), find(bor, 'RU')]).to.deep.equal(['zaitseva-gora', 'myasnoy-bor']);
    for (const region of [
      'Псковская область',
      'Могилёвская обл.',
      'Тернопольская обл.',
      'Псковская обл., Невельский р-н',
    ]) {
      for (const name of [gora, bor, 'Зайцева Гора', 'Мясной Бор', 'Зайцева Гора братская могила']) {
        expect(find(`${name}, ${region}`, 'RU'), `${name}, ${region}`).to.equal(null);
        expect(find(`${region}, ${name}`, 'RU'), `${region}, ${name}`).to.equal(null);
        expect(finder.find({ site: name, region, country: 'RU' }), name).to.equal(null);
        expect(findAt(name, { region, country: 'RU' }), name).to.equal(null);
        expect(finder.find({ site: name, place: region, country: 'RU' }), name).to.equal(null);
      }
    }
    for (const text of ['Ehrenhain Zeithain, Thüringen', 'Ehrenhain Zeithain, Land Hessen, Kreis Kassel'])
      expect(find(text, 'DE'), text).to.equal(null);
    expect(finder.find({ site: gora, place: 'д. Другая', region: 'Калужская обл.', country: 'RU' })).to.equal(null);
    expect(finder.find({ site: bor, region: 'Тульская обл.', country: 'RU' })).to.equal(null);
    // Its own district is known: another known one is not it.
    expect(find('Россошки, военно-мемориальное кладбище, Иловлинский район', 'RU')).to.equal(null);
    expect(find('Военно-мемориальное кладбище Россошки, Барятинский район', 'RU')).to.equal(null);
    expect(find('Военно-мемориальное кладбище Россошки, Барятинский муниципальный округ', 'RU')).to.equal(null);
  });

  /** However the paper says the region: beside the name or in its own field. */
  const findIn = (name: string, region: string) => {
    const asked = [{ site: `${name}, ${region}` }, { site: name, region }, { place: name, region }];
    return asked.map((grave) => finder.find({ ...grave, country: null }));
  };
  const expectIn = (own: readonly (readonly [name: string, region: string, id: string])[]) => {
    for (const [name, region, id] of own)
      expect(findIn(name, region), `${name}, ${region}`).to.deep.equal([id, id, id]);
  };

  it('finds it in a city where the oblast of the city is told, by the name of then too', () => {
    expectIn([
      ['Мамаев курган', 'Волгоградская обл.', 'mamayev-kurgan'],
      ['Мамаев курган', 'Волгоградская обл., г. Волгоград', 'mamayev-kurgan'],
      ['Мамаев курган', 'Сталинградская обл.', 'mamayev-kurgan'],
      ['Пискарёвское мемориальное кладбище', 'Ленинградская обл., г. Ленинград', 'piskaryovskoye'],
      ['Новодевичье кладбище', 'Московская обл., Москва', 'novodevichy'],
      ['Памятник 1200 гвардейцам', 'Калининградская обл.', 'kaliningrad-1200'],
      ['Мемориал на месте кладбища Шталага 352, Масюковщина', 'Минская обл.', 'masyukovshchina'],
      ['Масюковщина', 'Минская обл.', 'masyukovshchina'],
    ]);
  });

  it('finds it where its own region is told in other letters than those of the list', () => {
    expectIn([
      ['Советское поле славы, Леусден', 'провинция Утрехт', 'leusden'],
      ['Сегед, кладбище Дугонич', 'обл. Чонград', 'szeged'],
      ['Богуше и Косувка, кладбища военнопленных', 'Подляское воеводство', 'bogusze-kosowka'],
    ]);
  });

  it('reads a municipal district of today by its name, not by the word for its kind', () => {
    expectIn([
      ['Ржевский мемориал Советскому солдату', 'Ржевский муниципальный округ', 'rzhev-soldier'],
      ['Зайцева Гора, братская могила', 'Калужская обл., Барятинский муниципальный округ', 'zaitseva-gora'],
      ['Зайцева Гора', 'Барятинский городской округ Калужской области', 'zaitseva-gora'],
    ]);
  });

  it('finds it where the paper tells the district and region in which it was in the years of the war', () => {
    expectIn([
      ['Воинское захоронение Мясной Бор', 'Ленинградская обл., Чудовский р-н', 'myasnoy-bor'],
      ['Мясной Бор', 'Ленинградская обл., Чудовский р-н', 'myasnoy-bor'],
      ['Зайцева Гора, братская могила', 'Смоленская обл., Барятинский р-н', 'zaitseva-gora'],
      ['Зайцева Гора', 'Смоленская обл.', 'zaitseva-gora'],
      ['Мемориал «Синявинские высоты»', 'Мгинский р-н', 'sinyavino-heights'],
      ['Синявино-1, братские могилы', 'Ленинградская обл., Мгинский р-н', 'sinyavino-1'],
      ['Зелёная Брама (урочище)', 'Киевская обл.', 'zelenaya-brama'],
    ]);
  });

  it('takes a word that nobody knows for no other region, and leaves a bare name of a place without it as unsure as before', () => {
    const region = 'Загорская обл.';
    expect(finder.find({ site: 'Воинское захоронение Мясной Бор', region, country: 'RU' })).to.equal('myasnoy-bor');
    expect(finder.find({ site: 'Мясной Бор', region, country: 'RU' })).to.equal(null);
    // Of a site whose district is known, another one is not its own beside the right region either.
    expect(find('Россошки, Волгоградская обл., Иловлинский район', 'RU')).to.equal(null);
  });

  it('finds it where its own district and region are told, and where of its district nothing is known', () => {
    const own = [
      'Калужская обл.',
      'Барятинский р-н',
      'Барятинский район Калужской области',
      'Россия, Калужская область',
    ];
    for (const region of own) {
      expect(find(`Зайцева Гора, ${region}`, 'RU'), region).to.equal('zaitseva-gora');
      expect(finder.find({ site: 'Зайцева Гора, братская могила', region, country: 'RU' })).to.equal('zaitseva-gora');
    }
    expect(find('Ehrenhain Zeithain, Landkreis Meißen', 'DE')).to.equal('zeithain');
    expect(find('Ehrenhain Zeithain, Sachsen', 'DE')).to.equal('zeithain');
  });

  it('finds a village by two words without its district only while no other known place is called so', () => {
    expect(find('д. Зайцева Гора', 'RU')).to.equal('zaitseva-gora');
    const other = { ...aBurialSite('other', { ru: 'Зайцева Гора, воинское кладбище' }), region: 'Псковская область' };
    const both = createSiteFinder([...sites, other]);
    expect(both.find({ site: 'д. Зайцева Гора', country: 'RU' })).to.equal(null);
    expect(both.find({ site: 'д. Зайцева Гора, Калужская обл.', country: 'RU' })).to.equal('zaitseva-gora');
  });

  it('takes the place of the burial where the site is told by its kind alone or not at all', () => {
    expect(findAt('Зандбостель')).to.equal('sandbostel');
    expect(findAt('с. Россошки', { site: 'Воинское захоронение', region: 'Волгоградская обл.' })).to.equal('rossoshki');
    expect(findAt('Зандбостель', { site: 'Братская могила № 3' })).to.equal(null);
  });

  it('does not find a memorial by its place: it holds names, and the men lie elsewhere', () => {
    for (const text of ['Детчино', 'Дубосеково', 'Легедзино']) expect(find(text), text).to.equal(null);
  });

  it('finds none by the words that say what it is: every list has a "воинское кладбище"', () => {
    const kinds = ['Воинское кладбище', 'Кладбище советских военнопленных', 'Мемориал «Братская могила»'];
    for (const text of [
      ...kinds,
      'Cmentarz Jeńców Radzieckich',
      'Memorial Military Cemetery',
      'Friedhof der Namenlosen',
    ])
      expect(find(text), text).to.equal(null);
  });

  it('finds none by a name that several places share, and names them for a person to look at', () => {
    expect(find('Ржев', 'RU')).to.equal(null);
    expect(find('Барсуки, Калужская обл.', 'RU')).to.equal(null);
    expect(finder.possible({ site: 'Барсуки', country: 'RU' })).to.have.members(['barsuki-mosalsk', 'barsuki-907']);
    expect(finder.possible({ site: 'под Ржевом', country: 'RU' })).to.include('rzhev-military-cemetery');
    expect(finder.possible({ place: 'Рига', country: 'LV' })).to.deep.equal(['riga-ziepniekkalns']);
    const twice = ['a', 'b'].map((id) => {
      const names = { kk: null, ru: `Братская могила, № ${id}`, en: null, local: null };
      return { id, country: 'RU', names, region: null, description: null, kind: 'grave' as const };
    });
    expect(createSiteFinder(twice).find({ site: 'Братская могила', country: 'RU' })).to.equal(null);
  });

  it('says that coordinates of the nearest town are not those of the grave', () => {
    const precision = (id: string) => sites.find((site) => site.id === id)?.precision;
    expect([precision('tjotta'), precision('gyor'), precision('pampali')]).to.deep.equal(['site', 'town', null]);
  });
});
