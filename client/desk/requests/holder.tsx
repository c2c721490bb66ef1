import { useState } from 'preact/hooks';
import { useAnnounce } from '../announcer.tsx';
import type { ApiError } from '../api.ts';
import { focusOn } from '../focus.ts';
import { useShortcuts } from '../keyboard.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { mayBeTaken, stateKey } from './holding.ts';
import type { CaseWork } from './use-case.ts';

/** Who has the request and until when. Of two who take it at once one is told that the other was faster. */
export function Holder({ request, busy, act }: CaseWork) {
  const { say, user, language } = useSession();
  const announce = useAnnounce();
  const [error, setError] = useState<ApiError | null>(null);
  const mine = request.assignee?.id === user?.id;
  const held = request.assignee !== null;
  const leads = user?.role === 'coordinator' || user?.role === 'admin';
  const free = mayBeTaken(request);

  async function move(action: 'claim' | 'release') {
    const failed = await act(action);
    setError(failed);
    if (failed) return;
    if (action === 'release') announce(say('request.released'));
    focusOn('request');
  }
  useShortcuts(free ? { c: () => void move('claim') } : {});

  const established = request.status === 'identified' && request.evidenceLevel !== 'C' && !request.secondLook;
  const until = request.leaseUntil ? timeText(request.leaseUntil, language) : '';
  const holder = request.assignee
    ? say(mine ? 'request.claimed' : 'queue.takenBy', { who: request.assignee.name, until })
    : free && !request.secondLook
      ? say('request.free')
      : '';
  return (
    <>
      <p role="status">
        {sentence(say(stateKey(request)))}
        {established ? ` (${request.evidenceLevel})` : ''}. {sentence(holder)}
      </p>
      {error ? <Trouble error={error} /> : null}
      <p class="actions">
        {free ? (
          <button
            class={request.secondLook ? 'quiet' : ''}
            type="button"
            disabled={busy}
            onClick={() => void move('claim')}
          >
            {say('request.claim')} <kbd>C</kbd>
          </button>
        ) : null}
        {mine || (held && leads) ? (
          <button class="quiet" type="button" disabled={busy} onClick={() => void move('release')}>
            {say('request.release')}
          </button>
        ) : null}
      </p>
    </>
  );
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
