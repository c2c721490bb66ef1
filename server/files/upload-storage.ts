import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { StorageEngine } from 'multer';

/** A file of the upload as it was written, or why it was not. */
export type Written = { path: string; size: number; refused: 'too_large' | 'too_many' | null };

/**
 * Writes uploads to the disk, and reads on past one that is too large or too many without keeping it: multer's own storage
 * stops there, and what the family wrote in the fields after it would be lost.
 */
export function createUploadStorage(dir: string, most: { files: number; fileBytes: number }): StorageEngine {
  const seen = new WeakMap<object, number>();
  return {
    _handleFile(req, file, done) {
      const before = seen.get(req) ?? 0;
      seen.set(req, before + 1);
      const limit = before < most.files ? most.fileBytes : 0;
      const path = join(dir, randomBytes(16).toString('hex'));
      // Named at once, so that an upload that breaks off is removed however far it came.
      file.path = path;
      write(file.stream, path, limit).then(
        (size) => {
          const refused = before >= most.files ? 'too_many' : size > most.fileBytes ? 'too_large' : null;
          const written: Written = { path, size, refused };
          done(null, written as Partial<Express.Multer.File>);
        },
        (error: unknown) => void rm(path, { force: true }).then(() => done(error)),
      );
    },
    _removeFile(_req, { path }, done) {
      rm(path, { force: true }).then(() => done(null), done);
    },
  };
}

/** Returns how long the stream was; no more than `limit` bytes of it are written. */
async function write(stream: Readable, path: string, limit: number): Promise<number> {
  const file = await open(path, 'wx');
  let size = 0;
  try {
    for await (const piece of stream) {
      size += piece.length;
      if (size <= limit) await file.write(piece);
    }
  } finally {
    await file.close();
  }
  return size;
}
