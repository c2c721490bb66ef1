import { join } from 'node:path';
import { createAuditService } from '../audit/audit-service.ts';
import type { Config } from '../config.ts';
import { createContactSeal } from '../contacts/contact-seal.ts';
import { createContactService } from '../contacts/contact-service.ts';
import { type Actor, may } from '../domain/roles.ts';
import { createFileDisk } from '../files/file-disk.ts';
import { fileKind } from '../files/file-kind.ts';
import { createFileService } from '../files/file-service.ts';
import type { FileOwner } from '../files/file-store.ts';
import { drawPicture } from '../files/picture.ts';
import { createReceiveFiles } from '../files/receive-files.ts';
import type { Authenticate } from '../http/auth.ts';
import type { Clock, Ids, Random } from '../ids.ts';
import { createJobRunner } from '../jobs/job-runner.ts';
import { createJobService } from '../jobs/job-service.ts';
import type { Log } from '../log.ts';
import { createApiKeyService, isApiKey } from '../partners/api-key-service.ts';
import { createPartnerService } from '../partners/partner-service.ts';
import { createAccessTokens } from '../users/access-token.ts';
import { passwordHasher } from '../users/password-hash.ts';
import { createSessionService } from '../users/session-service.ts';
import { createUserService } from '../users/user-service.ts';
import type { Stores } from './stores.ts';

/** What comes from outside the site: settings, time, chance, a place to log. */
export type World = { config: Config; clock: Clock; ids: Ids; random: Random; log: Log };

export type Services = Awaited<ReturnType<typeof createServices>>;

/** Puts the services together, each given what it needs. A new feature adds its lines here. */
export async function createServices(stores: Stores, world: World) {
  const { config, clock, ids, random, log } = world;
  const audit = createAuditService({ entries: stores.audit, ids, clock });
  const seal = createContactSeal(config.contactKey, random);
  const contacts = createContactService({ contacts: stores.contacts, seal, clock });
  const partners = createPartnerService({ partners: stores.partners, contacts, audit, ids, clock });
  const apiKeys = createApiKeyService({ keys: stores.apiKeys, partnerIsActive: partners.isActive, audit, ids, clock });

  const accounts = { users: stores.users, sessions: stores.sessions, passwords: passwordHasher, audit, ids, clock };
  const users = createUserService({ ...accounts, partnerExists: partners.exists });
  const accessTokens = createAccessTokens({ secret: config.jwtSecret, issuer: config.publicUrl, clock });
  const sessions = createSessionService({ ...accounts, accessTokens });
  const authenticate: Authenticate = (token) => (isApiKey(token) ? apiKeys : sessions).authenticate(token);

  const runner = createJobRunner({ jobs: stores.jobs, owner: ids.newId(), clock, log });
  const jobs = createJobService({ jobs: stores.jobs, ids, clock, wake: runner.wake });

  const disk = createFileDisk(join(config.dataDir, 'files'));
  await disk.prepare(new Date(clock().getTime() - UPLOAD_MS));
  const files = createFileService({ files: stores.files, disk, fileKind, drawPicture, maySeeOwner, ids, clock });
  const receiveFiles = createReceiveFiles(disk.incomingDir);

  return { apiKeys, audit, authenticate, contacts, disk, files, jobs, partners, receiveFiles, runner, sessions, users };
}

/** An upload that is older than this is no longer coming in. */
const UPLOAD_MS = 3_600_000;

/** Files of a request are for those who may see the request. */
async function maySeeOwner(actor: Actor, owner: FileOwner): Promise<boolean> {
  return owner.kind === 'request' && may(actor, 'request.read_files', { requestId: owner.id });
}
