import type { ApiError } from '../api.ts';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';

/** The import of the very same file; `isNewerThere`: a later version of its list stands in the base. */
export type Before = { id: string; list: string; state: string; at: string; isNewerThere: boolean };

export function sentBeforeOf({ problem: { details } }: ApiError): Before | null {
  const { sentBefore, list, state, at, isNewerThere } = details ?? {};
  return typeof sentBefore === 'string'
    ? { id: sentBefore, list: String(list), state: String(state), at: String(at), isNewerThere: isNewerThere === true }
    : null;
}

/** What sending it again would do, by what stands in the base now. */
export function whyNotAgain({ state, isNewerThere }: Pick<Before, 'state' | 'isNewerThere'>): DeskKey {
  if (state === 'applying' || state === 'undoing') return `imports.sentBefore.${state}`;
  if (isNewerThere) return 'imports.sentBefore.older';
  return state === 'applied' ? 'imports.sentBefore.standing' : 'imports.sentBefore.open_still';
}

/** Said at once, before anything is taken in: which import it was, when, and what became of it. */
export function SentBefore({ before, stop }: { before: Before; stop: () => void }) {
  const { say, language } = useSession();
  const { id, list, state, at } = before;
  const values = { when: timeText(at, language), list, state: say(`imports.state.${state}` as DeskKey) };
  return (
    <div class="notice alert" role="alert">
      <p>{say('imports.sentBefore', values)}</p>
      <p>{say(whyNotAgain(before))}</p>
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
