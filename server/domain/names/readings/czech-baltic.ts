import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/** Czech, Slovak, Slovene, Croatian, and the scholarly systems (ISO/R 9, GOST 16876, DIN 1460) that share their letters. */
const HACEK = `
c   |                  | ts       |
c   | before e i y     | ts       |
ck  |                  | tsk      |
dj  |                  | dy       |
č   |                  | c        |
ć   |                  | c        |
ch  |                  | x        |
š   |                  | w        |
ž   |                  | h        |
dž đ|                  | i        |
šč ŝ|                  | wc       |
ě   |                  | ye       |
ř   |                  | r, h .4  |
ó   |                  | o        |
h   |                  | x, g .4  | Czech and Slovak h is г
h   | start            | x, g .6  |
û   |                  | yu       | ISO 9 ю
â   |                  | ya       | ISO 9 я
x   |                  | ks       |
ď   |                  | d        |
ť   |                  | t        |
w   |                  | v        |
ie  | after consonant  | ye, e .5 |
`;

/** Latvian, Lithuanian and Estonian. Latvian and Lithuanian add the ending of the nominative. */
const BALTIC = `
ovs ovas | end         | ov       | Latvian -ovs, Lithuanian -ovas
evs evas | end         | ev       |
jevs jevas | end       | yev      |
ins inas | end         | yn       |
skis skijs skas | end  | sky      |
s   | after b d g k l m n r t, end | s, - .9 | nominative -s
as is us | after consonant, end | as, - .8 |
is  | after consonant, end | ys, y .5, - .7 |
us  | after consonant, end | us, - .8 |
js jus | after vowel, end | y        | Georgijs, Nikolajus
ė   |                  | e        |
ie  |                  | ye, e .7 |
uo  |                  | o, uo .4 |
õ   |                  | y, o .5  | Estonian ы
`;

export const czech = letterTable(LATIN, HACEK);
export const baltic = letterTable(LATIN, HACEK, BALTIC);
