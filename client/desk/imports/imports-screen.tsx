import { useLocation } from 'preact-iso';
import { TableHead } from '../../parts/table-head.tsx';
import { More } from '../more.tsx';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useList } from '../use-list.ts';
import { useResource } from '../use-resource.ts';
import type { ImportItem } from './shapes.ts';

/** All imports the reader may see, newest first. */
export function ImportsScreen() {
  const { say, language } = useSession();
  const onlyWaiting = useLocation().query.waiting === 'true';
  const list = useList<ImportItem>(`/imports?limit=100${onlyWaiting ? '&waiting=true' : ''}`);
  return (
    <>
      <h1>{say('imports.title')}</h1>
      {list.error?.problem.status === 403 ? null : (
        <p class="actions">
          <a class="button" href="/desk/imports/new">
            {say('imports.send')}
          </a>
        </p>
      )}
      <RowsWait only={onlyWaiting} />
      {list.error ? <Trouble error={list.error} retry={list.reload} /> : null}
      {list.items === null && !list.error ? <Loading /> : null}
      {list.items?.length === 0 ? <p>{say('imports.none')}</p> : null}
      {list.items && list.items.length > 0 ? (
        <table class="records" role="table">
          <TableHead
            heads={[
              say('imports.list'),
              say('imports.state'),
              say('imports.count.read'),
              say('imports.count.quarantined'),
              say('imports.when'),
            ]}
          />
          <tbody role="rowgroup">
            {list.items.map((item) => (
              <tr role="row" key={item.id}>
                <td role="cell">
                  <a href={`/desk/imports/${item.id}`}>{item.listName}</a>
                </td>
                <td role="cell" data-label={say('imports.state')}>
                  {say(`imports.state.${item.state}` as DeskKey)}
                </td>
                <td role="cell" data-label={say('imports.count.read')}>
                  {item.counts.read}
                </td>
                <td role="cell" data-label={say('imports.count.quarantined')}>
                  {item.waiting}
                </td>
                <td role="cell" data-label={say('imports.when')}>
                  {timeText(item.createdAt, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <More list={list} />
    </>
  );
}

/** Nobody would find them otherwise: each stands on the page of its own import. */
function RowsWait({ only }: { only: boolean }) {
  const { say } = useSession();
  const { data } = useResource<{ rows: number; imports: number }>('/imports/waiting');
  const some = data !== null && data.rows > 0;
  if (!some && !only) return null;
  return (
    <div class="notice">
      <p>{some ? say('imports.rowsWait', data) : say('imports.noneWait')}</p>
      <p>
        <a class="row" href={only ? '/desk/imports' : '/desk/imports?waiting=true'}>
          {say(only ? 'imports.all' : 'imports.onlyWaiting')}
        </a>
      </p>
    </div>
  );
}
