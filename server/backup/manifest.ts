import { z } from 'zod';
import { AppError } from '../errors.ts';

/** What a collection may be called: it names an entry of the archive, and nothing may lead out of a folder. */
const COLLECTION = '[a-z][a-z-]{0,60}';
const COLLECTION_NAME = new RegExp(`^${COLLECTION}$`);
const COLLECTION_ENTRY = new RegExp(`^collections/(${COLLECTION})\\.ndjson$`);

/** The first entry of an archive: what is in it, so that it can be checked before anything is written. */
export const manifestSchema = z.strictObject({
  format: z.literal('amanat-backup'),
  version: z.literal(1),
  createdAt: z.string(),
  collections: z.record(
    z.string().regex(COLLECTION_NAME),
    z.strictObject({ documents: z.number().int(), bytes: z.number().int(), sha256: z.string() }),
  ),
  /** Contents by their SHA-256. */
  files: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.strictObject({ bytes: z.number().int() })),
});

export type Manifest = z.output<typeof manifestSchema>;

export const MANIFEST = 'manifest.json';

/** An entry of the archive by its name; anything else in an archive is refused, so that no name leads out of a folder. */
export type EntryName = { kind: 'manifest' } | { kind: 'collection'; name: string } | { kind: 'file'; sha256: string };

export function entryName(name: string): EntryName {
  if (name === MANIFEST) return { kind: 'manifest' };
  const collection = COLLECTION_ENTRY.exec(name)?.[1];
  if (collection !== undefined) return { kind: 'collection', name: collection };
  const sha256 = /^files\/([0-9a-f]{64})$/.exec(name)?.[1];
  if (sha256 !== undefined) return { kind: 'file', sha256 };
  throw damaged(`it holds "${name.slice(0, 80)}", which belongs to no backup`);
}

/** Refuses to write what a restore would refuse to read. */
export function requireRestorable(collections: readonly string[]): void {
  const odd = collections.find((name) => !COLLECTION_NAME.test(name));
  if (odd === undefined) return;
  throw new AppError('bad_input', `No archive was written: the collection "${odd}" could not be restored from it.`);
}

export function damaged(why: string, cause?: unknown): AppError {
  return new AppError('bad_input', `This archive cannot be restored: ${why}. Nothing was written.`, { cause });
}
