import type { Clock } from '../ids.ts';
import type { ContactSeal } from './contact-seal.ts';
import type { ContactStore } from './contact-store.ts';

/** Whose contact data it is: the applicant of a request, the person a partner named, who left a memory or reported an error. */
export type ContactOwner = { kind: 'request' | 'partner' | 'memory' | 'report'; id: string };

/**
 * Keeps and gives back contact data. It knows nothing of rights: the service that owns the request or the partner
 * checks them and is the only one that calls this.
 */
export type ContactService = {
  keep(owner: ContactOwner, contact: unknown): Promise<void>;
  /** Null when there is none, or it was erased. */
  find(owner: ContactOwner): Promise<unknown>;
  /** Whether there was any. */
  erase(owner: ContactOwner): Promise<boolean>;
};

export type ContactDeps = { contacts: ContactStore; seal: ContactSeal; clock: Clock };

export function createContactService({ contacts, seal, clock }: ContactDeps): ContactService {
  return {
    async keep(owner, contact) {
      const id = recordId(owner);
      await contacts.put({ id, sealed: seal.seal(id, JSON.stringify(contact)), changedAt: clock() });
    },
    async find(owner) {
      const found = await contacts.findById(recordId(owner));
      return found ? JSON.parse(seal.open(found.id, found.sealed)) : null;
    },
    erase: (owner) => contacts.remove(recordId(owner)),
  };
}

function recordId({ kind, id }: ContactOwner): string {
  return `${kind}:${id}`;
}
