import { MEMORY_RELATIONS, MOST_WORDS } from '../../server/domain/memory.ts';
import type { Language } from '../messages/translate.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Check, Field, FileField } from '../parts/field.tsx';
import { Layout } from '../parts/layout.tsx';
import { NotKept } from '../parts/not-kept.tsx';
import type { Say } from '../parts/say.ts';

export type MemoryFormProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  soldierId: string;
  /** Null while the store is down, where nobody can tell it. */
  soldierName: string | null;
  values: Record<string, string>;
  errors: Record<string, string>;
  token: string;
  /** Nothing can be kept now: what was written stands in the form again. */
  storeDown: boolean;
  phone: string | null;
};

/** Photographs and words for a memorial page. Works without a script, like the request. */
export function MemoryFormPage(props: MemoryFormProps) {
  const { say, language, soldierId, soldierName } = props;
  const path = `/soldiers/${soldierId}/memories`;
  return (
    <Layout {...props} title={say('memory.formTitle')} path={path} door={null} indexed={false}>
      <h1>{say('memory.formTitle')}</h1>
      <p>{soldierName === null ? say('memory.formLeadAlone') : say('memory.formLead', { name: soldierName })}</p>
      {props.storeDown ? (
        <NotKept say={say} title={say('site.notSent')} text={say('memory.storeDown')} phone={props.phone} />
      ) : null}
      <ErrorSummary say={say} title={say('site.notSent')} errors={props.errors} />
      <form action={`/${language}${path}`} method="post" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="token" value={props.token} />
        <What {...props} />
        <Who {...props} />
        <div class={props.errors.consent ? 'wrong' : undefined}>
          {props.errors.consent ? <p class="error">{props.errors.consent}</p> : null}
          <Check
            id="consent"
            name="consent"
            value="true"
            label={say('memory.consent')}
            checked={props.values.consent === 'true'}
          />
        </div>
        <p class="small soft">{say('memory.consentBack')}</p>
        <p>
          <button type="submit">{say('memory.send')}</button>
        </p>
      </form>
    </Layout>
  );
}

function What({ say, values, errors }: MemoryFormProps) {
  return (
    <>
      <Field
        say={say}
        id="words"
        label={say('memory.words')}
        hint={say('memory.wordsHint')}
        value={values.words}
        error={errors.words}
        maxLength={MOST_WORDS}
        rows={6}
      />
      <FileField
        label={say('memory.files')}
        hint={say('memory.filesHint')}
        error={errors.files}
        accept="image/jpeg,image/png,image/webp"
      />
    </>
  );
}

function Who({ say, values, errors }: MemoryFormProps) {
  const field = (id: string) => ({ say, id, value: values[id], error: errors[id] });
  return (
    <fieldset>
      <legend>{say('memory.about')}</legend>
      <Field
        {...field('name')}
        label={say('memory.name')}
        hint={say('memory.nameHint')}
        maxLength={200}
        autoComplete="name"
        required
      />
      <div class="field">
        <label for="relation">{say('request.relation')}</label>
        <select id="relation" name="relation" required>
          <option value="">{say('relation.choose')}</option>
          {MEMORY_RELATIONS.map((relation) => (
            <option key={relation} value={relation} selected={values.relation === relation}>
              {say(`relation.${relation}`)}
            </option>
          ))}
        </select>
      </div>
      <Field {...field('contact')} label={say('memory.contact')} hint={say('memory.contactHint')} maxLength={200} />
    </fieldset>
  );
}
