import type { NameMatch, Pairing } from './name-match.ts';
import { endingRole, type NamePart, type NameRole } from './name-parts.ts';
import { scriptOf } from './scripts.ts';

/**
 * One thing in which two writings of a part differ, for pages that say it in the reader's language:
 * `letters` (қ for к; `from` or `to` is '' for a letter lost or added), `ending` (-ов for -ұлы), `place` (a family name in
 * the place of a patronymic), `border` (written apart or as one), `initial`, `script`.
 */
export type NameDifference = {
  code: 'letters' | 'ending' | 'place' | 'border' | 'initial' | 'script';
  from: string;
  to: string;
};

/** One part beside the other: the written words (null: missing), what it is, and in what they differ. */
export type AlignedPart = {
  kind: Pairing['kind'];
  role: NameRole;
  a: string | null;
  b: string | null;
  differences: NameDifference[];
};

/** Sounds as a reader of Cyrillic knows them, for words of two scripts. */
const CYRILLIC_OF: Record<string, string> = Object.fromEntries(
  'aа eе oо uу yы jй kк xх gг hж iдж cч wш sс zз vв fф lл mм nн rр bб pп dд tт'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

const inCyrillic = (sound: string): string[] => [...sound].map((letter) => CYRILLIC_OF[letter] ?? letter);

/** Longer words than any name are not laid letter by letter. */
const LONGEST = 48;

/** How many changes bring the first letters of one word to the first letters of the other. */
function distances(a: readonly string[], b: readonly string[]): number[][] {
  const table = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  a.forEach((letter, i) => {
    const above = table[i] ?? [];
    const row = [i + 1];
    b.forEach((other, j) => {
      const changed = (above[j] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(changed, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    });
    table.push(row);
  });
  return table;
}

/** The runs of letters in which two words differ, from the left: дж for ж, қ for к. */
export function letterChanges(a: readonly string[], b: readonly string[]): { from: string; to: string }[] {
  const [x, y] = [a.slice(0, LONGEST), b.slice(0, LONGEST)];
  const table = distances(x, y);
  const changes: { from: string; to: string }[] = [];
  let run = { from: '', to: '' };
  let [i, j] = [x.length, y.length];
  while (i > 0 || j > 0) {
    const here = table[i]?.[j] ?? 0;
    const same = i > 0 && j > 0 && x[i - 1] === y[j - 1] && here === table[i - 1]?.[j - 1];
    if (same && (run.from || run.to)) {
      changes.unshift(run);
      run = { from: '', to: '' };
    }
    const both = same || (i > 0 && j > 0 && here === (table[i - 1]?.[j - 1] ?? 0) + 1);
    const fromA = both || (i > 0 && here === (table[i - 1]?.[j] ?? 0) + 1);
    const fromB = both || !fromA;
    if (fromA) i--;
    if (fromB) j--;
    if (!same) run = { from: (fromA ? (x[i] ?? '') : '') + run.from, to: (fromB ? (y[j] ?? '') : '') + run.to };
  }
  if (run.from || run.to) changes.unshift(run);
  return changes;
}

const lettersOf = (part: NamePart): string[] => [...part.text.normalize('NFC').toLowerCase()];

function spellingDifferences(a: NamePart, b: NamePart): NameDifference[] {
  const [x, y] = [a.readings[0], b.readings[0]];
  if (!x || !y) return [];
  const differences: NameDifference[] = [];
  const scripts = [scriptOf(a.text), scriptOf(b.text)] as const;
  if (scripts[0] !== scripts[1]) {
    differences.push({ code: 'script', from: scripts[0], to: scripts[1] });
    for (const change of letterChanges(inCyrillic(x.stem), inCyrillic(y.stem)))
      differences.push({ code: 'letters', ...change });
    if (x.ending !== y.ending) differences.push({ code: 'ending', from: x.ending ?? '', to: y.ending ?? '' });
    return differences;
  }
  if (endingRole(x.ending) !== endingRole(y.ending))
    differences.push({ code: 'ending', from: x.ending ?? '', to: y.ending ?? '' });
  for (const change of letterChanges(lettersOf(a), lettersOf(b))) differences.push({ code: 'letters', ...change });
  return differences;
}

function differencesOf({ kind, a, b }: Pairing): NameDifference[] {
  if (!a || !b || kind === 'differs') return [];
  const place: NameDifference[] =
    a.role !== b.role && a.role !== 'unknown' && b.role !== 'unknown'
      ? [{ code: 'place', from: a.role, to: b.role }]
      : [];
  if (kind === 'initial') return [...place, { code: 'initial', from: a.text, to: b.text }];
  if (a.joined || b.joined) return [...place, { code: 'border', from: a.text, to: b.text }];
  return [...place, ...spellingDifferences(a, b)];
}

/** A match as data that pages can say in any language: which word stands beside which, and what differs. */
export function alignmentOf(match: NameMatch): AlignedPart[] {
  return match.pairings.map((pairing) => ({
    kind: pairing.kind,
    role: [pairing.a?.role, pairing.b?.role].find((role) => role !== undefined && role !== 'unknown') ?? 'unknown',
    a: pairing.a?.text ?? null,
    b: pairing.b?.text ?? null,
    differences: differencesOf(pairing),
  }));
}
