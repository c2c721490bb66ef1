import { groupBy } from '../domain/group-by.ts';
import type { Actor } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { Clock, Ids } from '../ids.ts';
import type { FileDisk } from './file-disk.ts';
import type { FileKind } from './file-kind.ts';
import type { FileOwner, FileStore, StoredFile } from './file-store.ts';
import type { drawPicture } from './picture.ts';

/** An upload as it lies in the incoming folder, before anybody looked at it. */
export type IncomingFile = { path: string; name: string; bytes: number };

/** A file as features are told of it. */
export type KeptFile = StoredFile;

/** A mention that gets a scan, and the ids of those it had that this one replaces. */
export type ScanOwner = { owner: FileOwner; replaces: readonly string[] };

/** `source`: which content of which file it was drawn from. */
export type ScanOrigin = { source: string; importId: string; listId: string };

export type FileSize = 'large' | 'small';
export type OpenFile = { file: StoredFile; type: string; bytes: number; content: ReturnType<FileDisk['read']> };

export type FileService = {
  /** Keeps pictures and papers of a request: all of them or, when one is not accepted, none. */
  keepPapers(owner: FileOwner, files: readonly IncomingFile[]): Promise<StoredFile[]>;
  /** The same for what everybody may see one day: photographs only. */
  keepPictures(owner: FileOwner, files: readonly IncomingFile[]): Promise<StoredFile[]>;
  /** Keeps a partner's list as it came. */
  keepList(owner: FileOwner, file: IncomingFile): Promise<StoredFile>;
  /** Keeps a scan that an import brought as a paper of each of these, in place of the files that each names. */
  keepScan(owners: readonly ScanOwner[], file: IncomingFile, from: ScanOrigin): Promise<void>;
  /** The exact inverse: what this import brought goes, and what it replaced stands again. */
  takeBackScans(importId: string): Promise<void>;
  /** Forgets what was replaced before this moment, but for imports that may still be undone. */
  forgetReplaced(before: Date, mayBeUndone: (importId: string) => Promise<boolean>): Promise<void>;
  /** Keeps a paper of a partner's agreement under its name. */
  keepAgreement(owner: FileOwner, file: IncomingFile): Promise<StoredFile>;
  listOf(owner: FileOwner): Promise<StoredFile[]>;
  /** Of many at once. */
  listOfAll(kind: FileOwner['kind'], ids: readonly string[]): Promise<StoredFile[]>;
  /** The scans of a partner's list, oldest first. */
  scansOfList(listId: string, page: { after: string; limit: number }): Promise<StoredFile[]>;
  /** What a file belongs to; null when there is none. For a service that checks the owner itself. */
  ownerOf(id: string): Promise<FileOwner | null>;
  /** For whoever may see the owner; another's file is told as not there. */
  open(actor: Actor | null, id: string, size: FileSize): Promise<OpenFile>;
  /** For a caller that checked the owner itself: a status page opened by its code. */
  openOf(owner: FileOwner, id: string, size: FileSize): Promise<OpenFile>;
  /** False when this owner has no such file. */
  removeOne(owner: FileOwner, id: string): Promise<boolean>;
  removeOf(owner: FileOwner): Promise<void>;
};

export type FileDeps = {
  files: FileStore;
  disk: FileDisk;
  fileKind: (path: string) => Promise<FileKind>;
  drawPicture: typeof drawPicture;
  /** Whether this actor may see the thing the file belongs to. */
  maySeeOwner: (actor: Actor, owner: FileOwner) => Promise<boolean>;
  ids: Ids;
  clock: Clock;
};

type Kept = Pick<
  StoredFile,
  'kind' | 'sha256' | 'bytes' | 'small' | 'width' | 'height' | 'name' | 'source' | 'listId' | 'broughtBy'
>;

const notFound = () => new AppError('not_found', 'There is no such file');

export function createFileService(deps: FileDeps): FileService {
  const { files } = deps;
  return {
    keepPapers: (owner, incoming) => keepAll(deps, owner, { incoming, papers: true }),
    keepPictures: (owner, incoming) => keepAll(deps, owner, { incoming, papers: false }),
    keepList: (owner, incoming) => keepList(deps, owner, incoming),
    async keepAgreement(owner, file) {
      const name = file.name.slice(-200);
      return record(deps, owner, { ...(await keepPaper(deps, file, 0)), name });
    },
    keepScan: (owners, file, from) => keepScan(deps, owners, file, from),
    takeBackScans: (importId) => takeBackScans(deps, importId),
    forgetReplaced: (before, mayBeUndone) => forgetReplaced(deps, before, mayBeUndone),
    listOf: (owner) => files.findByOwner(owner),
    listOfAll: (kind, ids) => files.findByOwners(kind, ids),
    scansOfList: (listId, page) => files.findOfList(listId, page),
    ownerOf: async (id) => (await files.findById(id))?.owner ?? null,
    async open(actor, id, size) {
      if (actor === null) throw new AppError('not_signed_in', 'Sign in first');
      const file = await files.findById(id);
      if (!file || file.replacedBy || !(await deps.maySeeOwner(actor, file.owner))) throw notFound();
      return opened(deps, file, size);
    },
    async openOf(owner, id, size) {
      const file = await files.findById(id);
      if (file?.owner.kind !== owner.kind || file.owner.id !== owner.id) throw notFound();
      return opened(deps, file, size);
    },
    async removeOne(owner, id) {
      const file = (await files.findByOwner(owner)).find((one) => one.id === id);
      if (file) await remove(deps, file);
      return file !== undefined;
    },
    async removeOf(owner) {
      for (const file of await files.findByOwner(owner)) await remove(deps, file);
    },
  };
}

type Upload = { incoming: readonly IncomingFile[]; papers: boolean };

async function keepAll(deps: FileDeps, owner: FileOwner, { incoming, papers }: Upload): Promise<StoredFile[]> {
  const kept: StoredFile[] = [];
  try {
    for (const [index, file] of incoming.entries()) {
      const keep = papers ? keepPaper : keepOnlyPicture;
      kept.push(await record(deps, owner, await keep(deps, file, index)));
    }
    return kept;
  } catch (error) {
    for (const file of kept) await remove(deps, file);
    throw error;
  }
}

async function record({ files, ids, clock }: FileDeps, owner: FileOwner, kept: Kept): Promise<StoredFile> {
  const file: StoredFile = { id: ids.newOrderedId(clock()), owner, ...kept, createdAt: clock() };
  await files.insert(file);
  return file;
}

async function keepPaper(deps: FileDeps, file: IncomingFile, index: number): Promise<Kept> {
  const kind = await deps.fileKind(file.path);
  if (kind === 'pdf') {
    const sha256 = await deps.disk.keep(file.path);
    return { kind: 'pdf', sha256, bytes: file.bytes, small: null, width: null, height: null, name: null };
  }
  if (kind === 'empty') throw refused('bad_input', 'problem.file.empty', index);
  if (kind !== 'picture' && kind !== 'heic') throw refused('unsupported_type', 'problem.file.type', index);
  return keepPicture(deps, file, kind, index);
}

async function keepOnlyPicture(deps: FileDeps, file: IncomingFile, index: number): Promise<Kept> {
  const kind = await deps.fileKind(file.path);
  if (kind !== 'picture' && kind !== 'heic') throw refused('unsupported_type', 'problem.file.picture', index);
  return keepPicture(deps, file, kind, index);
}

async function keepPicture(deps: FileDeps, file: IncomingFile, kind: FileKind, index: number): Promise<Kept> {
  const { disk, drawPicture: draw } = deps;
  const { large, small } = await draw(file.path, { large: `${file.path}-large`, small: `${file.path}-small` }).catch(
    (cause: unknown) => {
      throw refused('unsupported_type', kind === 'heic' ? 'problem.file.heic' : 'problem.file.broken', index, cause);
    },
  );
  const sha256 = await disk.keep(large.path);
  const keptSmall = { sha256: await disk.keep(small.path), bytes: small.bytes };
  const { width, height, bytes } = large;
  return { kind: 'picture', sha256, bytes, small: keptSmall, width, height, name: null };
}

async function keepList(deps: FileDeps, owner: FileOwner, file: IncomingFile): Promise<StoredFile> {
  const kind = await deps.fileKind(file.path);
  if (kind === 'empty') throw refused('bad_input', 'problem.file.empty', 0);
  if (kind !== 'text' && kind !== 'workbook' && kind !== 'zip') {
    throw refused('unsupported_type', 'problem.file.list', 0);
  }
  const sha256 = await deps.disk.keep(file.path);
  const name = file.name.slice(-200);
  return record(deps, owner, { kind: 'list', sha256, bytes: file.bytes, small: null, width: null, height: null, name });
}

async function keepScan(
  deps: FileDeps,
  owners: readonly ScanOwner[],
  file: IncomingFile,
  { source, importId, listId }: ScanOrigin,
): Promise<void> {
  const kept = await keepPaper(deps, file, 0);
  const name = file.name.slice(-200);
  for (const { owner, replaces } of owners) {
    // In this order: cut off between the two, the new one is missed and brought again, and the old one does not stand beside it.
    if (replaces.length > 0) await deps.files.markReplaced(replaces, importId, deps.clock());
    await record(deps, owner, { ...kept, name, source, listId, broughtBy: importId });
  }
}

async function takeBackScans(deps: FileDeps, importId: string): Promise<void> {
  await deps.files.restoreReplaced(importId);
  for (const file of await deps.files.findBroughtBy(importId)) await remove(deps, file);
}

async function forgetReplaced(
  deps: FileDeps,
  before: Date,
  mayBeUndone: (importId: string) => Promise<boolean>,
): Promise<void> {
  const replaced = groupBy(await deps.files.findReplaced(before), ({ replacedBy }) => replacedBy ?? '');
  for (const [importId, files] of replaced) {
    if (await mayBeUndone(importId)) continue;
    for (const file of files) await remove(deps, file);
  }
}

async function remove(deps: FileDeps, file: StoredFile): Promise<void> {
  await deps.files.remove(file.id);
  await forget(deps, file);
}

const ENGLISH: Readonly<Record<string, string>> = {
  'problem.file.empty': 'The file is empty',
  'problem.file.type': 'This file is neither a picture nor a PDF',
  'problem.file.picture': 'This file is no picture',
  'problem.file.heic': 'The HEIC picture could not be read; save it as JPEG',
  'problem.file.broken': 'The picture is damaged and could not be opened',
  'problem.file.list': 'This is not a list',
};

/** Names the file by its place in the upload: its own name could be anything and anybody's. */
function refused(code: 'bad_input' | 'unsupported_type', key: string, index: number, cause?: unknown): AppError {
  const problems = [{ pointer: `/files/${index}`, detail: key }];
  return new AppError(code, ENGLISH[key] ?? key, { messageKey: key, problems, cause });
}

async function opened({ disk }: FileDeps, file: StoredFile, size: FileSize): Promise<OpenFile> {
  const { sha256, bytes } = size === 'small' && file.small ? file.small : file;
  if (!(await disk.has(sha256))) throw new AppError('gone', 'The content of this file is missing');
  const type = { picture: 'image/jpeg', pdf: 'application/pdf', list: 'application/octet-stream' }[file.kind];
  return { file, type, bytes, content: disk.read(sha256) };
}

async function forget({ files, disk }: FileDeps, { sha256, small }: StoredFile): Promise<void> {
  for (const hash of small ? [sha256, small.sha256] : [sha256]) {
    if (!(await files.needs(hash))) await disk.remove(hash);
  }
}
