import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import { NotKept } from '../parts/not-kept.tsx';
import { EMPTY_REPORT, ReportForm } from '../parts/report-error.tsx';
import type { Say } from '../parts/say.ts';

export type KeptReportProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  phone: string | null;
  soldierId: string;
  text: string;
  contact: string;
};

/** A report of an error that could not be kept. The page it was written on needs the store, so that the form stands alone. */
export function KeptReportPage(props: KeptReportProps) {
  const { say, language, phone, soldierId, text, contact } = props;
  const path = `/soldiers/${soldierId}`;
  return (
    <Layout {...props} title={say('report.title')} path={path} door={null} indexed={false}>
      <h1 id="report">{say('report.title')}</h1>
      <NotKept say={say} title={say('site.notSent')} text={say('site.wordsStay')} phone={phone} />
      <ReportForm say={say} action={`/${language}${path}/report`} {...EMPTY_REPORT} text={text} contact={contact} />
    </Layout>
  );
}
