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

/** A value out of "before" or "after" as a person reads it. What people wrote themselves stays as it is. */
export function valueText(
  name: string,
  value: unknown,
  { speak, language }: { speak: Speak; language: Language },
): string {
  const inWords = { speak, language };
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return speak(value ? 'auditValue.yes' : 'auditValue.no');
  if (Array.isArray(value)) return value.map((one) => valueText(name, one, inWords)).join(', ') || '–';
  if (typeof value === 'object') {
    const told = Object.entries(value).map(
      ([inner, one]) => `${nameText(inner, speak)}: ${valueText(inner, one, inWords)}`,
    );
    return told.join(', ');
  }
  const text = String(value);
  if (MOMENT.test(text)) return timeText(text, language);
  return (
    firstSaid(
      (TABLES[name] ?? []).map((table) => `${table}.${text}`),
      speak,
    ) ?? text
  );
}
