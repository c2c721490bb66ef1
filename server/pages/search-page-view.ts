import { recordMessages } from '../../client/messages/records.ts';
import { fill, type Message, type MessageTable } from '../../client/messages/translate.ts';
import { letterDifference, spellingLanguage } from '../../client/parts/letter-runs.ts';
import type { MessageKey } from '../../client/parts/say.ts';
import type { Facet } from '../../client/parts/search-filters.tsx';
import type { SearchItem, SearchReason, SearchResult as ShownResult } from '../../client/parts/search-results.tsx';
import type { Run } from '../../client/parts/spelling.tsx';
import type { FacetName } from '../search/facets.ts';
import type { FoundSoldier, SearchResult } from '../search/search-service.ts';
import type { Why } from '../search/why.ts';
import { countryName, documentWord, fateWord, lifeLine, type PageContext, personLine } from './page-words.ts';

/** The question as it stands in the address. */
export type AskedValues = Record<string, string>;

/** What a search found, in the reader's words and with the addresses that lead on. */
export function searchPageResult(
  found: SearchResult,
  asked: AskedValues,
  { siteNames, ...page }: PageContext & { siteNames: SiteNames },
): ShownResult {
  const { say, language } = page;
  const query = asked.q ?? [asked.familyName, asked.givenName, asked.patronymic].filter(Boolean).join(' ');
  const count = found.total;
  const heading =
    count === 0
      ? say('search.nothing', { query })
      : query
        ? say('search.found', { query, count })
        : say('search.foundPlain', { count });
  return {
    heading,
    items: found.items.map((item) => itemView(item, page)),
    facets: facetsView(found, asked, { ...page, siteNames }),
    nextHref: found.next ? address(language, { ...asked, cursor: found.next }) : null,
    nearest: (found.advice?.nearest ?? []).map((text) => ({
      text,
      lang: spellingLanguage(text),
      href: address(language, { q: text }),
    })),
    warnings: found.warnings.map(({ key, values }) => fill(warningText(key), language, values)),
    advice: adviceView(found, asked, page),
    requestHref: `/${language}/requests/new?${new URLSearchParams(requestFields(asked))}`,
  };
}

export function address(language: string, values: AskedValues): string {
  return `/${language}/?${new URLSearchParams(values)}`;
}

function itemView({ soldier, why }: FoundSoldier, page: PageContext): SearchItem {
  return {
    ...personLine(soldier, lifeLine(soldier.summary, page), page),
    reasons: why.filter((reason) => reason.kind === 'name').map((reason) => reasonView(reason, page)),
  };
}

function reasonView(why: Why, { say }: PageContext): SearchReason {
  const document = documentWord(say, why.values.document);
  const written = why.values.written ?? '';
  const text = say(why.reason === 'written_so' ? 'search.writtenSame' : 'search.writtenAs', { document });
  return {
    text,
    spelling: { runs: runsOf(why, written), lang: spellingLanguage(written, why.values.document ?? null) },
  };
}

/** Word by word, each beside the word that was asked; words nobody asked for are not marked. */
function runsOf(why: Why, written: string): Run[] {
  const pairs = new Map(
    (why.alignment ?? []).flatMap(({ asked, found }) => (asked && found ? [[found, asked] as const] : [])),
  );
  // Another script altogether differs in every letter: marking them all would say nothing.
  if (/\p{Script=Arabic}/u.test(written)) return [{ text: written, marked: false }];
  const words = written.split(/(\s+)/);
  return words.flatMap((word): Run[] => {
    const asked = pairs.get(word);
    return asked ? letterDifference(asked, word).runs : [{ text: word, marked: false }];
  });
}

const facetTitles: Partial<Record<FacetName, MessageKey>> = {
  fate: 'search.byFate',
  country: 'search.byCountry',
  site: 'search.bySite',
  oblast: 'search.byOblast',
  division: 'search.byDivision',
};

/** What a filter of the address is called on the page. */
const filterTitles: Record<string, MessageKey> = {
  fate: 'search.byFate',
  country: 'search.byCountry',
  burialSite: 'search.bySite',
  division: 'search.byDivision',
  birthYear: 'search.birthYear',
  birthPlace: 'search.birthPlace',
  conscriptionPlace: 'search.conscriptionPlace',
  unit: 'search.unit',
  camp: 'search.camp',
  campNumber: 'search.campNumber',
};

/** Names of the burial places that those found lie in. */
export type SiteNames = ReadonlyMap<string, string>;

export const FACET_VALUES = 8;

const unknownWarning = { kk: '', ru: '', en: '' };

function warningText(key: string): Message {
  return (recordMessages as MessageTable)[key] ?? unknownWarning;
}

/** The field of the address that a facet sets. */
const facetFields: Partial<Record<FacetName, string>> = {
  fate: 'fate',
  country: 'country',
  site: 'burialSite',
  oblast: 'birthPlace',
  division: 'division',
};

function facetsView(found: SearchResult, asked: AskedValues, page: PageContext & { siteNames: SiteNames }): Facet[] {
  const names: FacetName[] = ['fate', 'country', 'site', 'oblast', 'division'];
  return names.flatMap((name): Facet[] => {
    const field = facetFields[name];
    const title = facetTitles[name];
    const values = found.facets[name].slice(0, FACET_VALUES);
    if (!field || !title || values.length === 0) return [];
    const options = values.flatMap(({ value, count }) => {
      const label = labelOf(name, value, page);
      // A unit or district that the reference facts do not have is found by its field and not offered here as a code.
      if (label === null) return [];
      const sent = name === 'oblast' ? label : value;
      const chosen = asked[field] === sent;
      const { [field]: _dropped, cursor: _cursor, ...rest } = asked;
      return [{ label, count, chosen, href: address(page.language, chosen ? rest : { ...rest, [field]: sent }) }];
    });
    return options.length === 0 ? [] : [{ title: page.say(title), options }];
  });
}

function labelOf(
  name: FacetName,
  value: string,
  { say, language, labels, siteNames }: PageContext & { siteNames: SiteNames },
): string | null {
  if (name === 'site') return siteNames.get(value) ?? null;
  if (name === 'fate') return fateWord(say, value);
  if (name === 'country') return countryName(value, language);
  if (name === 'division') return labels.division(value, language);
  return labels.oblast(value, language);
}

function adviceView(found: SearchResult, asked: AskedValues, { say, language }: PageContext): ShownResult['advice'] {
  const { cursor: _cursor, ...question } = asked;
  return (found.advice?.wider ?? []).flatMap((wider) => {
    if (wider.kind === 'wider_years' && wider.value) {
      const [from = '', to = ''] = wider.value.split('-');
      return [
        {
          text: say('search.widerYears', { from, to }),
          href: address(language, { ...question, birthYear: wider.value }),
        },
      ];
    }
    if (wider.kind === 'family_name_only' && wider.value) {
      return [{ text: say('search.onlyFamilyName'), href: address(language, { q: wider.value }) }];
    }
    if (wider.kind === 'without_patronymic' && wider.value) {
      const { familyName: _f, givenName: _g, patronymic: _p, ...rest } = question;
      return [{ text: say('search.withoutPatronymic'), href: address(language, { ...rest, q: wider.value }) }];
    }
    if (wider.kind === 'without_filter') {
      const { [wider.field]: _dropped, ...rest } = question;
      const title = filterTitles[wider.field];
      const text = title ? say('search.withoutFilter', { filter: say(title) }) : say('search.withoutFilters');
      return [{ text, href: address(language, rest) }];
    }
    return [];
  });
}

/** What was typed goes into the request form, so that nobody writes it twice. */
function requestFields(asked: AskedValues): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const name of ['familyName', 'givenName', 'patronymic', 'birthPlace', 'unit', 'camp']) {
    const value = asked[name];
    if (value) fields[name] = value;
  }
  if (asked.birthYear) fields.birthDate = asked.birthYear;
  if (asked.q && !fields.familyName && !fields.givenName) {
    const [family = '', given = '', ...rest] = asked.q.trim().split(/\s+/);
    Object.assign(fields, { familyName: family, givenName: given, patronymic: rest.join(' ') });
  }
  return fields;
}
