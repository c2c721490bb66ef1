import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useAnnounce } from '../announcer.tsx';
import { focusOn, focusWhenDrawn, useHeading } from '../focus.ts';
import { Loading, Trouble } from '../notices.tsx';
import { CompareTable } from '../requests/compare-table.tsx';
import { bitsText } from '../requests/numbers.ts';
import { useSession } from '../session.tsx';
import { useChange } from '../use-change.ts';
import { useResource } from '../use-resource.ts';
import type { SoldierWork } from './one-soldier.tsx';
import { ReasonForm } from './reason-form.tsx';
import type { Comparison, KnownSoldier } from './shapes.ts';
import { SoldierFinder, SoldierLine } from './soldier-finder.tsx';

/** Two addresses of one man become one: compared first, said by a coordinator with a reason, and to be split again. */
export function MergeOther(work: SoldierWork) {
  const { say } = useSession();
  const [asked, setAsked] = useState('');
  const { query } = useLocation();
  const [chosen, setOther] = useState<KnownSoldier | null>(null);
  // Whoever comes from a suggestion has the other one in the address.
  const path = query.with ? `/desk/soldiers?q=${encodeURIComponent(query.with)}` : null;
  const named = useResource<{ items: KnownSoldier[] }>(path).data?.items[0] ?? null;
  const other = chosen ?? (named?.id === work.soldier.id ? null : named);
  const choose = (found: KnownSoldier) => {
    focusWhenDrawn('pair');
    setOther(found);
  };
  return (
    <section aria-labelledby="merge">
      <h2 id="merge" tabIndex={-1}>
        {say('merge.title')}
      </h2>
      <p class="soft">{say('merge.lead')}</p>
      <SoldierFinder
        id="find-other"
        label={say('merge.with')}
        asked={asked}
        ask={setAsked}
        action={(found) =>
          found.id === work.soldier.id ? null : (
            <button class="quiet" type="button" onClick={() => choose(found)}>
              {say('merge.compare')}
            </button>
          )
        }
      />
      {other ? <Pair key={other.id} {...work} other={other} /> : null}
    </section>
  );
}

function Pair({ soldier, other, changed }: SoldierWork & { other: KnownSoldier }) {
  const { say, user, language } = useSession();
  const announce = useAnnounce();
  const { data, error } = useResource<Comparison>(`/desk/soldiers/${soldier.id}/compare?with=${other.id}`);
  const change = useChange();
  const leads = user?.role === 'coordinator' || user?.role === 'admin';
  async function merge(reason: string) {
    const body = { intoId: soldier.id, reason };
    if ((await change.send(`/desk/soldiers/${other.id}/merge`, { body })) === null) return;
    announce(say('merge.done'));
    changed();
    focusOn('papers');
  }
  return (
    <section class="decide" aria-labelledby="pair">
      <h3 {...useHeading('pair')}>{say('merge.pair')}</h3>
      <SoldierLine soldier={other} />
      {error ? <Trouble error={error} /> : null}
      {data || error ? null : <Loading />}
      {data ? (
        <>
          <CompareTable evidence={data.evidence} labelledBy="pair" sides="soldiers" />
          <p>{say('merge.sum', { bits: bitsText(data.weight, language) })}</p>
        </>
      ) : null}
      {leads ? (
        <ReasonForm
          id="merge"
          submit={say('merge.submit')}
          busy={change.busy}
          error={change.error}
          send={(why) => void merge(why)}
        />
      ) : (
        <p>{say('merge.byCoordinator')}</p>
      )}
      <p>
        <a href={`/desk/soldiers/${other.id}`}>{say('merge.openOther')}</a>
      </p>
    </section>
  );
}
