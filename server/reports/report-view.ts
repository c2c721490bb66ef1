import type { ErrorReport } from './report-store.ts';

/** Whom the views name: volunteers and soldiers, by id. Unknown ids are shown as they are. */
export type ReportNames = { people: ReadonlyMap<string, string>; soldiers: ReadonlyMap<string, string> };

/** A report without its sender, who is asked for apart because each reading is written down. */
export function reportView(
  { id, soldierId, text, language, hasContact, ...rest }: ErrorReport,
  { people, soldiers }: ReportNames,
) {
  const { state, outcome, closedBy, createdAt, closedAt } = rest;
  return {
    id,
    soldierId,
    soldierName: soldiers.get(soldierId) ?? soldierId,
    text,
    language,
    hasContact,
    state,
    outcome,
    closedBy: closedBy === null ? null : { id: closedBy, name: people.get(closedBy) ?? closedBy },
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}
