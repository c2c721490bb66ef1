import type { ImportReader } from './import-view.ts';
import type { WaitingRow } from './quarantine-service.ts';

/** A waiting row as the desk compares it; who decided stands in the audit. */
export function quarantinedRowView(waiting: WaitingRow, { say, language }: ImportReader) {
  const { line, rule, soldierId, row, stored, differs, decision, why, newer } = waiting;
  const { newerIs, leftOut, namesakeSince } = waiting;
  const impossible = why && say(why.key, language, why.values);
  // What taking it in means comes after why it cannot be true: a row may be held for both.
  const reasons = [
    impossible && say('import.quarantine.impossible', language, { why: impossible }),
    say(`import.quarantine.${rule}`, language, {}),
    decision === null &&
      newer !== undefined &&
      say(newerIs === 'standing' ? 'import.quarantine.in_newer' : `import.quarantine.newer_${newerIs}`, language, {}),
    decision === null && namesakeSince && say('import.quarantine.namesake_since', language, {}),
    decision === null && leftOut && say('import.quarantine.left_out', language, {}),
  ];
  const text = reasons.filter(Boolean).join(' ') || rule;
  const decided = decision && { verdict: decision.verdict, reason: decision.reason, at: decision.at.toISOString() };
  return { line, rule, text, soldierId, row, stored, differs, decision: decided, newer: newer ?? null };
}
