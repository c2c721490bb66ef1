import { useSession } from './session.tsx';
import type { List } from './use-list.ts';

/** The next page of a list, under what stands there; nothing on the last one. */
export function More({ list: { more } }: { list: Pick<List<unknown>, 'more'> }) {
  const { say } = useSession();
  if (!more) return null;
  return (
    <button class="quiet" type="button" onClick={() => void more()}>
      {say('queue.more')}
    </button>
  );
}
