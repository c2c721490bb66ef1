import { useSession } from '../session.tsx';
import { useResource } from '../use-resource.ts';

/** What a partner gets back for its list; where there is nothing to tell, that instead of an empty file. */
export function ReturnFile({ id }: { id: string }) {
  const { say, language } = useSession();
  const { data, error } = useResource<{ any: 'yes' | 'no' | 'unknown' }>(`/imports/${id}/return`);
  if (data?.any === 'no') return <span class="soft">{say('imports.returnNone')}</span>;
  // While it is looked for nothing is promised; where that fails the file itself can still be asked for.
  if (data === null && error === null) return null;
  return (
    <a class="row" href={`/api/imports/${id}/return.csv?language=${language}`} target="_self" download>
      {say('imports.return')}
    </a>
  );
}
