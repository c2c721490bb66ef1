import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import type { Say } from '../parts/say.ts';

export type WordsProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  groups: { title: string; words: { id: string; name: string; text: string }[] }[];
};

/** The words of the records, to be read one after another; each can be linked to. */
export function WordsPage(props: WordsProps) {
  const { say, groups } = props;
  return (
    <Layout {...props} title={say('explained.title')} path="/words" door={null} indexed={true}>
      <h1>{say('explained.title')}</h1>
      <p>{say('explained.lead')}</p>
      {groups.map((group) => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          <dl class="facts words">
            {group.words.map((word) => (
              <div key={word.id} id={word.id}>
                <dt>{word.name}</dt>
                <dd>{word.text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Layout>
  );
}
