import type { ContactSeal } from '../contacts/contact-seal.ts';
import { DAY_MS } from '../domain/dates/calendar.ts';
import type { RequestStatus } from '../domain/request-states.ts';
import { AppError } from '../errors.ts';
import { type Clock, type Ids, secretHash } from '../ids.ts';
import { confirmLetter } from './letter-view.ts';
import type { PostService } from './post-service.ts';
import type { Following, Subscriber, SubscriberStore } from './subscriber-store.ts';

type Language = 'kk' | 'ru' | 'en';

/** An address that wants to hear of a request. `told`: what the family knows already, so that nothing old is told as news. */
export type Wish = {
  requestId: string;
  number: number;
  /** Opens the request's page; the letters lead there. */
  code: string;
  email: string;
  language: Language;
  told: { status: RequestStatus; secondLook: boolean; messageId: string };
};

/** `asked`: a letter to confirm went out and nobody has answered it yet. */
export type MailState = 'none' | 'asked' | 'confirmed';

export type SubscriptionService = {
  /**
   * Sends one letter that asks the reader of this mailbox whether she wants more. Nothing else goes there before she says so.
   * @throws AppError `too_many_requests` when this address was asked again and again.
   */
  ask(wish: Wish): Promise<void>;
  stateOf(requestId: string): Promise<MailState>;
  /** Where the code of a letter to confirm leads; changes nothing, because mail programs open links by themselves. */
  look(confirmCode: string): Promise<Confirmed>;
  confirm(confirmCode: string): Promise<Confirmed>;
  /** No more letters to this address, about any request. The same again does nothing. */
  stop(stopCode: string): Promise<void>;
  /** The request is over, or its family wants no letters about it any more. */
  forget(requestId: string): Promise<void>;
  /** There is no such mailbox. */
  drop(subscriberId: string): Promise<void>;
  /** What a letter needs; null when the address was ended meanwhile. */
  addressOf(subscriber: Subscriber): Address | null;
  /** The code of the page of a request that is followed. */
  codeOf(following: Following): string;
};

export type Confirmed = { requestCode: string; language: Language; confirmed: boolean };
export type Address = { email: string; stopCode: string };

export type SubscriptionDeps = {
  subscribers: SubscriberStore;
  post: Pick<PostService, 'queue' | 'drop'>;
  seal: ContactSeal;
  /** The same for the same address, and nothing without the site's secret. */
  idOf: (email: string) => string;
  publicUrl: string;
  ids: Ids;
  clock: Clock;
};

/** Of letters to confirm, to one address in a day: a family with several requests needs several. */
const MOST_ASKED = 5;
/** A letter found in a drawer later than this asks for nothing any more. */
const CONFIRM_DAYS = 30;

const recordId = (subscriberId: string): string => `subscriber:${subscriberId}`;
const codeRecordId = (requestId: string): string => `following:${requestId}`;
const noSuchLetter = () => new AppError('not_found', 'There is no such letter, or it is too old');

async function ask(deps: SubscriptionDeps, { email: written, ...wish }: Wish): Promise<void> {
  const { subscribers, seal, ids, clock } = deps;
  const now = clock();
  const email = written.trim().toLowerCase();
  const id = deps.idOf(email);
  const since = new Date(now.getTime() - DAY_MS);
  const stopCode = ids.newCode();
  const asked = await subscribers.ask(
    {
      id,
      sealed: seal.seal(recordId(id), JSON.stringify({ email, stopCode })),
      stopHash: secretHash(stopCode),
      language: wish.language,
      askedAt: [],
      digestDay: null,
    },
    { at: now, since },
  );
  if (asked.askedAt.length > MOST_ASKED) {
    throw new AppError('too_many_requests', 'This address was asked several times today; look into the mailbox', {
      messageKey: 'status.mailTooOften',
    });
  }
  const confirmCode = ids.newCode();
  const left = await subscribers.follow(
    followingOf(deps, wish, { subscriberId: id, confirmHash: secretHash(confirmCode) }),
  );
  // A mistyped address was corrected: nothing of it stays, and the letter that waits for it is not sent.
  if (left !== null) await end(deps, left);
  const { publicUrl } = deps;
  const url = `${publicUrl}/${wish.language}/mail/confirm/${confirmCode}`;
  const content = { to: email, ...confirmLetter({ ...wish, url }), stopUrl: null };
  await deps.post.queue({ id: `confirm-${ids.newOrderedId(now)}`, kind: 'confirm', subscriberId: id, content });
}

type Keys = { subscriberId: string; confirmHash: string };

function followingOf({ seal, clock }: SubscriptionDeps, wish: Omit<Wish, 'email'>, keys: Keys): Following {
  const { requestId, code, language, told } = wish;
  const sealedCode = seal.seal(codeRecordId(requestId), code);
  return { id: requestId, ...keys, confirmed: false, sealedCode, language, askedAt: clock(), told };
}

async function findAsked({ subscribers, clock }: SubscriptionDeps, confirmCode: string): Promise<Following> {
  const following = await subscribers.findByConfirm(secretHash(confirmCode));
  if (following === null) throw noSuchLetter();
  const old = clock().getTime() - following.askedAt.getTime() > CONFIRM_DAYS * DAY_MS;
  if (old && !following.confirmed) throw noSuchLetter();
  return following;
}

function codeOf({ seal }: SubscriptionDeps, { id, sealedCode }: Following): string {
  return seal.open(codeRecordId(id), sealedCode);
}

function confirmedOf(deps: SubscriptionDeps, following: Following): Confirmed {
  const { language, confirmed } = following;
  return { requestCode: codeOf(deps, following), language, confirmed };
}

async function confirm(deps: SubscriptionDeps, confirmCode: string): Promise<Confirmed> {
  const following = await findAsked(deps, confirmCode);
  await deps.subscribers.confirm(following.id, secretHash(confirmCode));
  // Digests are in the language of whoever confirmed last.
  await deps.subscribers.setLanguage(following.subscriberId, following.language);
  return confirmedOf(deps, { ...following, confirmed: true });
}

async function end({ subscribers, post }: SubscriptionDeps, subscriberId: string): Promise<void> {
  await subscribers.end(subscriberId);
  await post.drop(subscriberId);
}

/** Who hears of a request by mail: nobody who has not said so from the mailbox itself, and nobody a day longer than wanted. */
export function createSubscriptionService(deps: SubscriptionDeps): SubscriptionService {
  const { subscribers, seal } = deps;
  return {
    ask: (wish) => ask(deps, wish),
    async stateOf(requestId) {
      const following = await subscribers.findFollowing(requestId);
      if (following === null) return 'none';
      return following.confirmed ? 'confirmed' : 'asked';
    },
    look: async (confirmCode) => confirmedOf(deps, await findAsked(deps, confirmCode)),
    confirm: (confirmCode) => confirm(deps, confirmCode),
    async stop(stopCode) {
      const subscriber = await subscribers.findByStop(secretHash(stopCode));
      if (subscriber === null) throw noSuchLetter();
      await end(deps, subscriber.id);
    },
    async forget(requestId) {
      const last = await subscribers.unfollow(requestId);
      if (last !== null) await end(deps, last);
    },
    drop: (subscriberId) => end(deps, subscriberId),
    addressOf({ id, sealed }) {
      return sealed === null ? null : (JSON.parse(seal.open(recordId(id), sealed)) as Address);
    },
    codeOf: (following) => codeOf(deps, following),
  };
}
