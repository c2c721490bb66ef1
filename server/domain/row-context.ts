import type { Gazetteer } from './places/gazetteer.ts';
import { placeKeys } from './places/place-keys.ts';
import { remembering } from './remembering.ts';
import type { MentionRow } from './row.ts';
import { rememberingReaders } from './row-readers.ts';
import type { RowContext } from './understand-row.ts';

/** What is fixed while one list, one request or the seed is read. */
export type RowContextParts = {
  gazetteer: Gazetteer;
  /** The known burial site that a list names, or null. */
  siteId?: RowContext['siteId'] | undefined;
  constants?: MentionRow | undefined;
  asOf?: string | undefined;
};

/** The context in which rows are understood: places by the gazetteer (each text read once), burial sites by name. */
export function createRowContext({ gazetteer, siteId, constants, asOf }: RowContextParts): RowContext {
  const year = asOf === undefined ? undefined : Number(asOf.slice(0, 4));
  return {
    placeKeys: remembering((text) => placeKeys(text, gazetteer, year)),
    siteId: siteId ?? (() => null),
    readers: rememberingReaders(),
    constants,
    asOf,
  };
}
