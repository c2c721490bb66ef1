import { DAY_MS } from '../../server/domain/dates/calendar.ts';
import { figuresLocale, type Language } from '../messages/translate.ts';

const HOUR = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { day: '2-digit', month: '2-digit' } as const;

/** A moment of today's work: the hour when it is today, the hour with its day when it is near (a lease past midnight), else the day. */
export function timeText(moment: string, language: Language, now: Date = new Date()): string {
  const date = new Date(moment);
  const near = Math.abs(date.getTime() - now.getTime()) < DAY_MS;
  const sameDay = date.toDateString() === now.toDateString();
  const form = sameDay ? HOUR : near ? { ...DAY, ...HOUR } : { ...DAY, year: 'numeric' as const };
  return new Intl.DateTimeFormat(figuresLocale[language], form).format(date);
}
