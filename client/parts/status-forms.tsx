import { MOST_ANSWER } from '../../server/domain/search-request.ts';
import type { Language } from '../messages/translate.ts';
import { FileField } from './field.tsx';
import type { Say } from './say.ts';

export type StatusFormsProps = {
  say: Say;
  language: Language;
  code: string;
  question: { id: string; text: string } | null;
  mail: 'none' | 'asked' | 'confirmed';
  /** What was written and could not be kept: it stands in the form again. */
  answer?: string | undefined;
};

/** What we ask the family, with room for the answer. */
export function Question({ say, language, code, question, answer }: StatusFormsProps) {
  if (!question) return null;
  return (
    <section class="notice" aria-labelledby="ask">
      <h2 id="ask">{say('status.question')}</h2>
      <p>{question.text}</p>
      <form action={`/${language}/requests/${code}/answer`} method="post">
        <input type="hidden" name="question" value={question.id} />
        <AnswerField label={say('status.yourAnswer')} answer={answer} />
        <button type="submit">{say('status.sendAnswer')}</button>
      </form>
      <p class="small">{say('status.answerOptional')}</p>
    </section>
  );
}

function AnswerField({ label, answer }: { label: string; answer: string | undefined }) {
  return (
    <div class="field">
      <label for="answer">{label}</label>
      <textarea id="answer" name="answer" rows={answer ? 8 : 3} maxlength={MOST_ANSWER} required>
        {answer}
      </textarea>
    </div>
  );
}

/** What a family can do by itself while its request is open: write, send a paper, receive letters, take it back. */
export function StatusActions(props: StatusFormsProps) {
  const { say, language, code } = props;
  return (
    <aside class="beside stays" aria-label={say('status.beside')}>
      <h2>{say('status.addTitle')}</h2>
      {props.question ? null : <MoreWords {...props} label={say('status.addWords')} />}
      <form action={`/${language}/requests/${code}/files`} method="post" enctype="multipart/form-data">
        <FileField label={say('status.addFile')} accept="image/jpeg,image/png,image/webp,application/pdf" required />
        <button class="quiet" type="submit">
          {say('status.sendFile')}
        </button>
      </form>
      <Mail {...props} />
      <h2>{say('status.withdrawTitle')}</h2>
      <details>
        <summary>{say('status.withdrawWant')}</summary>
        <p>{say('status.withdrawText')}</p>
        <form action={`/${language}/requests/${code}/withdraw`} method="post">
          <button class="quiet" type="submit">
            {say('status.withdraw')}
          </button>
        </form>
      </details>
    </aside>
  );
}

type MoreWordsProps = Pick<StatusFormsProps, 'say' | 'language' | 'code' | 'answer'> & { label: string };

/** Room for words that answer no question of ours. */
export function MoreWords({ say, language, code, answer, label }: MoreWordsProps) {
  return (
    <form action={`/${language}/requests/${code}/answer`} method="post">
      <AnswerField label={label} answer={answer} />
      <button class="quiet" type="submit">
        {say('status.sendWords')}
      </button>
    </form>
  );
}

function Mail({ say, language, code, mail }: StatusFormsProps) {
  const address = `/${language}/requests/${code}`;
  if (mail === 'confirmed') {
    return (
      <>
        <h2>{say('status.mailTitle')}</h2>
        <p>{say('status.mailConfirmed')}</p>
        <form action={`${address}/mail-end`} method="post">
          <button class="quiet" type="submit">
            {say('status.mailEnd')}
          </button>
        </form>
      </>
    );
  }
  return (
    <>
      <h2>{say('status.mailTitle')}</h2>
      <p>{say(mail === 'asked' ? 'status.mailAsked' : 'status.mailText')}</p>
      <form action={`${address}/mail`} method="post">
        <div class="field">
          <label for="email">{say('request.email')}</label>
          <input id="email" name="email" type="email" maxlength={254} autocomplete="email" required />
        </div>
        <button class="quiet" type="submit">
          {say('status.mailSend')}
        </button>
      </form>
    </>
  );
}
