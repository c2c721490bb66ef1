import { type Connection, Schema } from 'mongoose';
import type { Sealed } from './contact-seal.ts';

export type SealedContact = { id: string; sealed: Sealed; changedAt: Date };

/** Contact data of living people: a collection of its own, so that no query for anything else can bring it along. */
export type ContactStore = {
  put(contact: SealedContact): Promise<void>;
  findById(id: string): Promise<SealedContact | null>;
  /** Whether there was one. */
  remove(id: string): Promise<boolean>;
};

type Stored = Omit<SealedContact, 'id'> & { _id: string };

function contactSchema() {
  return new Schema<Stored>(
    {
      _id: { type: String, required: true },
      sealed: {
        keyId: { type: String, required: true },
        iv: { type: String, required: true },
        tag: { type: String, required: true },
        text: { type: String, required: true },
      },
      changedAt: { type: Date, required: true },
    },
    { versionKey: false, collection: 'contacts' },
  );
}

export function createContactStore(connection: Connection): ContactStore {
  const model = connection.model<Stored>('Contact', contactSchema());
  return {
    async put({ id, ...rest }) {
      await model.replaceOne({ _id: id }, rest, { upsert: true });
    },
    async findById(id) {
      const found = await model.findById(id).lean<Stored>();
      return found && { id: found._id, sealed: found.sealed, changedAt: found.changedAt };
    },
    async remove(id) {
      return (await model.deleteOne({ _id: id })).deletedCount > 0;
    },
  };
}
