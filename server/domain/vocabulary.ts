import type { Confidence, FactSource } from './fact.ts';

/** A word of the records with what it means, as the vocabulary file has it. The first text of each list is the one to show. */
export type VocabularyTerm = {
  /** `section.word`, for example `fates.missing`. */
  id: string;
  ru: string[];
  kk: string[];
  en: string;
  abbr_ru: string[];
  notes: string[];
  confidence: Confidence;
  unverified_fields: string[];
  sources: FactSource[];
  de?: string;
  /** Shown only after a person has checked the entry. */
  sensitive?: boolean;
  /** For fates: the entry by itself means death. */
  final?: boolean;
};

export type ReaderLanguage = 'kk' | 'ru' | 'en';

export type Explanation = {
  id: string;
  term: string;
  text: string;
  confidence: Confidence;
  sensitive: boolean;
  notes: string[];
};

export type Vocabulary = {
  byId(id: string): VocabularyTerm | null;
  section(name: string): VocabularyTerm[];
  /** The term a written word stands for (`ВПП`, `кр-ц`, `пропал без вести`), explained in the reader's language; null if none. */
  explain(written: string, language: ReaderLanguage): Explanation | null;
};

function foldWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[.\s]+/g, ' ')
    .trim();
}

// "т/р тяжело ранен", "ПТР противотанковое ружьё": the abbreviation is the first word, its meaning follows.
function spellingsOf(term: VocabularyTerm): string[] {
  const short = term.abbr_ru.flatMap((abbreviation) => [abbreviation, abbreviation.split(' ')[0] ?? '']);
  const bare = term.ru.map((word) => word.replace(/\s*\([^)]*\)/g, ''));
  return [...term.ru, ...bare, ...term.kk, ...short, term.en, term.de ?? '']
    .map(foldWord)
    .filter((word) => word !== '');
}

function textOf(term: VocabularyTerm, language: ReaderLanguage): string {
  if (language === 'en') return term.en;
  return (language === 'kk' ? term.kk[0] : term.ru[0]) ?? term.ru[0] ?? term.en;
}

// ВПП is a transit point before it is the list that one wrote: kinds of documents give way to what they are named after.
const LAST_SECTION = 'document_types.';

/** Makes the vocabulary searchable. Where one abbreviation stands for two terms the earlier section wins. */
export function createVocabulary(terms: readonly VocabularyTerm[]): Vocabulary {
  const ids = new Map(terms.map((term) => [term.id, term]));
  const spellings = new Map<string, VocabularyTerm>();
  const isLast = (term: VocabularyTerm): number => Number(term.id.startsWith(LAST_SECTION));
  for (const term of [...terms].sort((a, b) => isLast(a) - isLast(b))) {
    for (const spelling of spellingsOf(term)) if (!spellings.has(spelling)) spellings.set(spelling, term);
  }
  return {
    byId: (id) => ids.get(id) ?? null,
    section: (name) => terms.filter((term) => term.id.startsWith(`${name}.`)),
    explain: (written, language) => {
      const term = spellings.get(foldWord(written.slice(0, 200)));
      if (term === undefined) return null;
      const { id, confidence, notes } = term;
      return { id, term: written, text: textOf(term, language), confidence, sensitive: term.sensitive === true, notes };
    },
  };
}
