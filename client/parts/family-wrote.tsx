import { type Fact, Facts } from './facts.tsx';
import type { Say } from './say.ts';

/** What the family told us when it asked: years later, and by another of its members, nobody remembers. */
export function FamilyWrote({ say, wrote }: { say: Say; wrote: Fact[] }) {
  if (wrote.length === 0) return null;
  return (
    <details>
      <summary>{say('status.wrote')}</summary>
      <Facts facts={wrote} say={say} />
    </details>
  );
}
