import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import type { Say } from '../parts/say.ts';

export type MeetingProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  code: string;
  answer: 'yes' | 'no' | null;
  /** The families that agreed as this one did, after a person introduced them. */
  others: { name: string; relation: string; email: string | null; phone: string | null }[];
};

/** Whether this family wants to meet another one that looks for the same man: asked plainly, and free to be taken back. */
export function MeetingPage(props: MeetingProps) {
  const { say, language, code, answer } = props;
  const met = props.others.length > 0;
  return (
    <Layout {...props} title={say('meeting.title')} path={`/requests/${code}/meeting`} door={null} indexed={false}>
      <h1>{say('meeting.title')}</h1>
      {met ? null : <p>{say('meeting.what')}</p>}
      <p>{say('meeting.free')}</p>
      {answer ? (
        <p class="notice" role="status">
          {say(met ? 'meeting.met' : answer === 'yes' ? 'meeting.saidYes' : 'meeting.saidNo')}
        </p>
      ) : null}
      <Others {...props} />
      <div class="actions">
        {answer === 'yes' ? null : <Answer {...props} value="yes" text={say('meeting.yes')} main />}
        {answer === 'no' ? null : (
          <Answer {...props} value="no" text={say(answer === 'yes' ? 'meeting.takeBack' : 'meeting.no')} />
        )}
      </div>
      <p>
        <a class="row" href={`/${language}/requests/${code}`}>
          {say('kin.back')}
        </a>
      </p>
    </Layout>
  );
}

type AnswerProps = MeetingProps & { value: 'yes' | 'no'; text: string; main?: boolean };

function Answer({ language, code, value, text, main = false }: AnswerProps) {
  return (
    <form action={`/${language}/requests/${code}/meeting`} method="post">
      <input type="hidden" name="answer" value={value} />
      <button class={main ? undefined : 'quiet'} type="submit">
        {text}
      </button>
    </form>
  );
}

function Others({ say, others }: MeetingProps) {
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{say('meeting.others')}</h2>
      <dl class="facts">
        {others.map(({ name, relation, phone, email }) => (
          <div key={name + phone + email}>
            <dt>
              {name}, {relation}
            </dt>
            {phone ? (
              <dd>
                <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
              </dd>
            ) : null}
            {email ? (
              <dd>
                <a href={`mailto:${email}`}>{email}</a>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
