import type { StoredFile } from './file-store.ts';

/** A scan as the desk and its partner are told of it. */
export function scanView({ id, kind, name, bytes }: StoredFile) {
  return { id, kind, name, bytes };
}
