import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { useResource } from '../use-resource.ts';
import type { ImportItem, Problem } from './shapes.ts';

/** What is wrong or doubtful in the lines of a file. */
export function Problems({ item }: { item: ImportItem }) {
  const { say } = useSession();
  const { data, error, reload } = useResource<{ items: Problem[] }>(`/imports/${item.id}/problems?limit=200`);
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{say('imports.problems')}</h2>
      <p>{say('imports.problemsOf', { count: item.problemCount })}</p>
      {error ? <Trouble error={error} retry={reload} /> : data ? null : <Loading />}
      <table class="records">
        <thead>
          <tr>
            <th scope="col">{say('imports.line')}</th>
            <th scope="col">{say('imports.field')}</th>
            <th scope="col">{say('imports.problems')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.items.map(({ line, field, rule, text }) => (
            <tr key={`${line} ${field} ${rule}`}>
              <td data-label={say('imports.line')}>{line}</td>
              <td>{field ? say(`field.${field}` as DeskKey) : ''}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
