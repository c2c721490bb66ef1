import type { Clock } from '../ids.ts';
import type { PartnerStore } from './partner-store.ts';

/** The names of these partners, by id; one that is not there has none. */
export type PartnerNames = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** A new name is on all pages after this time. */
const KEPT_MS = 60_000;

/** Asked for each memorial page: kept for a minute, so that most pages ask the store nothing. */
export function createPartnerNames(partners: Pick<PartnerStore, 'findByIds'>, clock: Clock): PartnerNames {
  let kept = new Map<string, string | null>();
  let until = 0;
  return async (ids) => {
    const now = clock().getTime();
    if (now >= until) {
      kept = new Map();
      until = now + KEPT_MS;
    }
    const names = kept;
    const unknown = [...new Set(ids)].filter((id) => !names.has(id));
    if (unknown.length > 0) {
      const found = new Map((await partners.findByIds(unknown)).map(({ id, name }) => [id, name]));
      for (const id of unknown) names.set(id, found.get(id) ?? null);
    }
    return new Map(
      ids.flatMap((id): [string, string][] => {
        const name = names.get(id);
        return name ? [[id, name]] : [];
      }),
    );
  };
}
