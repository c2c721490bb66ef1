import type { Evidence } from './candidate.ts';
import type { Observation } from './evidence/observation.ts';

/** Which sentence tells how the names agree: what contradicts goes before what agrees. */
function nameReason({ values }: Observation): string {
  const levels = [values.family, values.given, values.patronymic];
  const differs = (level: string | undefined): boolean => level === 'different' || level === 'initial_differs';
  if (levels.filter(differs).length > 1) return 'differs';
  if (differs(values.given)) return 'given_differs';
  if (differs(values.patronymic)) return 'patronymic_differs';
  if (differs(values.family)) return 'family_differs';
  if (values.order !== 'straight') return 'exchanged';
  if (levels.includes('initial')) return 'initials';
  if (levels.some((level) => level === 'near' || level === 'close' || level === 'far')) return 'spelling';
  return levels.includes('missing') ? 'partly' : 'same';
}

const PLACE_KINDS: readonly string[] = ['birthplace', 'residence', 'conscription'];

function reasonKey(observation: Observation): string {
  const { kind, level } = observation;
  if (level === 'missing') return 'reason.missing';
  if (kind === 'name') return `reason.name.${nameReason(observation)}`;
  // Place and date of call-up, a fate and its date are one piece of evidence; what says more is told.
  const told = observation.values.told ?? level;
  if (observation.values.homeOf !== undefined && !told.endsWith('call_up')) return `reason.home.${told}`;
  return `reason.${PLACE_KINDS.includes(kind) && !told.endsWith('call_up') ? 'place' : kind}.${told}`;
}

/** Bits beyond a tenth mean nothing to a reader, and a hash must not change with the last digit. */
export const tenth = (bits: number): number => Math.round(bits * 10) / 10;

/** What was observed, as a volunteer reads it: weight in bits, reason as a message key with values. */
export function explain(observation: Observation): Evidence {
  const { kind, score, values, requestValue, soldierValue } = observation;
  return {
    kind,
    score: score === null ? null : Math.round(score * 100) / 100,
    weight: tenth(observation.weight),
    reason: { key: reasonKey(observation), values },
    requestValue,
    soldierValue,
  };
}
