import type { Evidence, Person } from '../requests/shapes.ts';

/** What the API answers about soldiers, as far as the desk reads it. */

export type KnownSoldier = {
  id: string;
  name: string;
  life: string;
  birthPlace: string | null;
  fate: string | null;
  papers: number;
  sensitive: boolean;
};

export type Mention = {
  id: string;
  documentType: string | null;
  archive: string | null;
  sourceUrl: string | null;
  origin: { kind: 'import' | 'reference' | 'volunteer'; line?: number };
  written: Record<string, string>;
  sensitive: boolean;
  example: boolean;
  version: number;
  /** Of a partner's paper. */
  scans: { id: string; kind: 'picture' | 'pdf'; name: string | null }[];
  /** Burial places of our list that it may mean, where that is not sure. */
  possibleSites: { id: string; names: { kk: string | null; ru: string | null; en: string | null } }[];
};

export type SoldierPage = {
  id: string;
  name: string;
  state: string;
  hasRelatives: boolean;
  example: boolean;
  facts: {
    field: string;
    values: { written: string; relation: 'chosen' | 'agrees' | 'differs'; mentionIds: string[] }[];
  }[];
  mentions: Mention[];
};

export type Link = {
  id: string;
  kind: 'tie' | 'merge';
  mentionId: string | null;
  fromId: string;
  fromName: string;
  intoId: string;
  intoName: string;
  reason: string;
  by: Person;
  at: string;
  withdrawnBy: Person | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
};

export type Comparison = { evidence: Evidence[]; weight: number };
