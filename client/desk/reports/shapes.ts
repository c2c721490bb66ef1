import type { Language } from '../../messages/translate.ts';
import type { Person } from '../requests/shapes.ts';

/** What the API answers about reports of errors. */
export type ErrorReport = {
  id: string;
  soldierId: string;
  soldierName: string;
  text: string;
  language: Language;
  hasContact: boolean;
  state: 'open' | 'closed';
  outcome: string | null;
  closedBy: Person | null;
  createdAt: string;
  closedAt: string | null;
};
