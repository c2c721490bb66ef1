import { lazy } from 'preact-iso';
import { deskHomeMessages } from '../../messages/desk-home.ts';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { useTitle } from '../focus.ts';
import { Loading, Trouble } from '../notices.tsx';
import { RequestLink } from '../requests/queue.tsx';
import { TakeNext } from '../requests/take-next.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';
import { Changes } from './changes.tsx';
import type { Home, Waiting } from './shapes.ts';

const PartnerHome = lazy(async () => (await import('../partners/partner-home.tsx')).PartnerHome);

/** Where the desk opens. A partner comes for its lists, everybody else for requests. */
export function HomeScreen() {
  const { user } = useSession();
  return user?.role === 'partner' ? <PartnerHome /> : <Today />;
}

function Today() {
  const { say } = useSession();
  const words = useWords(deskHomeMessages);
  const { data, error, reload } = useResource<Home>('/desk/home');
  useTitle(`${words('home.title')} – ${say('desk.title')}`);
  return (
    <>
      <h1>{words('home.title')}</h1>
      <TakeNext main />
      <p>
        <a class="row" href="/desk/requests/new">
          {words('home.byPhone')}
        </a>
      </p>
      {error ? <Trouble error={error} retry={reload} /> : null}
      {data ? <Sections {...data} /> : error ? null : <Loading />}
    </>
  );
}

function Sections({ mine, waiting, objected, changed }: Home) {
  const words = useWords(deskHomeMessages);
  return (
    <div class="two">
      <section aria-labelledby="mine">
        <h2 id="mine">{words('home.mine')}</h2>
        {mine.length === 0 ? <p>{words('home.mineNone')}</p> : null}
        <ul class="items plain-list">
          {mine.map((item) => (
            <li key={item.id}>
              <RequestLink item={item} filter="mine" />
            </li>
          ))}
        </ul>
        <Waits waiting={waiting} />
      </section>
      <section aria-labelledby="changed">
        <ObjectedTo objected={objected} />
        <h2 id="changed">{words('home.changed')}</h2>
        <p class="soft">{words(changed.length === 0 ? 'home.changedNone' : 'home.changedText')}</p>
        <ul class="items plain-list">
          {changed.map(({ changes, ...item }) => (
            <li key={item.id}>
              <RequestLink item={item} filter="all" />
              <Changes item={item} changes={changes} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Stands before everything else that changed: until it is answered, a family waits. */
function ObjectedTo({ objected }: Pick<Home, 'objected'>) {
  const { language } = useSession();
  const words = useWords(deskHomeMessages);
  if (objected.length === 0) return null;
  return (
    <>
      <h2 id="objected">{words('home.objected')}</h2>
      <p class="soft">{words('home.objectedText')}</p>
      <ul class="items plain-list">
        {objected.map(({ soldierName, objection: { by, at, reason }, ...item }) => (
          <li key={item.id + at}>
            <RequestLink item={item} filter="all" />
            <p class="small">
              <span lang={spellingLanguage(soldierName)}>{soldierName}</span>. {by}, {timeText(at, language)}: {reason}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

const heaps: [heap: keyof Waiting, href: string | null][] = [
  ['second', '/desk/requests?filter=second'],
  ['fresh', '/desk/requests?filter=fresh'],
  ['free', '/desk/requests?filter=free'],
  ['waiting', '/desk/requests?filter=waiting'],
  ['reports', '/desk/reports'],
  ['memories', '/desk/memories'],
  ['siteAdditions', '/desk/burial-sites'],
  ['importRows', '/desk/imports?waiting=true'],
  ['failedJobs', null],
  ['letters', null],
];

/** Only what really waits: a row of zeros tells nobody what to do. */
function Waits({ waiting }: { waiting: Waiting }) {
  const words = useWords(deskHomeMessages);
  const some = heaps.filter(([heap]) => (waiting[heap] ?? 0) > 0);
  return (
    <>
      <h2 id="waiting">{words('home.waiting')}</h2>
      {some.length === 0 ? <p>{words('home.nothingWaits')}</p> : null}
      <ul class="facets plain-list">
        {some.map(([heap, href]) => (
          <li key={heap}>
            <Heap text={words(`home.waits.${heap}`)} count={waiting[heap] ?? 0} href={href} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Heap({ text, count, href }: { text: string; count: number; href: string | null }) {
  const content = (
    <>
      <span>{text}</span> <strong>{count}</strong>
    </>
  );
  return href === null ? <p class="heap">{content}</p> : <a href={href}>{content}</a>;
}
