import { progressMessages } from '../messages/progress.ts';
import type { Translate } from '../messages/translate.ts';

type SayProgress = Translate<keyof typeof progressMessages>;

export type Progress = {
  done: number;
  total: number | null;
  /** What is being done, as a message key; empty or another's where it has no words here. */
  text?: string;
  perSecond: number | null;
  secondsLeft: number | null;
};

const MINUTE = 60;
const HOUR = 3600;
/** Up to here minutes tell more than hours do. */
const LONG = 1.5 * HOUR;

/** What is being done; empty where nobody says. */
export function stepText(say: SayProgress, { text = '' }: Progress): string {
  return text in progressMessages ? say(text as keyof typeof progressMessages) : '';
}

/** How many of how many, and how fast. */
export function doneText(say: SayProgress, { done, total, perSecond, text }: Progress): string {
  const areScans = text === 'import.progress.scans' && total !== null;
  const counted = areScans
    ? say('progress.scans', { done, total })
    : total === null
      ? say('progress.done', { done })
      : say('progress.of', { done, total });
  const pace = perSecond === null ? null : { count: Math.round(perSecond) };
  return pace === null ? counted : `${counted}, ${say(areScans ? 'progress.scansPace' : 'progress.pace', pace)}`;
}

/** How long it still takes, rounded up as people say it; empty while nobody knows. */
export function leftText(say: SayProgress, { secondsLeft }: Progress): string {
  if (secondsLeft === null) return '';
  if (secondsLeft < MINUTE) return say('progress.soon');
  if (secondsLeft < LONG) return say('progress.minutes', { count: Math.ceil(secondsLeft / MINUTE) });
  return say('progress.hours', { count: Math.ceil(secondsLeft / HOUR) });
}
