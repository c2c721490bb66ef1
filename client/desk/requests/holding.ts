import type { RequestDetail } from './shapes.ts';

/**
 * Whether somebody may take the request now. One that is over, or whose man two people have established, waits for nobody;
 * "possible" (level C) is searched on.
 */
export function mayBeTaken({
  status,
  evidenceLevel,
  assignee,
}: Pick<RequestDetail, 'status' | 'evidenceLevel' | 'assignee'>): boolean {
  if (assignee !== null || status === 'withdrawn' || status === 'closed') return false;
  return status !== 'identified' || evidenceLevel === 'C';
}
