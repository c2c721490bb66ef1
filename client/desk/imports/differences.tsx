import { useEffect, useState } from 'preact/hooks';
import { type ApiError, call } from '../api.ts';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { asApiError } from '../use-resource.ts';
import type { Difference, ImportItem } from './shapes.ts';

const PAGE = 50;

/** What a list says otherwise than the partner's last version of it, and whom it no longer names. */
export function Differences({ item }: { item: ImportItem }) {
  const { say } = useSession();
  return (
    <>
      {item.counts.updated > 0 && item.state === 'checked' ? (
        <Pages item={item} kind="changed" count={item.counts.updated} />
      ) : null}
      {item.gone ? (
        <Pages item={item} kind="gone" count={item.gone}>
          <a class="row" href={`/api/imports/${item.id}/gone.csv`} target="_self" download>
            {say('imports.gone.file')}
          </a>
        </Pages>
      ) : null}
    </>
  );
}

type PagesProps = {
  item: ImportItem;
  kind: 'changed' | 'gone';
  count: number;
  children?: preact.ComponentChildren;
};

function Pages({ item, kind, count, children }: PagesProps) {
  const { say } = useSession();
  const { rows, more, error, next } = usePages(`/imports/${item.id}/${kind}`);
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{say(`imports.${kind}.title`)}</h2>
      <p>{say(`imports.${kind}.lead`, { count })}</p>
      {children ? <p>{children}</p> : null}
      {error ? <Trouble error={error} retry={next} /> : rows === null ? <Loading /> : null}
      {kind === 'changed' ? <Changed rows={rows ?? []} /> : <Gone rows={rows ?? []} />}
      {more ? (
        <p>
          <button class="quiet" type="button" onClick={next}>
            {say('imports.more')}
          </button>
        </p>
      ) : null}
    </section>
  );
}

/** Rows page by page, each under the one before. */
function usePages(path: string) {
  const [rows, setRows] = useState<Difference[] | null>(null);
  const [more, setMore] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const next = async () => {
    setError(null);
    try {
      const after = rows?.at(-1)?.place ?? -1;
      const { data } = await call<{ items: Difference[] }>(`${path}?limit=${PAGE}&after=${after}`);
      setRows([...(rows ?? []), ...data.items]);
      setMore(data.items.length === PAGE);
    } catch (cause) {
      setError(asApiError(cause));
    }
  };
  useEffect(() => void next(), [path]);
  return { rows, more, error, next: () => void next() };
}

const nameOf = ({ before }: Difference): string =>
  before.fullName ?? [before.familyName, before.givenName, before.patronymic].filter(Boolean).join(' ');

function Changed({ rows }: { rows: Difference[] }) {
  const { say } = useSession();
  return (
    <>
      {rows.map((row) => (
        <table class="records" key={row.place}>
          <caption>
            {say('imports.line')} {row.place}: {nameOf(row)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say('imports.field')}</th>
              <th scope="col">{say('imports.stands')}</th>
              <th scope="col">{say('imports.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {row.differs.map((field) => (
              <tr key={field}>
                <th scope="row">{say(`field.${field}` as DeskKey)}</th>
                <td data-label={say('imports.stands')}>{row.before[field] ?? '–'}</td>
                <td data-label={say('imports.becomes')}>{row.after?.[field] ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function Gone({ rows }: { rows: Difference[] }) {
  const { say } = useSession();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.place}>
          {[row.before.externalId, nameOf(row) || say('queue.noName'), row.before.birthDate, row.before.fateDate]
            .filter(Boolean)
            .join(', ')}
        </li>
      ))}
    </ul>
  );
}
