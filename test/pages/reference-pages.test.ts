import { expect } from 'chai';
import { languages } from '../../client/messages/translate.ts';
import { loadBurialSites, loadDivisions, loadHospitals, loadTranslations } from '../../seed/facts.ts';
import { isOfKazakhstan } from '../../server/domain/division.ts';
import { createLabels } from '../../server/site/labels.ts';
import { openTestSite, type TestSite } from '../site.ts';

describe('pages of divisions, hospitals and words', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
    const written = { familyName: 'Оспанов', givenName: 'Ораз', hospital: 'ЭГ 2446', unit: '1275 сп 387 сд' };
    const origin = { kind: 'volunteer', userId: 'operator', requestId: null } as const;
    const understood = site.services.understand(written);
    await site.services.mentions.addMentions([
      { id: 'one', origin, written, understood, sensitive: false, example: false },
    ]);
  });
  after(() => site.close());
  const get = async (path: string) => (await site.http.get(path)).text;

  it('tell the 387th division in each language: where formed, its way on a map and in words, its people', async () => {
    const words = {
      kk: ['387-атқыштар дивизиясы', 'Ақмола, қазіргі Астана', 'Миус өзені', 'дереккөзбен әлі салыстырылмаған'],
      ru: ['387-я стрелковая дивизия', 'Акмолинск, ныне Астана', 'Река Миус', 'ещё не сверено с источником'],
      en: ['387th Rifle Division', 'Akmolinsk, today Astana', 'Mius river', 'not yet compared with a source'],
    };
    for (const language of languages) {
      const page = await get(`/${language}/divisions/rd-387`);
      for (const word of [...words[language], 'class="route"', 'Оспанов']) expect(page, language).to.include(word);
    }
  });

  it('tell the guards title and its day', async () => {
    const page = await get('/ru/divisions/rd-316');
    expect(page).to.include('8-я гвардейская стрелковая дивизия (18 ноября 1941)');
    expect(page.split('Звание, которое давали частям').length - 1, 'what it means is told once').to.equal(1);
    const kazakh = await get('/kk/divisions/rd-316');
    expect(kazakh).to.include('И. В. Панфилов атындағы 8-гвардиялық').and.not.include('имени И. В. Панфилова');
  });

  it('list no number that no source confirms, nor a unit formed elsewhere', async () => {
    const page = await get('/ru/divisions');
    expect(page).to.include('/ru/divisions/rd-387');
    for (const id of ['rd-102', 'rd-309-note', 'nrb-81-note']) expect(page).to.not.include(`/ru/divisions/${id}"`);
  });

  it('list hospitals by town, and whose papers name one', async () => {
    expect(await get('/kk/hospitals'))
      .to.include('Эвакуациялық госпиталь №\u00a02446')
      .and.include('Петропавл');
    expect(await get('/ru/hospitals/eg-2446'))
      .to.include('Оспанов')
      .and.include('ранения глаз');
    expect(await get('/ru/hospitals/eg-3595')).to.include('Кладбище этого госпиталя пока не установлено');
    expect((await site.http.get('/ru/hospitals/eg-1')).status).to.equal(404);
  });

  it('explain the words of the records, each at an address of its own', async () => {
    const page = await get('/kk/words');
    expect(page).to.include('id="rvk"').and.include('Аудандық, қалалық, облыстық әскери комиссариат');
  });
});

describe('what the facts say', () => {
  const shown = new Set<string>([
    ...loadDivisions()
      .filter(isOfKazakhstan)
      .flatMap(({ fronts, battles, fate, notes = [], honorifics = [], subordinate = [], formed }) => [
        ...fronts,
        ...battles.map(({ place }) => place),
        ...notes,
        ...honorifics,
        ...subordinate,
        fate ?? '',
        formed?.place_then ?? '',
      ]),
    ...loadBurialSites().flatMap(({ buried, relevance_kz, type, region, notes = [], opened }) => [
      buried?.as_reported ?? '',
      relevance_kz ?? '',
      type,
      region,
      opened ?? '',
      ...notes,
    ]),
    ...loadHospitals().flatMap(({ kind, building, profile, chief, city_then, notes = [] }) => [
      kind,
      building ?? '',
      profile ?? '',
      chief ?? '',
      city_then,
      ...notes,
    ]),
  ]);

  it('is told in Kazakh and in Russian, not in English', () => {
    const { tell } = createLabels();
    const english = [...shown]
      .filter((text) => /\p{L}{3}/u.test(text))
      .filter((text) => (['kk', 'ru'] as const).some((language) => tell(text, language).lang === 'en'));
    expect(english).to.deep.equal([]);
  });

  it('is told in Russian without Kazakh letters and never left empty', () => {
    const wrong = Object.entries(loadTranslations()).filter(
      ([, { kk, ru, en }]) => /[әғқңөұүһі]/i.test(ru ?? '') || [kk, ru, en].some((text) => text?.trim() === ''),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('keeps its numbers in translation', () => {
    const digits = (text: string): string => (text.match(/\d/g) ?? []).sort().join('');
    const wrong = Object.entries(loadTranslations()).filter(([text, { kk, ru, en }]) =>
      [kk, ru, en].some((told) => told !== undefined && digits(told) !== digits(text)),
    );
    expect(wrong.map(([text]) => text)).to.deep.equal([]);
  });
});
