import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY_MS } from '../domain/dates/calendar.ts';
import { groupBy } from '../domain/group-by.ts';
import {
  createScanFinder,
  type FoundScan,
  isOfName,
  type ScanFinder,
  scanBaseOf,
} from '../domain/imports/scan-names.ts';
import { AppError } from '../errors.ts';
import type { FileDisk } from '../files/file-disk.ts';
import type { FileService } from '../files/file-service.ts';
import type { StoredFile } from '../files/file-store.ts';
import type { Import } from './import.ts';
import type { ImportStore } from './import-store.ts';
import { readPackage, unpackFiles } from './read/list-package.ts';

/** A scan that belongs to a mention, and the line that says so. */
export type ScanTie = { mentionId: string; line: number; written: string; scan: FoundScan };

/** The scans of one import, or of one row of it. `onDone` hears how many were looked at, and ends the work by throwing. */
export type ScansOfImport = {
  item: Pick<Import, 'id' | 'listId'>;
  ties: readonly ScanTie[];
  onDone?: (count: number) => Promise<void>;
};

export type Scans = {
  /** Finds scans in the package of this import or, for rows that were mended and sent alone, in earlier ones of its list. */
  finderFor(item: Import): Promise<ScanFinder | null>;
  /** The names of all scans that rows of this import may name; null where none ever came with the list. */
  namesFor(item: Pick<Import, 'listId' | 'packed'>): Promise<string[] | null>;
  /** Keeps scans as papers of their mentions; doing it again adds nothing. Answers those that are no picture or paper. */
  keep(of: ScansOfImport): Promise<ScanTie[]>;
  /** Takes the scans back that an import brought; those it replaced stand again. */
  takeBack(importId: string): Promise<void>;
  /** Clears away scans that were replaced by imports which can no longer be undone. */
  forgetReplaced(now: Date): Promise<void>;
};

export type ScansDeps = {
  imports: Pick<ImportStore, 'findPackages' | 'findById'>;
  files: Pick<FileService, 'keepScan' | 'listOfAll' | 'takeBackScans' | 'forgetReplaced'>;
  disk: Pick<FileDisk, 'path' | 'incomingDir'>;
  newId: () => string;
  undoDays: number;
};

export function createScans(deps: ScansDeps): Scans {
  return {
    async finderFor(item) {
      return item.mapping.includes('scan') ? createScanFinder(await packagesFor(deps, item)) : null;
    },
    async namesFor(item) {
      const packages = await packagesFor(deps, item);
      return packages.length === 0 ? null : packages.flatMap(({ names }) => names);
    },
    keep: (of) => keep(deps, of),
    takeBack: (importId) => deps.files.takeBackScans(importId),
    forgetReplaced(now) {
      const before = new Date(now.getTime() - deps.undoDays * DAY_MS);
      return deps.files.forgetReplaced(before, async (importId) => {
        const item = await deps.imports.findById(importId);
        return item !== null && (item.appliedAt === null || item.appliedAt >= before);
      });
    },
  };
}

/** Another package may number its scans otherwise: earlier ones count only for rows that came without one. */
async function packagesFor({ imports, disk }: ScansDeps, { listId, packed }: Pick<Import, 'listId' | 'packed'>) {
  const packs = packed ? [packed.sha256] : [...new Set(await imports.findPackages(listId))];
  return Promise.all(
    packs.map(async (pack) => {
      const content = await readPackage(disk.path(pack));
      return { pack, names: content?.scans.map(({ name }) => name) ?? [] };
    }),
  );
}

/** A tie with the print of its scan; and, where the mention lacks it, the files that it replaces there. */
type NamedTie = ScanTie & { source: string };
type WaitingTie = NamedTie & { replaces: string[] };

async function keep(deps: ScansDeps, { item, ties, onDone = () => Promise.resolve() }: ScansOfImport) {
  const named = await withSources(deps, ties);
  const broken: ScanTie[] = [];
  let done = 0;
  const tell = async (count: number) => {
    done += count;
    await onDone(done);
  };
  const waiting = await stillToKeep(deps, named, tell);
  for (const [pack, ofPack] of groupBy(waiting, ({ scan }) => scan.pack)) {
    await keepFromPackage(deps, { item, pack, ties: ofPack }, async (ofScan, isGood) => {
      if (!isGood) broken.push(...ofScan);
      await tell(ofScan.length);
    });
  }
  return broken;
}

/** What a scan is known by: its name, wherever in the package it lies, and its content. */
async function withSources({ disk }: ScansDeps, ties: readonly ScanTie[]): Promise<NamedTie[]> {
  const prints = new Map<string, string>();
  for (const pack of new Set(ties.map(({ scan }) => scan.pack))) {
    const content = await readPackage(disk.path(pack));
    for (const { name, print } of content?.scans ?? []) prints.set(`${pack} ${name}`, print);
  }
  return ties.map((tie) => {
    const { pack, name } = tie.scan;
    return { ...tie, source: `${scanBaseOf(name)} ${prints.get(`${pack} ${name}`) ?? ''}` };
  });
}

/** Mentions whose files are looked up at once. */
const AT_ONCE = 1000;

async function stillToKeep(
  { files }: ScansDeps,
  ties: readonly NamedTie[],
  tell: (count: number) => Promise<void>,
): Promise<WaitingTie[]> {
  const waiting: WaitingTie[] = [];
  const byMention = [...groupBy(ties, ({ mentionId }) => mentionId)];
  for (let start = 0; start < byMention.length; start += AT_ONCE) {
    const some = byMention.slice(start, start + AT_ONCE);
    const found = await files.listOfAll(
      'mention',
      some.map(([mentionId]) => mentionId),
    );
    const kept = groupBy(found, ({ owner }) => owner.id);
    const missing = some.flatMap(([mentionId, ofMention]) => missingOf(ofMention, kept.get(mentionId) ?? []));
    waiting.push(...missing);
    await tell(some.reduce((sum, [, ofMention]) => sum + ofMention.length, 0) - missing.length);
  }
  return waiting;
}

/** The scans of one mention that it has not, each with those of the same name that the list no longer brings for it. */
function missingOf(ties: readonly NamedTie[], kept: readonly StoredFile[]): WaitingTie[] {
  const wanted = new Set(ties.map(({ source }) => source));
  const sources = new Set(kept.map(({ source }) => source));
  const former = kept.filter(({ source }) => source !== undefined && !wanted.has(source));
  return ties
    .filter(({ source }) => !sources.has(source))
    .map((tie) => {
      const samePath = former.filter(({ name }) => name === tie.scan.name.slice(-200));
      // A folder may have been named anew; where one row has scans of one name from two folders, each follows its own.
      const replaced = samePath.length > 0 ? samePath : former.filter(({ name }) => isOfName(tie.written, name ?? ''));
      return { ...tie, replaces: replaced.map(({ id }) => id) };
    });
}

type OfPackage = { item: ScansOfImport['item']; pack: string; ties: readonly WaitingTie[] };
type Told = (ofScan: WaitingTie[], isGood: boolean) => Promise<void>;

/** One scan at a time is unpacked, kept for all its mentions and cleared away: a package never lies unpacked on the disk. */
async function keepFromPackage(deps: ScansDeps, { item, pack, ties }: OfPackage, tell: Told): Promise<void> {
  const byName = groupBy(ties, ({ scan }) => scan.name);
  const targets = new Map(
    [...byName.keys()].map((name) => [name, join(deps.disk.incomingDir, `scan-${deps.newId()}`)]),
  );
  await unpackFiles(deps.disk.path(pack), targets, async (name, broken) => {
    const ofScan = byName.get(name) ?? [];
    const file = { path: targets.get(name) ?? '', name };
    await tell(ofScan, broken === null && (await keepOne(deps, item, file, ofScan)));
  });
}

async function keepOne(
  { files }: ScansDeps,
  item: ScansOfImport['item'],
  file: { path: string; name: string },
  ties: readonly WaitingTie[],
): Promise<boolean> {
  const owners = [...groupBy(ties, ({ mentionId }) => mentionId)].map(([id, ofMention]) => ({
    owner: { kind: 'mention', id } as const,
    replaces: ofMention.flatMap(({ replaces }) => replaces),
  }));
  try {
    const { size: bytes } = await stat(file.path);
    const origin = { source: ties[0]?.source ?? '', importId: item.id, listId: item.listId };
    await files.keepScan(owners, { ...file, bytes }, origin);
    return true;
  } catch (error) {
    // One damaged scan among hundreds keeps no list out: its row is told of.
    if (error instanceof AppError && (error.code === 'unsupported_type' || error.code === 'bad_input')) return false;
    throw error;
  } finally {
    for (const ending of ['', '-large', '-small']) await rm(`${file.path}${ending}`, { force: true });
  }
}
