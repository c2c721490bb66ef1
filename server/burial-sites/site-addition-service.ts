import type { AuditService } from '../audit/audit-service.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { MOST_SITE_PHOTOGRAPHS, type SiteAddition, type SiteAdditionState } from '../domain/site-addition.ts';
import { AppError, type FieldProblem } from '../errors.ts';
import type { FileService, FileSize, IncomingFile, OpenFile } from '../files/file-service.ts';
import type { Clock, Ids } from '../ids.ts';
import type { BurialSiteService } from './burial-site-service.ts';
import type { SiteAdditionFields, SiteAdditionStore } from './site-addition-store.ts';

export type NewSiteAddition = Pick<SiteAddition, 'siteId' | 'custodian' | 'source' | 'credit'>;

export type AdditionTarget = { id: string; version: number };

/** What visitors see of a place besides its facts. Where it is known from stays at the desk: it may name whoever told it. */
export type ShownSiteAdditions = {
  custodian: string | null;
  photographs: { id: string; credit: string | null }[];
};

/** Why the custodian of an addition is not the one on the page: the facts name one, or somebody told another later. */
export type ToldInstead = 'facts' | 'later';

export type SiteAdditionService = {
  /** Keeps it for moderation; nothing of it is shown before a coordinator looked at it. */
  add(actor: Actor | null, addition: NewSiteAddition, files: readonly IncomingFile[]): Promise<SiteAddition>;
  list(
    actor: Actor | null,
    page: { state: SiteAdditionState; after: string | null; limit: number },
  ): Promise<{ items: SiteAddition[]; next: string | null }>;
  /** Puts it on the page of the place, with all of its photographs or only some. */
  show(actor: Actor | null, target: AdditionTarget, photographs: readonly string[] | undefined): Promise<SiteAddition>;
  /** Keeps it off the page, or takes it off again, and erases its photographs: somebody may be recognised in them. Final for them. */
  refuse(actor: Actor | null, target: AdditionTarget): Promise<SiteAddition>;
  /** The custodian that was told last, and every photograph let through, newest first. */
  shownOf(siteId: string): Promise<ShownSiteAdditions>;
  /** Of these, by id, those whose custodian does not stand on the page though it was told. */
  toldInstead(additions: readonly SiteAddition[]): Promise<Map<string, ToldInstead>>;
  /** A photograph that everybody may see. @throws AppError `not_found` when it is not shown, or no longer. */
  openPhotograph(fileId: string, size: FileSize): Promise<OpenFile>;
};

export type SiteAdditionDeps = {
  additions: SiteAdditionStore;
  sites: Pick<BurialSiteService, 'find'>;
  files: FileService;
  audit: AuditService;
  ids: Ids;
  clock: Clock;
};

const ownerOf = (id: string) => ({ kind: 'site_addition', id }) as const;

function problemsOf({ custodian, source }: NewSiteAddition, photographs: number): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (custodian === null && photographs === 0) problems.push({ pointer: '/custodian', detail: 'siteProblem.empty' });
  // Families will ask these people: a name from nowhere sends them to a closed door.
  if (custodian !== null && source === null) problems.push({ pointer: '/source', detail: 'siteProblem.source' });
  if (photographs > MOST_SITE_PHOTOGRAPHS) {
    problems.push({ pointer: '/files', detail: 'problem.file.count', values: { limit: MOST_SITE_PHOTOGRAPHS } });
  }
  return problems;
}

async function add(
  deps: SiteAdditionDeps,
  actor: Actor,
  { content, files }: { content: NewSiteAddition; files: readonly IncomingFile[] },
): Promise<SiteAddition> {
  const problems = problemsOf(content, files.length);
  if (problems.length > 0) throw new AppError('bad_input', 'This has to be corrected', { problems });
  if ((await deps.sites.find(content.siteId)) === null) {
    throw new AppError('bad_input', 'There is no such burial place', {
      problems: [{ pointer: '/siteId', detail: 'problem.field.wrong' }],
    });
  }
  const now = deps.clock();
  const id = deps.ids.newOrderedId(now);
  const kept = await deps.files.keepPictures(ownerOf(id), files);
  const decision = { state: 'waiting' as const, shownFileIds: [], decidedBy: null, decidedAt: null };
  const fileIds = kept.map((file) => file.id);
  const addition = { id, ...content, fileIds, ...decision, addedBy: actor.id, version: 1, createdAt: now };
  try {
    await deps.additions.insert(addition);
  } catch (error) {
    // Photographs of nothing would lie on the disk for ever.
    await deps.files.removeOf(ownerOf(id));
    throw error;
  }
  await deps.audit.record(actor, 'site_addition.add', ownerOf(id), {
    after: { siteId: content.siteId, photographs: fileIds.length },
  });
  return addition;
}

async function getAddition({ additions }: SiteAdditionDeps, id: string): Promise<SiteAddition> {
  const addition = await additions.findById(id);
  if (addition === null) throw new AppError('not_found', 'There is no such addition');
  return addition;
}

async function decide(
  deps: SiteAdditionDeps,
  actor: Actor,
  { target, fields }: { target: AdditionTarget; fields: SiteAdditionFields },
): Promise<SiteAddition> {
  const before = await getAddition(deps, target.id);
  const decided = { ...fields, decidedBy: actor.id, decidedAt: deps.clock() };
  const changed = await deps.additions.change(target.id, target.version, decided);
  if (changed === null) throw new AppError('stale', 'It was changed since you read it');
  const action = changed.state === 'shown' ? 'site_addition.show' : 'site_addition.refuse';
  await deps.audit.record(actor, action, ownerOf(target.id), {
    before: { state: before.state, photographs: before.shownFileIds.length },
    after: { state: changed.state, photographs: changed.shownFileIds.length },
  });
  return changed;
}

async function show(
  deps: SiteAdditionDeps,
  actor: Actor,
  { target, photographs }: { target: AdditionTarget; photographs: readonly string[] | undefined },
): Promise<SiteAddition> {
  const { fileIds, custodian } = await getAddition(deps, target.id);
  const shownFileIds = photographs === undefined ? fileIds : fileIds.filter((id) => photographs.includes(id));
  if (custodian === null && shownFileIds.length === 0) {
    throw new AppError('bad_input', 'Nothing would be left to show', {
      problems: [{ pointer: '/photographs', detail: 'siteProblem.nothingLeft' }],
    });
  }
  return decide(deps, actor, { target, fields: { state: 'shown', shownFileIds } });
}

async function refuse(deps: SiteAdditionDeps, actor: Actor, target: AdditionTarget): Promise<SiteAddition> {
  // Off the page first. What breaks off between the two is finished by refusing once more.
  const fields = { state: 'refused' as const, fileIds: [], shownFileIds: [] };
  const refused = await decide(deps, actor, { target, fields });
  await deps.files.removeOf(ownerOf(target.id));
  return refused;
}

async function insteadOf(deps: SiteAdditionDeps, addition: SiteAddition): Promise<ToldInstead | null> {
  if (addition.custodian === null) return null;
  if ((await deps.sites.find(addition.siteId))?.custodian) return 'facts';
  const told = (await deps.additions.findShown(addition.siteId)).find(({ custodian }) => custodian !== null);
  return addition.state === 'shown' && told?.id !== addition.id ? 'later' : null;
}

async function openPhotograph(deps: SiteAdditionDeps, fileId: string, size: FileSize): Promise<OpenFile> {
  const owner = await deps.files.ownerOf(fileId);
  const addition = owner?.kind === 'site_addition' ? await deps.additions.findById(owner.id) : null;
  if (addition?.state !== 'shown' || !addition.shownFileIds.includes(fileId)) {
    throw new AppError('not_found', 'There is no such photograph');
  }
  return deps.files.openOf(ownerOf(addition.id), fileId, size);
}

/** Who looks after a burial place, and photographs of it: brought by volunteers, shown once a coordinator let them through. */
export function createSiteAdditionService(deps: SiteAdditionDeps): SiteAdditionService {
  return {
    async add(actor, content, files) {
      demand(actor, 'site.add');
      return add(deps, actor, { content, files });
    },
    async list(actor, { state, after, limit }) {
      demand(actor, 'site.moderate');
      const items = await deps.additions.list(state, after, limit + 1);
      const next = items.length > limit ? (items[limit - 1]?.id ?? null) : null;
      return { items: items.slice(0, limit), next };
    },
    async show(actor, target, photographs) {
      demand(actor, 'site.moderate');
      return show(deps, actor, { target, photographs });
    },
    async refuse(actor, target) {
      demand(actor, 'site.moderate');
      return refuse(deps, actor, target);
    },
    async shownOf(siteId) {
      const shown = await deps.additions.findShown(siteId);
      const told = shown.find(({ custodian }) => custodian !== null);
      return {
        custodian: told?.custodian ?? null,
        photographs: shown.flatMap(({ shownFileIds, credit }) => shownFileIds.map((id) => ({ id, credit }))),
      };
    },
    async toldInstead(additions) {
      const found = await Promise.all(
        additions.map(async (addition) => [addition.id, await insteadOf(deps, addition)] as const),
      );
      return new Map(found.flatMap(([id, instead]) => (instead === null ? [] : [[id, instead]])));
    },
    openPhotograph: (fileId, size) => openPhotograph(deps, fileId, size),
  };
}
