import { deskHomeMessages } from '../../messages/desk-home.ts';
import { TableHead } from '../../parts/table-head.tsx';
import { useTitle } from '../focus.ts';
import { Loading, Trouble } from '../notices.tsx';
import { stateKey } from '../requests/holding.ts';
import type { RequestStatus } from '../requests/shapes.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';
import type { Load } from './shapes.ts';

/** For those who lead: how many requests there are, which wait longest, and who does how much. */
export function LoadScreen() {
  const { say } = useSession();
  const words = useWords(deskHomeMessages);
  const { data, error, reload } = useResource<Load>('/desk/load');
  useTitle(`${words('load.title')} – ${say('desk.title')}`);
  return (
    <>
      <h1>{words('load.title')}</h1>
      {error ? <Trouble error={error} retry={reload} /> : null}
      {/* One above the other: beside the requests the work of people, which is counted in six columns, would be too wide. */}
      {data ? (
        <>
          <Requests {...data} />
          <People {...data} />
        </>
      ) : error ? null : (
        <Loading />
      )}
    </>
  );
}

function Requests({ byStatus, unread, second }: Load) {
  const { say, language } = useSession();
  const words = useWords(deskHomeMessages);
  const told = ({ count, oldest }: Load['unread']) => ({ count, when: oldest ? timeText(oldest, language) : '' });
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{words('load.requests')}</h2>
      <p>{unread.count > 0 ? words('load.unread', told(unread)) : words('load.unreadNone')}</p>
      {second.count > 0 ? <p>{words('load.second', told(second))}</p> : null}
      <table class="records pairs" role="table" aria-labelledby="requests">
        <TableHead heads={[words('load.state')]} numbers={[words('load.count')]} />
        <tbody role="rowgroup">
          {(Object.entries(byStatus) as [RequestStatus, number][]).map(([status, count]) => (
            <tr role="row" key={status}>
              <th scope="row" role="rowheader">
                {say(stateKey({ status, evidenceLevel: null, assignee: null, secondLook: false }))}
              </th>
              <td class="number" role="cell" data-label={words('load.count')}>
                {count}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const columns = ['held', 'decisions', 'confirmations', 'messages', 'searches'] as const;

function People({ people, days }: Load) {
  const words = useWords(deskHomeMessages);
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words('load.people')}</h2>
      <p class="soft">{people.length > 0 ? words('load.peopleText', { count: days }) : words('load.peopleNone')}</p>
      <table class="records" role="table" aria-labelledby="people" hidden={people.length === 0}>
        <TableHead heads={[words('load.person')]} numbers={columns.map((column) => words(`load.${column}`))} />
        <tbody role="rowgroup">
          {people.map(({ person, ...work }) => (
            <tr role="row" key={person.id}>
              <th scope="row" role="rowheader">
                {person.name}
              </th>
              {columns.map((column) => (
                <td class="number" role="cell" data-label={words(`load.${column}`)} key={column}>
                  {work[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
