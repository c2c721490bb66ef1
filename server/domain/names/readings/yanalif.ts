import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/**
 * The Latin alphabet of 1929 to 1940. The letter for ы is ь, so a Cyrillic soft sign inside a Latin word is no look-alike
 * here. у is v (uv, yv beside a consonant), в is v in foreign words; c is ш, ç is ж, y is ү.
 */
const YANALIF = `
ə   |                  | a        |
ʙ   |                  | b        |
ƣ   |                  | g        |
v   |                  | v, u .9  |
v   | after a ə, before consonant | u, v .6 | Dəvlet
v   | after a ə, before vowel | u, v .6 |
v   | start            | u, v .7  |
v   | after o e u y, end | v, u .3 | -ov, -ev
uv yv |                | u, uv .5 |
uv yv | before vowel   | u        |
ç   |                  | h        | ж
dç  |                  | i, dh .3 | дж
c   |                  | w, c .4  | ш; ч in Tatar and Russian names
cc  |                  | wc       |
c   | before e i y     | w, c .4  |
ş   |                  | w        | other alphabets of the time
j   |                  | y        |
ꞑ ŋ |                  | n, ng .4 |
ɵ ө |                  | o, u .4  |
y   |                  | u        | ү
ь   |                  | y        | ы
ьj ij |                | y        |
x   |                  | x        |
h   |                  | x        |
h   | start            | x        |
ƶ   |                  | h        | ж in other alphabets of the time
p   |                  | p        |
q   |                  | k        |
`;

export const yanalif = letterTable(LATIN, YANALIF);
