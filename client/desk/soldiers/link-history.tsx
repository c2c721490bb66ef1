import { useAnnounce } from '../announcer.tsx';
import { focusOn } from '../focus.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useChange } from '../use-change.ts';
import type { SoldierWork } from './one-soldier.tsx';
import { ReasonForm } from './reason-form.tsx';
import type { Link } from './shapes.ts';

/** Who said what of this man's papers, when and why, and who took it back. Nothing is ever struck out. */
export function LinkHistory({ links, changed }: SoldierWork) {
  const { say } = useSession();
  return (
    <section aria-labelledby="history">
      <h2 id="history" tabIndex={-1}>
        {say('links.history')}
      </h2>
      {links.length === 0 ? <p>{say('links.none')}</p> : null}
      <ol class="path">
        {links.map((link) => (
          <Row key={link.id} link={link} changed={changed} />
        ))}
      </ol>
    </section>
  );
}

function Row({ link, changed }: { link: Link; changed: () => void }) {
  const { say, user, language } = useSession();
  const leads = user?.role === 'coordinator' || user?.role === 'admin';
  const { kind, fromName, intoName, by, at, reason, withdrawnBy, withdrawnAt, withdrawnReason } = link;
  return (
    <li>
      <p>
        <strong>{say(kind === 'merge' ? 'links.merged' : 'links.tiedFrom', { from: fromName, into: intoName })}</strong>
        . {reason}
      </p>
      <p class="soft">
        {by.name}, {timeText(at, language)}
      </p>
      {withdrawnAt ? (
        <p class="soft">
          {say('links.withdrawn', { who: withdrawnBy?.name ?? '–', when: timeText(withdrawnAt, language) })}{' '}
          {withdrawnReason}
        </p>
      ) : kind === 'merge' && leads ? (
        <Split link={link} changed={changed} />
      ) : null}
    </li>
  );
}

function Split({ link, changed }: { link: Link; changed: () => void }) {
  const { say } = useSession();
  const announce = useAnnounce();
  const { busy, error, send } = useChange();
  async function split(reason: string) {
    if ((await send(`/desk/soldiers/${link.fromId}/split`, { body: { reason } })) === null) return;
    announce(say('links.splitDone'));
    changed();
    focusOn('history');
  }
  return (
    <details>
      <summary>{say('links.split')}</summary>
      <ReasonForm id={link.id} submit={say('links.split')} busy={busy} error={error} send={(why) => void split(why)} />
    </details>
  );
}
