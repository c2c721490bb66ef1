import type { NumbersTable, StatisticsProps } from '../../client/pages/statistics-page.tsx';
import { dayText } from '../../client/parts/date-text.ts';
import type { MessageKey } from '../../client/parts/say.ts';
import { REQUEST_STATUSES } from '../domain/request-states.ts';
import type { RequestGroup, Statistics } from '../statistics/statistics-service.ts';
import type { PageContext } from './page-words.ts';

/** The numbers of the site: what it holds, what families asked and were answered, and who sent the lists. */
export function statisticsView(statistics: Statistics, page: PageContext): Pick<StatisticsProps, 'counted' | 'tables'> {
  const { say, language } = page;
  const { requests } = statistics;
  return {
    counted: say('statistics.counted', { when: dayText(statistics.at, language) }),
    tables: [
      heldTable(statistics, page),
      answeredTable(requests, page),
      statusTable(requests, page),
      groupTable('years', { title: say('statistics.byYear'), groups: requests.byYear, nameOf: (key) => key }, page),
      groupTable(
        'oblasts',
        {
          title: say('statistics.byOblast'),
          groups: requests.byOblast,
          nameOf: (key) => page.labels.oblast(key, language) ?? key,
        },
        page,
      ),
      listsTable(statistics, page),
    ].filter((table) => table.rows.length > 0),
  };
}

const plain = { note: null, chart: null };

function heldTable({ records }: Statistics, { say, language }: PageContext): NumbersTable {
  const number = new Intl.NumberFormat(language);
  const rows = (['soldiers', 'mentions', 'burialSites', 'lists', 'divisions'] as const).map((key) => ({
    label: say(`statistics.${key}`),
    cells: [number.format(records[key])],
  }));
  const heads = [say('statistics.what'), say('statistics.number')];
  return { id: 'held', title: say('statistics.records'), ...plain, heads, rows };
}

/** How much was asked, and what came of it. Where nothing is finished yet there is no share to tell. */
function answeredTable(requests: Statistics['requests'], { say, language }: PageContext): NumbersTable {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const { received, byStatus, shareIdentified, medianDaysToIdentified, medianDaysOpen } = requests;
  const answered = byStatus.identified + byStatus.nothing_found;
  const row = (key: MessageKey, value: string | null) => (value === null ? [] : [{ label: say(key), cells: [value] }]);
  const orNull = (value: number | null, format: Intl.NumberFormat) => (value === null ? null : format.format(value));
  return {
    id: 'answered',
    title: say('statistics.requests'),
    ...plain,
    note: say('statistics.answeredNote'),
    heads: [say('statistics.what'), say('statistics.number')],
    rows: [
      ...row('statistics.received', number.format(received)),
      ...row('statistics.answered', number.format(answered)),
      ...row('statistics.share', orNull(shareIdentified, percent)),
      ...row('statistics.medianDays', orNull(medianDaysToIdentified, number)),
      ...row('statistics.medianOpen', orNull(medianDaysOpen, number)),
    ],
  };
}

function statusTable({ byStatus, received }: Statistics['requests'], { say, language }: PageContext): NumbersTable {
  const number = new Intl.NumberFormat(language);
  const shown = REQUEST_STATUSES.filter((status) => byStatus[status] > 0).map((status) => ({
    label: say(`statistics.status.${status}` as MessageKey),
    value: byStatus[status],
    text: number.format(byStatus[status]),
  }));
  const title = say('statistics.byStatus');
  return {
    id: 'statuses',
    title,
    note: null,
    heads: [say('statistics.what'), say('statistics.number')],
    rows: shown.map(({ label, text }) => ({ label, cells: [text] })),
    chart: received === 0 ? null : { title, bars: shown, legend: null },
  };
}

type Groups = { title: string; groups: readonly RequestGroup[]; nameOf: (key: string) => string };

function groupTable(id: string, { title, groups, nameOf }: Groups, { say, language }: PageContext): NumbersTable {
  const number = new Intl.NumberFormat(language);
  const bars = groups.map(({ key, received, identified }) => ({
    label: nameOf(key),
    value: received,
    part: identified,
    text: say('statistics.ofReceived', { part: number.format(identified), whole: number.format(received) }),
  }));
  return {
    id,
    title,
    note: null,
    heads: [
      say('statistics.what'),
      say('statistics.receivedShort'),
      say('statistics.identifiedShort'),
      say('statistics.nothingShort'),
    ],
    rows: groups.map(({ key, received, identified, nothingFound }) => ({
      label: nameOf(key),
      cells: [received, identified, nothingFound].map((count) => number.format(count)),
    })),
    chart: { title, bars, legend: say('statistics.legend') },
  };
}

function listsTable({ lists }: Statistics, { say, language }: PageContext): NumbersTable {
  const number = new Intl.NumberFormat(language);
  return {
    id: 'lists',
    title: say('statistics.listsTitle'),
    ...plain,
    heads: [say('statistics.partner'), say('statistics.listCount'), say('statistics.people'), say('statistics.last')],
    rows: lists.map(({ partner, example, lists: count, people, lastAt }) => ({
      label: example ? `${partner} (${say('search.example')})` : partner,
      cells: [number.format(count), number.format(people), dayText(lastAt, language)],
    })),
  };
}
