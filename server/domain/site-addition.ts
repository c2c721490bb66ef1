/** What people who were there tell of a burial place: who looks after it, and photographs. Beside the facts, never in them. */
export type SiteAddition = {
  id: string;
  siteId: string;
  /** The organisation that looks after the place, in the words of whoever asked it. */
  custodian: string | null;
  /** Where that is known from. For the desk only: it may name whoever told it. */
  source: string | null;
  /** Who took the photographs and when, as it is to stand under them. */
  credit: string | null;
  /** Its photographs; none once it is refused, which erases them. */
  fileIds: string[];
  /** Of these the photographs that whoever moderated let through. */
  shownFileIds: string[];
  state: SiteAdditionState;
  addedBy: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  version: number;
  createdAt: Date;
};

/** `waiting` for a coordinator to look at it. */
export const SITE_ADDITION_STATES = ['waiting', 'shown', 'refused'] as const;
export type SiteAdditionState = (typeof SITE_ADDITION_STATES)[number];

export const MOST_SITE_PHOTOGRAPHS = 6;
