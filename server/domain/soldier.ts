import type { Mention } from './mention.ts';
import type { PartialDate } from './partial-date.ts';
import type { RowField } from './row.ts';
import { byAge, type Fact, facts, mentionTrust } from './soldier-facts.ts';
import { UNIT_KINDS } from './unit-kinds.ts';

/**
 * A soldier is a stable address and the mentions tied to it. Everything else on his page is drawn from those mentions
 * and drawn again when one changes, so no value here is ever edited by hand.
 */
export type Soldier = {
  id: string;
  mentionIds: string[];
  /** `merged`: another soldier's page answers for him (308). `withdrawn`: his last mention was taken back. */
  state: 'live' | 'merged' | 'withdrawn';
  mergedInto: string | null;
  example: boolean;
  /** All his live mentions are sensitive: no public page, list, index or count shows him. */
  restricted: boolean;
  /** A request of relatives is tied to this very address. A merge shows it at the other address and does not move it. */
  kin: boolean;
  summary: SoldierSummary;
  /** Grows with each change; the ETag and compare-and-set rest on it. */
  version: number;
  changedAt: Date;
};

/** One spelling of the name, and how many mentions write it so. */
export type NameForm = {
  full: string;
  familyName: string | null;
  givenName: string | null;
  patronymic: string | null;
  documentType: string | null;
  count: number;
};

/** What lists, search results and the index show of a soldier. Holds nothing sensitive. */
export type SoldierSummary = {
  /** The form shown as heading: the fullest spelling of the most trusted document. */
  name: NameForm;
  names: NameForm[];
  sex: 'm' | 'f' | null;
  birth: PartialDate | null;
  birthPlace: string | null;
  /** Null also when the only fate known is a sensitive one. */
  fate: string | null;
  fateDate: PartialDate | null;
  /** Its code, or as written where no code fits. */
  rank: string | null;
  unit: string | null;
  unitKeys: string[];
  divisionIds: string[];
  /** Place keys of birth, residence and call-up together, for filters and matching. */
  placeKeys: string[];
  oblastIds: string[];
  /** Camp and tag number as written. */
  camp: string | null;
  campNumber: string | null;
  /** Keys of the hospitals his papers name: `eg-2446`. */
  hospitals: string[];
  burial: SoldierBurial | null;
  /** True when a request of relatives is tied to him: "his family is known". */
  hasRelatives: boolean;
  /** Published history tells of him (a curated fact of the seed): nobody has to look for his family. */
  toldOf?: true;
};

export type SoldierBurial = {
  siteId: string | null;
  siteName: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
  grave: string | null;
};

const chosenMention = (mentions: readonly Mention[], fact: Fact | undefined): Mention | undefined => {
  const id = fact?.values[0]?.mentionIds[0];
  return mentions.find((mention) => mention.id === id);
};

function nameFormOf(mention: Mention): NameForm {
  const { fullName, familyName, givenName, patronymic, documentType } = mention.understood;
  return { full: fullName, familyName, givenName, patronymic, documentType, count: 1 };
}

/**
 * The form that lists of names are ordered by, and show to readers of Cyrillic: the most trusted one that is written in it,
 * else the most trusted one. A Polish list has his name in the genitive, and a Russian paper of his has it as he was called.
 */
export function listedForm({ name, names }: Pick<SoldierSummary, 'name' | 'names'>): NameForm {
  return [name, ...names].find((form) => isCyrillic(form.full)) ?? name;
}

const isCyrillic = (text: string): boolean => !/[^\P{L}\p{Script=Cyrillic}]/u.test(text);

const fullness = (form: NameForm): number =>
  // An initial is a letter and a dot: it fills the place of a name without saying it.
  form.full.split(/\s+/).filter((word) => word.replace(/\.$/, '').length > 1).length;

/** All spellings, most trusted and fullest first. The same spelling in two kinds of document stands once. */
function nameForms(mentions: readonly Mention[]): NameForm[] {
  const forms = new Map<string, { form: NameForm; trust: number }>();
  for (const mention of mentions) {
    const form = nameFormOf(mention);
    const key = form.full.toLowerCase().replace(/\s+/g, ' ').trim();
    if (key === '') continue;
    const trust = mentionTrust(mention, 'identity');
    const known = forms.get(key);
    if (known === undefined) forms.set(key, { form, trust });
    else if (trust > known.trust) forms.set(key, { form: { ...form, count: known.form.count + 1 }, trust });
    else known.form.count += 1;
  }
  return [...forms.values()]
    .sort((a, b) => b.trust - a.trust || fullness(b.form) - fullness(a.form) || b.form.count - a.form.count)
    .map(({ form }) => form);
}

/** A grave is taken whole from one document: the site of one list and the plot of another would be a grave that is not there. */
function burialOf(mentions: readonly Mention[]): SoldierBurial | null {
  const fields: readonly RowField[] = ['burialSite', 'burialCountry', 'burialRegion', 'burialPlace', 'grave'];
  const [best] = mentions
    .filter((mention) => fields.some((field) => mention.written[field] !== undefined))
    .sort((a, b) => mentionTrust(b, 'burial') - mentionTrust(a, 'burial') || byAge(a, b));
  if (best === undefined) return null;
  const { written, understood } = best;
  return {
    siteId: understood.burialSiteId,
    siteName: written.burialSite ?? null,
    country: understood.burialCountry,
    region: written.burialRegion ?? null,
    place: written.burialPlace ?? null,
    grave: written.grave ?? null,
  };
}

/** Who lies in a grave has died, though no paper says how. */
function fateBeside(burial: SoldierBurial | null, fate: string | null): string | null {
  return burial !== null && (fate === null || fate === 'unknown') ? 'died' : fate;
}

const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

// Unit keys are `kind-number`, of Guards units `gkind-number`; divisions and brigades have pages and paths of their own.
const DIVISION_KINDS: ReadonlySet<string> = new Set(
  UNIT_KINDS.filter(({ level }) => level === 'division').flatMap(({ code }) => [code, `g${code}`]),
);

const isDivisionKey = (key: string): boolean => DIVISION_KINDS.has(key.slice(0, key.lastIndexOf('-')));

const IN_SUMMARY: ReadonlySet<RowField> = new Set<RowField>([
  'sex',
  'birthDate',
  'birthPlace',
  'rank',
  'unit',
  'camp',
  'campNumber',
  'fate',
  'fateDate',
]);

/** Invented people for a demonstration come the same way and stand for the unknown. */
const isCurated = ({ origin, example }: Mention): boolean => origin.kind === 'reference' && !example;

/** Of a soldier known from sensitive papers only, whose summary says nothing. */
export const NO_NAME: NameForm = {
  full: '',
  familyName: null,
  givenName: null,
  patronymic: null,
  documentType: null,
  count: 0,
};

/** The mentions that may speak for a soldier in public: live and not sensitive. */
export function publicMentions(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention) => mention.state === 'live' && !mention.sensitive);
}

/**
 * What lists, results and the index show of a soldier, drawn from his mentions. Withdrawn and sensitive mentions
 * contribute nothing, so a man known from sensitive papers only has an empty name and `restricted` set on him.
 * The same mentions in any order give the same summary.
 * @param hasRelatives whether a request of relatives is tied to him; the mentions do not say that
 */
export function drawSoldier(mentions: readonly Mention[], hasRelatives = false): SoldierSummary {
  const shown = publicMentions(mentions).sort(byAge);
  const known = new Map(facts(shown, IN_SUMMARY).map((fact) => [fact.field, fact]));
  const written = (field: RowField): string | null => known.get(field)?.values[0]?.written ?? null;
  const source = (field: RowField) => chosenMention(shown, known.get(field))?.understood;
  const names = nameForms(shown);
  const burial = burialOf(shown);
  const placeKeys = union(
    shown.map(({ understood: row }) => [...row.birthPlaceKeys, ...row.residenceKeys, ...row.conscriptionOfficeKeys]),
  );
  const unitKeys = union(shown.map((mention) => mention.understood.unitKeys));
  return {
    name: names[0] ?? NO_NAME,
    names,
    sex: source('sex')?.sex ?? shown.find((mention) => mention.understood.sex !== null)?.understood.sex ?? null,
    birth: source('birthDate')?.birth ?? null,
    birthPlace: written('birthPlace'),
    fate: fateBeside(burial, source('fate')?.fate ?? null),
    fateDate: source('fateDate')?.fateDate ?? null,
    rank: source('rank')?.rank ?? written('rank'),
    unit: written('unit'),
    unitKeys,
    divisionIds: unitKeys.filter(isDivisionKey),
    placeKeys,
    oblastIds: placeKeys.filter((key) => key.startsWith('obl-')),
    camp: written('camp'),
    campNumber: written('campNumber'),
    hospitals: [...new Set(shown.flatMap(({ understood }) => understood.hospital ?? []))],
    burial,
    hasRelatives,
    ...(shown.some(isCurated) ? { toldOf: true } : {}),
  };
}

/** The same for confirmed kin and the desk, who see painful papers too. Never for a list, an index or a public page. */
export function drawForDesk(mentions: readonly Mention[]): SoldierSummary {
  return drawSoldier(mentions.map((mention) => ({ ...mention, sensitive: false })));
}

/** Whether nothing of him may be shown in public although he has live mentions. */
export function isRestricted(mentions: readonly Mention[]): boolean {
  return mentions.some((mention) => mention.state === 'live') && publicMentions(mentions).length === 0;
}

/** A soldier's own address and those his papers were found under before they were tied together, each once. */
export function addressesOf({
  soldier,
  mentions,
}: {
  soldier: Pick<Soldier, 'id'>;
  mentions: readonly Mention[];
}): string[] {
  return [...new Set([soldier.id, ...mentions.map((mention) => mention.soldierId)])];
}
