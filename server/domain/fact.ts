/** How sure a reference fact is: read in its source, read in part, or general knowledge that needs a check. */
export type Confidence = 'sourced' | 'partly' | 'unverified';

export type FactSource = { site: string; title: string; url: string };

/** What every reference fact carries. Fields named in `unverified_fields` are marked or left out where they show. */
export type Fact = {
  id: string;
  confidence: Confidence;
  sources: FactSource[];
  unverified_fields?: string[];
  notes?: string[];
};

/** A date of a fact: ISO 8601, shortened to what is known (`1941`, `1941-07`, `1941-07-12`). */
export type FactDate = string;

/** First day of a shortened date; for comparing with `YYYY-MM-DD`. */
export function firstDay(date: FactDate): string {
  return `${date}${'-01-01'.slice(date.length - 4)}`.slice(0, 10);
}

/** Last day that a shortened date may mean, as text that compares right (`1941` gives `1941-12-31`). */
export function lastDay(date: FactDate): string {
  return `${date}${'-12-31'.slice(date.length - 4)}`.slice(0, 10);
}
