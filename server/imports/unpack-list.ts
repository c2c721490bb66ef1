import { rm, stat } from 'node:fs/promises';
import type { IncomingFile } from '../files/file-service.ts';
import { readPackage, unpackFiles } from './read/list-package.ts';

/** The list of a package as a file of its own, and the names of the scans beside it there. */
export type UnpackedList = { list: IncomingFile; scans: string[]; clear(): Promise<void> };

/** Takes the list out of a ZIP of a list and its scans; null for any other file. The scans stay packed until their rows are in. */
export async function unpackList(file: IncomingFile): Promise<UnpackedList | null> {
  const content = await readPackage(file.path);
  if (content === null) return null;
  const path = `${file.path}-list`;
  const clear = () => rm(path, { force: true });
  try {
    await unpackFiles(file.path, new Map([[content.list, path]]), (_name, broken) =>
      broken ? Promise.reject(broken) : Promise.resolve(),
    );
    const { size: bytes } = await stat(path);
    const name = content.list.slice(content.list.lastIndexOf('/') + 1);
    return { list: { path, name, bytes }, scans: content.scans.map((scan) => scan.name), clear };
  } catch (error) {
    await clear();
    throw error;
  }
}
