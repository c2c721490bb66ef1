import type { Run } from './spelling.tsx';

/** The letters of `written` in runs, those that differ from `reference` marked, and each change in words: "Қ → К". */
export type LetterDifference = { runs: Run[]; changes: { from: string; to: string }[] };

/**
 * Letters of two scripts that a reader takes for the same one. Kazakh letters stand for themselves: Қ written К is the very
 * difference that is to be seen.
 */
const sameLetter: Record<string, string> = {
  ...pairs('abdefgiklmnoprstuvwz', 'абдефгиклмнопрстувзз'),
  ...{ w: 'в', v: 'в', z: 'з', h: 'х', x: 'х', j: 'й', y: 'ы', ł: 'л', ó: 'о', ё: 'е', э: 'е', ı: 'ы', c: 'с' },
};

function pairs(latin: string, cyrillic: string): Record<string, string> {
  return Object.fromEntries([...latin].map((letter, index) => [letter, [...cyrillic][index] ?? letter]));
}

const MOST_LETTERS = 120;

/** Lays a written name on the form it is compared with, letter by letter, and finds where they part. */
export function letterDifference(reference: string, written: string): LetterDifference {
  const from = [...reference.normalize('NFC')].slice(0, MOST_LETTERS);
  const to = [...written.normalize('NFC')].slice(0, MOST_LETTERS);
  const steps = align(from.map(plain), to.map(plain));
  const runs: Run[] = [];
  const changes: LetterDifference['changes'] = [];
  let open: { from: string; to: string } | null = null;
  const close = () => {
    if (open) changes.push(open);
    open = null;
  };
  for (const [i, j] of steps) {
    const same = i !== null && j !== null && plain(from[i] ?? '') === plain(to[j] ?? '');
    if (same) close();
    else {
      open ??= { from: '', to: '' };
      open.from += i === null ? '' : from[i];
      open.to += j === null ? '' : to[j];
    }
    if (j !== null) addTo(runs, to[j] ?? '', !same);
  }
  close();
  return { runs, changes };
}

function plain(letter: string): string {
  const lower = letter.toLowerCase();
  return sameLetter[lower] ?? lower;
}

function addTo(runs: Run[], text: string, marked: boolean): void {
  const last = runs.at(-1);
  if (last?.marked === marked) last.text += text;
  else runs.push({ text, marked });
}

type Step = [from: number | null, to: number | null];

/** The cheapest way from one text to the other, by letters kept, changed, lost and added. */
function align(from: string[], to: string[]): Step[] {
  const width = to.length + 1;
  const cost = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number) => cost[i * width + j] ?? 0;
  for (let i = 0; i <= from.length; i += 1) {
    for (let j = 0; j <= to.length; j += 1) {
      if (i === 0 || j === 0) cost[i * width + j] = i + j;
      else {
        const kept = at(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
        cost[i * width + j] = Math.min(kept, at(i - 1, j) + 1, at(i, j - 1) + 1);
      }
    }
  }
  const steps: Step[] = [];
  let i = from.length;
  let j = to.length;
  while (i > 0 || j > 0) {
    const kept = i > 0 && j > 0 ? at(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1) : Number.POSITIVE_INFINITY;
    if (kept === at(i, j)) steps.push([--i, --j]);
    else if (i > 0 && at(i - 1, j) + 1 === at(i, j)) steps.push([--i, null]);
    else steps.push([null, --j]);
  }
  return steps.reverse();
}

/** The language of a spelling, for screen readers: by its letters, and by its document where letters do not tell. */
export function spellingLanguage(text: string, documentType: string | null = null): string {
  if (/[әғқңөұүһі]/i.test(text)) return 'kk';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  if (/\p{Script=Arabic}/u.test(text)) return 'kk-Arab';
  if (/[łżźćąę]/i.test(text) || /(?:sz|cz|ow[a]?$)/i.test(text)) return documentType?.startsWith('pow') ? 'de' : 'pl';
  if (documentType?.startsWith('pow') || /sch|tsch/i.test(text)) return 'de';
  return 'kk-Latn';
}
