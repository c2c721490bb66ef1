/** What a spreadsheet would run as a formula, and what looks as if it had been kept from that already. */
const DANGEROUS = /^'*[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const KEPT = /^'(?='*[=+\-@\t\r])/;

/** A cell that a spreadsheet would run as a formula is kept from it by an apostrophe. */
export function harmlessCell(text: string): string {
  return DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The cell as it was before `harmlessCell`: what we sent out comes back the same. */
export function cellAsWritten(text: string): string {
  return text.startsWith("'") ? text.replace(KEPT, '') : text;
}
