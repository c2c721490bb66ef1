import type { SiteAddition } from '../domain/site-addition.ts';

/** Where a photograph of a burial place is read. */
export function sitePhotographAddress(id: string, size: 'large' | 'small'): string {
  return size === 'small' ? `/site-photographs/${id}?size=small` : `/site-photographs/${id}`;
}

/** For the desk. `people` are names of accounts. */
export function additionItem(addition: SiteAddition, people: ReadonlyMap<string, string>) {
  const { id, siteId, state, custodian, source, credit, addedBy, createdAt, version } = addition;
  return {
    id,
    siteId,
    state,
    custodian,
    source,
    credit,
    photographs: addition.fileIds.map((file) => ({ id: file, shown: addition.shownFileIds.includes(file) })),
    addedBy: people.get(addedBy) ?? addedBy,
    createdAt: createdAt.toISOString(),
    version,
  };
}
