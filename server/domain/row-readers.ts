import { type Camp, readCamp } from './camp.ts';
import { type Conscription, parseConscription } from './conscription.ts';
import { readCountry } from './country.ts';
import { understandDocumentType } from './document-type.ts';
import { type Fate, readFate } from './fate.ts';
import { type DateResult, parsePartialDate } from './partial-date.ts';
import { readRank } from './rank.ts';
import { remembering } from './remembering.ts';
import { parseUnit } from './unit.ts';

/** How the values of a row are read, one text at a time. */
export type RowReaders = {
  /** `asOf`: the day an age counts from. */
  date: (text: string, asOf?: string) => DateResult;
  fate: (text: string) => Fate;
  rank: (text: string) => string | null;
  unitKeys: (text: string) => readonly string[];
  camp: (text: string) => Camp | null;
  country: (text: string) => string | null;
  conscription: (text: string) => Conscription;
  documentType: (text: string) => string | null;
};

export const PLAIN_READERS: RowReaders = {
  date: (text, asOf) => parsePartialDate(text, { asOf }),
  fate: readFate,
  rank: (text) => readRank(text).code,
  unitKeys: (text) => parseUnit(text).keys,
  camp: readCamp,
  country: readCountry,
  conscription: parseConscription,
  documentType: understandDocumentType,
};

/** The same, each text read once: a list says "красноармеец" and "убит" twenty thousand times. */
export function rememberingReaders(): RowReaders {
  const date = remembering((text) => parsePartialDate(text));
  return {
    date: (text, asOf) => {
      const read = date(text);
      // Only an age depends on the day of the paper.
      const isAge = read.problem?.rule === 'age_needs_date';
      return isAge && asOf !== undefined ? parsePartialDate(text, { asOf }) : read;
    },
    fate: remembering(PLAIN_READERS.fate),
    rank: remembering(PLAIN_READERS.rank),
    unitKeys: remembering(PLAIN_READERS.unitKeys),
    camp: remembering(PLAIN_READERS.camp),
    country: remembering(PLAIN_READERS.country),
    conscription: remembering(PLAIN_READERS.conscription),
    documentType: remembering(PLAIN_READERS.documentType),
  };
}
