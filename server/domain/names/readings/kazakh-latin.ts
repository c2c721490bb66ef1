import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/**
 * What the Latin alphabets of Kazakh proposed since 2017 have in common. i and ı (and I and İ) change places between the
 * alphabet of 2018 and that of 2021; that is harmless here, because и й ы і are all y before `foldSound` looks at them.
 */
const KAZAKH_LATIN = `
j   |                  | h        | ж
j   | before consonant | h, y .5  |
dj  |                  | i, dh .3 | дж in foreign names
q   |                  | k        |
h   |                  | x        | х and һ
h   | start            | x        |
x   |                  | x, ks .3 | Wikimedia х
c   |                  | ts, c .5, k .3 | not a letter of these alphabets; loan words
w   |                  | u, v .5  | 2019: у
sh  |                  | w        |
ch  |                  | c        |
ng  |                  | ng, n .5 |
zh  |                  | h        |
kh  |                  | x        |
yo  |                  | yo, ye .4 |
ä á |                  | a        |
ö ó |                  | o, u .4  | ө
ü ú ū |                | u        |
ñ ń ŋ |                | n, ng .4 | ң
`;

/** 2017: an apostrophe behind the letter. */
const APOSTROPHE = `
a' a’ aʼ |             | a        | ә
g' g’ gʼ |             | g        | ғ
i' i’ iʼ |             | y        | и й
n' n’ nʼ |             | n, ng .4 | ң
o' o’ oʼ |             | o, u .4  | ө
s' s’ sʼ |             | w        | ш
c' c’ cʼ |             | c        | ч
u' u’ uʼ |             | u        | ү
y' y’ yʼ |             | u        | у
`;

/** 2018: acutes. */
const ACUTE = `
ý   |                  | u        | у
ǵ   |                  | g        | ғ
`;

/** 2019 (draft), 2021 and Wikimedia's converter: umlauts, cedillas, breve. */
const UMLAUT = `
ş   |                  | w        |
ç   |                  | c        |
şç  |                  | wc       |
ğ   |                  | g        |
ý   |                  | y        | Wikimedia й
`;

export const kazakhLatin2017 = letterTable(LATIN, KAZAKH_LATIN, APOSTROPHE);
export const kazakhLatin2018 = letterTable(LATIN, KAZAKH_LATIN, ACUTE);
export const kazakhLatin2019 = letterTable(LATIN, KAZAKH_LATIN, UMLAUT);
export const kazakhLatin2021 = letterTable(LATIN, KAZAKH_LATIN, UMLAUT);
