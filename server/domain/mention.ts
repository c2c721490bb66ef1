import type { PartialDate } from './partial-date.ts';
import type { MentionRow } from './row.ts';

/**
 * A mention: one man in one line of one document. It is never overwritten and never merged with another:
 * people, by decisions, say which mentions are of one soldier, and can take that back.
 */
export type Mention = {
  id: string;
  /** The soldier this mention is tied to now. A fresh mention has a soldier of its own. */
  soldierId: string;
  origin: MentionOrigin;
  /** Every value as the document has it. */
  written: MentionRow;
  /** The same values as we understand them, beside and never instead of what is written. */
  understood: UnderstoodRow;
  /** Executed, deserted, convicted … : shown to confirmed kin and volunteers only, never indexed or listed. */
  sensitive: boolean;
  /** An invented person of the demo; every page and file that shows it says so. */
  example: boolean;
  state: 'live' | 'withdrawn';
  /** Counts changes of the content: a newer list may correct a line. Earlier contents stay in `mention-versions`. */
  version: number;
  createdAt: Date;
  changedAt: Date;
};

/** Where a mention came from. Partner, list version and line are what a return file and an undo need. */
export type MentionOrigin =
  | {
      kind: 'import';
      partnerId: string;
      listId: string;
      importId: string;
      line: number;
      /** The partner's own number, or a fold of the identifying fields: the same row of the next version has it again. */
      rowKey: string;
      contentHash: string;
    }
  | { kind: 'reference'; factId: string; sources: Source[]; confidence: 'sourced' | 'partly' }
  | { kind: 'volunteer'; userId: string; requestId: string | null };

/** A page or book a fact was read in. */
export type Source = { site: string; title: string; url: string | null };

/** What was understood of a row. A null says "not given or not understood"; the importer's problems say which. */
export type UnderstoodRow = {
  familyName: string | null;
  givenName: string | null;
  patronymic: string | null;
  fullName: string;
  sex: 'm' | 'f' | null;
  birth: PartialDate | null;
  /** Keys of `domain/places`: settlement, rayon, oblast, most exact first. */
  birthPlaceKeys: string[];
  residenceKeys: string[];
  conscription: PartialDate | null;
  conscriptionOfficeKeys: string[];
  rank: string | null;
  /** Unit keys such as `rd-387`, `rr-1275`. */
  unitKeys: string[];
  fate: string | null;
  fateDate: PartialDate | null;
  fatePlaceKeys: string[];
  captureDate: PartialDate | null;
  camp: string | null;
  campNumber: string | null;
  hospital: string | null;
  burialSiteId: string | null;
  burialCountry: string | null;
  latitude: number | null;
  longitude: number | null;
  documentType: string | null;
};

/** A row of which nothing was given or understood. */
export const NOTHING_UNDERSTOOD: UnderstoodRow = {
  familyName: null,
  givenName: null,
  patronymic: null,
  fullName: '',
  sex: null,
  birth: null,
  birthPlaceKeys: [],
  residenceKeys: [],
  conscription: null,
  conscriptionOfficeKeys: [],
  rank: null,
  unitKeys: [],
  fate: null,
  fateDate: null,
  fatePlaceKeys: [],
  captureDate: null,
  camp: null,
  campNumber: null,
  hospital: null,
  burialSiteId: null,
  burialCountry: null,
  latitude: null,
  longitude: null,
  documentType: null,
};
