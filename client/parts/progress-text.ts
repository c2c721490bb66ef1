import type { progressMessages } from '../messages/progress.ts';
import type { Translate } from '../messages/translate.ts';

type SayProgress = Translate<keyof typeof progressMessages>;

export type Progress = { done: number; total: number | null; perSecond: number | null; secondsLeft: number | null };

const MINUTE = 60;
const HOUR = 3600;
/** Up to here minutes tell more than hours do. */
const LONG = 1.5 * HOUR;

/** How many of how many, and how fast. */
export function doneText(say: SayProgress, { done, total, perSecond }: Progress): string {
  const counted = total === null ? say('progress.done', { done }) : say('progress.of', { done, total });
  const pace = perSecond === null ? '' : `, ${say('progress.pace', { count: Math.round(perSecond) })}`;
  return counted + pace;
}

/** How long it still takes, rounded up as people say it; empty while nobody knows. */
export function leftText(say: SayProgress, { secondsLeft }: Progress): string {
  if (secondsLeft === null) return '';
  if (secondsLeft < MINUTE) return say('progress.soon');
  if (secondsLeft < LONG) return say('progress.minutes', { count: Math.ceil(secondsLeft / MINUTE) });
  return say('progress.hours', { count: Math.ceil(secondsLeft / HOUR) });
}
