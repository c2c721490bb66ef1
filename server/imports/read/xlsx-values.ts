import { DAY_MS } from '../../domain/dates/calendar.ts';
import { LIST_LIMITS, UnreadableList } from './sheet.ts';
import type { Workbook } from './workbook-parts.ts';

/** Texts that cells name by number. Together they may not take more room than a list does. */
export async function readSharedTexts(workbook: Workbook): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let inAid = false;
  let room = LIST_LIMITS.sharedCharacters;
  await workbook.read('xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      // A reading aid above Chinese or Japanese signs is none of the text.
      else if (name === 't') inText = !inAid;
      else if (name === 'rPh') inAid = true;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      room -= piece.length;
      if (room < 0) throw new UnreadableList('too_large');
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
      else if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

const DATE_FORMATS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Which styles of cells show a number as a day. */
export async function readDateStyles(workbook: Workbook): Promise<ReadonlySet<number>> {
  const formats = new Set(DATE_FORMATS);
  const styles = new Set<number>();
  let inCells = false;
  let count = 0;
  await workbook.read('xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt' && isDateFormat(attributes.formatCode ?? '')) formats.add(Number(attributes.numFmtId));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        if (formats.has(Number(attributes.numFmtId))) styles.add(count);
        count += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** `dd.mm.yyyy` but not `0.00"дн"` nor `[Red]0`. */
function isDateFormat(code: string): boolean {
  return /[dmy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, ''));
}

/** Day 0 is 1899-12-30; on old Macintoshes 1904-01-01. */
const DAY_ZERO = -25_569;
const DAY_ZERO_1904 = -24_107;

/** A day number as a clerk writes a day. */
export function dayText(serial: number, from1904: boolean): string {
  const date = new Date((Math.floor(serial) + (from1904 ? DAY_ZERO_1904 : DAY_ZERO)) * DAY_MS);
  if (Number.isNaN(date.getTime())) return '';
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(date.getUTCDate())}.${pad(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}`;
}
