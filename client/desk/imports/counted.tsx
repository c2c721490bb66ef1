import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import type { Counts } from './shapes.ts';

const order: (keyof Counts)[] = ['read', 'added', 'updated', 'unchanged', 'duplicate', 'quarantined', 'rejected'];

/** What became of the lines of a file, in numbers. */
export function Counted({ counts }: { counts: Counts }) {
  const { say } = useSession();
  return (
    <dl class="facts">
      {order.map((name) => (
        <div key={name}>
          <dt>{say(`imports.count.${name}` as DeskKey)}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
