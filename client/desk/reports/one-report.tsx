import { useState } from 'preact/hooks';
import { deskReportMessages } from '../../messages/desk-reports.ts';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { useAnnounce } from '../announcer.tsx';
import { focusOn, useHeading, useTitle } from '../focus.ts';
import { useShortcuts } from '../keyboard.ts';
import { Loading, Trouble } from '../notices.tsx';
import { textOf } from '../requests/paper-form.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useChange } from '../use-change.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';
import { PageData } from './page-data.tsx';
import { filterQuery, type ReportFilter } from './report-filter.ts';
import type { ErrorReport } from './shapes.ts';

type OneReportProps = { id: string; filter: ReportFilter; changed: () => void };

/** One report, and beside it what the page it speaks of says and on which papers that rests. */
export function OneReport({ id, filter, changed }: OneReportProps) {
  const { data, error, reload } = useResource<ErrorReport>(`/desk/reports/${encodeURIComponent(id)}`);
  if (error) return <Trouble error={error} retry={reload} />;
  if (!data) return <Loading />;
  const closed = () => {
    reload();
    changed();
    focusOn('report');
  };
  return (
    <>
      <Heading report={data} />
      <div class="two">
        <div>
          <Words report={data} filter={filter} />
          {data.state === 'open' ? <Close id={id} closed={closed} /> : <Outcome report={data} />}
        </div>
        <PageData soldierId={data.soldierId} />
      </div>
    </>
  );
}

function Heading({ report }: { report: ErrorReport }) {
  const { say } = useSession();
  const words = useWords(deskReportMessages);
  const name = report.soldierName || say('queue.noName');
  useTitle(`${name}: ${words('reports.title')} – ${say('desk.title')}`);
  return (
    <h1 {...useHeading('report')} lang={spellingLanguage(name)}>
      {name}
    </h1>
  );
}

function Words({ report, filter }: { report: ErrorReport; filter: ReportFilter }) {
  const { say, language } = useSession();
  const words = useWords(deskReportMessages);
  const { id, soldierId, createdAt } = report;
  const came = words('reports.came', { when: timeText(createdAt, language) });
  return (
    <section aria-labelledby="words">
      <h2 id="words">{words('reports.words')}</h2>
      <blockquote class="letter" lang={report.language}>
        {report.text}
      </blockquote>
      <p class="soft">
        {say(`language.${report.language}`)}, {came}.
      </p>
      {report.hasContact && report.state === 'open' ? <Contact id={id} /> : null}
      {report.hasContact ? null : <p class="soft">{words('reports.noContact')}</p>}
      {filter.soldierId === soldierId ? null : (
        <p>
          <a class="row" href={`/desk/reports/${id}?${filterQuery({ state: 'open', language: null, soldierId })}`}>
            {words('reports.onlyHis')}
          </a>
        </p>
      )}
    </section>
  );
}

/** Asked for on purpose, never with the report, because each reading is written down. */
function Contact({ id }: { id: string }) {
  const words = useWords(deskReportMessages);
  const { busy, error, send } = useChange();
  const [shown, setShown] = useState<{ contact: string | null } | null>(null);
  async function show() {
    const answer = await send<{ contact: string | null }>(`/desk/reports/${id}/contact`, { method: 'GET' });
    setShown(answer?.data ?? null);
  }
  return (
    <>
      {error ? <Trouble error={error} /> : null}
      <div role="status">
        {shown ? <p>{shown.contact ? <ContactLink contact={shown.contact} /> : words('reports.erased')}</p> : null}
      </div>
      {shown ? null : (
        <p class="actions">
          <button class="quiet" type="button" disabled={busy} onClick={() => void show()}>
            {words('reports.contact')}
          </button>
        </p>
      )}
      <p class="soft small">{words('reports.contactNote')}</p>
    </>
  );
}

/** One field takes a telephone or an e-mail; anything else is shown as it was written. */
function ContactLink({ contact }: { contact: string }) {
  if (/^\S+@\S+\.\S+$/.test(contact)) return <a href={`mailto:${contact}`}>{contact}</a>;
  const digits = contact.replace(/[^+\d]/g, '');
  if (digits.length >= 6 && /^[-+\d\s()]+$/.test(contact)) return <a href={`tel:${digits}`}>{contact}</a>;
  return <>{contact}</>;
}

function Close({ id, closed }: { id: string; closed: () => void }) {
  const words = useWords(deskReportMessages);
  const announce = useAnnounce();
  const { busy, error, send } = useChange();
  useShortcuts({ r: () => focusOn('outcome') });

  async function close(form: HTMLFormElement) {
    const outcome = textOf(new FormData(form), 'outcome');
    if ((await send(`/desk/reports/${id}/close`, { body: { outcome } })) === null) return;
    announce(words('reports.done'));
    closed();
  }
  return (
    <section class="decide" aria-labelledby="close">
      <h2 id="close" tabIndex={-1}>
        {words('reports.close')}
      </h2>
      {error ? <Trouble error={error} /> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void close(event.currentTarget);
        }}
      >
        <div class="field">
          <label for="outcome">{words('reports.outcome')}</label>
          <p class="hint" id="outcome-hint">
            {words('reports.outcomeHint')}
          </p>
          <textarea
            id="outcome"
            name="outcome"
            rows={4}
            minlength={3}
            maxlength={1000}
            required
            aria-describedby="outcome-hint"
            onKeyDown={(event) => {
              if (event.key === 'Escape') focusOn('close');
            }}
          />
        </div>
        <p class="actions">
          <button type="submit" disabled={busy}>
            {words('reports.submit')}
          </button>
        </p>
      </form>
    </section>
  );
}

function Outcome({ report: { outcome, closedBy, closedAt } }: { report: ErrorReport }) {
  const { language } = useSession();
  const words = useWords(deskReportMessages);
  const when = closedAt ? timeText(closedAt, language) : '–';
  return (
    <section aria-labelledby="close">
      <h2 id="close">{words('reports.close')}</h2>
      <blockquote class="letter">{outcome}</blockquote>
      <p class="soft">{words('reports.closedBy', { who: closedBy?.name ?? '–', when })}</p>
    </section>
  );
}
