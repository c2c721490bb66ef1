import type { Language } from '../../client/messages/translate.ts';
import { MEMORY_RELATIONS, MOST_WORDS } from '../domain/memory.ts';
import type { NewMemory } from '../memories/memory-service.ts';
import type { FormValues } from './form-errors.ts';

/** The fields of the form, and the longest text each may hold. */
export const memoryFields = {
  words: MOST_WORDS,
  name: 200,
  relation: 40,
  contact: 200,
  consent: 5,
  token: 64,
} as const;

/** The form in the service's words. Too long a text is not cut here: the service says so. */
export function memoryOfForm(sent: Record<string, string>, values: FormValues, language: Language): NewMemory {
  return {
    words: sent.words?.trim() || null,
    relation: MEMORY_RELATIONS.find((relation) => relation === values.relation) ?? 'other',
    language,
    giver: { name: values.name ?? '', contact: values.contact ?? null },
    consent: values.consent === 'true',
    token: values.token ?? '',
  };
}

/** `/files/1` is about the files, `/words` about the words. */
export const memoryFieldOf = (pointer: string): string => pointer.split('/')[1] ?? 'files';
