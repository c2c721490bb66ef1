import type { Say } from './say.ts';

export type ErrorSummaryProps = { say: Say; title: string; errors: Record<string, string> };

/** What has to be corrected, before the form, each with a link to its field. */
export function ErrorSummary({ say, title, errors }: ErrorSummaryProps) {
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return null;
  return (
    <div class="notice alert" role="alert">
      <h2>{title}</h2>
      <p>{say('request.correct')}</p>
      <ul>
        {wrong.map(([field, text]) => (
          <li key={field}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
