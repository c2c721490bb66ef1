import type { AuditService } from '../audit/audit-service.ts';
import type { Mention } from '../domain/mention.ts';
import { type Actor, demand } from '../domain/roles.ts';
import type { Soldier } from '../domain/soldier.ts';
import { AppError } from '../errors.ts';
import type { Clock, Ids } from '../ids.ts';
import type { LinkStore, SoldierLink } from './link-store.ts';
import type { SoldierFollower } from './mention-service.ts';
import type { MentionStore } from './mention-store.ts';
import { answeringSoldiers, redraw } from './soldier-drawing.ts';
import type { SoldierStore } from './soldier-store.ts';

export type LinkServiceDeps = {
  soldiers: SoldierStore;
  mentions: MentionStore;
  links: LinkStore;
  index: SoldierFollower;
  /** Queues a look at the requests that these soldiers may answer now that their papers are other ones. */
  corrected: (soldierIds: string[]) => Promise<void>;
  audit: AuditService;
  ids: Ids;
  clock: Clock;
};

export type LinkService = {
  /** Says that this mention is of that soldier. The address it leaves without any mention answers for the new one. */
  tie(actor: Actor | null, tie: { mentionId: string; soldierId: string; reason: string }): Promise<SoldierLink>;
  /** Takes the last tie of the mention back: it returns to the soldier it came from. */
  untie(actor: Actor | null, untie: { mentionId: string; reason: string }): Promise<SoldierLink>;
  /** Says that two addresses are one man. `fromId` answers 308 from now on; his mentions stay his, seen at `intoId`. */
  merge(actor: Actor | null, merge: { fromId: string; intoId: string; reason: string }): Promise<SoldierLink>;
  /** Takes the merge of this address back. */
  split(actor: Actor | null, split: { soldierId: string; reason: string }): Promise<SoldierLink>;
  /** Who said what about this soldier, newest first. For the desk. */
  history(actor: Actor | null, soldierId: string): Promise<SoldierLink[]>;
};

const alreadySo = (message: string, details: Record<string, unknown>): AppError =>
  new AppError('conflict', message, { messageKey: 'soldier.already_so', details });

async function liveSoldier(deps: LinkServiceDeps, id: string): Promise<Soldier> {
  const chain = await answeringSoldiers(deps, [id]);
  const answering = chain.find((soldier) => soldier.mergedInto === null);
  if (answering === undefined) throw new AppError('not_found', 'There is no such soldier', { details: { id } });
  return answering;
}

async function getMention(deps: LinkServiceDeps, id: string): Promise<Mention> {
  const mention = await deps.mentions.findById(id);
  if (mention === null) throw new AppError('not_found', 'There is no such mention', { details: { id } });
  return mention;
}

/** Marks the pages first, so that a crash between the steps is mended by the next start. */
async function changing(deps: LinkServiceDeps, ids: string[], change: () => Promise<void>): Promise<void> {
  await deps.soldiers.markDue(ids);
  await change();
  await deps.index.changed(await redraw(deps, ids, deps.clock));
  await deps.corrected(ids);
}

/** False when somebody else changed the mention since it was read. */
async function moveMention(deps: LinkServiceDeps, mention: Mention, intoId: string): Promise<boolean> {
  const after: Mention = { ...mention, soldierId: intoId, version: mention.version + 1, changedAt: deps.clock() };
  const beaten = await deps.mentions.replaceMany([{ before: mention, after }]);
  return beaten.length === 0;
}

/** The link that was written first is taken back, because somebody else was faster. */
async function lost(deps: LinkServiceDeps, link: SoldierLink): Promise<never> {
  await deps.links.withdraw(link.id, { by: link.by, at: deps.clock(), reason: 'overtaken' });
  throw new AppError('conflict', 'Somebody else changed this meanwhile; open it again');
}

/** An address that lost its last mention answers for the one that has it now; one that has mentions again for itself. */
async function settleAddress(deps: LinkServiceDeps, soldierId: string, movedTo: string): Promise<void> {
  const left = (await deps.mentions.findBySoldierIds([soldierId])).filter((mention) => mention.state === 'live');
  if (left.length === 0) await deps.soldiers.setMergedInto(soldierId, movedTo);
}

function newLink(
  deps: LinkServiceDeps,
  link: Pick<SoldierLink, 'kind' | 'mentionId' | 'fromId' | 'intoId' | 'reason' | 'by'>,
) {
  const at = deps.clock();
  const standing = { withdrawnBy: null, withdrawnAt: null, withdrawnReason: null };
  return { id: deps.ids.newOrderedId(at), ...link, at, ...standing };
}

async function tie(deps: LinkServiceDeps, actor: Actor, request: Parameters<LinkService['tie']>[1]) {
  const mention = await getMention(deps, request.mentionId);
  const into = await liveSoldier(deps, request.soldierId);
  if (mention.soldierId === into.id) throw alreadySo('This mention is of this soldier already', { soldierId: into.id });
  const { id: mentionId, soldierId: fromId } = mention;
  const link = newLink(deps, { kind: 'tie', mentionId, fromId, intoId: into.id, reason: request.reason, by: actor.id });
  await changing(deps, [fromId, into.id], async () => {
    // The link first: a mention that was moved must never stand without who moved it and why.
    await deps.links.append(link);
    if (!(await moveMention(deps, mention, into.id))) await lost(deps, link);
    await settleAddress(deps, fromId, into.id);
  });
  const subject = { kind: 'mention', id: mentionId } as const;
  await deps.audit.record(actor, 'mention.tie', subject, {
    before: { soldierId: fromId },
    after: { soldierId: into.id, reason: request.reason },
  });
  return link;
}

async function untie(deps: LinkServiceDeps, actor: Actor, request: Parameters<LinkService['untie']>[1]) {
  const mention = await getMention(deps, request.mentionId);
  const link = await deps.links.findStandingTie(mention.id, mention.soldierId);
  if (link === null) throw alreadySo('This mention stands where it came', {});
  const withdrawal = { by: actor.id, at: deps.clock(), reason: request.reason };
  await changing(deps, [link.fromId, link.intoId], async () => {
    if (!(await moveMention(deps, mention, link.fromId))) {
      throw new AppError('conflict', 'Somebody else changed this mention meanwhile; open it again');
    }
    await deps.links.withdraw(link.id, withdrawal);
    const merge = await deps.links.findStandingMerge(link.fromId);
    await deps.soldiers.setMergedInto(link.fromId, merge?.intoId ?? null);
    await settleAddress(deps, link.intoId, link.fromId);
  });
  await deps.audit.record(
    actor,
    'mention.untie',
    { kind: 'mention', id: mention.id },
    {
      before: { soldierId: link.intoId },
      after: { soldierId: link.fromId, reason: request.reason },
    },
  );
  return withdrawn(link, withdrawal);
}

const withdrawn = (link: SoldierLink, { by, at, reason }: { by: string; at: Date; reason: string }): SoldierLink => ({
  ...link,
  withdrawnBy: by,
  withdrawnAt: at,
  withdrawnReason: reason,
});

async function merge(deps: LinkServiceDeps, actor: Actor, request: Parameters<LinkService['merge']>[1]) {
  const { reason } = request;
  const from = await liveSoldier(deps, request.fromId);
  const into = await liveSoldier(deps, request.intoId);
  if (from.id === into.id) throw alreadySo('The two addresses are one soldier already', { soldierId: into.id });
  const link = newLink(deps, {
    kind: 'merge',
    mentionId: null,
    fromId: from.id,
    intoId: into.id,
    reason,
    by: actor.id,
  });
  await changing(deps, [from.id, into.id], async () => {
    await deps.links.append(link);
    if (!(await deps.soldiers.mergeLive(from.id, into.id))) await lost(deps, link);
    // Somebody may have merged the other way round at the same moment: then nobody would answer for either.
    const chain = await answeringSoldiers(deps, [from.id]);
    if (chain.some((soldier) => soldier.mergedInto === null)) return;
    await deps.soldiers.setMergedInto(from.id, null);
    await lost(deps, link);
  });
  const subject = { kind: 'soldier', id: from.id } as const;
  await deps.audit.record(actor, 'soldier.merge', subject, {
    before: { mergedInto: null },
    after: { mergedInto: into.id, reason },
  });
  return link;
}

async function split(deps: LinkServiceDeps, actor: Actor, { soldierId, reason }: Parameters<LinkService['split']>[1]) {
  const link = await deps.links.findStandingMerge(soldierId);
  if (link === null) throw alreadySo('This soldier is not merged', { soldierId });
  const withdrawal = { by: actor.id, at: deps.clock(), reason };
  await changing(deps, [link.fromId, link.intoId], async () => {
    if (!(await deps.links.withdraw(link.id, withdrawal))) {
      throw new AppError('conflict', 'Somebody else took this merge back meanwhile');
    }
    await deps.soldiers.setMergedInto(link.fromId, null);
  });
  await deps.audit.record(
    actor,
    'soldier.split',
    { kind: 'soldier', id: link.fromId },
    {
      before: { mergedInto: link.intoId },
      after: { mergedInto: null, reason },
    },
  );
  return withdrawn(link, withdrawal);
}

/** Which mentions are of one man: said by people, each with a reason, and each can be taken back. */
export function createLinkService(deps: LinkServiceDeps): LinkService {
  return {
    async tie(actor, request) {
      demand(actor, 'person.tie_mention');
      return tie(deps, actor, request);
    },
    async untie(actor, request) {
      demand(actor, 'person.tie_mention');
      return untie(deps, actor, request);
    },
    async merge(actor, request) {
      demand(actor, 'person.merge');
      return merge(deps, actor, request);
    },
    async split(actor, request) {
      demand(actor, 'person.merge');
      return split(deps, actor, request);
    },
    async history(actor, soldierId) {
      demand(actor, 'person.tie_mention');
      return deps.links.findOfSoldier(soldierId);
    },
  };
}
