import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { groupBy } from '../domain/group-by.ts';
import { createScanFinder, type FoundScan, type ScanFinder } from '../domain/imports/scan-names.ts';
import { AppError } from '../errors.ts';
import type { FileDisk } from '../files/file-disk.ts';
import type { FileService } from '../files/file-service.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import type { Import } from './import.ts';
import type { ImportStore } from './import-store.ts';
import { readPackage, unpackFiles } from './read/list-package.ts';

/** A scan that belongs to a mention, and the line that says so. */
export type ScanTie = { mentionId: string; line: number; written: string; scan: FoundScan };

export type Scans = {
  /** Finds scans in the package of this import and, for rows that were mended and sent alone, in earlier ones of its list. */
  finderFor(item: Import): Promise<ScanFinder | null>;
  /** Keeps scans as papers of their mentions; doing it again adds nothing. Answers those that are no picture or paper. */
  keep(ties: readonly ScanTie[], onKept?: (count: number) => Promise<void>): Promise<ScanTie[]>;
  /** Takes away the scans of mentions that an import brought and that were taken back with it. */
  forget(item: Import): Promise<void>;
};

export type ScansDeps = {
  imports: Pick<ImportStore, 'findPackages'>;
  files: Pick<FileService, 'keepScan' | 'listOf' | 'removeOf'>;
  disk: Pick<FileDisk, 'path' | 'incomingDir'>;
  mentions: Pick<MentionService, 'streamImport'>;
  newId: () => string;
};

const ownerOf = (mentionId: string) => ({ kind: 'mention', id: mentionId }) as const;

export function createScans(deps: ScansDeps): Scans {
  return {
    async finderFor({ listId, mapping, packed }) {
      if (!mapping.includes('scan')) return null;
      // Another package may number its scans otherwise: earlier ones count only for rows that came without one.
      const packs = packed ? [packed.sha256] : [...new Set(await deps.imports.findPackages(listId))];
      const packages = await Promise.all(
        packs.map(async (pack) => {
          const content = await readPackage(deps.disk.path(pack));
          return { pack, names: content?.scans.map(({ name }) => name) ?? [] };
        }),
      );
      return createScanFinder(packages);
    },
    async keep(ties, onKept = () => Promise.resolve()) {
      const broken: ScanTie[] = [];
      let kept = 0;
      const byPack = groupBy(ties, ({ scan }) => scan.pack);
      for (const [pack, ofPack] of byPack) {
        await keepFromPackage(deps, pack, ofPack, async (notKept, count) => {
          broken.push(...notKept);
          kept += count;
          await onKept(kept);
        });
      }
      return broken;
    },
    async forget({ id, packed }) {
      if (packed === null) return;
      for await (const mentions of deps.mentions.streamImport(id)) {
        for (const mention of mentions)
          if (mention.state === 'withdrawn') await deps.files.removeOf(ownerOf(mention.id));
      }
    },
  };
}

type Told = (broken: ScanTie[], kept: number) => Promise<void>;

/** One scan at a time is unpacked, kept for all its mentions and cleared away: a package never lies unpacked on the disk. */
async function keepFromPackage(deps: ScansDeps, pack: string, ties: readonly ScanTie[], tell: Told): Promise<void> {
  const path = deps.disk.path(pack);
  const prints = new Map((await readPackage(path))?.scans.map(({ name, print }) => [name, print]));
  const byName = groupBy(ties, ({ scan }) => scan.name);
  const targets = new Map<string, string>();
  const waiting = new Map<string, ScanTie[]>();
  for (const [name, ofScan] of byName) {
    const missing: ScanTie[] = [];
    for (const tie of ofScan) if (!(await isKept(deps, tie, prints))) missing.push(tie);
    if (missing.length === 0) continue;
    waiting.set(name, missing);
    targets.set(name, join(deps.disk.incomingDir, `scan-${deps.newId()}`));
  }
  await unpackFiles(path, targets, async (name) => {
    const ofScan = waiting.get(name) ?? [];
    const file = { path: targets.get(name) ?? '', name };
    const owners = [...new Set(ofScan.map(({ mentionId }) => mentionId))].map(ownerOf);
    const isGood = await keepOne(deps, owners, file, sourceOf(name, prints));
    await tell(isGood ? [] : ofScan, isGood ? owners.length : 0);
  });
}

const sourceOf = (name: string, prints: ReadonlyMap<string, string>): string => `${name} ${prints.get(name) ?? ''}`;

async function isKept({ files }: ScansDeps, tie: ScanTie, prints: ReadonlyMap<string, string>): Promise<boolean> {
  const kept = await files.listOf(ownerOf(tie.mentionId));
  return kept.some(({ source }) => source === sourceOf(tie.scan.name, prints));
}

async function keepOne(
  { files }: ScansDeps,
  owners: ReturnType<typeof ownerOf>[],
  file: { path: string; name: string },
  source: string,
): Promise<boolean> {
  try {
    const { size: bytes } = await stat(file.path);
    await files.keepScan(owners, { ...file, bytes }, source);
    return true;
  } catch (error) {
    // One damaged scan among hundreds keeps no list out: its row is told of.
    if (error instanceof AppError && (error.code === 'unsupported_type' || error.code === 'bad_input')) return false;
    throw error;
  } finally {
    for (const ending of ['', '-large', '-small']) await rm(`${file.path}${ending}`, { force: true });
  }
}
