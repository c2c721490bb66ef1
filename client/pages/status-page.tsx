import { codeInGroups } from '../../server/domain/status-code.ts';
import type { Fact } from '../parts/facts.tsx';
import { FamilyWrote } from '../parts/family-wrote.tsx';
import { Layout } from '../parts/layout.tsx';
import { CallUs } from '../parts/phone-link.tsx';
import { Question, StatusActions, type StatusFormsProps } from '../parts/status-forms.tsx';
import { TableHead } from '../parts/table-head.tsx';

export type Step = {
  state: 'done' | 'now' | 'later';
  title: string;
  text: string[];
  link?: { text: string; href: string };
};

export type StatusProps = StatusFormsProps & {
  publicUrl: string;
  example: 'person' | 'site' | null;
  number: number;
  /** Whom the family asked for, in one line. */
  soldier: string;
  /** Set right after sending: the number and the address to keep. */
  justSent: boolean;
  /** What the family told us of him in the request. */
  wrote: Fact[];
  steps: Step[];
  /** Everything written between the family and us, oldest first. */
  letters: { id: string; by: string; text: string }[];
  files: { id: string; name: string; picture: boolean }[];
  searches: { where: string; when: string; result: string }[];
  open: boolean;
  /** What waits for this family on a page of its own. */
  calls: { title: string; text: string; href: string }[];
  /** What just happened or went wrong after a form on this page. */
  notice: { text: string; wrong: boolean } | null;
  /** Of those who help with the request; null where there is no number. */
  phone: string | null;
};

/** All a relative needs to know, by a code and without an account. It promises nothing and hides nothing. */
export function StatusPage(props: StatusProps) {
  const { say, number, soldier, publicUrl, language, code } = props;
  const path = `/requests/${code}`;
  return (
    <Layout
      {...props}
      title={say('status.title')}
      path={path}
      door={null}
      indexed={false}
      // Erases the draft of the form that was just sent.
      extra={props.justSent ? 'request-draft' : undefined}
    >
      <h1>{say('status.title')}</h1>
      {props.justSent ? (
        <div class="notice" role="status" data-request-sent>
          <h2>{say('status.sent', { number: String(number) })}</h2>
          <p>{say('status.keepAddress')}</p>
          <p>
            {say('status.yourCode')} <strong class="code">{codeInGroups(code)}</strong>
          </p>
          <p>
            {say('status.yourAddress')} <a href={`/${language}${path}`}>{`${publicUrl}/${language}${path}`}</a>
          </p>
        </div>
      ) : null}
      {props.notice ? (
        <p class={props.notice.wrong ? 'notice alert' : 'notice'} role={props.notice.wrong ? 'alert' : 'status'}>
          {props.notice.text}
        </p>
      ) : null}
      {props.calls.map(({ title, text, href }) => (
        <div class="notice" key={href}>
          <h2>{title}</h2>
          <p>
            <a href={href}>{text}</a>
          </p>
        </div>
      ))}
      <p>{say('status.about', { number: String(number), soldier })}</p>
      <div class={props.open ? 'columns' : undefined}>
        <div>
          <ol class="steps">
            {props.steps.map((step) => (
              <StepRow key={step.title} step={step} />
            ))}
          </ol>
          <Question {...props} />
          <FamilyWrote {...props} />
          <Letters {...props} />
          <Searches {...props} />
          <Files {...props} />
          <CallUs say={say} phone={props.phone} />
        </div>
        {props.open ? <StatusActions {...props} /> : null}
      </div>
    </Layout>
  );
}

function StepRow({ step }: { step: Step }) {
  return (
    <li class={step.state === 'done' ? undefined : step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
      <StepMark state={step.state} />
      <h2>{step.title}</h2>
      {step.text.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {step.link ? (
        <p>
          <a class="button" href={step.link.href}>
            {step.link.text}
          </a>
        </p>
      ) : null}
    </li>
  );
}

function StepMark({ state }: { state: Step['state'] }) {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <circle class={state === 'done' ? 'done' : 'ring'} cx="14" cy="14" r="12" />
      {state === 'done' ? <path class="tick" d="M8 14.5l4 4 8-8.5" /> : null}
      {state === 'now' ? <circle class="done" cx="14" cy="14" r="5" /> : null}
    </svg>
  );
}

function Searches({ say, searches }: StatusProps) {
  if (searches.length === 0) return null;
  return (
    <>
      <h2 id="searched">{say('status.searched')}</h2>
      <table class="records" role="table" aria-labelledby="searched">
        <TableHead heads={[say('status.where'), say('status.when'), say('status.result')]} />
        <tbody role="rowgroup">
          {searches.map((search) => (
            <tr role="row" key={search.where + search.when}>
              <th scope="row" role="rowheader">
                {search.where}
              </th>
              <td role="cell" data-label={say('status.when')}>
                {search.when}
              </td>
              <td role="cell" data-label={say('status.result')}>
                {search.result}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Letters({ say, language, letters }: StatusProps) {
  if (letters.length === 0) return null;
  return (
    <>
      <h2>{say('status.letters')}</h2>
      <ol class="letters">
        {letters.map(({ id, by, text }) => (
          <li key={id}>
            <p class="soft small">{by}</p>
            <p class="letter" lang={language}>
              {text}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function Files({ say, language, code, files }: StatusProps) {
  if (files.length === 0) return null;
  const address = (id: string) => `/${language}/requests/${code}/files/${id}`;
  return (
    <>
      <h2>{say('status.files')}</h2>
      <ul class="files">
        {files.map(({ id, name, picture }) => (
          <li key={id}>
            <a href={address(id)}>
              {picture ? <img src={`${address(id)}?size=small`} alt="" loading="lazy" /> : null}
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
