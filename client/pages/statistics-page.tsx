import type { Language } from '../messages/translate.ts';
import { Layout } from '../parts/layout.tsx';
import type { Say } from '../parts/say.ts';

export type StatisticsProps = {
  say: Say;
  language: Language;
  publicUrl: string;
  example: 'site' | null;
  tables: { title: string; rows: { label: string; value: string }[] }[];
};

/** Honest numbers, each in words; nothing is rounded up. */
export function StatisticsPage(props: StatisticsProps) {
  const { say, tables } = props;
  return (
    <Layout {...props} title={say('statistics.title')} path="/statistics" door={null} indexed={true}>
      <h1>{say('statistics.title')}</h1>
      <p>{say('statistics.lead')}</p>
      {tables.map((table, index) => (
        <section key={table.title} aria-labelledby={`table-${index}`}>
          <h2 id={`table-${index}`}>{table.title}</h2>
          <table class="records" role="table" aria-labelledby={`table-${index}`}>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">
                  {say('statistics.what')}
                </th>
                <th scope="col" role="columnheader" class="number">
                  {say('statistics.number')}
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {table.rows.map((row) => (
                <tr role="row" key={row.label}>
                  <th scope="row" role="rowheader">
                    {row.label}
                  </th>
                  <td role="cell" class="number" data-label={say('statistics.number')}>
                    {row.value}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Layout>
  );
}
