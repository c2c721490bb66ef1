import { type Connection, type QueryFilter, Schema } from 'mongoose';
import type { BurialSite } from '../domain/known-burial-site.ts';

/** West, south, east, north in degrees. West of east always: a box over the date line is asked in two halves. */
export type Box = { west: number; south: number; east: number; north: number };

export type SiteFilter = { country?: string | undefined; box?: Box | undefined };

export type BurialSiteStore = {
  find(filter: SiteFilter): Promise<BurialSite[]>;
  findById(id: string): Promise<BurialSite | null>;
  findByIds(ids: readonly string[]): Promise<BurialSite[]>;
  /** Stores curated sites: new ones are added, known ones get the new content if it differs. Returns how many changed. */
  putAll(sites: BurialSite[]): Promise<number>;
};

type Stored = Omit<BurialSite, 'id'> & { _id: string };

function siteSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      names: { type: Schema.Types.Mixed, required: true },
      country: { type: String, required: true },
      region: { type: String, default: null },
      kind: { type: String, required: true },
      description: { type: String, default: null },
      latitude: { type: Number, default: null },
      longitude: { type: Number, default: null },
      precision: { type: String, default: null },
      known: { type: Schema.Types.Mixed, default: null },
      unknown: { type: Schema.Types.Mixed, default: null },
      total: { type: Schema.Types.Mixed, default: null },
      opened: { type: String, default: null },
      relevance: { type: String, default: null },
      custodian: { type: String, default: null },
      notes: { type: [String], required: true },
      confidence: { type: String, required: true },
      unverifiedFields: { type: [String], required: true },
      sources: { type: Schema.Types.Mixed, required: true },
      version: { type: Number, required: true },
      changedAt: { type: Date, required: true },
    },
    { versionKey: false, minimize: false, collection: 'burial-sites' },
  );
  schema.index({ country: 1, _id: 1 });
  schema.index({ latitude: 1, longitude: 1 });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): BurialSite => ({ id: _id, ...rest });

const content = ({ version: _version, changedAt: _at, ...site }: BurialSite): string => JSON.stringify(site);

function filterOf({ country, box }: SiteFilter): QueryFilter<Stored> {
  const filter: QueryFilter<Stored> = {};
  if (country !== undefined) filter.country = country;
  if (box !== undefined) {
    filter.latitude = { $gte: box.south, $lte: box.north };
    filter.longitude = { $gte: box.west, $lte: box.east };
  }
  return filter;
}

/** Burial places and memorials. Some hundred, curated: a whole list of them is read at once. */
export function createBurialSiteStore(connection: Connection): BurialSiteStore {
  const model = connection.model<Stored>('BurialSite', siteSchema());
  const find = async (filter: QueryFilter<Stored>) => {
    const found = await model.find(filter).sort({ country: 1, _id: 1 }).lean<Stored[]>();
    return found.map(fromStored);
  };
  return {
    find: (filter) => find(filterOf(filter)),
    findById: async (id) => (await find({ _id: id }))[0] ?? null,
    findByIds: (ids) => find({ _id: { $in: [...ids] } }),
    async putAll(sites) {
      const stored = new Map((await find({ _id: { $in: sites.map(({ id }) => id) } })).map((site) => [site.id, site]));
      let changed = 0;
      for (const site of sites) {
        const before = stored.get(site.id);
        if (before !== undefined && content(before) === content(site)) continue;
        const { id, ...rest } = { ...site, version: (before?.version ?? 0) + 1 };
        await model.replaceOne({ _id: id }, { _id: id, ...rest }, { upsert: true });
        changed += 1;
      }
      return changed;
    },
  };
}
