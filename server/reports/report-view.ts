import type { ErrorReport } from './report-store.ts';

export function reportView({ id, soldierId, text, language, hasContact, ...rest }: ErrorReport) {
  const { state, outcome, createdAt, closedAt } = rest;
  const times = { createdAt: createdAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
  return { id, soldierId, text, language, hasContact, state, outcome, ...times };
}
