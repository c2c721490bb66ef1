import { useLocation } from 'preact-iso';
import { focusWhenDrawn, useHeading, useTitle } from '../focus.ts';
import { useSession } from '../session.tsx';
import { SoldierFinder } from './soldier-finder.tsx';

/** Where a volunteer looks for a man whose papers are to be tied together or told apart. The question stands in the address. */
export function SoldiersScreen() {
  const { say } = useSession();
  const { query, route } = useLocation();
  useTitle(`${say('desk.soldiers')} – ${say('desk.title')}`);
  const asked = query.q ?? '';
  return (
    <>
      <h1 {...useHeading('soldiers')}>{say('desk.soldiers')}</h1>
      <p>{say('soldiers.lead')}</p>
      <SoldierFinder
        key={asked}
        id="q"
        label={say('finder.label')}
        asked={asked}
        ask={(text) => route(`/desk/soldiers?q=${encodeURIComponent(text)}`)}
        action={({ id }) => (
          <a class="row" href={`/desk/soldiers/${id}`} onClick={() => focusWhenDrawn('soldier')}>
            {say('soldiers.open')}
          </a>
        )}
      />
    </>
  );
}
