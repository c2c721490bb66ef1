import { isOver } from '../../../server/domain/request-states.ts';
import type { DeskKey } from '../say-on-desk.ts';
import type { QueueItem } from './shapes.ts';

type Standing = Pick<QueueItem, 'status' | 'evidenceLevel' | 'assignee'>;

/**
 * Whether somebody may take the request now. One that is over, or whose man two people have established, waits for nobody;
 * "possible" (level C) is searched on.
 */
export function mayBeTaken({ status, evidenceLevel, assignee }: Standing): boolean {
  if (assignee !== null || isOver({ status })) return false;
  return status !== 'identified' || evidenceLevel === 'C';
}

/** The state in words that are true of it: "possible" is not established, and what nobody has is not being done. */
export function stateKey({ secondLook, ...standing }: Standing & Pick<QueueItem, 'secondLook'>): DeskKey {
  const { status, evidenceLevel, assignee } = standing;
  if (secondLook) return 'queue.secondLook';
  if (status === 'identified' && evidenceLevel === 'C') return 'requestStatus.possible';
  if (assignee === null && status === 'searching') return 'requestStatus.begun';
  if (assignee === null && status === 'checking_document') return 'requestStatus.toCheck';
  return `requestStatus.${status}`;
}
