import type { ContactService } from '../contacts/contact-service.ts';
import { type Memory, type MemoryRelation, type MemoryState, MOST_PHOTOGRAPHS, MOST_WORDS } from '../domain/memory.ts';
import { AppError, type FieldProblem } from '../errors.ts';
import type { FileService, FileSize, IncomingFile, OpenFile } from '../files/file-service.ts';
import { type Clock, type Ids, secretHash } from '../ids.ts';
import type { MemoryStore } from './memory-store.ts';

/** Who left it: sealed, never shown, for whoever moderates and has to ask. */
export type MemoryGiver = { name: string; contact: string | null };

export type NewMemory = {
  words: string | null;
  relation: MemoryRelation;
  language: 'kk' | 'ru' | 'en';
  giver: MemoryGiver;
  /** May be shown on the page; the photographs are the giver's to give. */
  consent: boolean;
  /** Comes with the form, so that sending it twice leaves one memory. */
  token: string;
  example?: boolean;
};

/** What its own page tells whoever left it. */
export type OwnMemory = Pick<Memory, 'soldierId' | 'state' | 'refusal' | 'words' | 'createdAt'> & {
  photographs: number;
};

/** What visitors see: nothing of who left it but the kinship. */
export type ShownMemory = Pick<Memory, 'id' | 'words' | 'relation' | 'language' | 'example'> & {
  photographs: string[];
};

export type MemoryService = {
  /** Leaves a memory for moderation; nothing of it is shown before a person looked at it. */
  leave(soldierId: string, memory: NewMemory, files: readonly IncomingFile[]): Promise<{ code: string }>;
  /** @throws AppError `not_found` for a code of nobody. */
  open(code: string): Promise<OwnMemory>;
  /** Final: the words, the photographs and the contact are erased. */
  takeBack(code: string): Promise<OwnMemory>;
  /** What stands beside the record of a soldier; `soldierIds` are his address and those merged into him. */
  shownOf(soldierIds: readonly string[]): Promise<ShownMemory[]>;
  /** A photograph that everybody may see. @throws AppError `not_found` when it is not shown, or no longer. */
  openPhotograph(fileId: string, size: FileSize): Promise<OpenFile>;
};

export type MemoryServiceDeps = {
  memories: MemoryStore;
  contacts: ContactService;
  files: FileService;
  /** The address that answers for this soldier now, if a visitor may see him; else null. */
  publicSoldier: (soldierId: string) => Promise<string | null>;
  /** A code that the same form gives again, and that nobody can work out without the site's secret. */
  codeOf: (form: string) => string;
  ids: Ids;
  clock: Clock;
};

const ownerOf = (id: string) => ({ kind: 'memory', id }) as const;

function problemsOf({ words, giver, consent }: NewMemory, photographs: number): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if ((words ?? '') === '' && photographs === 0) problems.push({ pointer: '/words', detail: 'memoryProblem.empty' });
  if ((words ?? '').length > MOST_WORDS) {
    problems.push({ pointer: '/words', detail: 'problem.field.tooLong', values: { limit: MOST_WORDS } });
  }
  if (photographs > MOST_PHOTOGRAPHS) {
    problems.push({ pointer: '/files', detail: 'problem.file.count', values: { limit: MOST_PHOTOGRAPHS } });
  }
  if (giver.name === '') problems.push({ pointer: '/name', detail: 'memoryProblem.name' });
  if (!consent) problems.push({ pointer: '/consent', detail: 'memoryProblem.consent' });
  return problems;
}

type Parcel = { soldierId: string; memory: NewMemory; files: readonly IncomingFile[] };

async function leave(deps: MemoryServiceDeps, { soldierId, memory, files }: Parcel): Promise<{ code: string }> {
  const problems = problemsOf(memory, files.length);
  if (problems.length > 0) throw new AppError('bad_input', 'The memory has to be corrected', { problems });
  const answering = await deps.publicSoldier(soldierId);
  if (answering === null) throw new AppError('not_found', 'There is no soldier at this address');
  const { token, ...content } = memory;
  const form = JSON.stringify(['memory', token, soldierId, content]);
  const code = deps.codeOf(form);
  const formKey = secretHash(form);
  if ((await deps.memories.findByForm(formKey)) !== null) return { code };
  const id = deps.ids.newOrderedId(deps.clock());
  const kept = await deps.files.keepPictures(ownerOf(id), files);
  try {
    await deps.contacts.keep(ownerOf(id), memory.giver);
    const fresh = { ...newMemory(deps, id, memory), soldierId: answering, fileIds: kept.map((file) => file.id) };
    if (await deps.memories.insert(fresh, { codeHash: secretHash(code), formKey })) return { code };
  } catch (error) {
    await erase(deps, id);
    throw error;
  }
  // The same form came twice at once, and the other one was first.
  await erase(deps, id);
  return { code };
}

function newMemory({ clock }: MemoryServiceDeps, id: string, memory: NewMemory): Omit<Memory, 'soldierId' | 'fileIds'> {
  return {
    id,
    state: 'waiting',
    words: memory.words,
    relation: memory.relation,
    language: memory.language,
    shownFileIds: [],
    refusal: null,
    decidedBy: null,
    decidedAt: null,
    example: memory.example ?? false,
    version: 1,
    createdAt: clock(),
  };
}

async function erase({ files, contacts }: MemoryServiceDeps, id: string): Promise<void> {
  await files.removeOf(ownerOf(id));
  await contacts.erase(ownerOf(id));
}

async function getByCode({ memories }: MemoryServiceDeps, code: string): Promise<Memory> {
  const memory = await memories.findByCode(secretHash(code));
  if (memory === null) throw new AppError('not_found', 'There is no memory under this address');
  return memory;
}

function ownOf({ soldierId, state, refusal, words, createdAt, fileIds }: Memory): OwnMemory {
  return { soldierId, state, refusal, words, createdAt, photographs: fileIds.length };
}

const ATTEMPTS = 5;

async function takeBack(deps: MemoryServiceDeps, code: string): Promise<OwnMemory> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const memory = await getByCode(deps, code);
    if (memory.state === 'taken_back') {
      // Once more: what broke off between the two steps is finished when it is asked for again.
      await erase(deps, memory.id);
      return ownOf(memory);
    }
    // Off the page first; what it held is erased after nobody can see it any more.
    const state: MemoryState = 'taken_back';
    const gone = { state, words: null, fileIds: [], shownFileIds: [] };
    const changed = await deps.memories.change(memory.id, memory.version, gone);
    if (changed === null) continue;
    await erase(deps, memory.id);
    return ownOf(changed);
  }
  throw new AppError('conflict', 'The memory is being looked at; try again');
}

async function openPhotograph(deps: MemoryServiceDeps, fileId: string, size: FileSize): Promise<OpenFile> {
  const none = new AppError('not_found', 'There is no such photograph');
  const owner = await deps.files.ownerOf(fileId);
  const memory = owner?.kind === 'memory' ? await deps.memories.findById(owner.id) : null;
  if (memory?.state !== 'shown' || !memory.shownFileIds.includes(fileId)) throw none;
  if ((await deps.publicSoldier(memory.soldierId)) === null) throw none;
  return deps.files.openOf(ownerOf(memory.id), fileId, size);
}

/** The family's side: it has no account, only the code of what it left. */
export function createMemoryService(deps: MemoryServiceDeps): MemoryService {
  return {
    leave: (soldierId, memory, files) => leave(deps, { soldierId, memory, files }),
    open: async (code) => ownOf(await getByCode(deps, code)),
    takeBack: (code) => takeBack(deps, code),
    async shownOf(soldierIds) {
      const shown = await deps.memories.findShown(soldierIds);
      return shown.map(({ id, words, relation, language, example, shownFileIds }) => {
        return { id, words, relation, language, example, photographs: shownFileIds };
      });
    },
    openPhotograph: (fileId, size) => openPhotograph(deps, fileId, size),
  };
}
