import { type Connection, Schema } from 'mongoose';
import type { Sealed } from '../contacts/contact-seal.ts';
import type { RequestStatus } from '../domain/request-states.ts';
import { isDuplicateKey } from '../store/duplicate-key.ts';

type Language = 'kk' | 'ru' | 'en';

/** An address that asked for letters. Its id is a keyed hash of the address: the same address is the same subscriber. */
export type Subscriber = {
  id: string;
  /** The address and the code that ends all letters; null once it was ended. */
  sealed: Sealed | null;
  stopHash: string;
  language: Language;
  /** When letters to confirm went out lately: nobody can have a stranger's mailbox filled. */
  askedAt: Date[];
  /** The last day a digest was written for, such as `2026-03-01`. */
  digestDay: string | null;
};

/** One request that a subscriber follows. Its id is the request's: one address a request. */
export type Following = {
  id: string;
  subscriberId: string;
  confirmed: boolean;
  confirmHash: string;
  /** The code of the request's page, which the letters lead to. */
  sealedCode: Sealed;
  language: Language;
  askedAt: Date;
  /** What the family has been told so far. */
  told: { status: RequestStatus; secondLook: boolean; messageId: string };
};

export type SubscriberStore = {
  findById(id: string): Promise<Subscriber | null>;
  findByStop(stopHash: string): Promise<Subscriber | null>;
  /** Adds it, or writes its address and code anew when it was ended; says when it asked. */
  ask(subscriber: Subscriber, asked: { at: Date; since: Date }): Promise<Subscriber>;
  /** Ends all letters to it: the address is erased, its requests are followed no more. */
  end(id: string): Promise<void>;
  /** False when that day was written before. */
  takeDay(id: string, day: string): Promise<boolean>;
  setLanguage(id: string, language: Language): Promise<void>;

  /** Returns the subscriber that followed this request before, if it now follows nothing. */
  follow(following: Following): Promise<string | null>;
  findFollowing(requestId: string): Promise<Following | null>;
  findByConfirm(confirmHash: string): Promise<Following | null>;
  confirm(requestId: string, confirmHash: string): Promise<void>;
  /** Returns the subscriber if this was the last request it followed. */
  unfollow(requestId: string): Promise<string | null>;
  tell(requestId: string, told: Following['told']): Promise<void>;
  findFollowed(subscriberId: string): Promise<Following[]>;
  /** Ids of subscribers who follow at least one request, in batches. */
  streamSubscribers(): AsyncIterable<string[]>;
};

type StoredSubscriber = Omit<Subscriber, 'id'> & { _id: string };
type StoredFollowing = Omit<Following, 'id'> & { _id: string };

function models(connection: Connection) {
  const mixed = { type: Schema.Types.Mixed, default: null };
  const subscribers = new Schema<StoredSubscriber>(
    {
      _id: { type: String, required: true },
      sealed: mixed,
      stopHash: { type: String, required: true },
      language: { type: String, required: true },
      askedAt: { type: [Date], required: true },
      digestDay: { type: String, default: null },
    },
    { versionKey: false, minimize: false, collection: 'subscribers' },
  );
  subscribers.index({ stopHash: 1 }, { unique: true });
  const followings = new Schema<StoredFollowing>(
    {
      _id: { type: String, required: true },
      subscriberId: { type: String, required: true },
      confirmed: { type: Boolean, required: true },
      confirmHash: { type: String, required: true },
      sealedCode: { type: Schema.Types.Mixed, required: true },
      language: { type: String, required: true },
      askedAt: { type: Date, required: true },
      told: { type: Schema.Types.Mixed, required: true },
    },
    { versionKey: false, minimize: false, collection: 'followings' },
  );
  followings.index({ confirmHash: 1 }, { unique: true });
  followings.index({ subscriberId: 1, confirmed: 1 });
  followings.index({ confirmed: 1, subscriberId: 1 });
  return {
    subscribers: connection.model<StoredSubscriber>('Subscriber', subscribers),
    followings: connection.model<StoredFollowing>('Following', followings),
  };
}

type Models = ReturnType<typeof models>;

const subscriberOf = ({ _id, ...rest }: StoredSubscriber): Subscriber => ({ id: _id, ...rest });
const followingOf = ({ _id, ...rest }: StoredFollowing): Following => ({ id: _id, ...rest });
const BATCH = 500;

export function createSubscriberStore(connection: Connection): SubscriberStore {
  const both = models(connection);
  return { ...addresses(both), ...requests(both) };
}

function addresses({ subscribers, followings }: Models) {
  const one = async (filter: { _id: string } | { stopHash: string }) => {
    const found = await subscribers.findOne(filter).lean<StoredSubscriber>();
    return found ? subscriberOf(found) : null;
  };
  return {
    findById: (id: string) => one({ _id: id }),
    findByStop: (stopHash: string) => one({ stopHash }),
    async ask({ id, ...rest }: Subscriber, { at, since }: { at: Date; since: Date }) {
      try {
        await subscribers.create({ _id: id, ...rest, askedAt: [] });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const { sealed, stopHash, language } = rest;
      await subscribers.updateOne({ _id: id, sealed: null }, { $set: { sealed, stopHash, language } });
      await subscribers.updateOne({ _id: id }, { $pull: { askedAt: { $lt: since } } });
      const asked = await subscribers
        .findOneAndUpdate({ _id: id }, { $push: { askedAt: at } }, { returnDocument: 'after' })
        .lean<StoredSubscriber>();
      return asked ? subscriberOf(asked) : { id, ...rest };
    },
    async end(id: string) {
      await followings.deleteMany({ subscriberId: id });
      await subscribers.updateOne({ _id: id }, { $set: { sealed: null } });
    },
    async takeDay(id: string, day: string) {
      const taken = await subscribers.updateOne({ _id: id, digestDay: { $ne: day } }, { $set: { digestDay: day } });
      return taken.matchedCount === 1;
    },
    async setLanguage(id: string, language: Language) {
      await subscribers.updateOne({ _id: id }, { $set: { language } });
    },
  };
}

function requests({ followings }: Models) {
  const one = async (filter: { _id: string } | { confirmHash: string }) => {
    const found = await followings.findOne(filter).lean<StoredFollowing>();
    return found ? followingOf(found) : null;
  };
  return {
    async follow({ id, ...rest }: Following) {
      const before = await followings
        .findOneAndReplace({ _id: id }, rest, { upsert: true, returnDocument: 'before' })
        .lean<StoredFollowing>();
      if (!before || before.subscriberId === rest.subscriberId) return null;
      const { subscriberId } = before;
      return (await followings.exists({ subscriberId })) === null ? subscriberId : null;
    },
    findFollowing: (requestId: string) => one({ _id: requestId }),
    findByConfirm: (confirmHash: string) => one({ confirmHash }),
    async confirm(requestId: string, confirmHash: string) {
      await followings.updateOne({ _id: requestId, confirmHash }, { $set: { confirmed: true } });
    },
    async unfollow(requestId: string) {
      const gone = await followings.findOneAndDelete({ _id: requestId }).lean<StoredFollowing>();
      if (!gone) return null;
      const { subscriberId } = gone;
      return (await followings.exists({ subscriberId })) === null ? subscriberId : null;
    },
    async tell(requestId: string, told: Following['told']) {
      await followings.updateOne({ _id: requestId }, { $set: { told } });
    },
    async findFollowed(subscriberId: string) {
      const found = await followings.find({ subscriberId, confirmed: true }).sort({ _id: 1 }).lean<StoredFollowing[]>();
      return found.map(followingOf);
    },
    async *streamSubscribers() {
      for (let after = ''; ; ) {
        const filter = { confirmed: true, subscriberId: { $gt: after } };
        const batch = await followings
          .find(filter, { subscriberId: 1 })
          .sort({ subscriberId: 1 })
          .limit(BATCH)
          .lean<StoredFollowing[]>();
        const last = batch.at(-1)?.subscriberId;
        if (last === undefined) return;
        yield [...new Set(batch.map(({ subscriberId }) => subscriberId))];
        after = last;
      }
    },
  };
}
