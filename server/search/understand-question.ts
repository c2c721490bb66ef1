import { readCountry } from '../domain/country.ts';
import { isFateCode, readFate } from '../domain/fate.ts';
import { type NameRole, nameParts } from '../domain/names/name-parts.ts';
import { parsePartialDate } from '../domain/partial-date.ts';
import { parseUnit } from '../domain/unit.ts';
import type { WrittenName } from './engine.ts';
import { campKeys, tagNumberKeys } from './soldier-document.ts';
import type { AskedFilter, SearchWarning, SoldierQuestion } from './soldier-question.ts';

/** What is known beside the index: places, divisions through their renamings. */
export type QuestionContext = {
  placeKeys: (text: string) => string[];
  /** All unit keys a division had: its numbers through time and its regiments; null when there is no such division. */
  divisionKeys: (id: string) => Promise<string[] | null>;
};

export type UnderstoodQuestion = {
  /** Null when no name was asked. */
  name: WrittenName | null;
  parts: { text: string; role: NameRole }[];
  born: { from: number; to: number } | null;
  filters: AskedFilter[];
  warnings: SearchWarning[];
};

type Draft = { filters: AskedFilter[]; warnings: SearchWarning[] };

const YEARS_OF_SOLDIERS = { from: 1850, to: 1935 } as const;

function nameOf(question: SoldierQuestion): WrittenName | null {
  const { q, familyName, givenName, patronymic } = question;
  const parts = [familyName, givenName, patronymic].filter((part) => part !== undefined && part !== '');
  if (parts.length > 0) return { full: [...parts, q ?? ''].join(' ').trim(), familyName, givenName, patronymic };
  return q === undefined || q.trim() === '' ? null : { full: q.trim() };
}

function bornOf(text: string | undefined, draft: Draft): { from: number; to: number } | null {
  if (text === undefined) return null;
  const { date } = parsePartialDate(text);
  if (date === null || date.precision === 'none') {
    draft.warnings.push({ key: 'search.warning.year', values: { text } });
    return null;
  }
  const from = date.earliest === null ? YEARS_OF_SOLDIERS.from : Number(date.earliest.slice(0, 4));
  return { from, to: date.latest === null ? YEARS_OF_SOLDIERS.to : Number(date.latest.slice(0, 4)) };
}

/** The keys that are as exact as the text: a village asked for is not answered by everyone of its oblast. */
function exactKeys(keys: readonly string[]): string[] {
  const levels = [/^(?:v:|aul:|gn-|city-)/, /^(?:r:|ray-)/, /^obl-/];
  for (const level of levels) {
    const found = keys.filter((key) => level.test(key));
    if (found.length > 0) return found;
  }
  return [];
}

function addFilter(draft: Draft, field: AskedFilter['field'], written: string | undefined, tags: string[]): void {
  if (written === undefined) return;
  if (tags.length > 0) draft.filters.push({ field, written, tags });
  else draft.warnings.push({ key: `search.warning.${field}`, values: { text: written } });
}

function fateTags(text: string | undefined): string[] {
  const codes = (text ?? '').split(',').flatMap((one) => {
    const code = isFateCode(one.trim()) ? one.trim() : readFate(one).code;
    return code === 'unknown' ? [] : [`fate:${code}`];
  });
  return [...new Set(codes)];
}

function plainFilters(question: SoldierQuestion, context: QuestionContext, draft: Draft): void {
  const { birthPlace, conscriptionPlace, unit, fate, country, burialSite, camp, campNumber, hasRelatives } = question;
  const tags = (kind: string, text: string | undefined, keys: (text: string) => string[]): string[] =>
    text === undefined ? [] : keys(text).map((key) => `${kind}:${key}`);
  const places = (text: string): string[] => exactKeys(context.placeKeys(text));
  addFilter(draft, 'birthPlace', birthPlace, tags('place', birthPlace, places));
  addFilter(draft, 'conscriptionPlace', conscriptionPlace, tags('place', conscriptionPlace, places));
  addFilter(
    draft,
    'unit',
    unit,
    tags('unit', unit, (text) => parseUnit(text).keys),
  );
  addFilter(draft, 'fate', fate, fateTags(fate));
  const code = country === undefined ? null : readCountry(country);
  addFilter(draft, 'country', country, code === null ? [] : [`country:${code}`]);
  addFilter(draft, 'burialSite', burialSite, [`site:${burialSite}`]);
  addFilter(draft, 'camp', camp, tags('camp', camp, campKeys));
  addFilter(draft, 'campNumber', campNumber, tags('tag', campNumber, tagNumberKeys));
  if (hasRelatives !== undefined) {
    addFilter(draft, 'hasRelatives', String(hasRelatives), [hasRelatives ? 'kin:yes' : 'kin:no']);
  }
}

/** Reads what was asked into a name, years and tags; what cannot be read is told in `warnings` and not filtered by. */
export async function understandQuestion(
  question: SoldierQuestion,
  context: QuestionContext,
): Promise<UnderstoodQuestion> {
  const draft: Draft = { filters: [], warnings: [] };
  const name = nameOf(question);
  const parts = name === null ? [] : nameParts(name).map(({ text, role }) => ({ text, role }));
  const born = bornOf(question.birthYear, draft);
  plainFilters(question, context, draft);
  if (question.division !== undefined) {
    const keys = (await context.divisionKeys(question.division)) ?? [];
    addFilter(
      draft,
      'division',
      question.division,
      keys.map((key) => `unit:${key}`),
    );
  }
  // Digits or signs only: nothing to look for by sound, and saying "nobody" would be wrong.
  if (name !== null && parts.length === 0) draft.warnings.push({ key: 'search.warning.name', values: {} });
  return { name: parts.length === 0 ? null : name, parts, born, ...draft };
}
