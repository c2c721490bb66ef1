import type { Language } from '../../client/messages/translate.ts';
import { wordMessages } from '../../client/messages/words.ts';
import type { AboutSoldier } from '../../client/pages/request-form-page.tsx';
import { dateText, type ShownDate } from '../../client/parts/date-text.ts';
import type { SourceLink } from '../../client/parts/facts.tsx';
import { spellingLanguage } from '../../client/parts/letter-runs.ts';
import type { PersonLine, PersonName } from '../../client/parts/people-list.tsx';
import { type MessageKey, type Say, sayIn } from '../../client/parts/say.ts';
import { arabicInCyrillic } from '../domain/names/arabic-letters.ts';
import type { PlaceToday } from '../domain/places/place-today.ts';
import { listedForm, type Soldier, type SoldierSummary } from '../domain/soldier.ts';

/** A text of the reference facts; `lang` is set where it is not in the reader's language. */
export type ToldText = { text: string; lang?: string };

/** Names of places and divisions that a page shows for their ids, and what the reference facts say, in the reader's words. */
export type Labels = {
  division(id: string, language: Language): string | null;
  /** A burial place of the reference facts: its name, and the wider place it lies in. */
  site(id: string, language: Language): { name: string; region: string } | null;
  oblast(id: string, language: Language): string | null;
  /** A district's or town's name of the war years. */
  place(id: string, language: Language): string | null;
  /** What a place of the war years, told by its keys, is today. */
  today(keys: readonly string[]): PlaceToday | null;
  tell(text: string, language: Language): ToldText;
};

/** What every page is drawn with. */
export type PageContext = { language: Language; say: Say; publicUrl: string; labels: Labels; demo: boolean };

export function pageContext(
  language: Language,
  { publicUrl, labels, demo }: Pick<PageContext, 'publicUrl' | 'labels' | 'demo'>,
): PageContext {
  return { language, say: sayIn(language), publicUrl, labels, demo };
}

/** The name of a country in the reader's language; a code that nobody knows stays as it is. */
export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return countries[language].of(code) ?? code;
}

const countries: Record<Language, Intl.DisplayNames> = {
  kk: new Intl.DisplayNames(['kk'], { type: 'region' }),
  ru: new Intl.DisplayNames(['ru'], { type: 'region' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
};

export function fateWord(say: Say, fate: string, sex: SoldierSummary['sex'] = null): string {
  const ofHer = `fateOfHer.${fate}`;
  if (sex === 'f' && Object.hasOwn(wordMessages, ofHer)) return say(ofHer as MessageKey);
  return say(`fate.${fate}` as MessageKey);
}

/** What kind of paper it is, beginning a sentence. */
export function documentWord(say: Say, type: string | null | undefined): string {
  const key = `document.${type ?? 'unknown'}` as MessageKey;
  const word = say(key);
  // A kind this version has no word for is still a document.
  const known = word === key ? say('document.unknown') : word;
  return known.charAt(0).toUpperCase() + known.slice(1);
}

type LineContext = Pick<PageContext, 'say' | 'language' | 'labels'>;

/** Where he lies: a place that we know by its name in the reader's language, any other as the list writes it. */
export function burialLine(burial: SoldierSummary['burial'], { language, labels }: LineContext): string | null {
  if (!burial) return null;
  const country = burial.country ? countryName(burial.country, language) : null;
  const known = burial.siteId === null ? null : labels.site(burial.siteId, language);
  const region = known?.region ?? (burial.region === null ? null : labels.tell(burial.region, language).text);
  const parts = [known?.name ?? burial.siteName ?? burial.place, region, country].filter(
    (part) => part !== null && part !== '',
  );
  return parts.length > 0 ? [...new Set(parts)].join(', ') : null;
}

/** Life and fate in one line, under a name in a list. */
export function lifeLine(summary: SoldierSummary, page: LineContext): string {
  const buried = burialLine(summary.burial, page);
  const life = livedLine(summary, page);
  return buried ? `${life} ${page.say('search.buried', { place: endsAsWord(buried) })}` : life;
}

/** The same without the grave: for a list of those who lie at one place. */
export function livedLine(summary: SoldierSummary, { say, language }: LineContext): string {
  const { birth, birthPlace, fate, fateDate, sex } = summary;
  const born = birth?.precision === 'day' ? 'search.bornOn' : 'search.born';
  const parts = [birth ? say(born, { when: dateText(birth, language) }) : say('search.bornUnknown')];
  if (birthPlace) parts.push(say('search.from', { place: endsAsWord(birthPlace) }));
  if (fate) parts.push(sentence(fateWord(say, fate, sex), fateDate, language));
  return parts.join(' ');
}

/** Without the full stop of a shortened last word ("обл."): the sentence it ends has its own. */
function endsAsWord(place: string): string {
  return place.replace(/\.+$/u, '');
}

function sentence(word: string, date: ShownDate | null, language: Language): string {
  const when = date ? `, ${dateText(date, language)}` : '';
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${when}.`;
}

/** What a place of the war years is called today, in one sentence; null when nothing certain can be said. */
export function todayLine(
  keys: readonly string[],
  { say, labels }: Pick<PageContext, 'say' | 'labels'>,
): string | null {
  const today = labels.today(keys);
  if (today === null) return null;
  const oblast = today.oblastId === null ? null : say(`oblastToday.${today.oblastId}` as MessageKey);
  const place = [today.name, oblast].filter((part) => part !== null && part !== '').join(', ');
  return say(today.sourced ? 'place.today' : 'place.todayUnsourced', { place });
}

const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);

/** His name at the head of a list's row, in letters the reader knows where a paper has it so. Known in Arabic script only, he is read to those who cannot. */
export function personName(summary: SoldierSummary, language: Language): PersonName {
  const { names } = summary;
  const name = language === 'en' ? summary.name : listedForm(summary);
  const unreadable = isArabic(name.full) && names.every((form) => isArabic(form.full));
  return {
    // A card has "Sidorow, Nikolai"; the comma is the card's, not the name's.
    name: name.full.replace(/,\s*/g, ' '),
    nameLang: spellingLanguage(name.full, name.documentType),
    reading: unreadable ? arabicInCyrillic(name.full) : null,
  };
}

/** A soldier in a list of people. `life`: in one line. */
export function personLine({ id, summary, example }: Soldier, life: string, { language }: PageContext): PersonLine {
  return { href: `/${language}/soldiers/${id}`, ...personName(summary, language), life, example };
}

/** Where a fact was read. Of GeoNames a reader is told what it gave, not in which file it came. */
export function sourceLink(
  { site, title, url }: { site: string; title: string; url: string | null },
  { say }: Pick<PageContext, 'say'>,
): SourceLink {
  const label = site.startsWith('GeoNames') ? say('sources.geonames') : `${site}: ${title}`;
  return { label, href: url ?? '' };
}

/** Of whom a form is: what a visitor may know of him. */
export function aboutSoldier({ id, summary }: Soldier, page: PageContext): AboutSoldier {
  const { full, familyName, givenName } = summary.name;
  return { id, name: full, familyName, givenName, life: lifeLine(summary, page) };
}
