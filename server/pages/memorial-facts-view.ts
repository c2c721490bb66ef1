import { type Language, quoted } from '../../client/messages/translate.ts';
import { dateText } from '../../client/parts/date-text.ts';
import type { FactValue, Fact as ShownFact, SourceLink } from '../../client/parts/facts.tsx';
import type { MessageKey } from '../../client/parts/say.ts';
import { explainedIn, type FoundWord } from '../domain/explained-words.ts';
import type { Mention, UnderstoodRow } from '../domain/mention.ts';
import type { RowField } from '../domain/row.ts';
import type { SoldierSummary } from '../domain/soldier.ts';
import type { Fact, FactValue as KnownValue } from '../domain/soldier-facts.ts';
import { explainedView } from './explained-view.ts';
import { countryName, documentWord, fateWord, type PageContext, todayLine } from './page-words.ts';

/** Which of the page's words names a fact. A field that is not here is not shown. */
const TERMS: Partial<Record<RowField, MessageKey>> = {
  birthDate: 'fact.birth',
  birthPlace: 'fact.birthPlace',
  residence: 'fact.residence',
  conscriptionDate: 'fact.conscription',
  conscriptionPlace: 'fact.conscriptionPlace',
  rank: 'fact.rank',
  unit: 'fact.unit',
  captureDate: 'fact.capture',
  capturePlace: 'fact.capturePlace',
  camp: 'fact.camp',
  campNumber: 'fact.campNumber',
  hospital: 'fact.hospital',
  fate: 'fact.fate',
  fateDate: 'fact.fateDate',
  fatePlace: 'fact.fatePlace',
  nationality: 'fact.nationality',
  burialCountry: 'fact.burialCountry',
  burialRegion: 'fact.burialRegion',
  burialPlace: 'fact.burialPlace',
  burialSite: 'fact.burialSite',
  grave: 'fact.grave',
  movedFrom: 'fact.movedFrom',
};

export const isShown = ({ field }: Fact): boolean => TERMS[field] !== undefined;

/** Where a place of these fields lies today. */
const PLACE_KEYS: Partial<Record<RowField, keyof UnderstoodRow>> = {
  birthPlace: 'birthPlaceKeys',
  residence: 'residenceKeys',
  conscriptionPlace: 'conscriptionOfficeKeys',
};

export type FactContext = {
  mentions: readonly Mention[];
  page: PageContext;
  sex: SoldierSummary['sex'];
  once: (found: FoundWord[]) => FoundWord[];
  /** What places are called today, as far as the page has told it. */
  toldToday: Set<string>;
};

/** A fact with every value that a paper gives for it, the papers, and what a reader has to know to understand it. */
export function factView(fact: Fact, context: FactContext): ShownFact {
  const { page, mentions, once } = context;
  const values = fact.values.map((value, index): FactValue => {
    const text = factText(fact.field, value, context);
    return {
      text,
      lang: valueLanguage(text, page.language),
      sources: value.mentionIds.map((id) => sourceOf(mentions, id, page)),
      // Values that agree lie at one place: what it is today is told once.
      note: index === 0 || value.relation === 'differs' ? noteOf(fact.field, value, context) : null,
      words: explainedView(once(explainedIn(fact.field, value.written)), page.say),
    };
  });
  return { term: page.say(TERMS[fact.field] ?? 'fact.notes'), values };
}

const DATES: Partial<Record<RowField, 'birth' | 'conscription' | 'captureDate' | 'fateDate'>> = {
  birthDate: 'birth',
  conscriptionDate: 'conscription',
  captureDate: 'captureDate',
  fateDate: 'fateDate',
};

function factText(field: RowField, value: KnownValue, { mentions, page, sex }: FactContext): string {
  const { written, understood } = value;
  const { language } = page;
  const dateField = DATES[field];
  const date = dateField && mentions.find(({ id }) => id === value.mentionIds[0])?.understood[dateField];
  if (date) return besideWritten(dateText(date, language), written, language);
  // What the paper says stands beside what it means: "выбыл" is not yet "killed".
  if (field === 'fate' && understood) return fateText(understood, written, { page, sex });
  if (field === 'burialCountry' && understood) return countryName(understood, language);
  return written;
}

/** A date in words, and as the paper has it where that says it otherwise: "июль 1942 («__.07.1942»)". */
function besideWritten(text: string, written: string, language: Language): string {
  const digits = (from: string): string => from.replace(/\D/g, '');
  return text === written || digits(text) === digits(written) ? text : `${text} (${quoted(written, language)})`;
}

function fateText(fate: string, written: string, { page, sex }: Pick<FactContext, 'page' | 'sex'>): string {
  const { say, language } = page;
  const word = fateWord(say, fate, sex);
  // A clerk's form has the masculine word for women too.
  const said = [word, fateWord(say, fate)].some((each) => written.toLowerCase().includes(each.toLowerCase()));
  return said ? word : `${word} (${quoted(written, language)})`;
}

function noteOf(field: RowField, value: KnownValue, { mentions, page, toldToday }: FactContext): string | null {
  const keysField = PLACE_KEYS[field];
  if (keysField === undefined) return null;
  const mention = mentions.find(({ id }) => id === value.mentionIds[0]);
  const keys = mention?.understood[keysField];
  const line = Array.isArray(keys) ? todayLine(keys, page) : null;
  if (line === null || toldToday.has(line)) return null;
  toldToday.add(line);
  return line;
}

/** Russian words on a Kazakh page and the other way round; what is Latin may be of any language. */
export function valueLanguage(text: string, reader: string): string | undefined {
  const lang = /[әғқңөұүһі]/i.test(text) ? 'kk' : /\p{Script=Cyrillic}/u.test(text) ? 'ru' : undefined;
  return lang === reader ? undefined : lang;
}

export function sourceOf(mentions: readonly Mention[], id: string, { say }: PageContext): SourceLink {
  const index = mentions.findIndex((mention) => mention.id === id);
  return { label: documentWord(say, mentions[index]?.understood.documentType), href: `#document-${index + 1}` };
}
