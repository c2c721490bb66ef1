import { likeness, type Pairing } from '../domain/names/likeness.ts';
import type { Soldier } from '../domain/soldier.ts';
import type { NameHit, SoldierDocument, WrittenName } from './engine.ts';
import type { UnderstoodQuestion } from './understand-question.ts';

/** One word asked beside the word found, for colouring the letters that differ. */
export type WordPair = { asked: string | null; found: string | null; kind: Pairing['kind']; role: string };

/**
 * Why a soldier was found, in codes that the reader's language has words for.
 * `weight`: of a name its likeness, 0 to 1; of anything else asked 1 when he has it, 0 when nothing is known of it.
 */
export type Why = {
  kind: string;
  reason: string;
  weight: number;
  values: Record<string, string>;
  alignment?: WordPair[];
};

type Found = { soldier: Soldier; document: SoldierDocument; hit: NameHit };

function wordPairs(asked: WrittenName, found: string): WordPair[] {
  return likeness(asked, found).pairings.map(({ a, b, kind }) => ({
    asked: a?.text ?? null,
    found: b?.text ?? null,
    kind,
    role: (a?.role === 'unknown' ? b?.role : a?.role) ?? b?.role ?? 'unknown',
  }));
}

function whyName(name: WrittenName, { soldier, hit }: Found): Why {
  const form = soldier.summary.names.find(({ full }) => full === hit.matched);
  const alignment = wordPairs(name, hit.matched);
  // Sounding alike is not being written alike: a reader who asked in Kazakh is told how the paper has it.
  const same = alignment.every(({ asked, found }) => asked === null || asked.toLowerCase() === found?.toLowerCase());
  const values: Record<string, string> = { written: hit.matched };
  if (form?.documentType) values.document = form.documentType;
  return { kind: 'name', reason: same ? 'written_so' : 'written_as', weight: hit.score, values, alignment };
}

function whyBorn(born: { from: number; to: number }, { soldier, document }: Found): Why {
  const known = document.bornFrom !== null || document.bornTo !== null;
  const values = { asked: `${born.from}/${born.to}`, found: soldier.summary.birth?.text ?? '' };
  return { kind: 'birthYear', reason: known ? 'same_years' : 'not_known', weight: known ? 1 : 0, values };
}

/** The reasons for one hit: the spelling that was found, then each thing asked that he has. */
export function whyFound(question: UnderstoodQuestion, found: Found): Why[] {
  const reasons: Why[] = [];
  if (question.name !== null) reasons.push(whyName(question.name, found));
  if (question.born !== null) reasons.push(whyBorn(question.born, found));
  const tags = new Set(found.document.tags);
  for (const { field, written, tags: asked } of question.filters) {
    const has = asked.filter((tag) => tags.has(tag));
    const values = { asked: written, found: has.join(' ') };
    if (has.length > 0) reasons.push({ kind: field, reason: 'has_this', weight: 1, values });
  }
  return reasons;
}
