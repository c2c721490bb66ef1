import { useMemo } from 'preact/hooks';
import { type MessageTable, type Translate, translator } from '../messages/translate.ts';
import { useSession } from './session.tsx';

/** The words of a screen that is loaded by itself: they come with it and do not weigh on the desk's first load. */
export function useWords<T extends MessageTable>(table: T): Translate<keyof T & string> {
  const { language } = useSession();
  return useMemo(() => translator(table, language), [table, language]);
}
