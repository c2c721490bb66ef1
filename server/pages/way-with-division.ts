import type { SoldierSummary } from '../domain/soldier.ts';
import type { Fact } from '../domain/soldier-facts.ts';
import type { OnTheWay } from './division-path-view.ts';

const CAPTIVE: ReadonlySet<string> = new Set(['captured', 'died_in_captivity', 'captured_released', 'escaped']);

// "1942" falls into every stage of that year: only a day or a month says where the division was.
function dayWithin(earliest: string | null, latest: string | null): string | null {
  return earliest !== null && earliest.slice(0, 7) === latest?.slice(0, 7) ? earliest : null;
}

/**
 * How far a soldier went with his division. A prisoner went no further than the day of his capture: the day of his death
 * in a camp says nothing of where the division fought.
 */
export function wayWith({ fate, fateDate, camp }: SoldierSummary, known: readonly Fact[]): OnTheWay {
  const capture = known.find(({ field }) => field === 'captureDate')?.values[0];
  if (capture?.latest) return { day: dayWithin(capture.earliest, capture.latest), until: capture.latest };
  if (fate === 'captured' && fateDate !== null) {
    return { day: dayWithin(fateDate.earliest, fateDate.latest), until: fateDate.latest };
  }
  // He was a prisoner and nobody says since when: at the latest he died as one.
  if (camp !== null || CAPTIVE.has(fate ?? '')) return { day: null, until: fateDate?.latest ?? null };
  return { day: fateDate === null ? null : dayWithin(fateDate.earliest, fateDate.latest), until: null };
}
