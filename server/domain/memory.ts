/** Photographs and words of a family about one soldier. Shown beside the record, never in it: a memory is no document. */
export type Memory = {
  id: string;
  /** The address it was left at. After a merge it is shown on the page that answers for this one. */
  soldierId: string;
  state: MemoryState;
  words: string | null;
  /** Signs it in the place of a name: a grandchild, a daughter. */
  relation: MemoryRelation;
  language: 'kk' | 'ru' | 'en';
  fileIds: string[];
  /** Of these the photographs that whoever moderated let through. */
  shownFileIds: string[];
  /** Why it is not shown, told to the family in its language. */
  refusal: Refusal | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  example: boolean;
  version: number;
  createdAt: Date;
};

/** `waiting` for somebody to look at it; `taken_back` by the family, which is final and erases it. */
export const MEMORY_STATES = ['waiting', 'shown', 'refused', 'taken_back'] as const;
export type MemoryState = (typeof MEMORY_STATES)[number];

export const MEMORY_RELATIONS = [
  'grandchild',
  'greatGrandchild',
  'son',
  'daughter',
  'sibling',
  'other',
  'none',
] as const;
export type MemoryRelation = (typeof MEMORY_RELATIONS)[number];

/** Reasons that can be told to anybody; what more there is to say is said on the telephone. */
export const REFUSALS = ['another_man', 'living_people', 'not_own', 'unreadable', 'not_memory'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** About a page and a half: a memory, not a book. */
export const MOST_WORDS = 3000;
export const MOST_PHOTOGRAPHS = 5;
