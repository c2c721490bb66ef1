import type { Gazetteer } from './places/gazetteer.ts';
import { placeKeys } from './places/place-keys.ts';
import type { MentionRow } from './row.ts';
import type { RowContext } from './understand-row.ts';

/** What is fixed while one list, one request or the seed is read. */
export type RowContextParts = {
  gazetteer: Gazetteer;
  /** The known burial site that a list names, or null. */
  siteId?: RowContext['siteId'];
  constants?: MentionRow | undefined;
  asOf?: string | undefined;
};

// A list of 28,000 rows names some hundred places; more different texts than this are forgotten and read again.
const MOST_REMEMBERED = 20_000;

/** A function that remembers its answers for the texts it has seen. */
function remembering<T>(read: (text: string) => T): (text: string) => T {
  let answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= MOST_REMEMBERED) answers = new Map();
    const answer = read(text);
    answers.set(text, answer);
    return answer;
  };
}

/** The context in which rows are understood: places by the gazetteer (each text read once), burial sites by name. */
export function createRowContext({ gazetteer, siteId, constants, asOf }: RowContextParts): RowContext {
  const year = asOf === undefined ? undefined : Number(asOf.slice(0, 4));
  return {
    placeKeys: remembering((text) => placeKeys(text, gazetteer, year)),
    siteId: siteId ?? (() => null),
    constants,
    asOf,
  };
}
