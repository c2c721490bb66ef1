import type { DivisionProps, DivisionsProps } from '../../client/pages/division-pages.tsx';
import { factDateText, factSpanText } from '../../client/parts/date-text.ts';
import type { Fact } from '../../client/parts/facts.tsx';
import type { MessageKey } from '../../client/parts/say.ts';
import type { DivisionPage, DivisionRow } from '../divisions/division-service.ts';
import { type Designation, type DivisionFact, isOfKazakhstan } from '../domain/division.ts';
import { divisionPathView, formedText } from './division-path-view.ts';
import { lifeLine, type PageContext, personLine, sourceLink, type ToldText } from './page-words.ts';

export function divisionsView(rows: DivisionRow[], page: PageContext): DivisionsProps['divisions'] {
  const { say, language } = page;
  return rows
    .filter(({ division }) => isOfKazakhstan(division))
    .map(({ division, here }) => ({
      href: `/${language}/divisions/${division.id}`,
      name: division.names[language],
      line: [
        formedLine(division, page),
        ...division.later_designation.filter(isGuards).map((one) => designationText(one, page)),
        here > 0 ? `${say('division.people')}: ${here}` : '',
      ]
        .filter(Boolean)
        .join('. '),
    }));
}

function formedLine(division: DivisionFact, page: PageContext): string {
  const place = formedText(division, page)?.text ?? '';
  return [place, factSpanText(division.formed?.start, division.formed?.end, page.language)].filter(Boolean).join(', ');
}

const isGuards = ({ name_ru }: Designation): boolean => /гвард/u.test(name_ru);

function designationText({ name_kk, name_ru, name_en, date }: Designation, { language }: PageContext): string {
  const name = { kk: name_kk, ru: name_ru, en: name_en }[language] ?? name_ru;
  return `${name} (${factDateText(date, language)})`;
}

type Told = ToldText & { note?: string | null };

function toldFact(term: string, values: readonly Told[]): Fact[] {
  if (values.length === 0) return [];
  return [{ term, values: values.map(({ text, lang, note = null }) => ({ text, lang, note, sources: [] })) }];
}

/** Of fields that the facts name as not read in a source, the page says so. */
function unsure(division: DivisionFact, field: string, { say }: PageContext): string | null {
  const named = division.unverified_fields ?? [];
  return named.some((one) => one === 'all' || one.startsWith(field)) ? say('division.unchecked') : null;
}

function divisionFacts(division: DivisionFact, page: PageContext): Fact[] {
  const { say, labels, language } = page;
  // One word of doubt under the list is enough.
  const tell = (texts: readonly string[], note: string | null = null): Told[] =>
    texts.map((text, index) => ({ ...labels.tell(text, language), note: index === texts.length - 1 ? note : null }));
  const formed = formedLine(division, page);
  // What "guards" means is told once, however often the division was renamed after.
  const firstGuards = division.later_designation.find(isGuards);
  const later = division.later_designation.map(
    (one): Told => ({
      text: designationText(one, page),
      note: one.unverified ? say('division.unchecked') : one === firstGuards ? say('word.guards' as MessageKey) : null,
    }),
  );
  return [
    ...toldFact(say('division.formed'), formed ? [{ text: formed }] : []),
    ...toldFact(say('division.became'), later),
    ...toldFact(say('division.honours'), tell(division.honorifics ?? [], unsure(division, 'honorifics', page))),
    ...toldFact(
      say('division.commander'),
      division.commander_first
        ? [{ text: division.commander_first, ...(language === 'ru' ? {} : { lang: 'ru' }) }]
        : [],
    ),
    ...toldFact(say('division.regiments'), tell(division.subordinate ?? [])),
    ...toldFact(say('division.fronts'), tell(division.fronts, unsure(division, 'fronts', page))),
    ...toldFact(say('division.fate'), tell(division.fate ? [division.fate] : [])),
  ];
}

/** One division: facts, its way, its people. What no source confirmed says so. */
export function divisionView(
  { division, here, people }: DivisionPage,
  page: PageContext,
): Omit<DivisionProps, 'say' | 'language' | 'publicUrl' | 'example'> {
  const { labels, language } = page;
  return {
    id: division.id,
    name: division.names[language],
    facts: divisionFacts(division, page),
    path: divisionPathView(division, page),
    notes: (division.notes ?? []).map((note) => labels.tell(note, language)),
    peopleHref: here > 0 ? `/${language}/?${new URLSearchParams({ division: division.id })}` : null,
    here,
    people: people.map((soldier) => personLine(soldier, lifeLine(soldier.summary, page), page)),
    sources: division.sources.map((source) => sourceLink(source, page)),
  };
}
