import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { Counted } from './counted.tsx';
import { Problems } from './problems.tsx';
import type { ImportItem } from './shapes.ts';

type TakenBackProps = { item: ImportItem; takenBack: NonNullable<ImportItem['takenBack']> };

/** An import that stands no longer: who took it back and why, and what it had brought. Nothing can be done with it any more. */
export function TakenBack({ item, takenBack: { at, by, reason } }: TakenBackProps) {
  const { say, language } = useSession();
  const when = timeText(at, language);
  return (
    <>
      <div class="notice">
        <p>{by === null ? say('imports.undone', { when }) : say('imports.undone.by', { when, by })}</p>
        {reason ? <p>{say('imports.undone.why', { reason })}</p> : null}
        <p>{say('imports.undone.now')}</p>
      </div>
      {item.listTotal === null ? null : <p>{say('imports.total', { count: item.listTotal })}</p>}
      <h2>{say('imports.undone.had')}</h2>
      <Counted counts={item.counts} />
      {item.problemCount > 0 && !item.emptiedAt ? <Problems item={item} /> : null}
    </>
  );
}
