import type { Fact, FactDate, FactSource } from '../server/domain/fact.ts';
import type { MentionRow } from '../server/domain/row.ts';

/** A soldier whom public pages tell of, as the facts file has him. */
export type NotableSoldierFact = Fact & {
  names: { ru: string; kk: string; en: string; variants?: string[] };
  birth: { date: FactDate | null; place_then: string | null; place_now: string | null; unverified?: boolean } | null;
  role: string | null;
  unit: string | null;
  rank: string | null;
  fate: string;
  death: { date: FactDate | null; place: string | null; unverified?: boolean } | null;
  burial: { place: string; unverified?: boolean } | null;
  awards: { title_ru: string; title_kk: string; title_en: string; date: string | null; posthumous?: boolean }[];
};

export type NotableMention = {
  factId: string;
  language: 'ru' | 'kk';
  row: MentionRow;
  sources: FactSource[];
  confidence: 'sourced' | 'partly';
};
