import { inEitherLetters, inPlainLetters } from '../kazakh-letters.ts';
import { COMPOUND_SYNONYMS } from './compound-synonyms.ts';
import type { HeaderTarget } from './compounds.ts';
import { targetOfConcept } from './header-concepts.ts';
import { FIELD_SYNONYMS } from './header-synonyms.ts';
import { ownColumnOf } from './own-columns.ts';

export type TargetGuess = { target: HeaderTarget; confidence: number };

const bySynonym = new Map<string, HeaderTarget>();
const all: Record<string, readonly string[]> = { ...FIELD_SYNONYMS, ...COMPOUND_SYNONYMS };
for (const [target, synonyms] of Object.entries(all)) {
  for (const synonym of synonyms) bySynonym.set(foldHeader(synonym), target as HeaderTarget);
}
/** Kazakh headers as they are typed without Kazakh letters; a Russian one of the same letters goes before. */
const inPlain = new Map([...bySynonym].map(([synonym, target]) => [inPlainLetters(synonym), target] as const));

/** "Ис" may be "іс" and "Кор" may be "қор", or a surname or a mark of the partner's: so short a word is not sure. */
const SHORT_IN_PLAIN = 3;

/** A header as it is compared: small letters, no signs, one space. "Дата рождения/Возраст" and "дата рождения возраст" are one. */
export function foldHeader(header: string): string {
  const folded = header
    .normalize('NFC')
    // A word parted at the end of a narrow column: "рожде-\nния".
    .replace(/(?<=\p{Ll})[-‐]\s*\n\s*(?=\p{Ll})/gu, '')
    // KOI8 and cp866 of old programs have no №, and a save left a question mark.
    .replace(/(^|\s)\?(?=\s|$)/gu, '$1№')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}№#]+/gu, ' ')
    .trim();
  return folded === '' ? header.trim() : folded;
}

/**
 * Words that say by themselves where a column goes, and inside a longer header mean nothing or something else
 * ("место", "область", "имя": whose?).
 */
const ALONE_ONLY = new Set(
  [
    'место | город | село | деревня | область | край | район | облыс | ort | gemeinde | miejsce | sted | place | town | location',
    'locality | land | kraj | country | region | kreis | status | статус | состояние | other | inne | info | annet | дата | dates',
    'причина | cause | name | names | person | given | сектор | квартал | source | источник | жена | мать | отец | семья | полк',
    'дивизия | соединение | погиб | умер | born | died | link | page | side | seite | file | akte | blatt | karta | staat | adres',
    'address | адрес | родные | документ | document | division | formation | объект | памятник | солдат | боец | soldier | отец | воин | жауынгер',
    'аты | есім | тегі | туған | атағы | ісі | өлген | nazwa | family | familie | father | vater | имена | имя | лист | дело | опись | фонд',
    'бөлімі | часть | причина | grav | grab | grób | plot | felt | participant | web | категория | выбыл | картотека | прочее | лагері',
  ]
    .join(' | ')
    .split(' | '),
);

/** The Kazakh letters that windows-1251 does not have: a list saved in it has question marks in their places. */
const LOST = /(?<=\p{L})\?|\?(?=\p{L})/gu;

/** "Ту?ан жылы": the synonym that fits with one Kazakh letter for each mark. */
function withLostLetters(header: string): HeaderTarget | undefined {
  if (header.search(LOST) === -1) return undefined;
  const folded = foldHeader(header.replace(LOST, 'ӿ')).replace(/ӿ/g, '[әіңғүұқөһ]');
  const pattern = new RegExp(`^${folded}$`, 'u');
  for (const [synonym, target] of bySynonym) if (pattern.test(synonym)) return target;
  return undefined;
}

const plainTarget = (bare: string): HeaderTarget | undefined => inPlain.get(inPlainLetters(bare));

function exactTarget(folded: string): HeaderTarget | undefined {
  const bare = folded.replace(/№|#/g, '').replace(/\s+/g, ' ').trim();
  return bySynonym.get(folded) ?? bySynonym.get(bare) ?? (bare.length > SHORT_IN_PLAIN ? plainTarget(bare) : undefined);
}

/** A known header with more words around it: "Фамилия (рус.)". The longest says most. */
function longestInside(folded: string): TargetGuess | null {
  const padded = ` ${folded} `;
  let best: { synonym: string; target: HeaderTarget } | null = null;
  for (const [synonym, target] of bySynonym) {
    // Short words ("no", "ур", "land") stand in too many headers to mean anything inside one.
    if (synonym.length < 4 || target === 'ignore' || ALONE_ONLY.has(synonym) || !padded.includes(` ${synonym} `))
      continue;
    if (!best || synonym.length > best.synonym.length) best = { synonym, target };
  }
  if (!best) return null;
  const share = best.synonym.length / folded.length;
  return share < 0.25 ? null : { target: best.target, confidence: 0.5 + 0.3 * share };
}

/** "Фамилия / Тегі / Surname": one header in several languages. All parts that are known have to say the same. */
function inSeveralLanguages(header: string): TargetGuess | null {
  const parts = header.split(/\s*[/|\n\\]\s*/u).filter((part) => part.trim() !== '');
  if (parts.length < 2) return null;
  const known = parts.map((part) => exactTarget(foldHeader(part))).filter((target) => target !== undefined);
  const [first] = known;
  return first !== undefined && known.length >= 2 && known.every((target) => target === first)
    ? { target: first, confidence: 0.95 }
    : null;
}

/**
 * Which field a header means. 1: a known header word for word. Less: the same header in several languages, a header read by
 * its words (`header-concepts.ts`), a known header with more words around it. Null when nothing is known.
 */
export function targetOfHeader(header: string): TargetGuess | null {
  const folded = foldHeader(header);
  if (folded === '') return null;
  if (ownColumnOf(header) !== null) return { target: 'ignore', confidence: 1 };
  const exact = exactTarget(folded) ?? exactTarget(withoutBrackets(header)) ?? withLostLetters(header);
  if (exact) return { target: exact, confidence: 1 };
  const short = plainTarget(folded);
  const guesses = [
    short === undefined ? null : { target: short, confidence: 0.45 },
    inSeveralLanguages(header),
    nameInParts(folded),
    targetOfConcept(folded),
    longestInside(folded),
  ].filter((guess) => guess !== null);
  return guesses.sort((a, b) => b.confidence - a.confidence)[0] ?? null;
}

const NAME_PARTS = {
  family: inEitherLetters(
    /(?:^| )(?:фамил|прізвищ|příjmen|тегі|тек |surname|last name|family|nachname|familienname|zuname|nazwisk|etternavn)/u,
  ),
  given: inEitherLetters(
    /(?:^| )(?:имя|ім я|jmén|имени|инициал|аты(?: |$)|есімі|first name|given|vorname|imi[ęe](?! ojca)|imiona|fornavn)/u,
  ),
  patronymic: inEitherLetters(
    /(?:^| )(?:отчеств|по батьков|әкесінің|patronymic|middle name|father|vatersname|vatername|imi[ęe] ojca|farsnavn)/u,
  ),
};

/** "Фамилия, имя и отчество воина": which parts of a name a header lists. */
function nameInParts(folded: string): TargetGuess | null {
  const [family, given, patronymic] = [NAME_PARTS.family, NAME_PARTS.given, NAME_PARTS.patronymic].map((part) =>
    part.test(folded),
  );
  if (/родствен|заявител|матер|жены|туыс|relative|of kin|mutter|matki/u.test(folded)) return null;
  if (family && given) return { target: 'fullName', confidence: 0.85 };
  return given && patronymic ? { target: 'givenAndPatronymic', confidence: 0.85 } : null;
}

/** "Дата смерти (число, месяц, год)": what stands in brackets explains how to fill the column in. */
function withoutBrackets(header: string): string {
  return foldHeader(header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
}

/** Whether a header says nothing but "remarks": its values need no header before them in the notes. */
export function isNotesHeader(header: string): boolean {
  return exactTarget(foldHeader(header)) === 'notes';
}

/** Whether a cell is a known header, word for word. */
export function isHeaderWord(text: string): boolean {
  return text.length <= 60 && exactTarget(foldHeader(text)) !== undefined;
}
