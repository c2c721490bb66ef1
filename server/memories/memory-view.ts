import type { Memory } from '../domain/memory.ts';
import type { ShownMemory } from './memory-service.ts';

/** Where a photograph that everybody may see is read. */
export function photographAddress(id: string, size: 'large' | 'small'): string {
  return size === 'small' ? `/photographs/${id}?size=small` : `/photographs/${id}`;
}

export function shownMemoryView({ photographs, ...memory }: ShownMemory) {
  return {
    ...memory,
    photographs: photographs.map((id) => ({
      large: photographAddress(id, 'large'),
      small: photographAddress(id, 'small'),
    })),
  };
}

export type MemoryNames = { people: ReadonlyMap<string, string>; soldiers: ReadonlyMap<string, string> };

/** For whoever moderates. Who left it is asked for apart, because each reading is written down. */
export function memoryItem(memory: Memory, { people, soldiers }: MemoryNames) {
  const { id, soldierId, state, words, relation, language, refusal, decidedBy, decidedAt, example, version } = memory;
  return {
    id,
    soldier: { id: soldierId, name: soldiers.get(soldierId) ?? soldierId },
    state,
    words,
    relation,
    language,
    photographs: memory.fileIds.map((file) => ({ id: file, shown: memory.shownFileIds.includes(file) })),
    refusal,
    decidedBy: decidedBy === null ? null : { id: decidedBy, name: people.get(decidedBy) ?? decidedBy },
    decidedAt: decidedAt?.toISOString() ?? null,
    createdAt: memory.createdAt.toISOString(),
    example,
    version,
  };
}
