import { ARABIC_PERSIAN_NAMES } from './clusters/arabic-persian-names.ts';
import { KAZAKH_NAMES } from './clusters/kazakh-names.ts';
import { NAME_ELEMENTS } from './clusters/name-elements.ts';
import { RUSSIAN_NAMES } from './clusters/russian-names.ts';
import { soundsOf } from './written-sounds.ts';

/** One name in its spellings, as a row of the tables in `clusters/` has it. */
export type GivenNameCluster = {
  /** Latin letters, digits and hyphens; the same for every spelling of the name. */
  cluster: string;
  spellings: string[];
  reason: string;
  /** Where the spellings were found together; '' where the row rests on general knowledge. */
  source: string;
  /** A word that names are built from (бай, нұр): alone it says little. */
  element: boolean;
};

/**
 * A given name found in a stem, and what of the stem is left beside it ('' when the stem is just that name). The rest
 * stands `before` the name or not: Жандос and Досжан are built of the same two and are two names.
 */
export type ClusterPart = { cluster: string; rest: string; element: boolean; before: boolean };

/** The same for two stems that are forms of one name. */
export const clusterKey = ({ cluster, rest, before }: ClusterPart): string =>
  before ? `${rest}|${cluster}` : `${cluster}|${rest}`;

function readTable(text: string, element: boolean): GivenNameCluster[] {
  return text.split('\n').flatMap((line) => {
    const [cluster = '', spellings = '', reason = '', source = ''] = line.split('|').map((cell) => cell.trim());
    return cluster === '' ? [] : [{ cluster, spellings: spellings.split(/\s+/), reason, source, element }];
  });
}

/** Every cluster, names before the elements they are built from. */
export const GIVEN_NAME_CLUSTERS: readonly GivenNameCluster[] = [
  ...readTable(ARABIC_PERSIAN_NAMES, false),
  ...readTable(KAZAKH_NAMES, false),
  ...readTable(RUSSIAN_NAMES, false),
  ...readTable(NAME_ELEMENTS, true),
];

/** A spelling read so is taken for the name only if it is at least this likely. */
const LIKELY = 0.4;
/** Longer stems are no Kazakh names; it bounds the time. */
const LONGEST_STEM = 32;

type Found = { cluster: string; element: boolean };

const bySound = new Map<string, Found>();
/** Each cluster's first spelling as sounds: however a name is distorted, its parts are those of its plain form. */
const plainForm = new Map<string, string>();
for (const each of GIVEN_NAME_CLUSTERS) for (const spelling of each.spellings) learn(each, spelling);

function learn({ cluster, element }: GivenNameCluster, spelling: string): void {
  for (const { sound, weight } of soundsOf(spelling)) {
    if (weight < LIKELY || bySound.has(sound)) continue;
    bySound.set(sound, { cluster, element });
    if (!plainForm.has(cluster)) plainForm.set(cluster, sound);
  }
}

/**
 * The given names that a stem of `readWord` is, or is built from: `nurmagambet` is nur and muhammed, `kajrbolat` is
 * qayyr and bolat. A name that is known as a whole comes first, with `rest` ''; each part of a built name comes with the
 * rest beside it, in its plain form where it is known: Қайырмағамбет and Хаирмухамет have the same parts. A stem of which nothing is known gives none.
 */
export function clustersOf(stem: string): ClusterPart[] {
  if (stem.length < 2 || stem.length > LONGEST_STEM) return [];
  const whole = bySound.get(stem);
  if (whole === undefined) return builtFromTwo(stem) ?? knownPart(stem);
  const parts = builtFromTwo(plainForm.get(whole.cluster) ?? stem) ?? [];
  return [{ ...whole, rest: '', before: false }, ...parts];
}

/** Both halves are known; of several ways to cut, the one with most sounds in names that are no mere elements. */
function builtFromTwo(stem: string): ClusterPart[] | null {
  let best: ClusterPart[] | null = null;
  let bestRank = -1;
  for (let cut = 2; cut <= stem.length - 2; cut++) {
    const head = bySound.get(stem.slice(0, cut));
    const tail = head && bySound.get(stem.slice(cut));
    if (head === undefined || tail === undefined) continue;
    const rank = (head.element ? 0 : cut) + (tail.element ? 0 : stem.length - cut);
    if (rank <= bestRank) continue;
    bestRank = rank;
    best = [
      { ...head, rest: plainForm.get(tail.cluster) ?? stem.slice(cut), before: false },
      { ...tail, rest: plainForm.get(head.cluster) ?? stem.slice(0, cut), before: true },
    ];
  }
  return best;
}

/** A known beginning or end of at least three sounds beside an unknown rest of at least two; the longest such part. */
function knownPart(stem: string): ClusterPart[] {
  for (let length = stem.length - 2; length >= 3; length--) {
    const tail = bySound.get(stem.slice(-length));
    if (tail !== undefined) return [{ ...tail, rest: stem.slice(0, -length), before: true }];
    const head = bySound.get(stem.slice(0, length));
    if (head !== undefined) return [{ ...head, rest: stem.slice(length), before: false }];
  }
  return [];
}

/** Whether a sound is a given name as it stands, so that its end (Яков, Марина) is no surname ending. */
export function isWholeGivenName(sound: string): boolean {
  const found = bySound.get(sound);
  return found !== undefined && !found.element;
}
