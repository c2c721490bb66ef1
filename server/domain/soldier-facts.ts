import { type Aspect, documentTrust } from './document-type.ts';
import type { Mention, UnderstoodRow } from './mention.ts';
import type { PartialDate } from './partial-date.ts';
import type { RowField } from './row.ts';

/** Why this value stands first. Keys of `client/messages`, so that a reader is told the rule in her language. */
export type ChoiceReason = 'only_value' | 'trusted_document' | 'most_exact' | 'most_mentions' | 'recorded_first';

/** `agrees`: says the same less exactly. `differs`: contradicts, and is kept side by side for the reader to judge. */
export type FactRelation = 'chosen' | 'agrees' | 'differs';

export type FactValue = {
  /** As the most trusted of its documents writes it. */
  written: string;
  /** What was understood of it (a fate's code, a date's EDTF text …); null when only the words stand. */
  understood: string | null;
  /** First and last possible day, for dates. */
  earliest: string | null;
  latest: string | null;
  relation: FactRelation;
  mentionIds: string[];
};

/** One thing known of a soldier, with every value that any of his documents gives for it. The chosen value is first. */
export type Fact = { field: RowField; reason: ChoiceReason; values: FactValue[] };

/** The day reading of a value, its key, and how exact it is; two values agree when `agrees` says so. */
type Reading = {
  key: string;
  understood: string | null;
  exactness: number;
  date: PartialDate | null;
  places: string[];
};

type FactRule = { field: RowField; aspect: Aspect; read: (mention: Mention, written: string) => Reading };

type Group = Reading & { written: string; trust: number; mentions: Mention[] };

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s.,;:()"«»-]+/g, ' ')
    .trim();

const plain = (_mention: Mention, written: string): Reading => ({
  key: folded(written),
  understood: null,
  exactness: 0,
  date: null,
  places: [],
});

type CodeField = 'sex' | 'rank' | 'fate' | 'camp' | 'campNumber' | 'hospital' | 'burialSiteId' | 'burialCountry';

const coded =
  (field: CodeField): FactRule['read'] =>
  (mention, written) => {
    const understood = mention.understood[field];
    return { ...plain(mention, written), key: understood ?? folded(written), understood };
  };

const EXACTNESS = { none: 0, open: 1, range: 2, year: 3, month: 4, day: 5 } as const;

type DateField = 'birth' | 'conscription' | 'fateDate' | 'captureDate';

const dated =
  (field: DateField): FactRule['read'] =>
  (mention, written) => {
    const date = mention.understood[field];
    if (date === null) return plain(mention, written);
    const key = `${date.earliest}/${date.latest}`;
    return { key, understood: date.edtf, exactness: EXACTNESS[date.precision], date, places: [] };
  };

type PlaceField = 'birthPlaceKeys' | 'residenceKeys' | 'conscriptionOfficeKeys' | 'fatePlaceKeys' | 'unitKeys';

const placed =
  (field: PlaceField): FactRule['read'] =>
  (mention, written) => {
    const keys: UnderstoodRow[PlaceField] = mention.understood[field];
    if (keys.length === 0) return plain(mention, written);
    // The words stay in the key: two villages of one rayon that the gazetteer does not know are two values.
    return { key: folded(written), understood: keys[0] ?? null, exactness: keys.length, date: null, places: keys };
  };

// The order in which a memorial page tells a life. Relatives and notes are left out: they may name the living.
const RULES: readonly FactRule[] = [
  { field: 'sex', aspect: 'identity', read: coded('sex') },
  { field: 'birthDate', aspect: 'identity', read: dated('birth') },
  { field: 'birthPlace', aspect: 'identity', read: placed('birthPlaceKeys') },
  { field: 'nationality', aspect: 'identity', read: plain },
  { field: 'residence', aspect: 'identity', read: placed('residenceKeys') },
  { field: 'conscriptionDate', aspect: 'identity', read: dated('conscription') },
  { field: 'conscriptionPlace', aspect: 'identity', read: placed('conscriptionOfficeKeys') },
  { field: 'rank', aspect: 'service', read: coded('rank') },
  { field: 'unit', aspect: 'service', read: placed('unitKeys') },
  { field: 'captureDate', aspect: 'captivity', read: dated('captureDate') },
  { field: 'capturePlace', aspect: 'captivity', read: plain },
  { field: 'camp', aspect: 'captivity', read: coded('camp') },
  { field: 'campNumber', aspect: 'captivity', read: coded('campNumber') },
  { field: 'hospital', aspect: 'service', read: coded('hospital') },
  { field: 'fate', aspect: 'service', read: coded('fate') },
  { field: 'fateDate', aspect: 'service', read: dated('fateDate') },
  { field: 'fatePlace', aspect: 'service', read: placed('fatePlaceKeys') },
  { field: 'burialCountry', aspect: 'burial', read: coded('burialCountry') },
  { field: 'burialRegion', aspect: 'burial', read: plain },
  { field: 'burialPlace', aspect: 'burial', read: plain },
  { field: 'burialSite', aspect: 'burial', read: coded('burialSiteId') },
  { field: 'grave', aspect: 'burial', read: plain },
  { field: 'movedFrom', aspect: 'burial', read: plain },
];

/** How far this mention is believed about this. The site's own curated facts count as `reference`. */
export function mentionTrust(mention: Mention, aspect: Aspect): number {
  const { documentType } = mention.understood;
  return documentTrust(documentType ?? (mention.origin.kind === 'reference' ? 'reference' : null), aspect);
}

/** The older mention first; the id decides between two of one moment, so the order never depends on how they were read. */
export function byAge(a: Mention, b: Mention): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}

function agree(a: Reading, b: Reading): boolean {
  if (a.date !== null && b.date !== null) {
    const startsBeforeEnd = (from: string | null, to: string | null) => from === null || to === null || from <= to;
    return startsBeforeEnd(a.date.earliest, b.date.latest) && startsBeforeEnd(b.date.earliest, a.date.latest);
  }
  const [vague, exact] = a.places.length <= b.places.length ? [a.places, b.places] : [b.places, a.places];
  if (vague.length > 0) return vague.every((key) => exact.includes(key));
  return a.key.includes(b.key) || b.key.includes(a.key);
}

function groupsOf(mentions: readonly Mention[], rule: FactRule): Group[] {
  const groups = new Map<string, Group>();
  for (const mention of mentions) {
    const written = mention.written[rule.field];
    if (written === undefined) continue;
    const reading = rule.read(mention, written);
    const trust = mentionTrust(mention, rule.aspect);
    const group = groups.get(reading.key);
    if (group === undefined) {
      groups.set(reading.key, { ...reading, written, trust, mentions: [mention] });
      continue;
    }
    group.mentions.push(mention);
    if (trust > group.trust) Object.assign(group, { trust, written });
  }
  return [...groups.values()];
}

/** Negative when `a` is to stand before `b`, and by which rule. */
function compare(a: Group, b: Group): { order: number; reason: ChoiceReason } {
  if (a.trust !== b.trust) return { order: b.trust - a.trust, reason: 'trusted_document' };
  const mentions = b.mentions.length - a.mentions.length;
  if (mentions !== 0) return { order: mentions, reason: 'most_mentions' };
  if (a.exactness !== b.exactness) return { order: b.exactness - a.exactness, reason: 'most_exact' };
  const [firstOfA, firstOfB] = [a.mentions[0], b.mentions[0]];
  return { order: firstOfA && firstOfB ? byAge(firstOfA, firstOfB) : 0, reason: 'recorded_first' };
}

function choose(groups: Group[]): { chosen: Group; reason: ChoiceReason } | null {
  const sorted = [...groups].sort((a, b) => compare(a, b).order);
  const [first, second] = sorted;
  if (first === undefined) return null;
  if (second === undefined) return { chosen: first, reason: 'only_value' };
  // "12.05.1913" of a poorer paper still says more than "1913" of the best, as long as the two do not contradict.
  const finer = sorted
    .filter((group) => group.exactness > first.exactness && agree(group, first))
    .sort((a, b) => b.exactness - a.exactness)[0];
  if (finer !== undefined) return { chosen: finer, reason: 'most_exact' };
  return { chosen: first, reason: compare(first, second).reason };
}

function factOf(mentions: readonly Mention[], rule: FactRule): Fact | null {
  const groups = groupsOf(mentions, rule);
  const choice = choose(groups);
  if (choice === null) return null;
  const relationOf = (group: Group): FactRelation => {
    if (group === choice.chosen) return 'chosen';
    return agree(group, choice.chosen) ? 'agrees' : 'differs';
  };
  const place = { chosen: 0, agrees: 1, differs: 2 } as const;
  const values = groups
    .map((group) => ({ group, relation: relationOf(group) }))
    .sort((a, b) => place[a.relation] - place[b.relation] || compare(a.group, b.group).order)
    .map(({ group, relation }) => ({
      written: group.written,
      understood: group.understood,
      earliest: group.date?.earliest ?? null,
      latest: group.date?.latest ?? null,
      relation,
      mentionIds: group.mentions.map((mention) => mention.id),
    }));
  return { field: rule.field, reason: choice.reason, values };
}

/**
 * What is known of the man of these mentions, fact by fact: the value that stands first, by which rule, every other value
 * beside it, and the mentions each rests on. Facts that no mention gives are left out.
 * Which mentions a reader may see is the caller's choice: pass only those.
 * @param fields only these, for a summary that needs a few of them
 */
export function facts(mentions: readonly Mention[], fields?: ReadonlySet<RowField>): Fact[] {
  const sorted = [...mentions].sort(byAge);
  const rules = fields === undefined ? RULES : RULES.filter(({ field }) => fields.has(field));
  return rules.flatMap((rule) => factOf(sorted, rule) ?? []);
}
