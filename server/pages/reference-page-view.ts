import type { StatisticsProps } from '../../client/pages/statistics-page.tsx';
import type { MessageKey } from '../../client/parts/say.ts';
import { REQUEST_STATUSES } from '../domain/request-states.ts';
import type { Statistics } from '../statistics/statistics-service.ts';
import type { PageContext } from './page-words.ts';

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
