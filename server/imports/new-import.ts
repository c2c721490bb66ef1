import type { AuditService } from '../audit/audit-service.ts';
import { isSentBack } from '../domain/imports/own-columns.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import { hashOf } from '../files/file-disk.ts';
import type { FileService, IncomingFile } from '../files/file-service.ts';
import { type Clock, type Ids, stableId } from '../ids.ts';
import type { PartnerService } from '../partners/partner-service.ts';
import { type Import, noCounts, type PartnerList } from './import.ts';
import { rememberedMapping, scanColumns } from './import-mapping.ts';
import type { ImportStore } from './import-store.ts';
import { type InspectedList, inspectList } from './inspect-list.ts';
import { UnreadableList } from './read/sheet.ts';
import type { Scans } from './scans.ts';
import type { UnpackedList } from './unpack-list.ts';

/** `ifNew`: refuse a file whose very bytes this partner has sent already, instead of taking it once more. */
export type NewImport = { partnerId: string; listName: string; file: IncomingFile; ifNew?: boolean | undefined };

export type NewImportDeps = {
  imports: ImportStore;
  partners: Pick<PartnerService, 'exists' | 'isActive'>;
  files: Pick<FileService, 'keepList' | 'removeOf'>;
  /** Takes the list out of a ZIP of a list and its scans; null for any other file. */
  unpackList(file: IncomingFile): Promise<UnpackedList | null>;
  scans: Pick<Scans, 'namesFor'>;
  audit: AuditService;
  ids: Ids;
  clock: Clock;
};

/** Takes a file over and reads its beginning. A file that is no list is refused and nothing of it is kept, nor where anything else fails. */
export async function createImport(deps: NewImportDeps, actor: Actor, fresh: NewImport): Promise<Import> {
  const { partnerId, listName } = fresh;
  demand(actor, 'import.create', { partnerId });
  if (actor.role === 'partner' && actor.partnerId !== partnerId)
    throw new AppError('forbidden', 'This is not your organisation');
  if (!(await deps.partners.exists(partnerId))) throw new AppError('not_found', 'There is no such partner');
  if (fresh.ifNew) await refuseSentBefore(deps, fresh);
  const id = deps.ids.newOrderedId(deps.clock());
  try {
    const item = await takeOver(deps, actor, { ...fresh, id });
    const after = { listName, bytes: item.bytes };
    await deps.audit.record(actor, 'import.create', { kind: 'import', id }, { after });
    return item;
  } catch (error) {
    // The import first: one without its file could only fail.
    await deps.imports.remove(id);
    await deps.files.removeOf({ kind: 'import', id });
    throw error;
  }
}

/** Under another name of the list the same file would make each of its people twice. What was taken back may come again. */
async function refuseSentBefore({ imports }: NewImportDeps, { partnerId, file }: NewImport): Promise<void> {
  const before = await imports.findSame(partnerId, await hashOf(file.path));
  if (before === null) return;
  const { id, listId, listName, state, createdAt } = before;
  const last = await imports.findLastApplied(listId);
  // The last applied one stands; of others only what came after this one is newer than it.
  const isNewerThere = last !== null && last.id !== id && (state === 'applied' || last.id > id);
  throw new AppError('conflict', 'This partner has sent the very same file before', {
    messageKey: 'import.sent_before',
    details: { sentBefore: id, list: listName, state, at: createdAt, isNewerThere },
  });
}

async function takeOver(
  deps: NewImportDeps,
  actor: Actor,
  { id, partnerId, listName, file }: NewImport & { id: string },
): Promise<Import> {
  const now = deps.clock();
  const wanted: PartnerList = {
    id: stableId('list', partnerId, listName),
    partnerId,
    name: listName,
    lastMapping: null,
    createdAt: now,
  };
  const { found, kept, packed } = await takeIn(deps, id, file);
  const list = await deps.imports.getList(wanted);
  const before = await deps.imports.findLastApplied(list.id);
  const columns = scanColumns(found.columns, await deps.scans.namesFor({ listId: list.id, packed }));
  const item: Import = {
    id,
    partnerId,
    listId: list.id,
    listName: list.name,
    fileName: file.name.slice(-200),
    sha256: kept.sha256,
    bytes: kept.bytes,
    packed,
    scansFound: 0,
    scansKept: 0,
    state: 'uploaded',
    form: found.form,
    choice: {},
    firstData: found.firstData,
    columns,
    mapping: rememberedMapping(columns, list.lastMapping),
    // What a person said of the whole list holds for its next version too, or each row would seem to have lost its country.
    constants: { ...before?.constants, ...found.constants },
    asOf: before?.asOf ?? null,
    saidPart: null,
    part: isSentBack(columns),
    counts: noCounts,
    problemCount: 0,
    gone: null,
    listTotal: null,
    nameless: [],
    again: [],
    lostLetters: 0,
    jobId: null,
    error: null,
    createdBy: actor.id,
    example: false,
    version: 1,
    createdAt: now,
    appliedAt: null,
    undoneAt: null,
    takenBack: null,
    emptiedAt: null,
  };
  await deps.imports.insert(item);
  return item;
}

type TakenIn = { found: InspectedList; kept: Pick<Import, 'sha256' | 'bytes'>; packed: Import['packed'] };

/** Keeps a list and, where it came in a ZIP with its scans, that too. Read before anything is kept: what is no list leaves nothing behind. */
async function takeIn({ files, unpackList }: NewImportDeps, importId: string, file: IncomingFile): Promise<TakenIn> {
  const owner = { kind: 'import', id: importId } as const;
  const content = await readable(() => unpackList(file));
  const listFile = content?.list ?? file;
  try {
    const found = await readable(() => inspectList(listFile.path, {}));
    const kept = await files.keepList(owner, listFile);
    if (!content) return { found, kept, packed: null };
    const { sha256 } = await files.keepList(owner, file);
    return { found, kept, packed: { sha256, scans: content.scans.length } };
  } finally {
    await content?.clear();
  }
}

/** Says a file that cannot be read in the words a person needs. */
export async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnreadableList)) throw error;
    const code =
      error.code === 'too_large' ? 'too_large' : error.code === 'not_a_list' ? 'unsupported_type' : 'bad_input';
    const messageKey = `import.file.${error.code}`;
    throw new AppError(code, error.message, {
      messageKey,
      details: error.values,
      problems: [{ pointer: '/file', detail: messageKey }],
      cause: error,
    });
  }
}
