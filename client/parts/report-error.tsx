import type { Say } from './say.ts';

/** What was written and what to correct of it; `done` once it was kept. */
export type ReportState = { text: string; contact: string; error: string | null; done: boolean };

export const EMPTY_REPORT: ReportState = { text: '', contact: '', error: null, done: false };

export const REPORT_LIMITS = { text: 2000, contact: 200 } as const;

type ReportFormProps = ReportState & { say: Say; action: string };

/** "Noticed an error?": a few words from whoever reads the page, with no account and no script. */
export function ReportError(props: ReportFormProps) {
  const { say, done } = props;
  if (done) {
    return (
      <>
        <h2 id="report">{say('report.title')}</h2>
        <p class="notice" role="status">
          {say('report.done')}
        </p>
      </>
    );
  }
  return (
    <>
      <h2 id="report">{say('report.title')}</h2>
      <ReportForm {...props} />
    </>
  );
}

/** The form alone, as it stands on its own page while the rest cannot be shown. */
export function ReportForm({ say, action, text, contact, error }: ReportFormProps) {
  return (
    <form action={`${action}#report`} method="post">
      <div class={error ? 'field wrong' : 'field'}>
        <label for="report-text">{say('report.text')}</label>
        {error ? (
          <p class="error" id="report-error" role="alert">
            {error}
          </p>
        ) : null}
        <textarea
          id="report-text"
          name="text"
          rows={4}
          maxlength={REPORT_LIMITS.text}
          aria-describedby={error ? 'report-error' : undefined}
          aria-invalid={error ? 'true' : undefined}
        >
          {text}
        </textarea>
      </div>
      <div class="field">
        <label for="report-contact">{say('report.contact')}</label>
        <p class="hint" id="report-contact-hint">
          {say('report.contactHint')}
        </p>
        <input
          id="report-contact"
          name="contact"
          type="text"
          value={contact}
          maxlength={REPORT_LIMITS.contact}
          autocomplete="email"
          aria-describedby="report-contact-hint"
        />
      </div>
      <button class="quiet" type="submit">
        {say('report.send')}
      </button>
    </form>
  );
}
