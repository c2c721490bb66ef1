import type { ContactSeal } from '../contacts/contact-seal.ts';
import type { Clock } from '../ids.ts';
import { errorFields, type Log } from '../log.ts';
import { type Letter, type LetterContent, type LetterKind, MailError, type SendLetter } from './letter.ts';
import type { LetterStore } from './letter-store.ts';

export type NewLetter = { id: string; kind: LetterKind; subscriberId: string; content: LetterContent };

export type PostService = {
  /** Queues a letter. One of the same id that was queued before is left as it is, sent or not. */
  queue(letter: NewLetter): Promise<void>;
  /** Sends whatever is due; called again and again. */
  deliver(stopping?: () => boolean): Promise<void>;
  /** Drops what waits for an address that wants no more letters. */
  drop(subscriberId: string): Promise<void>;
};

export type PostDeps = {
  letters: LetterStore;
  seal: ContactSeal;
  send: SendLetter;
  /** The mail server says that there is no such mailbox. */
  onRefused: (subscriberId: string) => Promise<void>;
  clock: Clock;
  log: Log;
};

const MINUTE_MS = 60_000;
/** Longer than any mail server may take; after this another try is no second letter at the same moment. */
const CLAIM_MS = 10 * MINUTE_MS;
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS;
/** As mail servers do among themselves. */
const GIVEN_UP_AFTER_MS = 3 * 24 * 60 * MINUTE_MS;

const recordId = (id: string): string => `letter:${id}`;

/** 1, 2, 4 … minutes, at most six hours. */
function nextTry({ attempts }: Letter, now: Date): Date {
  return new Date(now.getTime() + Math.min(MINUTE_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS));
}

async function sendOne(deps: PostDeps, letter: Letter): Promise<void> {
  const { letters, seal, clock } = deps;
  const { id, sealed } = letter;
  try {
    if (sealed !== null) {
      const content = JSON.parse(seal.open(recordId(id), sealed)) as LetterContent;
      await deps.send({ id, ...content });
    }
  } catch (error) {
    return afterFailure(deps, letter, error);
  }
  await letters.finish(id, 'sent', clock());
}

async function afterFailure(deps: PostDeps, letter: Letter, error: unknown): Promise<void> {
  const { letters, clock, log } = deps;
  const { id, kind, attempts } = letter;
  const now = clock();
  const refused = error instanceof MailError && error.refused;
  const over = refused || now.getTime() - letter.createdAt.getTime() >= GIVEN_UP_AFTER_MS;
  log.warn({ kind, attempts, refused, over, ...errorFields(error) }, 'a letter could not be sent');
  if (!over) return letters.postpone(id, nextTry(letter, now));
  await letters.finish(id, 'failed', now);
  if (refused) await deps.onRefused(letter.subscriberId);
}

/**
 * Letters on their way out. None is lost while the mail server is down. When this process dies after handing one over, it is
 * handed over again under the same Message-ID, by which mailboxes know it for the same letter.
 */
export function createPostService(deps: PostDeps): PostService {
  const { letters, seal, clock } = deps;
  return {
    async queue({ id, kind, subscriberId, content }) {
      const now = clock();
      const sealed = seal.seal(recordId(id), JSON.stringify(content));
      const waiting = { state: 'waiting', sealed, attempts: 0, notBefore: now, createdAt: now, doneAt: null } as const;
      await letters.insert({ id, kind, subscriberId, ...waiting });
    },
    async deliver(stopping = () => false) {
      while (!stopping()) {
        const now = clock();
        const letter = await letters.claim(now, new Date(now.getTime() + CLAIM_MS));
        if (letter === null) return;
        await sendOne(deps, letter);
      }
    },
    drop: (subscriberId) => letters.removeWaiting(subscriberId),
  };
}
