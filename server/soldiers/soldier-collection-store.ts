import { type Connection, type Model, type mongo, Schema } from 'mongoose';
import { alphabetKey } from '../domain/alphabet.ts';
import { listedForm, NO_NAME, type Soldier, type SoldierSummary } from '../domain/soldier.ts';
import { soldierDocument } from '../search/soldier-document.ts';

/** Beside the soldier stands what lists and the index ask for, so that neither has to read his whole page. */
export type StoredSoldier = Omit<Soldier, 'id' | 'mergedInto' | 'summary'> & {
  _id: string;
  /** The name shown is the first of the names. */
  summary: Omit<SoldierSummary, 'name'>;
  /** Both are there for the few that need them only, so that their indexes stay small. */
  mergedInto?: string;
  redrawDue?: true;
  alpha: string;
  tags: string[];
  bornFrom: number | null;
  bornTo: number | null;
};

function soldierSchema() {
  const schema = new Schema<StoredSoldier>(
    {
      _id: { type: String, required: true },
      mentionIds: { type: [String], required: true },
      state: { type: String, enum: ['live', 'merged', 'withdrawn'], required: true },
      mergedInto: { type: String },
      example: { type: Boolean, required: true },
      restricted: { type: Boolean, required: true },
      kin: { type: Boolean, required: true },
      summary: { type: Schema.Types.Mixed, required: true },
      version: { type: Number, required: true },
      changedAt: { type: Date, required: true },
      redrawDue: { type: Boolean },
      alpha: { type: String, required: true },
      tags: { type: [String], required: true },
      bornFrom: { type: Number, default: null },
      bornTo: { type: Number, default: null },
    },
    { versionKey: false, minimize: false, collection: 'soldiers' },
  );
  schema.index({ changedAt: 1 });
  schema.index({ tags: 1, alpha: 1, _id: 1 });
  // Sparse: nearly all soldiers have neither, and both are looked up by value only.
  schema.index({ redrawDue: 1 }, { sparse: true });
  schema.index({ mergedInto: 1 }, { sparse: true });
  return schema;
}

/** As stored. */
export function toStored({ id, mergedInto, ...soldier }: Soldier): StoredSoldier {
  const document = soldierDocument({ id, mergedInto, ...soldier });
  const { name: _first, ...summary } = soldier.summary;
  const form = listedForm(soldier.summary);
  const listed = form.familyName === null ? form.full : `${form.familyName} ${form.givenName ?? ''}`;
  return {
    _id: id,
    ...soldier,
    summary,
    ...(mergedInto === null ? {} : { mergedInto }),
    alpha: alphabetKey(listed),
    tags: document?.tags ?? [],
    bornFrom: document?.bornFrom ?? null,
    bornTo: document?.bornTo ?? null,
  };
}

/** As the site knows him. */
export function fromStored(stored: StoredSoldier & { letter?: string }): Soldier {
  // `letter` was stored by early versions, and goes with the next writing of him.
  const { _id, redrawDue: _due, alpha: _alpha, tags: _tags, letter: _letter, ...rest } = stored;
  const { bornFrom: _from, bornTo: _to, mergedInto = null, summary, ...soldier } = rest;
  return {
    id: _id,
    mergedInto,
    ...soldier,
    summary: { name: summary.names[0] ?? NO_NAME, ...summary, hospitals: summary.hospitals ?? [] },
  };
}

export type SoldierCollection = { model: Model<StoredSoldier>; native: mongo.Collection<StoredSoldier> };

/**
 * The collection, for the stores that read and write it. `native` goes past Mongoose: thousands at a time were made by our
 * own types, and casting them again is most of the cost.
 */
export function soldierCollection(connection: Connection): SoldierCollection {
  const known: Model<StoredSoldier> | undefined = connection.models.Soldier;
  const model = known ?? connection.model<StoredSoldier>('Soldier', soldierSchema());
  return { model, native: connection.collection<StoredSoldier>('soldiers') };
}
