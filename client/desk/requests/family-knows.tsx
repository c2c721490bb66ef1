import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import type { RequestDetail } from './shapes.ts';

/** The soldier in the family's own words, the letter, and what they photographed. */
export function FamilyKnows({ request }: { request: RequestDetail }) {
  const { say } = useSession();
  const fields = Object.entries(request.soldier).filter(([, value]) => value);
  return (
    <section aria-labelledby="family-knows">
      <h2 id="family-knows">{say('request.family')}</h2>
      <dl class="facts">
        {fields.map(([field, value]) => (
          <div key={field}>
            <dt>{say(`field.${field}` as DeskKey)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {request.letter ? (
          <div>
            <dt>{say('request.letter')}</dt>
            <dd>{request.letter}</dd>
          </div>
        ) : null}
      </dl>
      {request.files.length > 0 ? (
        <>
          <h3>{say('request.files')}</h3>
          <p class="actions">
            {request.files.map((file, index) => (
              <a key={file.id} class="button quiet" href={`/api/files/${file.id}`} target="_blank" rel="noopener">
                {say('request.file', { number: index + 1 })}
              </a>
            ))}
          </p>
        </>
      ) : null}
    </section>
  );
}
