import { MOST_LETTER } from '../../server/domain/search-request.ts';
import type { Language } from '../messages/translate.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Check, Field, FileField } from '../parts/field.tsx';
import { Layout } from '../parts/layout.tsx';
import { NotKept } from '../parts/not-kept.tsx';
import { PhoneLink } from '../parts/phone-link.tsx';
import type { Say } from '../parts/say.ts';

/** From whose page the family comes. */
export type AboutSoldier = {
  id: string;
  name: string;
  familyName: string | null;
  givenName: string | null;
  /** Life and fate in one line. */
  life: string;
};

export type RequestFormProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  /** What was written, by field name; kept when something has to be corrected. */
  values: Record<string, string>;
  /** What to correct, by field name, already in the reader's language. */
  errors: Record<string, string>;
  /** A random value that makes one request of a form sent twice. */
  token: string;
  phone: string | null;
  /** Nothing can be kept now: what was written stands in the form again. */
  storeDown: boolean;
  about: AboutSoldier | null;
};

const relations = ['grandchild', 'greatGrandchild', 'son', 'daughter', 'sibling', 'other', 'none'] as const;

/** The form a relative fills in: few fields first, "approximately" beside a date, and no script needed. */
export function RequestFormPage(props: RequestFormProps) {
  const { say, language } = props;
  const soldier = props.about?.id ?? (props.storeDown ? props.values.soldier : undefined);
  return (
    <Layout
      {...props}
      title={say('request.title')}
      path="/requests/new"
      door="request"
      indexed={true}
      extra="request-draft"
    >
      <h1>{say(props.about ? 'request.aboutTitle' : 'request.title')}</h1>
      {props.about ? <About say={say} language={language} about={props.about} /> : null}
      <p>{say('request.lead')}</p>
      <p>
        <a class="row" href={`/${language}/requests`}>
          {say('request.haveCode')}
        </a>
      </p>
      <div class={props.phone ? 'columns help-first' : undefined}>
        {props.phone ? <Help say={say} phone={props.phone} /> : null}
        <div>
          {props.storeDown ? (
            <NotKept say={say} title={say('request.notSent')} text={say('request.storeDown')} phone={null} />
          ) : null}
          <ErrorSummary say={say} title={say('request.notSent')} errors={props.errors} />
          <form action={`/${language}/requests/new`} method="post" enctype="multipart/form-data" novalidate data-draft>
            <input type="hidden" name="token" value={props.token} />
            {soldier ? <input type="hidden" name="soldier" value={soldier} /> : null}
            <WhoFields {...props} />
            <WarFields {...props} />
            <FileFields {...props} />
            <YouFields {...props} />
            <Consent {...props} />
            <p>
              <button type="submit">{say('request.send')}</button>
            </p>
            <p class="small soft" id="draft" hidden data-saved={say('request.draftSaved')}>
              <span />{' '}
              <button class="plain" type="button">
                {say('request.draftErase')}
              </button>
            </p>
            <p class="small soft">{say('request.afterSend')}</p>
          </form>
        </div>
      </div>
    </Layout>
  );
}

function About({ say, language, about }: { say: Say; language: Language; about: AboutSoldier }) {
  return (
    <div class="notice">
      <h2>
        <a href={`/${language}/soldiers/${about.id}`}>{about.name}</a>
      </h2>
      <p>{about.life}</p>
      <p>{say('request.aboutText')}</p>
    </div>
  );
}

function Help({ say, phone }: { say: Say; phone: string }) {
  return (
    <aside class="stays" aria-label={say('request.helpTitle')}>
      <div class="notice">
        <h2>{say('request.helpTitle')}</h2>
        <p>
          <PhoneLink phone={phone} />
        </p>
        <p>{say('request.helpText')}</p>
      </div>
    </aside>
  );
}

function WhoFields({ say, values, errors }: RequestFormProps) {
  const field = (id: string) => ({ say, id, value: values[id], error: errors[id] });
  return (
    <fieldset>
      <legend>{say('request.who')}</legend>
      <Field {...field('givenName')} label={say('request.givenName')} maxLength={120} />
      <Field
        {...field('familyName')}
        label={say('request.familyName')}
        hint={say('request.familyNameHint')}
        maxLength={120}
      />
      <Field {...field('patronymic')} label={say('request.patronymic')} maxLength={120} />
      <Field {...field('birthDate')} label={say('request.birth')} maxLength={40} inputMode="numeric" short>
        <Check name="birthAbout" value="1" label={say('request.about')} checked={values.birthAbout === '1'} />
      </Field>
      <Field
        {...field('birthPlace')}
        label={say('request.birthPlace')}
        hint={say('request.birthPlaceHint')}
        maxLength={200}
      />
    </fieldset>
  );
}

function WarFields({ say, values, errors }: RequestFormProps) {
  const field = (id: string) => ({ say, id, value: values[id], error: errors[id] });
  return (
    <fieldset>
      <legend>{say('request.war')}</legend>
      <Field {...field('conscriptionPlace')} label={say('request.called')} maxLength={200}>
        <Check name="calledAbout" value="1" label={say('request.about')} checked={values.calledAbout === '1'} />
      </Field>
      <Field
        {...field('letter')}
        label={say('request.lastLetter')}
        hint={say('request.lastLetterHint')}
        maxLength={MOST_LETTER}
        rows={4}
      />
      <details
        open={Boolean(values.unit || values.camp || values.relatives || errors.unit || errors.camp || errors.relatives)}
      >
        <summary>{say('request.more')}</summary>
        <Field {...field('unit')} label={say('request.unit')} hint={say('request.unitHint')} maxLength={200} />
        <Field {...field('camp')} label={say('request.camp')} maxLength={200} />
        <Field {...field('relatives')} label={say('request.relatives')} maxLength={300} />
      </details>
    </fieldset>
  );
}

function FileFields({ say, errors }: RequestFormProps) {
  return (
    <fieldset>
      <legend>{say('request.papers')}</legend>
      <FileField
        label={say('request.filesLabel')}
        hint={say('request.filesHint')}
        error={errors.files}
        accept="image/jpeg,image/png,image/webp,application/pdf"
      />
    </fieldset>
  );
}

function YouFields({ say, language, values, errors }: RequestFormProps) {
  const field = (id: string) => ({ say, id, value: values[id], error: errors[id] });
  return (
    <fieldset>
      <legend>{say('request.you')}</legend>
      <Field {...field('name')} label={say('request.name')} maxLength={200} autoComplete="name" required />
      <div class="field">
        <label for="relation">{say('request.relation')}</label>
        <select id="relation" name="relation">
          <option value="">{say('relation.choose')}</option>
          {relations.map((relation) => (
            <option key={relation} value={relation} selected={values.relation === relation}>
              {say(`relation.${relation}`)}
            </option>
          ))}
        </select>
      </div>
      <Field
        {...field('phone')}
        label={say('request.phone')}
        hint={say('request.contactHint')}
        maxLength={60}
        inputMode="tel"
        autoComplete="tel"
      />
      <Field {...field('email')} label={say('request.email')} maxLength={200} inputMode="email" autoComplete="email" />
      <div class="field" role="group" aria-labelledby="language-label">
        <p class="label" id="language-label">
          {say('request.answerLanguage')}
        </p>
        {(['kk', 'ru', 'en'] as const).map((other) => (
          <Check
            key={other}
            type="radio"
            name="language"
            value={other}
            lang={other}
            label={{ kk: 'Қазақша', ru: 'Русский', en: 'English' }[other]}
            checked={(values.language ?? language) === other}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Consent({ say, values, errors, phone }: RequestFormProps) {
  const terms = [
    ['request.consentWhat', 'request.consentWhatText'],
    ['request.consentWho', 'request.consentWhoText'],
    ['request.consentMail', 'request.consentMailText'],
    ['request.consentLong', 'request.consentLongText'],
    ['request.consentBack', 'request.consentBackText'],
  ] as const;
  return (
    <fieldset>
      <legend>{say('request.consentTitle')}</legend>
      <dl class="facts">
        {terms.map(([term, text]) => (
          <div key={term}>
            <dt>{say(term)}</dt>
            <dd>
              {say(text)}
              {phone && term === 'request.consentBack'
                ? ` ${say('request.consentBackPhone', { phone: phone.replaceAll(' ', '\u00a0') })}`
                : null}
            </dd>
          </div>
        ))}
      </dl>
      <div class={errors.consent ? 'wrong' : undefined}>
        {errors.consent ? <p class="error">{errors.consent}</p> : null}
        <Check
          id="consent"
          name="consent"
          value="true"
          label={say('request.consent')}
          checked={values.consent === 'true'}
        />
      </div>
    </fieldset>
  );
}
