/** What a visitor asks, as typed. Absent is not asked. */
export type SoldierQuestion = {
  q?: string | undefined;
  familyName?: string | undefined;
  givenName?: string | undefined;
  patronymic?: string | undefined;
  birthYear?: string | undefined;
  birthPlace?: string | undefined;
  conscriptionPlace?: string | undefined;
  unit?: string | undefined;
  division?: string | undefined;
  fate?: string | undefined;
  country?: string | undefined;
  burialSite?: string | undefined;
  camp?: string | undefined;
  campNumber?: string | undefined;
  hasRelatives?: boolean | undefined;
};

/** A filter that was understood, with the field it came from. `tags`: any of them will do. */
export type AskedFilter = { field: keyof SoldierQuestion; written: string; tags: string[] };

/** A key of `client/messages` and what fills it. */
export type SearchWarning = { key: string; values: Record<string, string | number> };
