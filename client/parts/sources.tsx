import type { SourceLink } from './facts.tsx';
import type { Say } from './say.ts';

/** The pages and books that what stands above was read in. */
export function Sources({ say, sources }: { say: Say; sources: SourceLink[] }) {
  if (sources.length === 0) return null;
  return (
    <>
      <h2>{say('burialSite.sources')}</h2>
      <ul>
        {sources.map((source) => (
          <li key={source.href + source.label}>
            {source.href ? (
              <a href={source.href} rel="noopener nofollow">
                {source.label}
              </a>
            ) : (
              source.label
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
