import { useCallback, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { deskReportMessages } from '../../messages/desk-reports.ts';
import { languages } from '../../messages/translate.ts';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { focusWhenDrawn, useTitle } from '../focus.ts';
import { useShortcuts } from '../keyboard.ts';
import { More } from '../more.tsx';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { type List, useList } from '../use-list.ts';
import { useWords } from '../use-words.ts';
import { OneReport } from './one-report.tsx';
import { filterQuery, REPORT_STATES, type ReportFilter, readFilter } from './report-filter.ts';
import type { ErrorReport } from './shapes.ts';

/** What readers say is wrong: the list on one side, the chosen report beside what the page says on the other. */
export function ReportsScreen() {
  const { params } = useRoute();
  const { query } = useLocation();
  const [turn, setTurn] = useState(0);
  const changed = useCallback(() => setTurn((value) => value + 1), []);
  const filter = readFilter(query);
  const list = useList<ErrorReport>(`/desk/reports?${filterQuery(filter)}`, turn);
  const chosen = params.id ?? null;
  return (
    <div class="desk-grid">
      <Reports list={list} filter={filter} chosen={chosen} />
      <div class={chosen ? undefined : 'landing'}>
        {chosen ? <OneReport key={chosen} id={chosen} filter={filter} changed={changed} /> : <NothingChosen />}
      </div>
    </div>
  );
}

function NothingChosen() {
  const { say } = useSession();
  const words = useWords(deskReportMessages);
  useTitle(`${words('reports.title')} – ${say('desk.title')}`);
  return (
    <>
      <h1>{words('reports.title')}</h1>
      <p>{words('reports.lead')}</p>
      <p>{words('reports.choose')}</p>
    </>
  );
}

const addressOf = (id: string, filter: ReportFilter): string => `/desk/reports/${id}?${filterQuery(filter)}`;

type ReportsProps = { list: List<ErrorReport>; filter: ReportFilter; chosen: string | null };

function Reports({ list, filter, chosen }: ReportsProps) {
  const words = useWords(deskReportMessages);
  const { route } = useLocation();
  const items = list.items ?? [];

  /** From a report that is not in the list any more, the next one is the first. */
  function go(step: number) {
    const place = items.findIndex(({ id }) => id === chosen);
    const next = items[place < 0 ? 0 : place + step];
    if (!next || next.id === chosen) return;
    focusWhenDrawn('report');
    route(addressOf(next.id, filter));
  }
  useShortcuts({ j: () => go(1), k: () => go(-1) });

  return (
    <section class="queue" aria-labelledby="reports">
      <h2 id="reports" class="hidden">
        {words('reports.list')}
      </h2>
      <details class="fold" open={chosen === null}>
        <summary>{words('reports.summary', { count: `${items.length}${list.more ? '+' : ''}` })}</summary>
        <Filters filter={filter} />
        {list.error ? <Trouble error={list.error} retry={list.reload} /> : null}
        {list.items === null && !list.error ? <Loading /> : null}
        {list.items?.length === 0 ? <p>{words('reports.none')}</p> : null}
        <ul class="items">
          {items.map((report) => (
            <li key={report.id}>
              <ReportLink report={report} href={addressOf(report.id, filter)} chosen={report.id === chosen} />
            </li>
          ))}
        </ul>
        <More list={list} />
      </details>
    </section>
  );
}

function Filters({ filter }: { filter: ReportFilter }) {
  const words = useWords(deskReportMessages);
  const link = (next: Partial<ReportFilter>, text: string, here: boolean) => (
    <li key={text}>
      <a href={`/desk/reports?${filterQuery({ ...filter, ...next })}`} aria-current={here ? 'true' : undefined}>
        {text}
      </a>
    </li>
  );
  return (
    <nav aria-label={words('reports.filter')}>
      <ul>{REPORT_STATES.map((state) => link({ state }, words(`reports.${state}`), state === filter.state))}</ul>
      <ul>
        {link({ language: null }, words('reports.anyLanguage'), filter.language === null)}
        {languages.map((one) => link({ language: one }, words(`reports.inLanguage.${one}`), one === filter.language))}
        {filter.soldierId ? link({ soldierId: null }, words('reports.everybody'), false) : null}
      </ul>
    </nav>
  );
}

function ReportLink({ report, href, chosen }: { report: ErrorReport; href: string; chosen: boolean }) {
  const { say, language } = useSession();
  const words = useWords(deskReportMessages);
  const { soldierName, createdAt, hasContact } = report;
  const came = words('reports.came', { when: timeText(createdAt, language) });
  return (
    <a href={href} aria-current={chosen ? 'true' : undefined} onClick={() => focusWhenDrawn('report')}>
      <strong lang={spellingLanguage(soldierName)}>{soldierName || say('queue.noName')}</strong>
      <span>{[came, hasContact ? words('reports.wantsAnswer') : null].filter(Boolean).join('. ')}</span>
    </a>
  );
}
