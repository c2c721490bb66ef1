import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useAnnounce } from '../announcer.tsx';
import { ApiError, call } from '../api.ts';
import { focusWhenDrawn } from '../focus.ts';
import { useShortcuts } from '../keyboard.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import type { Page } from '../use-list.ts';
import { asApiError } from '../use-resource.ts';
import type { QueueItem } from './shapes.ts';

/** Several volunteers press this at once in the morning; so many are tried before giving up. */
const TRIED = 20;

/** The oldest request that nobody has. Where a colleague was faster, the one after it. */
async function takeOldest(): Promise<QueueItem | null> {
  const { data } = await call<Page<QueueItem>>(`/desk/requests?filter=free&sort=oldest&limit=${TRIED}`);
  for (const item of data.items) {
    try {
      return (await call<QueueItem>(`/desk/requests/${item.id}/claim`, { method: 'POST' })).data;
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.problem.status !== 409) throw cause;
    }
  }
  return null;
}

export function TakeNext({ main = false }: { main?: boolean }) {
  const { say } = useSession();
  const { route } = useLocation();
  const announce = useAnnounce();
  const [error, setError] = useState<ApiError | null>(null);
  const [nothing, setNothing] = useState(false);
  const [busy, setBusy] = useState(false);

  async function take() {
    setBusy(true);
    setError(null);
    try {
      const taken = await takeOldest();
      setNothing(taken === null);
      if (taken === null) return announce(say('queue.nothingNext'));
      focusWhenDrawn('request');
      route(`/desk/requests/${taken.id}?filter=mine`);
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setBusy(false);
    }
  }
  useShortcuts({ t: () => void take() });

  return (
    <>
      {error ? <Trouble error={error} /> : null}
      {nothing ? <p>{say('queue.nothingNext')}</p> : null}
      <p class="actions">
        <button class={main ? '' : 'quiet'} type="button" disabled={busy} onClick={() => void take()}>
          {say('queue.takeNext')} <kbd>T</kbd>
        </button>
      </p>
    </>
  );
}
