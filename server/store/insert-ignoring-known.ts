import type { mongo } from 'mongoose';

type WithId = { _id: string };

const DUPLICATE_KEY = 11000;

type BulkFailure = {
  writeErrors?: { code?: number } | { code?: number }[];
  result?: { insertedCount?: number };
  insertedCount?: number;
  code?: number;
};

const asFailure = (error: unknown): BulkFailure => (typeof error === 'object' && error !== null ? error : {});

/**
 * Inserts documents whose ids are made from their content; those that are there already stay as they are. So a batch that
 * was cut off can be sent again. Returns how many were new. Any failure but a known id is thrown.
 */
export async function insertIgnoringKnown<T extends WithId>(
  collection: mongo.Collection<T>,
  documents: mongo.OptionalUnlessRequiredId<T>[],
): Promise<number> {
  if (documents.length === 0) return 0;
  try {
    const result = await collection.insertMany(documents, { ordered: false });
    return result.insertedCount;
  } catch (error) {
    const failure = asFailure(error);
    const errors = [failure.writeErrors ?? []].flat();
    if (errors.length === 0 || errors.some((one) => one.code !== DUPLICATE_KEY)) throw error;
    return failure.insertedCount ?? failure.result?.insertedCount ?? documents.length - errors.length;
  }
}
