import { deskHomeMessages } from '../../messages/desk-home.ts';
import { stateKey } from '../requests/holding.ts';
import type { QueueItem } from '../requests/shapes.ts';
import { wordFor } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useWords } from '../use-words.ts';
import type { Change } from './shapes.ts';

const MOST_SHOWN = 4;

/** Steps after which a request may stand elsewhere than where people's decisions had led it. */
const MOVES = ['outcome', 'begun', 'message', 'answer', 'close', 'reopen', 'fresh_candidates', 'withdrawn'];

/** What others did; where it moved the request and it still stands so, the state by its name. */
export function Changes({ item, changes }: { item: QueueItem; changes: Change[] }) {
  const { say, language } = useSession();
  const words = useWords(deskHomeMessages);
  const moved = changes.findLast(({ what }) => MOVES.includes(what));
  const text = (change: Change): string =>
    change.what === 'outcome' && change === moved
      ? words('home.movedTo', { state: say(stateKey(item)) })
      : wordFor(say, 'change', change.what) || words('home.family');
  return (
    <ul class="small soft">
      {changes.slice(-MOST_SHOWN).map((change) => (
        <li key={change.what + change.at}>
          {timeText(change.at, language)}: {change.by ? `${change.by} – ` : ''}
          {text(change)}
        </li>
      ))}
    </ul>
  );
}
