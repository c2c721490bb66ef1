import type { Evidence } from './candidate.ts';

/** FNV-1a, 32 bits, from two starting points: enough to notice a change, and the domain needs no library for it. */
export function fnv1a(text: string, start = 0x811c9dc5): string {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/**
 * A sign of what the evidence rests on: the values on both sides and how they were understood. The weights are left out,
 * so a new version of them alone does not offer a decided pair again.
 */
export function evidenceHash(evidence: readonly Evidence[]): string {
  const facts = evidence
    .filter((one) => one.score !== null)
    .map((one) => {
      const { home } = one.reason.values;
      // A home that stood in for an office is in the values of neither side.
      const standingIn = home === undefined ? [] : [home];
      return [one.kind, one.score, one.reason.key, one.requestValue, one.soldierValue, ...standingIn];
    });
  const text = JSON.stringify(facts);
  return fnv1a(text) + fnv1a(text, 0x9e3779b9);
}
