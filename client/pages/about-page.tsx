import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import type { Say } from '../parts/say.ts';

export type AboutProps = { say: Say; language: Language; publicUrl: string; example: 'site' | null };

/** How a conclusion is reached, and what the site does with what it is told. */
export function AboutPage(props: AboutProps) {
  const { say } = props;
  return (
    <Layout {...props} title={say('about.title')} path="/about" door={null} indexed={true}>
      <h1>{say('about.title')}</h1>
      <p>{say('about.lead')}</p>
      <h2>{say('about.search')}</h2>
      <p>{say('about.searchText')}</p>
      <p>{say('about.program')}</p>
      <h2 id="levels">{say('about.levels')}</h2>
      <ul>
        <li>{say('about.levelA')}</li>
        <li>{say('about.levelB')}</li>
        <li>{say('about.levelC')}</li>
      </ul>
      <p>{say('about.second')}</p>
      <h2>{say('about.hard')}</h2>
      <p>{say('about.hardText')}</p>
      <h2 id="privacy">{say('about.privacy')}</h2>
      <p>{say('about.privacyText')}</p>
      <h2>{say('about.sources')}</h2>
      <p>{say('about.sourcesText')}</p>
    </Layout>
  );
}
