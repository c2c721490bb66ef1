import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import type { Say } from '../parts/say.ts';

type MailPageProps = { say: Say; language: Language; publicUrl: string; example: 'site' | null; code: string };

/**
 * Where the link of a letter to confirm leads. It asks once more by a button, because mail programs and their guards open
 * every link by themselves.
 */
export function MailConfirmPage(props: MailPageProps & { confirmed: boolean; requestCode: string }) {
  const { say, language, code } = props;
  const path = `/mail/confirm/${code}`;
  return (
    <Layout {...props} title={say('mail.page.confirmTitle')} path={path} door={null} indexed={false}>
      <h1>{say('mail.page.confirmTitle')}</h1>
      {props.confirmed ? (
        <>
          <p class="notice" role="status">
            {say('mail.page.confirmed')}
          </p>
          <p>
            <a class="row" href={`/${language}/requests/${props.requestCode}`}>
              {say('mail.page.toRequest')}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>{say('mail.page.confirmText')}</p>
          <form action={`/${language}${path}`} method="post">
            <button type="submit">{say('mail.page.confirm')}</button>
          </form>
        </>
      )}
    </Layout>
  );
}

/** One click ends all letters to an address. */
export function MailStopPage(props: MailPageProps & { stopped: boolean }) {
  const { say, language, code } = props;
  const path = `/mail/stop/${code}`;
  return (
    <Layout {...props} title={say('mail.page.stopTitle')} path={path} door={null} indexed={false}>
      <h1>{say('mail.page.stopTitle')}</h1>
      {props.stopped ? (
        <p class="notice" role="status">
          {say('mail.page.stopped')}
        </p>
      ) : (
        <>
          <p>{say('mail.page.stopText')}</p>
          <form action={`/${language}${path}`} method="post">
            <button type="submit">{say('mail.page.stop')}</button>
          </form>
        </>
      )}
    </Layout>
  );
}
