import type { Connection } from 'mongoose';
import type { RequestStatus } from '../domain/request-states.ts';

/** Of a request only what is counted; nothing of who asked or for whom. */
export type CountedRequest = {
  status: RequestStatus;
  createdAt: Date;
  /** When somebody said for the last time that a soldier is the one; null while nobody did. */
  decidedAt: Date | null;
  oblastIds: string[];
};

export type RecordCounts = { soldiers: number; mentions: number; burialSites: number; lists: number };

export type StatisticsStore = {
  countRecords(): Promise<RecordCounts>;
  streamRequests(): AsyncIterable<CountedRequest>;
};

type StoredRequest = {
  _id: string;
  status: RequestStatus;
  createdAt: Date;
  changes?: { what: string; at: Date }[];
  understood?: { birthPlaceKeys?: string[]; conscriptionOfficeKeys?: string[] };
};

const FIELDS = {
  status: 1,
  createdAt: 1,
  changes: 1,
  'understood.birthPlaceKeys': 1,
  'understood.conscriptionOfficeKeys': 1,
} as const;

function counted({ status, createdAt, changes = [], understood = {} }: StoredRequest): CountedRequest {
  const decidedAt = changes.filter(({ what }) => what === 'decision').at(-1)?.at ?? null;
  const places = [...(understood.birthPlaceKeys ?? []), ...(understood.conscriptionOfficeKeys ?? [])];
  const oblastIds = [...new Set(places.filter((key) => key.startsWith('obl-')))];
  return { status, createdAt, decidedAt, oblastIds };
}

async function* streamRequests(connection: Connection): AsyncGenerator<CountedRequest> {
  // Sorted by an index, so that the store never takes the whole collection into memory at once.
  const options = { projection: FIELDS, sort: { number: 1 as const }, batchSize: 1000 };
  for await (const request of connection.collection<StoredRequest>('requests').find({}, options)) {
    yield counted(request);
  }
}

/** Counts over everything the site keeps. Reads only, and only what is counted. */
export function createStatisticsStore(connection: Connection): StatisticsStore {
  const size = (name: string): Promise<number> => connection.collection(name).estimatedDocumentCount();
  return {
    async countRecords() {
      const [soldiers, mentions, burialSites, lists] = await Promise.all([
        connection.collection('soldiers').countDocuments({ tags: 'state:live' }),
        size('mentions'),
        size('burial-sites'),
        size('lists'),
      ]);
      return { soldiers, mentions, burialSites, lists };
    },
    streamRequests: () => streamRequests(connection),
  };
}
