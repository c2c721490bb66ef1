import { join } from 'node:path';
import { type Actor, may } from '../domain/roles.ts';
import { createFileDisk } from '../files/file-disk.ts';
import { fileKind } from '../files/file-kind.ts';
import { createFileService } from '../files/file-service.ts';
import type { FileOwner } from '../files/file-store.ts';
import { drawPicture } from '../files/picture.ts';
import { createReceiveFiles } from '../files/receive-files.ts';
import { createJobRunner } from '../jobs/job-runner.ts';
import { createJobService } from '../jobs/job-service.ts';
import type { Stores } from './stores.ts';
import type { World } from './world.ts';

export type WorkServices = Awaited<ReturnType<typeof createWorkServices>>;

/** An upload that is older than this is no longer coming in. */
const UPLOAD_MS = 3_600_000;

/** What every feature leans on: jobs in the background, files on the disk. */
export async function createWorkServices(stores: Stores, { config, clock, ids, log }: World) {
  const runner = createJobRunner({ jobs: stores.jobs, owner: ids.newId(), clock, log });
  const jobs = createJobService({ jobs: stores.jobs, ids, clock, wake: runner.wake });

  const disk = createFileDisk(join(config.dataDir, 'files'));
  await disk.prepare(new Date(clock().getTime() - UPLOAD_MS));
  const maySeeOwner = (actor: Actor, owner: FileOwner) => maySee(stores, actor, owner);
  const files = createFileService({ files: stores.files, disk, fileKind, drawPicture, maySeeOwner, ids, clock });
  const receiveFiles = createReceiveFiles(disk.incomingDir);

  return { runner, jobs, disk, files, receiveFiles };
}

/** A file is for those who may see what it belongs to: the request, what is to be moderated, or the import of the own partner. */
async function maySee(stores: Stores, actor: Actor, { kind, id }: FileOwner): Promise<boolean> {
  if (kind === 'request') return may(actor, 'request.read_files', { requestId: id });
  if (kind === 'memory') return may(actor, 'memory.moderate');
  if (kind === 'site_addition') return may(actor, 'site.moderate');
  if (kind === 'partner') return may(actor, 'partner.read_agreement', { partnerId: id });
  if (kind === 'mention') return maySeeScan(stores, actor, id);
  const item = await stores.imports.findById(id);
  return item !== null && may(actor, 'import.read', { partnerId: item.partnerId });
}

/** A scan of a partner's paper may name the man's family: the desk and the partner see it, the public page does not. */
async function maySeeScan(stores: Stores, actor: Actor, mentionId: string): Promise<boolean> {
  if (may(actor, 'request.read')) return true;
  const origin = (await stores.mentions.findByIds([mentionId]))[0]?.origin;
  return origin?.kind === 'import' && may(actor, 'import.read', { partnerId: origin.partnerId });
}
