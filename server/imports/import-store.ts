import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import { type Import, type PartnerList, UNUSED_STATES } from './import.ts';
import { createImportProblemStore, type ImportProblemStore } from './import-problem-store.ts';

export type ImportFilter = { partnerId?: string | undefined; ids?: readonly string[] | undefined };

export type ImportStore = ImportProblemStore & {
  insert(item: Import): Promise<void>;
  /** For one that could not be taken over whole; an import that people have seen stays. */
  remove(id: string): Promise<void>;
  findById(id: string): Promise<Import | null>;
  /** Without their columns. */
  findByIds(ids: readonly string[]): Promise<Import[]>;
  list(filter: ImportFilter, after: string | null, limit: number): Promise<Import[]>;
  /** Which of these stand in the base, each with its partner. */
  appliedAmong(ids: readonly string[]): Promise<{ id: string; partnerId: string }[]>;
  /** The newest import of a list, whatever became of it. */
  findLast(listId: string): Promise<Import | null>;
  /** The newest applied import of a list; only that one can be undone. */
  findLastApplied(listId: string): Promise<Import | null>;
  /**
   * What became of these very bytes of a partner, as a list or as the ZIP it came in: where they stand in the base, else the newest. Not what
   * was taken back or cleared away.
   */
  findSame(partnerId: string, sha256: string): Promise<Import | null>;
  /** Whether all of the list was sent anew after this import was applied. */
  hasWholeSince(item: Pick<Import, 'listId' | 'appliedAt'>): Promise<boolean>;
  /** The packages of scans that came with applied versions of a list, newest first, by the hash of each. */
  findPackages(listId: string): Promise<string[]>;
  /**
   * How many unknown soldiers partners' lists name at a burial site: of the newest whole version of each list that was applied, or of the
   * rows of it that were sent since; and of several lists the fullest, for they may count the same graves.
   */
  countNameless(siteId: string): Promise<number>;
  /** What of this partner was applied and stands, oldest first. */
  listApplied(partnerId: string): Promise<Import[]>;
  /**
   * What came before this moment and was never brought in, or was taken back before it, and still has its file; also what is being emptied,
   * where that was cut off.
   */
  findUnused(before: Date): Promise<Import[]>;
  /** From now on no step reads the file. False when somebody has begun something with the import since it was read. */
  beginEmptying(item: Pick<Import, 'id' | 'version' | 'state'>, at: Date): Promise<boolean>;
  /** The file is gone, and the samples out of it with it. */
  endEmptying(id: string): Promise<void>;
  /** When each of these came. */
  cameAt(ids: readonly string[]): Promise<Map<string, Date>>;
  /** Compare-and-set on the version; null when somebody else changed it meanwhile. */
  update(id: string, version: number, change: Partial<Import>): Promise<Import | null>;
  /** For the job that has the import: nobody else writes then. */
  save(id: string, change: Partial<Import>): Promise<void>;
  /** The list of this name, made when it is new. */
  getList(list: PartnerList): Promise<PartnerList>;
  rememberMapping(listId: string, mapping: Record<string, string | null>): Promise<void>;
  /** Whether a later version or part of its list stands; only then can its rows have come again. */
  hasLater(item: Pick<Import, 'id' | 'listId'>): Promise<boolean>;
  /** Its lines that came again in our own file, with an import that stands. */
  linesAgain(item: Pick<Import, 'id' | 'listId'>): Promise<Set<number>>;
};

type Stored = Omit<Import, 'id'> & { _id: string; emptying?: boolean };
type StoredList = Omit<PartnerList, 'id'> & { _id: string };

const mixed = Schema.Types.Mixed;
const options = { versionKey: false, minimize: false } as const;

function importSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      partnerId: { type: String, required: true },
      listId: { type: String, required: true },
      listName: String,
      fileName: String,
      sha256: { type: String, required: true },
      bytes: Number,
      packed: { type: mixed, default: null },
      scansFound: { type: Number, default: 0 },
      scansKept: { type: Number, default: 0 },
      state: { type: String, required: true },
      form: { type: mixed, default: null },
      choice: { type: mixed, default: {} },
      firstData: Number,
      columns: { type: mixed, default: [] },
      mapping: { type: mixed, default: [] },
      constants: { type: mixed, default: {} },
      asOf: { type: String, default: null },
      saidPart: { type: Boolean, default: null },
      part: { type: Boolean, default: false },
      counts: { type: mixed, required: true },
      problemCount: Number,
      gone: { type: Number, default: null },
      listTotal: { type: Number, default: null },
      nameless: { type: mixed, default: [] },
      again: { type: mixed, default: [] },
      lostLetters: Number,
      jobId: { type: String, default: null },
      error: { type: mixed, default: null },
      createdBy: String,
      example: Boolean,
      version: { type: Number, required: true },
      createdAt: { type: Date, required: true },
      appliedAt: { type: Date, default: null },
      undoneAt: { type: Date, default: null },
      takenBack: { type: mixed, default: null },
      emptiedAt: { type: Date, default: null },
      emptying: Boolean,
    },
    { ...options, collection: 'imports' },
  );
  schema.index({ partnerId: 1, _id: -1 });
  schema.index({ partnerId: 1, sha256: 1, _id: 1 });
  schema.index({ partnerId: 1, 'packed.sha256': 1, _id: 1 });
  schema.index({ listId: 1, _id: -1 });
  schema.index({ state: 1 });
  schema.index({ listId: 1, appliedAt: -1 });
  schema.index({ 'nameless.siteId': 1 });
  return schema;
}

function listSchema() {
  const schema = new Schema<StoredList>(
    {
      _id: { type: String, required: true },
      partnerId: String,
      name: String,
      lastMapping: { type: mixed, default: null },
      createdAt: Date,
    },
    { ...options, collection: 'lists' },
  );
  schema.index({ partnerId: 1, name: 1 }, { unique: true });
  return schema;
}

/** Of imports from before they were counted, there were none. */
const fromStored = ({ _id, ...rest }: Stored): Import => ({
  id: _id,
  ...rest,
  nameless: rest.nameless ?? [],
  again: rest.again ?? [],
  takenBack: rest.takenBack ?? null,
  packed: rest.packed ?? null,
  asOf: rest.asOf ?? null,
  saidPart: rest.saidPart ?? null,
  part: rest.part ?? false,
  emptiedAt: rest.emptiedAt ?? null,
  scansFound: rest.scansFound ?? 0,
  scansKept: rest.scansKept ?? 0,
});

async function update(
  model: Model<Stored>,
  filter: QueryFilter<Stored>,
  change: Partial<Import>,
): Promise<Import | null> {
  const { id: _id, version: _version, ...rest } = change;
  const found = await model
    .findOneAndUpdate(filter, { $set: rest, $inc: { version: 1 } }, { returnDocument: 'after' })
    .lean<Stored>();
  return found ? fromStored(found) : null;
}

/** A partner that mends rows sends them soon; a package of many versions ago is no longer opened for them. */
const PACKAGES_LOOKED_AT = 10;

type NamingSite = Pick<Stored, '_id' | 'listId' | 'nameless' | 'appliedAt'>;

/** The newest applied version of a list that is all of it. */
function findLastWhole(model: Model<Stored>, listId: string) {
  const filter: QueryFilter<Stored> = { listId, state: 'applied', part: { $ne: true } };
  return model.findOne(filter, { appliedAt: 1 }).sort({ appliedAt: -1 }).lean<Pick<Stored, '_id' | 'appliedAt'>>();
}

const after = (one: Date | null, other: Date | null): boolean => one !== null && other !== null && one > other;

async function countNameless(model: Model<Stored>, siteId: string): Promise<number> {
  const filter: QueryFilter<Stored> = { 'nameless.siteId': siteId, state: 'applied' };
  // Asked for each view of the place: without the columns and their samples, and of no list that names fewer than another.
  const naming = await model.find(filter, { listId: 1, nameless: 1, appliedAt: 1 }).lean<NamingSite[]>();
  let most = 0;
  for (const { _id, listId, nameless, appliedAt } of naming) {
    const here = nameless.find((one) => one.siteId === siteId)?.count ?? 0;
    if (here <= most) continue;
    const whole = await findLastWhole(model, listId);
    if (whole === null || whole._id === _id || after(appliedAt, whole.appliedAt)) most = here;
  }
  return most;
}

async function getList(lists: Model<StoredList>, { id, ...list }: PartnerList): Promise<PartnerList> {
  const found = await lists
    .findOneAndUpdate({ _id: id }, { $setOnInsert: list }, { upsert: true, returnDocument: 'after' })
    .lean<StoredList>();
  if (!found) throw new Error('an upsert answered nothing');
  const { _id, ...rest } = found;
  return { id: _id, ...rest };
}

/** Without the columns and their samples: there may be hundreds. In the order in which they came. */
async function listBare(imports: Model<Stored>, filter: QueryFilter<Stored>): Promise<Import[]> {
  const found = await imports.find(filter, { columns: 0 }).sort({ _id: 1 }).lean<Stored[]>();
  return found.map((one) => fromStored({ ...one, columns: [] }));
}

type Later = Pick<ImportStore, 'hasWholeSince' | 'hasLater' | 'linesAgain'>;

async function findSame(imports: Model<Stored>, partnerId: string, sha256: string): Promise<Import | null> {
  const among = { partnerId, state: { $ne: 'undone' }, emptiedAt: null } as const;
  // Two questions, each with its index: asked as one, all of the partner's imports would be read.
  const [lists, packages] = await Promise.all([
    listBare(imports, { ...among, sha256 }),
    listBare(imports, { ...among, 'packed.sha256': sha256 }),
  ]);
  const found = [...lists, ...packages].sort((a, b) => (a.id < b.id ? -1 : 1));
  return found.findLast(({ state }) => state === 'applied') ?? found.at(-1) ?? null;
}

/** What came of a list after one of its imports, and stands. */
function laterOf(imports: Model<Stored>): Later {
  return {
    async hasWholeSince({ listId, appliedAt }) {
      return after((await findLastWhole(imports, listId))?.appliedAt ?? null, appliedAt);
    },
    async hasLater({ id, listId }) {
      // Ids of imports sort by the time they came.
      return (await imports.exists({ listId, _id: { $gt: id }, state: 'applied' })) !== null;
    },
    async linesAgain({ id, listId }) {
      const filter: QueryFilter<Stored> = { listId, _id: { $gt: id }, state: 'applied', 'again.importId': id };
      const found = await imports.find(filter, { again: 1 }).lean<Pick<Stored, 'again'>[]>();
      return new Set(found.flatMap(({ again }) => again).flatMap((one) => (one.importId === id ? one.lines : [])));
    },
  };
}

type Upkeep = Pick<ImportStore, 'findUnused' | 'beginEmptying' | 'endEmptying' | 'cameAt'>;

function upkeepOf(imports: Model<Stored>): Upkeep {
  return {
    findUnused(before) {
      const whole = { state: { $in: [...UNUSED_STATES] }, createdAt: { $lt: before }, emptiedAt: null };
      const filter: QueryFilter<Stored> = {
        $or: [{ ...whole, undoneAt: null }, { ...whole, undoneAt: { $lt: before } }, { emptying: true }],
      };
      return listBare(imports, filter);
    },
    async beginEmptying({ id, version, state }, at) {
      const change = { $set: { emptiedAt: at, emptying: true }, $inc: { version: 1 } };
      const { matchedCount } = await imports.updateOne({ _id: id, version, state, emptiedAt: null }, change);
      return matchedCount === 1;
    },
    async endEmptying(id) {
      const item = await imports.findById(id).lean<Stored>();
      const columns = (item?.columns ?? []).map((column) => ({ ...column, samples: [] }));
      await imports.updateOne({ _id: id }, { $set: { columns }, $unset: { emptying: '' }, $inc: { version: 1 } });
    },
    async cameAt(ids) {
      const found = await imports.find({ _id: { $in: [...ids] } }, { createdAt: 1 }).lean<Stored[]>();
      return new Map(found.map(({ _id, createdAt }) => [_id, createdAt]));
    },
  };
}

/** Imports, the lists they are versions of, and what was wrong in them. */
export function createImportStore(connection: Connection): ImportStore {
  const imports = connection.model<Stored>('Import', importSchema());
  const lists = connection.model<StoredList>('PartnerList', listSchema());
  const found = async (query: Promise<Stored | null>) => {
    const stored = await query;
    return stored ? fromStored(stored) : null;
  };
  return {
    async insert({ id, ...rest }) {
      await imports.create({ _id: id, ...rest });
    },
    async remove(id) {
      await imports.deleteOne({ _id: id });
    },
    findByIds: (ids) => listBare(imports, { _id: { $in: [...ids] } }),
    findById: (id) => found(imports.findById(id).lean<Stored>().exec()),
    async appliedAmong(ids) {
      const filter: QueryFilter<Stored> = { _id: { $in: [...ids] }, state: 'applied' };
      const found = await imports.find(filter, { partnerId: 1 }).lean<Pick<Stored, '_id' | 'partnerId'>[]>();
      return found.map(({ _id, partnerId }) => ({ id: _id, partnerId }));
    },
    async list({ partnerId, ids }, after, limit) {
      const range = { ...(after ? { $lt: after } : {}), ...(ids ? { $in: [...ids] } : {}) };
      const filter: QueryFilter<Stored> = {
        ...(partnerId ? { partnerId } : {}),
        ...(after || ids ? { _id: range } : {}),
      };
      return (await imports.find(filter).sort({ _id: -1 }).limit(limit).lean<Stored[]>()).map(fromStored);
    },
    findLast: (listId) => found(imports.findOne({ listId }).sort({ _id: -1 }).lean<Stored>().exec()),
    findLastApplied: (listId) =>
      found(imports.findOne({ listId, state: 'applied' }).sort({ appliedAt: -1 }).lean<Stored>().exec()),
    findSame: (partnerId, sha256) => findSame(imports, partnerId, sha256),
    async findPackages(listId) {
      const found = await imports
        .find({ listId, state: 'applied', packed: { $ne: null } }, { packed: 1 })
        .sort({ _id: -1 })
        .limit(PACKAGES_LOOKED_AT)
        .lean<Stored[]>();
      return found.flatMap(({ packed }) => (packed ? [packed.sha256] : []));
    },
    ...laterOf(imports),
    countNameless: (siteId) => countNameless(imports, siteId),
    listApplied: (partnerId) => listBare(imports, { partnerId, state: 'applied' }),
    ...upkeepOf(imports),
    update: (id, version, change) => update(imports, { _id: id, version }, change),
    async save(id, change) {
      await update(imports, { _id: id }, change);
    },
    getList: (list) => getList(lists, list),
    async rememberMapping(listId, mapping) {
      await lists.updateOne({ _id: listId }, { $set: { lastMapping: mapping } });
    },
    ...createImportProblemStore(connection),
  };
}
