import type { ApiError } from './api.ts';
import { wordFor } from './say-on-desk.ts';
import { useSession } from './session.tsx';
import { timeText } from './time-text.ts';

/** Loading is said in words where the rows will stand; the rest of the page stays usable. */
export function Loading() {
  const { say } = useSession();
  return (
    <p class="loading" role="status">
      {say('desk.loading')}
    </p>
  );
}

/** What went wrong, in the server's words, with a way to try again where that makes sense. */
export function Trouble({ error, retry }: { error: ApiError; retry?: () => void }) {
  const { say } = useSession();
  const { errors, status } = error.problem;
  if (status === 412) return <Meanwhile error={error} />;
  return (
    <div class="notice alert" role="alert">
      <p>{useWords(error)}</p>
      {errors?.length ? (
        <ul>
          {errors.map((problem) => (
            <li key={problem.pointer + problem.detail}>{problem.detail}</li>
          ))}
        </ul>
      ) : null}
      {retry ? (
        <p>
          <button class="quiet" type="button" onClick={retry}>
            {say('desk.again')}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** The server names the moment a lease ends; here it is told as the reader writes times. */
function useWords(error: ApiError): string {
  const { say, language } = useSession();
  const { code, details } = error.problem;
  if (code === 'offline') return say('desk.offline');
  const { who, until } = details ?? {};
  if (code === 'conflict' && typeof who === 'string' && typeof until === 'string') {
    return say('request.taken', { who, until: timeText(until, language) });
  }
  return error.message;
}

type Change = { what: string; by: string | null; at: string };

/** Somebody was faster: what changed, and by whom. What the reader wrote is still in its field. */
function Meanwhile({ error }: { error: ApiError }) {
  const { say, language } = useSession();
  const given = error.problem.details?.changes;
  const changes = Array.isArray(given) ? (given as Change[]) : [];
  return (
    <div class="notice alert" role="alert">
      <p>{say('request.stale')}</p>
      {changes.length > 0 ? (
        <>
          <p>{say('request.meanwhile')}</p>
          <ul>
            {changes.map(({ what, by, at }) => (
              <li key={what + at}>
                {timeText(at, language)}: {by ? `${by} – ` : ''}
                {wordFor(say, 'change', what)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
