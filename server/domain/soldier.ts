import type { PartialDate } from './partial-date.ts';

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
  rank: string | null;
  unit: string | null;
  unitKeys: string[];
  divisionIds: string[];
  /** Place keys of birth, residence and call-up together, for filters and matching. */
  placeKeys: string[];
  oblastIds: string[];
  camp: string | null;
  campNumber: string | null;
  burial: SoldierBurial | null;
  /** True when a request of relatives is tied to him: "his family is known". */
  hasRelatives: boolean;
};

export type SoldierBurial = {
  siteId: string | null;
  siteName: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
  grave: string | null;
};
