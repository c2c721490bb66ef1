import type { RequestStatus } from '../domain/request-states.ts';
import { errorFields, type Log } from '../log.ts';
import { digestLetter, type RequestNews } from './letter-view.ts';
import type { PostService } from './post-service.ts';
import type { Following, SubscriberStore } from './subscriber-store.ts';
import type { SubscriptionService } from './subscription-service.ts';

/** A request as far as its family may know of it. */
export type FollowedRequest = {
  id: string;
  number: number;
  status: RequestStatus;
  secondLook: boolean;
  /** Written to the family, oldest first. */
  messages: { id: string; question: boolean }[];
};

export type DigestService = {
  /** Writes the letters of a day, at most one to an address. The same day again writes nothing. */
  write(day: string): Promise<void>;
};

export type DigestDeps = {
  subscribers: SubscriberStore;
  subscriptions: Pick<SubscriptionService, 'addressOf' | 'codeOf'>;
  post: Pick<PostService, 'queue'>;
  requestsOf: (requestIds: string[]) => Promise<FollowedRequest[]>;
  publicUrl: string;
  log: Pick<Log, 'error'>;
};

type Fresh = { following: Following; news: RequestNews; told: Following['told'] };

/** What has happened since the family was told last; null when nothing she has to know. */
function newsOf(deps: DigestDeps, following: Following, request: FollowedRequest): Fresh | null {
  const { told } = following;
  const messages = request.messages.filter(({ id }) => id > told.messageId);
  const moved = request.status !== told.status || request.secondLook !== told.secondLook;
  // What the family did itself is no news to it.
  if ((!moved || request.status === 'withdrawn') && messages.length === 0) return null;
  return {
    following,
    news: {
      number: request.number,
      status: moved ? request.status : null,
      secondLook: request.secondLook,
      messages: messages.length,
      question: messages.some(({ question }) => question),
      code: deps.subscriptions.codeOf(following),
    },
    told: {
      status: request.status,
      secondLook: request.secondLook,
      messageId: request.messages.at(-1)?.id ?? told.messageId,
    },
  };
}

async function freshOf(deps: DigestDeps, subscriberId: string): Promise<Fresh[]> {
  const followed = await deps.subscribers.findFollowed(subscriberId);
  const requests = new Map((await deps.requestsOf(followed.map(({ id }) => id))).map((one) => [one.id, one]));
  return followed.flatMap((following) => {
    const request = requests.get(following.id);
    return (request && newsOf(deps, following, request)) ?? [];
  });
}

async function writeTo(deps: DigestDeps, subscriberId: string, day: string): Promise<void> {
  const { subscribers, subscriptions, post, publicUrl } = deps;
  const fresh = await freshOf(deps, subscriberId);
  const subscriber = fresh.length > 0 ? await subscribers.findById(subscriberId) : null;
  const address = subscriber && subscriptions.addressOf(subscriber);
  // The day is taken first: should this process die now, the news are in tomorrow's letter and in no second one today.
  if (!subscriber || !address || !(await subscribers.takeDay(subscriberId, day))) return;
  const { language } = subscriber;
  const stopUrl = `${publicUrl}/${language}/mail/stop/${address.stopCode}`;
  const news = fresh.map((one) => one.news);
  const content = { to: address.email, ...digestLetter({ news, language, publicUrl, stopUrl }), stopUrl };
  await post.queue({ id: `digest-${subscriberId}-${day}`, kind: 'digest', subscriberId, content });
  for (const { following, told } of fresh) await subscribers.tell(following.id, told);
}

/** What is wrong with one address keeps nobody else's letter back. Its id is a keyed hash and names nobody. */
async function writeOrLog(deps: DigestDeps, subscriberId: string, day: string): Promise<void> {
  try {
    await writeTo(deps, subscriberId, day);
  } catch (error) {
    deps.log.error({ subscriberId, ...errorFields(error) }, 'a digest could not be written');
  }
}

/** One letter a day tells an address what is new of all requests it follows; without news there is none. */
export function createDigestService(deps: DigestDeps): DigestService {
  return {
    async write(day) {
      for await (const batch of deps.subscribers.streamSubscribers()) {
        for (const subscriberId of batch) await writeOrLog(deps, subscriberId, day);
      }
    },
  };
}
