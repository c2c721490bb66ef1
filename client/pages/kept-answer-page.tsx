import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import { NotKept } from '../parts/not-kept.tsx';
import type { Say } from '../parts/say.ts';
import { MoreWords } from '../parts/status-forms.tsx';

export type KeptAnswerProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  phone: string | null;
  code: string;
  answer: string;
};

/** What a family wrote on the page of its request and could not be kept. That page needs the store, so that the form stands alone. */
export function KeptAnswerPage(props: KeptAnswerProps) {
  const { say, phone, code } = props;
  return (
    <Layout {...props} title={say('status.title')} path={`/requests/${code}`} door={null} indexed={false}>
      <h1>{say('status.title')}</h1>
      <NotKept say={say} title={say('site.notSent')} text={say('site.wordsStay')} phone={phone} />
      <MoreWords {...props} label={say('status.yourAnswer')} />
    </Layout>
  );
}
