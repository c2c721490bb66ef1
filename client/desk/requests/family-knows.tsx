import { spellingLanguage } from '../../parts/letter-runs.ts';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import type { RequestDetail } from './shapes.ts';

/** The soldier in the family's own words, the letter, and what they photographed. */
export function FamilyKnows({ request }: { request: RequestDetail }) {
  const { say, language } = useSession();
  const fields = Object.entries(request.soldier).filter(([, value]) => value);
  return (
    <section aria-labelledby="family-knows">
      <h2 id="family-knows">{say('request.family')}</h2>
      {request.about ? (
        <p class="notice">
          <a href={`/${language}/soldiers/${request.about}`} target="_blank" rel="noopener">
            {say('request.aboutPage')}
          </a>
        </p>
      ) : null}
      <dl class="facts">
        {fields.map(([field, value]) => (
          <div key={field}>
            <dt>{say(`field.${field}` as DeskKey)}</dt>
            <dd lang={spellingLanguage(value)}>{value}</dd>
          </div>
        ))}
        {request.letter ? (
          <div>
            <dt>{say('request.letter')}</dt>
            <dd class="letter" lang={request.language}>
              {request.letter}
            </dd>
          </div>
        ) : null}
      </dl>
      {request.files.length > 0 ? (
        <>
          <h3>{say('request.files')}</h3>
          <ul class="files">
            {request.files.map((file, index) => (
              <li key={file.id}>
                <FileLink file={file} name={say('request.file', { number: index + 1 })} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function FileLink({ file, name }: { file: RequestDetail['files'][number]; name: string }) {
  return (
    <a href={`/api/files/${file.id}`} target="_blank" rel="noopener">
      {file.kind === 'picture' ? <img src={`/api/files/${file.id}?size=small`} alt="" loading="lazy" /> : null}
      {name}
    </a>
  );
}
