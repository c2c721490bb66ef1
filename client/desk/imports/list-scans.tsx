import { Loading, Trouble } from '../notices.tsx';
import { ScanLink } from '../scan-link.tsx';
import { useSession } from '../session.tsx';
import { nameOf } from '../soldiers/one-soldier.tsx';
import { useList } from '../use-list.ts';
import type { ImportItem, ListScan } from './shapes.ts';

/** The scans that lie beside the rows of this list, each under the name of its man. */
export function ListScans({ item }: { item: ImportItem }) {
  const { say } = useSession();
  const { items, error, reload, more } = useList<ListScan>(`/imports/${item.id}/scans?limit=50`, 0, 'after');
  return (
    <section aria-labelledby="scans">
      <h2 id="scans">{say('imports.scans.title')}</h2>
      {error ? <Trouble error={error} retry={reload} /> : items === null ? <Loading /> : null}
      <ul class="files">
        {items?.map((scan) => (
          <li key={scan.id}>
            <p>
              {scan.line === null ? null : `${say('imports.line')} ${scan.line}: `}
              {nameOf(scan.row) || say('queue.noName')}
            </p>
            <ScanLink scan={scan} />
          </li>
        ))}
      </ul>
      {more ? (
        <p>
          <button class="quiet" type="button" onClick={() => void more()}>
            {say('imports.more')}
          </button>
        </p>
      ) : null}
    </section>
  );
}
