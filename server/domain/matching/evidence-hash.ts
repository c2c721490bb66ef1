import type { Evidence } from './candidate.ts';

/** FNV-1a, 32 bits, from two starting points: enough to notice a change, and the domain needs no library for it. */
export function fnv1a(text: string, start = 0x811c9dc5): string {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** The words of both papers that were compared; where a home stood in for an office that a side does not name, that home. */
function comparedIn({ kind, requestValue, soldierValue, reason }: Evidence): (string | null)[] {
  const { home, homeOf } = reason.values;
  const said = (side: string, value: string | null) => (homeOf === side && home !== undefined ? home : value);
  return [kind, said('request', requestValue), said('soldier', soldierValue)];
}

/**
 * A sign of what the evidence rests on: what both papers say. How it was understood and weighed is left out, so neither new
 * weights nor a release that tells levels apart otherwise offers a decided pair again. It is worked out from evidence that
 * is kept whenever it is read: a release that works it out otherwise brings nothing back either.
 */
export function evidenceHash(evidence: readonly Evidence[]): string {
  const text = JSON.stringify(evidence.filter(({ score }) => score !== null).map(comparedIn));
  return fnv1a(text) + fnv1a(text, 0x9e3779b9);
}
