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

/** What one partner has sent: of each of its lists the version that stands now. */
export type PartnerLists = { partner: string; example: boolean; lists: number; people: number; lastAt: Date };

export type RecordCounts = { soldiers: number; mentions: number; burialSites: number; lists: number };

export type StatisticsStore = {
  countRecords(): Promise<RecordCounts>;
  streamRequests(): AsyncIterable<CountedRequest>;
  /** Partners whose lists stand, the newest first. */
  listsByPartner(): Promise<PartnerLists[]>;
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

type StoredImport = { _id: string; listId: string; partnerId: string; listTotal: number | null; appliedAt: Date };
type StoredPartner = { _id: string; name: string; example: boolean };

const IMPORT_FIELDS = { listId: 1, partnerId: 1, listTotal: 1, appliedAt: 1 } as const;

async function listsByPartner(connection: Connection): Promise<PartnerLists[]> {
  // A partner sends its lists a few times a year: all imports together are some thousand small documents.
  const imports = await connection
    .collection<StoredImport>('imports')
    .find({ state: 'applied' }, { projection: IMPORT_FIELDS })
    .toArray();
  const standing = new Map<string, StoredImport>();
  for (const one of imports) {
    const known = standing.get(one.listId);
    if (known === undefined || known.appliedAt < one.appliedAt) standing.set(one.listId, one);
  }
  const partners = await connection.collection<StoredPartner>('partners').find({}).toArray();
  const rows = partners.flatMap(({ _id, name, example }): PartnerLists[] => {
    const own = [...standing.values()].filter(({ partnerId }) => partnerId === _id);
    const people = own.reduce((sum, { listTotal }) => sum + (listTotal ?? 0), 0);
    const lastAt = new Date(Math.max(...own.map(({ appliedAt }) => appliedAt.getTime())));
    return own.length === 0 ? [] : [{ partner: name, example, lists: own.length, people, lastAt }];
  });
  return rows.sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime());
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
    listsByPartner: () => listsByPartner(connection),
  };
}
