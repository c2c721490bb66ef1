import type { Language } from '../messages/translate.ts';
import { type Bar, BarChart } from '../parts/bar-chart.tsx';
import { Layout } from '../parts/layout.tsx';
import type { Say } from '../parts/say.ts';
import { TableHead } from '../parts/table-head.tsx';

/** A table, and a chart of it where a picture says more. The first column names the row. */
export type NumbersTable = {
  id: string;
  title: string;
  note: string | null;
  heads: string[];
  rows: { label: string; cells: string[] }[];
  chart: { title: string; bars: Bar[]; legend: string | null } | null;
};

export type StatisticsProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  counted: string;
  tables: NumbersTable[];
};

/** Honest numbers, each in words; nothing is rounded up. */
export function StatisticsPage(props: StatisticsProps) {
  const { say, tables } = props;
  return (
    <Layout {...props} title={say('statistics.title')} path="/statistics" door={null} indexed={true}>
      <h1>{say('statistics.title')}</h1>
      <p>{say('statistics.lead')}</p>
      <p class="soft small">{props.counted}</p>
      {tables.map((table) => (
        <Numbers key={table.id} table={table} />
      ))}
    </Layout>
  );
}

function Numbers({ table }: { table: NumbersTable }) {
  const { id, title, note, chart } = table;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note ? <p>{note}</p> : null}
      <div class={chart ? 'two chart-and-table' : undefined}>
        {chart ? (
          <figure>
            <BarChart id={`${id}-chart`} title={chart.title} bars={chart.bars} />
            {chart.legend ? <figcaption class="small soft">{chart.legend}</figcaption> : null}
          </figure>
        ) : null}
        <NumbersRows table={table} />
      </div>
    </section>
  );
}

function NumbersRows({ table: { id, heads, rows } }: { table: NumbersTable }) {
  const [first = '', ...others] = heads;
  return (
    <table class={others.length === 1 ? 'records numbers pairs' : 'records numbers'} role="table" aria-labelledby={id}>
      <TableHead heads={[first]} numbers={others} />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.label}>
            <th scope="row" role="rowheader">
              {row.label}
            </th>
            {row.cells.map((cell, index) => (
              <td key={others[index]} role="cell" class="number" data-label={others[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
