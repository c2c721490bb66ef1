import { type AuditThingKind, REFERENCE_FIELDS } from '../../../server/domain/audit-references.ts';
import type { Language } from '../../messages/translate.ts';
import { timeText } from '../time-text.ts';

/** Gives the words of a key, or the key itself where no table has it. */
export type Speak = (key: string) => string;

/** Where the word for a code is found, by what the value is called in the entry. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  status: ['requestStatus'],
  verdict: ['decide', 'imports.verdict'],
  state: ['auditState'],
  refusal: ['memory.refusal'],
  role: ['role'],
  scopes: ['scope'],
  mapping: ['field', 'target'],
};

/** An id that leads nowhere and has no name; it stays in the data, and the request it belongs to is named beside it. */
const UNTOLD: ReadonlySet<string> = new Set(['decision']);

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/** The first key that has words; null where none has. */
function firstSaid(keys: readonly string[], speak: Speak): string | null {
  const key = keys.find((one) => speak(one) !== one);
  return key === undefined ? null : speak(key);
}

/** What a value is called in words; its own name where no table has it. */
export function nameText(name: string, speak: Speak): string {
  return firstSaid([`auditField.${name}`, `field.${name}`], speak) ?? name;
}

/** What something is called that the entry names by an id; null where it no longer exists. */
export type NameOf = (kind: AuditThingKind, id: string) => { name: string; href: string } | null;

/** Words, or the name of something that has a screen of its own. */
export type Piece = string | { text: string; href: string };

export type InWords = { speak: Speak; language: Language; nameOf: NameOf };

/** A value out of "before" or "after" as a person reads it. What people wrote themselves stays as it is. */
export function valuePieces(name: string, value: unknown, words: InWords): Piece[] {
  const { speak } = words;
  if (value === null || value === undefined) return ['–'];
  if (typeof value === 'boolean') return [speak(value ? 'auditValue.yes' : 'auditValue.no')];
  if (Array.isArray(value)) {
    return value.length === 0 ? ['–'] : joined(value.map((one) => valuePieces(name, one, words)));
  }
  if (typeof value === 'object') {
    const shown = Object.entries(value).filter(([inner]) => !UNTOLD.has(inner));
    if (shown.length === 0) return ['–'];
    const told = shown.map(([inner, one]) => [
      `${nameText(inner, speak)}: `,
      // Columns of a list are called by their places; what they are is said as of the whole.
      ...valuePieces(name === 'mapping' ? name : inner, one, words),
    ]);
    return joined(told);
  }
  return [ofOne(name, String(value), words)];
}

/** Who did it: a person by the name of the account, the site's own work in words. */
export function actorText({ id, name }: { id: string; name: string }, speak: Speak): string {
  return name === id ? (firstSaid([`auditActor.${id}`], speak) ?? name) : name;
}

function ofOne(name: string, text: string, { speak, language, nameOf }: InWords): Piece {
  const kind = Object.hasOwn(REFERENCE_FIELDS, name) ? REFERENCE_FIELDS[name] : undefined;
  const called = kind === undefined ? null : nameOf(kind, text);
  if (called !== null) return { text: called.name, href: called.href };
  if (MOMENT.test(text)) return timeText(text, language);
  const keys = (TABLES[name] ?? []).map((table) => `${table}.${text}`);
  return firstSaid(keys, speak) ?? text;
}

const joined = (told: readonly Piece[][]): Piece[] =>
  told.flatMap((pieces, index) => (index === 0 ? pieces : [', ', ...pieces]));
