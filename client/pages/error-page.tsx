import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import { CallUs } from '../parts/phone-link.tsx';
import type { MessageKey, Say } from '../parts/say.ts';

export type ErrorKind =
  | 'notFound'
  | 'gone'
  | 'badInput'
  | 'tooLarge'
  | 'searchDown'
  | 'storeDown'
  | 'tooMany'
  | 'notAllowed'
  | 'error';

export type ErrorPageProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  path: string;
  kind: ErrorKind;
  /** Whom one may call meanwhile; null where there is nobody. */
  phone: string | null;
  /** In the demo, where the telephone number is nobody's. */
  example: 'site' | null;
  /** What the reader had typed, kept in the search box. */
  q: string;
  /** A form was sent, and what stood in it was not kept. */
  sent: boolean;
  /** Languages to say it in besides: nobody knows which of them is the reader's. */
  others: { language: Language; say: Say }[];
};

/** Where the reader can do nothing but wait, somebody can be called; and where a family does not find the page of its request. */
const DOWN: ReadonlySet<ErrorKind> = new Set(['searchDown', 'storeDown', 'error']);

/** Whatever went wrong: the same head and foot, what it means, and a way on. A broken search is never "nobody found". */
export function ErrorPage(props: ErrorPageProps) {
  const { say, language, kind } = props;
  const title = say(`site.${kind}.title` as MessageKey);
  const notKept = props.sent && DOWN.has(kind);
  const ownPageLost = kind === 'notFound' && props.path.startsWith('/requests');
  return (
    <Layout {...props} title={title} door={null} indexed={false}>
      <h1>{title}</h1>
      <div class="notice">
        {notKept && kind === 'storeDown' ? null : <p>{say(`site.${kind}.text` as MessageKey)}</p>}
        {notKept ? <p>{say('site.notKept')}</p> : null}
        {ownPageLost ? (
          <p>
            <a class="row" href={`/${language}/requests`}>
              {say('request.haveCode')}
            </a>
          </p>
        ) : null}
        {ownPageLost || DOWN.has(kind) ? <CallUs say={say} phone={props.phone} /> : null}
      </div>
      {props.others.map((other) => (
        <section key={other.language} lang={other.language}>
          <h2>{other.say(`site.${kind}.title` as MessageKey)}</h2>
          <p>{other.say(`site.${kind}.text` as MessageKey)}</p>
        </section>
      ))}
      <form class="search" role="search" action={`/${language}/`} method="get">
        <label for="q">{say('search.label')}</label>
        <p class="hint" id="q-hint">
          {say('search.hint')}
        </p>
        <input
          id="q"
          name="q"
          type="search"
          value={props.q}
          maxLength={200}
          aria-describedby="q-hint"
          autocomplete="off"
        />
        <button type="submit">{say('search.submit')}</button>
      </form>
    </Layout>
  );
}
