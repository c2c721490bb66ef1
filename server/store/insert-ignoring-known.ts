import type { Connection } from 'mongoose';
import { AppError } from '../errors.ts';

const DUPLICATE_KEY = 11000;
// A message of MongoDB's protocol holds 48 MB: so many documents stay far below it, each may have 30 kB.
const MOST_DOCUMENTS = 1500;

type Reply = { n?: number; writeErrors?: { code: number; errmsg?: string }[] };

/**
 * Inserts documents whose ids are made from their content; those that are there already stay as they are. So a batch that
 * was cut off can be sent again. Returns how many were new. Any failure but a known id is thrown.
 *
 * It sends the `insert` command itself: the driver's `insertMany` writes every document twice to measure it, which is a
 * third of the time of an import.
 */
export async function insertIgnoringKnown(
  connection: Connection,
  collection: string,
  documents: readonly { _id: string }[],
): Promise<number> {
  const { db } = connection;
  if (db === undefined) throw new AppError('store_down', 'The store is not connected');
  let inserted = 0;
  for (let start = 0; start < documents.length; start += MOST_DOCUMENTS) {
    const batch = documents.slice(start, start + MOST_DOCUMENTS);
    const reply: Reply = await db.command({ insert: collection, documents: batch, ordered: false });
    const failed = reply.writeErrors?.find(({ code }) => code !== DUPLICATE_KEY);
    if (failed) throw new AppError('internal', `The store refused a document (code ${failed.code})`);
    inserted += reply.n ?? 0;
  }
  return inserted;
}
