import { useRef, useState } from 'preact/hooks';
import { codeInGroups } from '../../../server/domain/status-code.ts';
import { deskHomeMessages } from '../../messages/desk-home.ts';
import { useTitle } from '../focus.ts';
import { Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { useChange } from '../use-change.ts';
import { useWords } from '../use-words.ts';

type Sent = { number: number; statusUrl: string };

/** One form is one request, however often it is sent: a random value of this form says so. */
const newToken = (): string => crypto.randomUUID();

/** A request in the words of somebody on the telephone. It has the same fields as the family's own form. */
export function PhoneRequest() {
  const { say } = useSession();
  const words = useWords(deskHomeMessages);
  const change = useChange();
  const token = useRef(newToken());
  const [sent, setSent] = useState<Sent | null>(null);
  useTitle(`${words('phone.title')} – ${say('desk.title')}`);

  async function send(form: HTMLFormElement) {
    const answer = await change.send<Sent>('/requests', { body: bodyOf(new FormData(form), token.current) });
    if (answer) setSent(answer.data);
  }
  function another() {
    token.current = newToken();
    setSent(null);
  }

  if (sent) return <ReadOut sent={sent} another={another} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <h1>{words('phone.title')}</h1>
      <p>{words('phone.lead')}</p>
      <Soldier />
      <Caller />
      <Consent />
      {change.error ? <Trouble error={change.error} /> : null}
      <p class="actions">
        <button type="submit" disabled={change.busy}>
          {words('phone.send')}
        </button>
      </p>
    </form>
  );
}

const soldierFields = [
  ['givenName', 'request.givenName', 120],
  ['familyName', 'request.familyName', 120],
  ['patronymic', 'request.patronymic', 120],
  ['birthDate', 'request.birth', 100],
  ['birthPlace', 'request.birthPlace', 500],
  ['conscriptionPlace', 'request.called', 500],
  ['unit', 'request.unit', 300],
  ['camp', 'request.camp', 200],
  ['relatives', 'request.relatives', 1000],
] as const satisfies [string, DeskKey, number][];

const textOf = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim();

function bodyOf(fields: FormData, token: string) {
  const soldier = Object.fromEntries(soldierFields.map(([name]) => [name, textOf(fields, name)]));
  return {
    soldier,
    applicant: {
      name: textOf(fields, 'name'),
      relation: textOf(fields, 'relation'),
      phone: textOf(fields, 'phone'),
      email: textOf(fields, 'email'),
      language: textOf(fields, 'language'),
    },
    letter: textOf(fields, 'letter'),
    consent: fields.get('consent') === 'true',
    token,
  };
}

function TextField({ id, label, most }: { id: string; label: string; most: number }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} name={id} maxlength={most} autocomplete="off" />
    </div>
  );
}

function Soldier() {
  const { say } = useSession();
  return (
    <fieldset>
      <legend>{say('request.who')}</legend>
      {soldierFields.map(([name, label, most]) => (
        <TextField key={name} id={name} label={say(label)} most={most} />
      ))}
      <div class="field">
        <label for="letter">{say('request.lastLetter')}</label>
        <textarea id="letter" name="letter" rows={4} maxlength={20000} />
      </div>
    </fieldset>
  );
}

const relations = ['grandchild', 'greatGrandchild', 'son', 'daughter', 'sibling', 'other', 'none'] as const;

function Caller() {
  const { say, language } = useSession();
  return (
    <fieldset>
      <legend>{say('request.applicant')}</legend>
      <div class="field">
        <label for="name">{say('request.callerName')}</label>
        <input id="name" name="name" maxlength={200} autocomplete="off" required />
      </div>
      <div class="field">
        <label for="relation">{say('request.relation')}</label>
        <select id="relation" name="relation">
          {relations.map((relation) => (
            <option key={relation} value={relation}>
              {say(`relation.${relation}`)}
            </option>
          ))}
        </select>
      </div>
      <TextField id="phone" label={say('request.phone')} most={60} />
      <TextField id="email" label={say('request.email')} most={254} />
      <div class="field">
        <label for="language">{say('request.answerLanguage')}</label>
        <select id="language" name="language" defaultValue={language}>
          <option value="kk">{say('language.kk')}</option>
          <option value="ru">{say('language.ru')}</option>
          <option value="en">{say('language.en')}</option>
        </select>
      </div>
    </fieldset>
  );
}

const terms = ['What', 'Who', 'Mail', 'Long', 'Back'] as const;

/** The words a family reads on its own form, to be read to whoever cannot see them. */
function Consent() {
  const { say } = useSession();
  const words = useWords(deskHomeMessages);
  return (
    <fieldset>
      <legend>{words('phone.readConsent')}</legend>
      <dl class="facts">
        {terms.map((term) => (
          <div key={term}>
            <dt>{say(`request.consent${term}`)}</dt>
            <dd>{say(`request.consent${term}Text`)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" name="consent" value="true" required />
        <span>{words('phone.consent')}</span>
      </label>
    </fieldset>
  );
}

/** The code is told once: it is kept as a hash only, and whoever has it sees the request. */
function ReadOut({ sent, another }: { sent: Sent; another: () => void }) {
  const words = useWords(deskHomeMessages);
  const address = sent.statusUrl.slice(0, sent.statusUrl.lastIndexOf('/'));
  const code = sent.statusUrl.slice(address.length + 1);
  return (
    <div role="status">
      <h1>{words('phone.sent', { number: String(sent.number) })}</h1>
      <p>{words('phone.readCode')}</p>
      <p class="code">{codeInGroups(code)}</p>
      <p>
        {words('phone.where')} <a href={address}>{address}</a>
      </p>
      <p class="actions">
        <button type="button" onClick={another}>
          {words('phone.another')}
        </button>
      </p>
    </div>
  );
}
