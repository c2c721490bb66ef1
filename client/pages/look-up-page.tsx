import type { Language } from '../messages/translate.ts';
import { Field } from '../parts/field.tsx';
import { Layout } from '../parts/layout.tsx';
import { CallUs } from '../parts/phone-link.tsx';
import type { Say } from '../parts/say.ts';

export type LookUpProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  value: string;
  error: string | undefined;
  /** Of those who help when the code is lost; null where there is no number. */
  phone: string | null;
};

/** For whoever wrote the code down on paper, or got it on the telephone. */
export function LookUpPage(props: LookUpProps) {
  const { say, language } = props;
  return (
    <Layout {...props} title={say('status.lookTitle')} path="/requests" door={null} indexed={true}>
      <h1>{say('status.lookTitle')}</h1>
      <form action={`/${language}/requests`} method="post" novalidate>
        <Field
          say={say}
          id="code"
          label={say('status.code')}
          hint={say('status.lookText')}
          value={props.value}
          error={props.error}
          maxLength={500}
        />
        <button type="submit">{say('status.look')}</button>
      </form>
      <CallUs say={say} phone={props.phone} />
    </Layout>
  );
}
