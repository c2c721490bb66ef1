import { TableHead } from '../../parts/table-head.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { databases, LinkOuts } from './link-outs.tsx';
import { PaperForm, textOf } from './paper-form.tsx';
import type { RequestDetail } from './shapes.ts';
import type { CaseWork } from './use-case.ts';

/** Where was searched, with how many hits: so that nobody searches the same again. */
export function SearchLog(work: CaseWork) {
  const { say } = useSession();
  const { searches, soldier } = work.request;
  return (
    <section aria-labelledby="log">
      <h2 id="log" tabIndex={-1}>
        {say('log.title')}
      </h2>
      {searches.length === 0 ? <p>{say('log.empty')}</p> : <Log searches={searches} />}
      <LinkOuts soldier={soldier} />
      <PaperForm
        {...work}
        path="searches"
        heading="log"
        fold={say('log.add')}
        submit={say('request.save')}
        bodyOf={(fields) => ({
          where: textOf(fields, 'where'),
          what: textOf(fields, 'what'),
          hits: Number(textOf(fields, 'hits')),
          ...(textOf(fields, 'url') ? { url: textOf(fields, 'url') } : {}),
        })}
      >
        <div class="two">
          <div class="field">
            <label for="where">{say('log.where')}</label>
            <input id="where" name="where" list="databases" required maxlength={200} />
            <datalist id="databases">
              {databases.map(({ name }) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </div>
          <div class="field">
            <label for="what">{say('log.what')}</label>
            <input id="what" name="what" required maxlength={500} />
          </div>
          <div class="field">
            <label for="hits">{say('log.hits')}</label>
            <input class="short" id="hits" name="hits" type="number" min={0} max={100000} required />
          </div>
          <div class="field">
            <label for="url">{say('log.url')}</label>
            <input id="url" name="url" type="url" maxlength={1000} />
          </div>
        </div>
      </PaperForm>
    </section>
  );
}

function Log({ searches }: Pick<RequestDetail, 'searches'>) {
  const { say, language } = useSession();
  return (
    <table class="records" role="table" aria-labelledby="log">
      <TableHead heads={[say('log.when'), say('log.where'), say('log.what'), say('log.hits')]} />
      <tbody role="rowgroup">
        {searches.map((search) => (
          <tr role="row" key={search.id}>
            <th scope="row" role="rowheader">
              {timeText(search.at, language)}
            </th>
            <td role="cell" data-label={say('log.where')}>
              {search.where}
            </td>
            <td role="cell" data-label={say('log.what')}>
              {search.what}
            </td>
            <td role="cell" data-label={say('log.hits')}>
              {search.nothingNew ? say('log.nothingNew') : search.hits}{' '}
              {search.url ? (
                <a href={search.url} target="_blank" rel="noopener noreferrer">
                  {say('log.record')}
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
