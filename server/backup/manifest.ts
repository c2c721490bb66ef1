import { z } from 'zod';
import { AppError } from '../errors.ts';

/** The first entry of an archive: what is in it, so that it can be checked before anything is written. */
export const manifestSchema = z.strictObject({
  format: z.literal('amanat-backup'),
  version: z.literal(1),
  createdAt: z.string(),
  collections: z.record(
    z.string().regex(/^[a-z][a-z-]{0,60}$/),
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
  const collection = /^collections\/([a-z][a-z-]{0,60})\.ndjson$/.exec(name)?.[1];
  if (collection !== undefined) return { kind: 'collection', name: collection };
  const sha256 = /^files\/([0-9a-f]{64})$/.exec(name)?.[1];
  if (sha256 !== undefined) return { kind: 'file', sha256 };
  throw damaged(`it holds "${name.slice(0, 80)}", which belongs to no backup`);
}

export function damaged(why: string, cause?: unknown): AppError {
  return new AppError('bad_input', `This archive cannot be restored: ${why}. Nothing was written.`, { cause });
}
