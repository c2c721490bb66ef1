import type { SiteAddition } from '../domain/site-addition.ts';
import type { ToldInstead } from './site-addition-service.ts';

/** Where a photograph of a burial place is read. */
export function sitePhotographAddress(id: string, size: 'large' | 'small'): string {
  return size === 'small' ? `/site-photographs/${id}?size=small` : `/site-photographs/${id}`;
}

/** For the desk. `people` are names of accounts; `instead` says why the page tells another custodian. */
export function additionItem(
  addition: SiteAddition,
  { people, instead }: { people: ReadonlyMap<string, string>; instead: ToldInstead | null },
) {
  const { id, siteId, state, custodian, source, credit, addedBy, createdAt, version } = addition;
  return {
    id,
    siteId,
    state,
    custodian,
    instead,
    source,
    credit,
    photographs: addition.fileIds.map((file) => ({ id: file, shown: addition.shownFileIds.includes(file) })),
    addedBy: people.get(addedBy) ?? addedBy,
    createdAt: createdAt.toISOString(),
    version,
  };
}
