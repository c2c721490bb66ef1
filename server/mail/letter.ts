import type { Sealed } from '../contacts/contact-seal.ts';

/** A letter to somebody outside. */
export type LetterContent = {
  to: string;
  subject: string;
  text: string;
  /** Where one click ends all letters to this address (RFC 8058); null for a letter that is asked for once. */
  stopUrl: string | null;
};

export type LetterKind = 'confirm' | 'digest';

/** A letter on its way. What it says is sealed, and erased once it went out or nobody waits for it any more. The same id is the same letter: queued twice it goes out once. */
export type Letter = {
  id: string;
  kind: LetterKind;
  subscriberId: string;
  state: 'waiting' | 'sent' | 'failed';
  sealed: Sealed | null;
  attempts: number;
  /** Not before this moment: after a failure it waits longer and longer. */
  notBefore: Date;
  createdAt: Date;
  /** When it went out or was given up; some weeks later the record is forgotten. */
  doneAt: Date | null;
};

/** Hands a letter over. @throws MailError */
export type SendLetter = (letter: LetterContent & { id: string }) => Promise<void>;

/** `refused`: this address takes no letter, now or later. Else the server may take it another time. */
export class MailError extends Error {
  readonly refused: boolean;
  constructor(refused: boolean, cause: unknown) {
    super('The letter could not be handed over', { cause });
    this.name = 'MailError';
    this.refused = refused;
  }
}
