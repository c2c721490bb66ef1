import type { Language } from '../messages/translate.ts';
import { type Fact, Facts } from '../parts/facts.tsx';
import { Layout } from '../parts/layout.tsx';
import { PhoneLink } from '../parts/phone-link.tsx';
import type { Say } from '../parts/say.ts';

export type KinProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'person' | 'site' | null;
  code: string;
  name: string;
  nameLang: string;
  /** One of the papers is for kin only: it is told before it is shown. */
  hard: boolean;
  phone: string | null;
  facts: Fact[];
  documents: { anchor: string; text: string; href: string | null }[];
  /** His page for everybody; null when only painful papers speak of him. */
  publicHref: string | null;
};

/** The man found for this family, with what nobody else may see. Hard news waits behind a step that she takes herself. */
export function KinPage(props: KinProps) {
  const { say, language, code, name, nameLang, hard, publicHref } = props;
  const content = (
    <>
      <Facts say={say} facts={props.facts} />
      <Documents {...props} />
    </>
  );
  return (
    <Layout {...props} title={say('kin.title')} path={`/requests/${code}/soldier`} door={null} indexed={false}>
      <h1 lang={nameLang}>{name}</h1>
      <p class="soft">{say('kin.onlyYou')}</p>
      {hard ? (
        <>
          <Warning {...props} />
          <details>
            <summary>{say('kin.show')}</summary>
            {content}
          </details>
        </>
      ) : (
        content
      )}
      <p class="actions">
        <a class="button quiet" href={`/${language}/requests/${code}`}>
          {say('kin.back')}
        </a>
        {publicHref ? (
          <a class="button quiet" href={publicHref}>
            {say('kin.public')}
          </a>
        ) : null}
      </p>
    </Layout>
  );
}

function Warning({ say, phone }: KinProps) {
  return (
    <div class="notice">
      <p>{say('kin.hard')}</p>
      {phone ? (
        <p>
          {say('kin.call')} <PhoneLink phone={phone} />
        </p>
      ) : null}
      <p>{say('kin.rehabilitation')}</p>
    </div>
  );
}

function Documents({ say, documents }: KinProps) {
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{say('kin.documents')}</h2>
      <ol>
        {documents.map(({ anchor, text, href }) => (
          <li key={anchor} id={anchor}>
            {href ? <a href={href}>{text}</a> : text}
          </li>
        ))}
      </ol>
    </section>
  );
}
