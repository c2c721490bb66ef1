import type { Language } from '../messages/translate.ts';

/** A moment of today's work: the hour when it is today, else the day. */
export function timeText(moment: string, language: Language, now: Date = new Date()): string {
  const date = new Date(moment);
  const sameDay = date.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(
    language,
    sameDay ? { hour: '2-digit', minute: '2-digit' } : { day: '2-digit', month: '2-digit', year: 'numeric' },
  ).format(date);
}
