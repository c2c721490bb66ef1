/**
 * Texts a person reads. Every area has one table in which the three languages of a text stand side by side, so that whoever
 * changes one sees the other two, and a missing one does not compile.
 */
export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** Russian needs one, few and many ("21 человек, 22 человека, 25 человек"); Kazakh and English only one and other. */
export type Plural = { one?: string; few?: string; many?: string; other: string };
export type Text = string | Plural;
export type Message = Record<Language, Text>;
export type MessageTable = Record<string, Message>;

export type MessageValues = Record<string, string | number>;

const pluralRules: Record<Language, Intl.PluralRules> = {
  kk: new Intl.PluralRules('kk'),
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
};

/**
 * How figures and short dates are written. Browsers say that they know Kazakh and then write `0.86` and `2026-11-27`:
 * Kazakh writes both as Russian does. English is that of most of the world, day before month.
 */
export const figuresLocale: Record<Language, string> = { kk: 'ru', ru: 'ru', en: 'en-GB' };

const numberFormats: Record<Language, Intl.NumberFormat> = {
  kk: new Intl.NumberFormat(figuresLocale.kk),
  ru: new Intl.NumberFormat(figuresLocale.ru),
  en: new Intl.NumberFormat(figuresLocale.en),
};

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The plural form is chosen by the value named `count`. A number is written as the language writes numbers. */
export function fill(message: Message, language: Language, values: MessageValues = {}): string {
  const text = message[language];
  const pattern = typeof text === 'string' ? text : pluralForm(text, language, values.count);
  if (!pattern.includes('{')) return pattern;
  return pattern.replace(/([«“]?)\{(\w+)\}/g, (whole, quote: string, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (typeof value === 'number') return quote + numberFormats[language].format(value);
    return quote + (quote === '' ? value : withinQuotes(value, language));
  });
}

const INNER: Record<Language, readonly [string, string]> = { kk: ['“', '”'], ru: ['„', '“'], en: ['‘', '’'] };

/** A text with quotation marks of its own, where it stands within those of the language. */
function withinQuotes(text: string, language: Language): string {
  const [open, close] = INNER[language];
  return text.replaceAll('«', open).replaceAll('»', close);
}

/** What a paper says, word for word, in the quotation marks of the reader's language. */
export function quoted(text: string, language: Language): string {
  const inner = withinQuotes(text, language);
  return language === 'en' ? `“${inner}”` : `«${inner}»`;
}

function pluralForm(text: Plural, language: Language, count: string | number | undefined): string {
  const rule = pluralRules[language].select(Number(count ?? 0));
  return (rule === 'one' || rule === 'few' || rule === 'many' ? text[rule] : undefined) ?? text.other;
}

export type Translate<Key extends string> = (key: Key, values?: MessageValues) => string;

/** A function that says any text of the table in one language. */
export function translator<T extends MessageTable>(table: T, language: Language): Translate<keyof T & string> {
  return (key, values) => {
    const message = table[key];
    // A key from stored data (a reason, a problem code) may be unknown to this version: show it rather than nothing.
    return message ? fill(message, language, values) : key;
  };
}
