import type { Connection } from 'mongoose';
import { AppError } from '../errors.ts';

type Versioned = { _id: string; version: number; changedAt: Date };
type Reply = { n?: number; writeErrors?: { code: number }[] };

/** A document in its new form, and the version it replaces. */
export type Replacement<T extends Versioned> = { before: number; document: T };

const MOST_DOCUMENTS = 1500;

/**
 * Replaces documents that still have the version they were read with. Returns the ids of those that somebody else changed
 * meanwhile. One command for all, and one more look only when somebody was faster.
 */
export async function replaceAtVersion<T extends Versioned>(
  connection: Connection,
  collection: string,
  replacements: readonly Replacement<T>[],
): Promise<string[]> {
  const beaten: string[] = [];
  for (let start = 0; start < replacements.length; start += MOST_DOCUMENTS) {
    beaten.push(...(await replaceBatch(connection, collection, replacements.slice(start, start + MOST_DOCUMENTS))));
  }
  return beaten;
}

async function replaceBatch<T extends Versioned>(
  connection: Connection,
  collection: string,
  batch: readonly Replacement<T>[],
): Promise<string[]> {
  const { db } = connection;
  if (db === undefined) throw new AppError('store_down', 'The store is not connected');
  const updates = batch.map(({ before, document }) => ({ q: { _id: document._id, version: before }, u: document }));
  const reply: Reply = await db.command({ update: collection, updates, ordered: false });
  const failed = reply.writeErrors?.[0];
  if (failed) throw new AppError('internal', `The store refused a document (code ${failed.code})`);
  if (reply.n === batch.length) return [];
  const projection = { version: 1, changedAt: 1 };
  const ids = batch.map(({ document }) => document._id);
  const stored = await db
    .collection<Versioned>(collection)
    .find({ _id: { $in: ids } }, { projection })
    .toArray();
  // Two writers may reach the same version; the moment tells whose it is.
  const written = new Map(stored.map((one) => [one._id, `${one.version}/${one.changedAt.getTime()}`]));
  return batch
    .filter(({ document: { _id, version, changedAt } }) => written.get(_id) !== `${version}/${changedAt.getTime()}`)
    .map(({ document }) => document._id);
}
