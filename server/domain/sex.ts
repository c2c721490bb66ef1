import { inEitherLetters } from './kazakh-letters.ts';

export type Sex = 'm' | 'f';

const MALE = /^(?:м|муж\p{L}*|m|male|man|mann|männlich|ер|ер адам|еркек|mężczyzna|mezczyzna)\.?$/u;
const FEMALE = inEitherLetters(/^(?:ж|жен\p{L}*|f|w|k|female|woman|frau|weiblich|әйел|әйел адам|қыз|kobieta)\.?$/u);

// Only endings that no man's name has, and only those that no woman's has: anything else stays unknown. The surname is
// no witness: clerks gave men -ова in oblique cases, and cemetery books put names in the genitive.
const SON = /(?:ұлы|улы|ulı|uly|оглы|огли|ович|евич|ovich|evich|ovič|owicz|ewicz|owitsch|ewitsch)$/u;
const DAUGHTER = /(?:қызы|кызы|qyzy|kyzy|qızı|овна|евна|ична|ovna|evna|owna|ewna)$/u;

/** Sex as a list writes it (м, ж, male, әйел …), or null when the text is none of these words. */
export function readSex(text: string): Sex | null {
  const word = text.slice(0, 40).toLowerCase().trim();
  if (MALE.test(word)) return 'm';
  return FEMALE.test(word) ? 'f' : null;
}

/** Sex by the ending of a patronymic; null when the ending does not tell. */
export function sexOfPatronymic(patronymic: string): Sex | null {
  const word = patronymic.slice(0, 120).toLowerCase().trim();
  if (SON.test(word)) return 'm';
  return DAUGHTER.test(word) ? 'f' : null;
}
