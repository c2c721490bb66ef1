import type { ApiError } from './api.ts';
import { useSession } from './session.tsx';

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
  return (
    <div class="notice alert" role="alert">
      <p>{error.problem.code === 'offline' ? say('desk.offline') : error.message}</p>
      {error.problem.errors?.length ? (
        <ul>
          {error.problem.errors.map((problem) => (
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
