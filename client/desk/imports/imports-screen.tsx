import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useResource } from '../use-resource.ts';
import type { ImportPage } from './shapes.ts';

/** All imports the reader may see, newest first. */
export function ImportsScreen() {
  const { say, language } = useSession();
  const { data, error, reload } = useResource<ImportPage>('/imports?limit=100');
  return (
    <>
      <h1>{say('imports.title')}</h1>
      <p class="actions">
        <a class="button" href="/desk/imports/new">
          {say('imports.send')}
        </a>
      </p>
      {error ? <Trouble error={error} retry={reload} /> : null}
      {data === null ? error ? null : <Loading /> : null}
      {data?.items.length === 0 ? <p>{say('imports.none')}</p> : null}
      {data && data.items.length > 0 ? (
        <table class="records">
          <thead>
            <tr>
              <th scope="col">{say('imports.list')}</th>
              <th scope="col">{say('imports.state')}</th>
              <th scope="col">{say('imports.count.read')}</th>
              <th scope="col">{say('imports.when')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item) => (
              <tr key={item.id}>
                <td>
                  <a href={`/desk/imports/${item.id}`}>{item.listName}</a>
                </td>
                <td>{say(`imports.state.${item.state}` as DeskKey)}</td>
                <td>{item.counts.read}</td>
                <td>{timeText(item.createdAt, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
