import type { Language } from '../../client/messages/translate.ts';
import type { DivisionProps, DivisionsProps } from '../../client/pages/division-pages.tsx';
import type { StatisticsProps } from '../../client/pages/statistics-page.tsx';
import { plainFact } from '../../client/parts/facts.tsx';
import type { MessageKey } from '../../client/parts/say.ts';
import type { DivisionPage, DivisionRow } from '../divisions/division-service.ts';
import type { DivisionFact, PathStage } from '../domain/division.ts';
import { REQUEST_STATUSES } from '../domain/request-states.ts';
import type { Statistics } from '../statistics/statistics-service.ts';
import type { PageContext } from './page-words.ts';

export function divisionName({ names }: DivisionFact, language: Language): string {
  return names[language];
}

function formedLine({ formed }: DivisionFact): string {
  if (!formed) return '';
  const place =
    formed.place_then && formed.place_now && formed.place_then !== formed.place_now
      ? `${formed.place_then} (${formed.place_now})`
      : (formed.place_then ?? '');
  const when = [formed.start, formed.end].filter((date) => date !== null && date !== undefined).join(' – ');
  return [place, when].filter(Boolean).join(', ');
}

export function divisionsView(rows: DivisionRow[], { say, language }: PageContext): DivisionsProps['divisions'] {
  return rows
    .filter(({ division }) => division.confidence !== 'unverified')
    .map(({ division, here }) => ({
      href: `/${language}/divisions/${division.id}`,
      name: divisionName(division, language),
      line: [formedLine(division), here > 0 ? `${say('division.people')}: ${here}` : ''].filter(Boolean).join('. '),
    }));
}

function stageText({ place, from, to }: PathStage): string {
  const when = [from, to].filter(Boolean).join(' – ');
  return when ? `${place}, ${when}` : place;
}

export function divisionView(
  { division, here }: DivisionPage,
  { say, language }: PageContext,
): Omit<DivisionProps, 'say' | 'language' | 'publicUrl' | 'example'> {
  const later = division.later_designation.map((name) =>
    [
      language === 'kk'
        ? (name.name_kk ?? name.name_ru)
        : language === 'en'
          ? (name.name_en ?? name.name_ru)
          : name.name_ru,
      name.date,
    ]
      .filter(Boolean)
      .join(', '),
  );
  return {
    id: division.id,
    name: divisionName(division, language),
    facts: [
      ...plainFact(say('division.formed'), formedLine(division)),
      ...plainFact(say('division.became'), later.join('; ')),
      ...plainFact(say('division.regiments'), (division.subordinate ?? []).join(', ')),
      ...plainFact(say('division.fronts'), division.fronts.join('; ')),
    ],
    map: null,
    path: division.battles.map((stage) => ({ text: stageText(stage), unchecked: stage.unverified === true })),
    notes: division.notes ?? [],
    peopleHref: here > 0 ? `/${language}/?${new URLSearchParams({ division: division.id })}` : null,
    here,
    sources: division.sources.map(({ site, title, url }) => ({ label: `${site}: ${title}`, href: url ?? '' })),
  };
}

/** Numbers of the site in two tables: what it holds, and how the families' requests stand. */
export function statisticsView(
  { records, requests }: Statistics,
  { say, language }: PageContext,
): StatisticsProps['tables'] {
  const number = new Intl.NumberFormat(language);
  const held = (['soldiers', 'mentions', 'burialSites', 'lists'] as const).map((key) => ({
    label: say(`statistics.${key}`),
    value: number.format(records[key]),
  }));
  const statuses = REQUEST_STATUSES.filter((status) => requests.byStatus[status] > 0).map((status) => ({
    label: say(`statistics.status.${status}` as MessageKey),
    value: number.format(requests.byStatus[status]),
  }));
  const days = requests.medianDaysToIdentified;
  return [
    { title: say('statistics.records'), rows: held },
    {
      title: say('statistics.requests'),
      rows: [
        { label: say('statistics.received'), value: number.format(requests.received) },
        ...statuses,
        ...(days === null ? [] : [{ label: say('statistics.medianDays'), value: number.format(days) }]),
      ],
    },
  ];
}
