import type { AuditService } from '../audit/audit-service.ts';
import type { ContactService } from '../contacts/contact-service.ts';
import { DAY_MS } from '../domain/dates/calendar.ts';
import { OVER_STATUSES } from '../domain/request-states.ts';
import { SITE } from '../domain/roles.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import type { Clock } from '../ids.ts';
import type { RequestStore } from './request-store.ts';

export type RetentionService = {
  /** Erases the contacts that are kept no longer. Doing it again erases nothing twice. Returns how many there were. */
  forgetOld(): Promise<number>;
};

export type RetentionDeps = {
  requests: Pick<RequestStore, 'stream' | 'findById'>;
  contacts: Pick<ContactService, 'erase'>;
  mail: { forget(requestId: string): Promise<void> };
  audit: Pick<AuditService, 'record'>;
  /** For how many days the contact of a closed request is kept; 0: until the family withdraws. */
  keepDays: number;
  clock: Clock;
};

/** How long the site keeps whom to write to about a search that is over. The request itself and what was found stay. */
export function createRetentionService(deps: RetentionDeps): RetentionService {
  return {
    async forgetOld() {
      let forgotten = 0;
      for await (const batch of deps.requests.stream(OVER_STATUSES)) {
        for (const request of batch) if (isDue(deps, request)) forgotten += await forget(deps, request.id);
      }
      return forgotten;
    },
  };
}

function isDue({ keepDays, clock }: RetentionDeps, { status, changedAt }: SearchRequest): boolean {
  // Was erased when the family withdrew; what broke off then is finished here.
  if (status === 'withdrawn') return true;
  return status === 'closed' && keepDays > 0 && clock().getTime() - changedAt.getTime() > keepDays * DAY_MS;
}

async function forget(deps: RetentionDeps, id: string): Promise<0 | 1> {
  // Read again: somebody may have opened it meanwhile, and then the family is to hear from us.
  const now = await deps.requests.findById(id);
  if (now === null || !isDue(deps, now)) return 0;
  const erased = await deps.contacts.erase({ kind: 'request', id });
  await deps.mail.forget(id);
  if (!erased) return 0;
  const after = { status: now.status, keepDays: deps.keepDays };
  await deps.audit.record(SITE, 'request.forget_contact', { kind: 'request', id }, { after });
  return 1;
}
