/** Other writings of a Cyrillic name, from the letter tables that offices of the time and of today used; each its own table. */
type Letters = ReadonlyMap<string, string>;

function letters(table: string): Letters {
  return new Map(
    table
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.charAt(0), pair.slice(2)]),
  );
}

const RUSSIAN_RECORD = letters('ә=а ғ=г қ=к ң=н ө=о ұ=у ү=у һ=х і=и');
const BASE = 'а=a б=b г=g д=d з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ъ= ь=';
const KAZAKH = 'ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h і=i';
const ENGLISH = letters(`${BASE} ${KAZAKH} в=v е=e ё=e ж=zh и=i й=y х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=yu я=ya`);
const PASSPORT = letters(`${BASE} ${KAZAKH} в=v е=e ё=e ж=j и=i й=i х=h ц=c ч=ch ш=sh щ=sch ы=y э=e ю=iu я=ia`);
const GERMAN = letters(
  `${BASE} ${KAZAKH} в=w е=e ё=jo ж=sch з=s и=i й=i х=ch ц=z ч=tsch ш=sch щ=schtsch ы=y э=e ю=ju я=ja`,
);
const POLISH = letters(`${BASE} ${KAZAKH} в=w е=e ё=io ж=ż и=i й=j х=ch ц=c ч=cz ш=sz щ=szcz ы=y э=e ю=ju я=ja л=ł`);
const LATIN_2021 = letters(
  `${BASE} ә=ä ғ=ğ қ=q ң=ñ ө=ö ұ=ū ү=ü һ=h і=ı в=v е=e ё=io ж=j и=i й=i х=h ц=ts ч=ch ш=ş щ=şş ы=y э=e ю=iu я=ia`,
);
const LATIN_2018 = letters(
  `${BASE} ә=á ғ=ǵ қ=q ң=ń ө=ó ұ=u ү=ú һ=h і=i у=ý в=v е=e ё=io ж=j и=ı й=ı х=h ц=ts ч=ch ш=sh щ=sh ы=y э=e ю=iý я=ia`,
);
const YANALIF = letters(
  `${BASE} ә=ə ғ=ƣ қ=q ң=ꞑ ө=ɵ ұ=u ү=y һ=h і=i у=v в=v е=e ё=jo ж=ç и=ij й=j х=x ц=ts ч=c ш=c щ=cc ы=ь э=e ю=ju я=ja`,
);
const ARABIC = letters(
  'а=ا ә=ا б=ب в=ۆ г=گ ғ=ع д=د е=ە ё=يو ж=ج з=ز и=ي й=ي к=ك қ=ق л=ل м=م н=ن ң=ڭ о=و ө=و п=پ р=ر с=س т=ت у=ۋ ұ=ۇ ү=ۇ ф=ف х=ح һ=ھ ц=تس ч=چ ш=ش щ=شش ъ= ы=ى і=ى ь= э=ە ю=يۋ я=يا',
);

const respell = (text: string, table: Letters): string =>
  [...text.toLowerCase()].map((letter) => table.get(letter) ?? letter).join('');

const capital = (text: string): string =>
  text.replace(/(^|[\s-])(\p{L})/gu, (_, before, first) => before + first.toUpperCase());

/** A Kazakh name as a Russian paper writes it. */
export const inRussian = (text: string): string => capital(respell(text, RUSSIAN_RECORD).replace(/й[ыи]/g, 'и'));
export const inEnglish = (text: string): string =>
  capital(respell(text, ENGLISH).replace(/(^|[aeiou\s])e(?=[a-z])/g, '$1ye'));
export const inPassportLatin = (text: string): string => capital(respell(text, PASSPORT));

/** As a clerk of a German camp wrote from dictation or from a Russian paper. */
export function inGerman(text: string): string {
  return capital(
    respell(text, GERMAN)
      .replace(/dsch(?=[aou])/g, 'dsch')
      .replace(/(?<=[aeiouy])s(?=[aeiouy])/g, 's')
      .replace(/(^|[aeiou\s])e(?=[a-z])/g, '$1je'),
  );
}

export function inPolish(text: string): string {
  return capital(
    respell(text, POLISH)
      .replace(/ł(?=[ei])/g, 'l')
      .replace(/(^|[aeiou\s])e(?=[a-z])/g, '$1je')
      .replace(/(?<=[bdfgkmnprstwz])e(?=w)/g, 'ie'),
  );
}

/** The case in which a Polish book of graves puts the dead: `grób Kajrbekowa`. */
export const inPolishGenitive = (text: string): string =>
  inPolish(text)
    .split(' ')
    .map((word) => (/[bcdfgjkłlmnprstwzż]$/.test(word) ? `${word}a` : word))
    .join(' ');

export const inLatin2021 = (text: string): string => capital(respell(text, LATIN_2021));
export const inLatin2018 = (text: string): string => capital(respell(text, LATIN_2018));
export const inYanalif = (text: string): string => capital(respell(text, YANALIF));

/** Kazakh Arabic letters; a word with front vowels and no г, к, е has the high hamza before it. */
export function inArabic(text: string): string {
  return text
    .toLowerCase()
    .split(' ')
    .map((word) => (/[әөүі]/.test(word) && !/[гке]/.test(word) ? 'ٴ' : '') + respell(word, ARABIC))
    .join(' ');
}
