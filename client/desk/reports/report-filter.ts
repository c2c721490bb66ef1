import { isLanguage, type Language } from '../../messages/translate.ts';

export const REPORT_STATES = ['open', 'closed'] as const;

/** Which reports are listed. It stands in the address, so that it can be sent to a colleague. */
export type ReportFilter = {
  state: (typeof REPORT_STATES)[number];
  language: Language | null;
  soldierId: string | null;
};

/** What the address says; what it says wrongly is as if it were not there. */
export function readFilter(query: Record<string, string | undefined>): ReportFilter {
  const { state, language, soldierId } = query;
  return {
    state: REPORT_STATES.find((one) => one === state) ?? 'open',
    language: isLanguage(language) ? language : null,
    soldierId: soldierId && /^[a-z0-9][a-z0-9-]{0,63}$/.test(soldierId) ? soldierId : null,
  };
}

/** The filter as the part of an address after the question mark; the API reads the same names. */
export function filterQuery({ state, language, soldierId }: ReportFilter): string {
  const given = { state, ...(language ? { language } : {}), ...(soldierId ? { soldierId } : {}) };
  return new URLSearchParams(given).toString();
}
