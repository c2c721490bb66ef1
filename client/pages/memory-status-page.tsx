import type { MemoryState, Refusal } from '../../server/domain/memory.ts';
import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import type { MessageKey, Say } from '../parts/say.ts';

export type MemoryStatusProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  code: string;
  soldierId: string;
  state: MemoryState;
  refusal: Refusal | null;
  words: string | null;
  justSent: boolean;
};

/** What became of photographs and words that somebody left, and the way to take them back. */
export function MemoryStatusPage(props: MemoryStatusProps) {
  const { say, language, publicUrl, code, state, refusal } = props;
  const path = `/memories/${code}`;
  return (
    <Layout {...props} title={say('memory.ownTitle')} path={path} door={null} indexed={false}>
      <h1>{say('memory.ownTitle')}</h1>
      {props.justSent ? (
        <div class="notice" role="status">
          <h2>{say('memory.thanks')}</h2>
          <p>{say('memory.keepAddress')}</p>
          <p>
            <a href={`/${language}${path}`}>{`${publicUrl}/${language}${path}`}</a>
          </p>
        </div>
      ) : null}
      <p>{say(`memory.state.${state}` as MessageKey)}</p>
      {refusal && state === 'refused' ? <p>{say(`memory.refusal.${refusal}` as MessageKey)}</p> : null}
      {props.words ? <blockquote class="letter">{props.words}</blockquote> : null}
      <p>
        <a class="row" href={`/${language}/soldiers/${props.soldierId}`}>
          {say('memory.openSoldier')}
        </a>
      </p>
      {state === 'taken_back' ? null : <TakeBack {...props} />}
    </Layout>
  );
}

function TakeBack({ say, language, code }: MemoryStatusProps) {
  return (
    <details>
      <summary>{say('memory.takeBack')}</summary>
      <p>{say('memory.takeBackText')}</p>
      <form action={`/${language}/memories/${code}/take-back`} method="post">
        <button class="quiet" type="submit">
          {say('memory.takeBack')}
        </button>
      </form>
    </details>
  );
}
