import type { ApiError } from '../api.ts';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';

/** The import of the very same file. */
export type Before = { id: string; list: string; state: string; at: string };

export function sentBeforeOf({ problem: { details } }: ApiError): Before | null {
  const { sentBefore, list, state, at } = details ?? {};
  return typeof sentBefore === 'string'
    ? { id: sentBefore, list: String(list), state: String(state), at: String(at) }
    : null;
}

/** Said at once, before anything is taken in: which import it was, when, and what became of it. */
export function SentBefore({ before: { id, list, state, at }, stop }: { before: Before; stop: () => void }) {
  const { say, language } = useSession();
  const values = { when: timeText(at, language), list, state: say(`imports.state.${state}` as DeskKey) };
  return (
    <div class="notice alert" role="alert">
      <p>{say('imports.sentBefore', values)}</p>
      <p>{say('imports.sentBefore.why')}</p>
      <p class="actions">
        <a class="row" href={`/desk/imports/${id}`}>
          {say('imports.sentBefore.open')}
        </a>
        <button class="quiet" type="reset" onClick={stop}>
          {say('imports.sentBefore.stop')}
        </button>
      </p>
    </div>
  );
}
