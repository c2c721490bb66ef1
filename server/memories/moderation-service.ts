import type { AuditService } from '../audit/audit-service.ts';
import type { ContactService } from '../contacts/contact-service.ts';
import type { Memory, MemoryState, Refusal } from '../domain/memory.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../ids.ts';
import type { MemoryFields, MemoryStore } from './memory-store.ts';

export type MemoryTarget = { id: string; version: number };

export type ModerationService = {
  list(
    actor: Actor | null,
    state: MemoryState,
    after: string | null,
    limit: number,
  ): Promise<{ items: Memory[]; next: string | null }>;
  get(actor: Actor | null, id: string): Promise<Memory>;
  /** Puts it on the page, with all of its photographs or only some. */
  show(actor: Actor | null, target: MemoryTarget, photographs: readonly string[] | undefined): Promise<Memory>;
  /** Keeps it off the page, or takes it off again; the family is told why. */
  refuse(actor: Actor | null, target: MemoryTarget, refusal: Refusal): Promise<Memory>;
  /** Who left it. Each reading is in the audit. */
  giver(actor: Actor | null, id: string): Promise<unknown>;
};

export type ModerationDeps = { memories: MemoryStore; contacts: ContactService; audit: AuditService; clock: Clock };

async function getMemory({ memories }: ModerationDeps, id: string): Promise<Memory> {
  const memory = await memories.findById(id);
  if (memory === null) throw new AppError('not_found', 'There is no such memory');
  return memory;
}

type Step = { action: 'memory.show' | 'memory.refuse'; fields: MemoryFields };

/** One that the family has not taken back. */
async function getStanding(deps: ModerationDeps, id: string): Promise<Memory> {
  const memory = await getMemory(deps, id);
  if (memory.state !== 'taken_back') return memory;
  throw new AppError('conflict', 'The family took it back', { messageKey: 'memoryProblem.takenBack' });
}

async function decide(deps: ModerationDeps, actor: Actor, target: MemoryTarget, step: Step): Promise<Memory> {
  const before = await getStanding(deps, target.id);
  const decided = { ...step.fields, decidedBy: actor.id, decidedAt: deps.clock() };
  const changed = await deps.memories.change(target.id, target.version, decided);
  if (changed === null) throw new AppError('stale', 'The memory was changed since you read it');
  await deps.audit.record(
    actor,
    step.action,
    { kind: 'memory', id: target.id },
    {
      before: { state: before.state, photographs: before.shownFileIds.length },
      after: { state: changed.state, photographs: changed.shownFileIds.length, refusal: changed.refusal },
    },
  );
  return changed;
}

/** The desk's side: nothing a stranger wrote stands on a memorial page before a person has read it. */
export function createModerationService(deps: ModerationDeps): ModerationService {
  return {
    async list(actor, state, after, limit) {
      demand(actor, 'memory.moderate');
      const items = await deps.memories.list(state, after, limit + 1);
      const next = items.length > limit ? (items[limit - 1]?.id ?? null) : null;
      return { items: items.slice(0, limit), next };
    },
    async get(actor, id) {
      demand(actor, 'memory.moderate');
      return getMemory(deps, id);
    },
    async show(actor, target, photographs) {
      demand(actor, 'memory.moderate');
      const { fileIds, words } = await getStanding(deps, target.id);
      const shownFileIds = photographs === undefined ? fileIds : fileIds.filter((id) => photographs.includes(id));
      if (words === null && shownFileIds.length === 0) {
        throw new AppError('bad_input', 'Nothing would be left to show', {
          problems: [{ pointer: '/photographs', detail: 'memoryProblem.nothingLeft' }],
        });
      }
      const fields: MemoryFields = { state: 'shown', shownFileIds, refusal: null };
      return decide(deps, actor, target, { action: 'memory.show', fields });
    },
    async refuse(actor, target, refusal) {
      demand(actor, 'memory.moderate');
      const fields: MemoryFields = { state: 'refused', shownFileIds: [], refusal };
      return decide(deps, actor, target, { action: 'memory.refuse', fields });
    },
    async giver(actor, id) {
      demand(actor, 'memory.moderate');
      await getMemory(deps, id);
      await deps.audit.record(actor, 'memory.read_giver', { kind: 'memory', id });
      return deps.contacts.find({ kind: 'memory', id });
    },
  };
}
