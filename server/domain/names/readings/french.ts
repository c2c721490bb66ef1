import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/** The French-style spelling of Soviet passports (instruction 310) and French burial lists. */
const FRENCH = `
ou  |                  | u        | Joumagoulov
u   |                  | u        |
ch  |                  | w, x .2  | ш
tch |                  | c        |
chtch |                | wc       |
dj  |                  | i        |
dj  | before consonant | i        |
j   |                  | h, y .15 | ж
gu  | before e i y     | g        |
g   | before e i y     | g, h .3  |
gn  | before vowel     | n, gn .8 |
c   |                  | k        |
c   | before e i y     | s, ts .5 |
qu  |                  | k        |
s   | after vowel, before vowel | z, s .7 |
ss  |                  | s        |
ine | end              | yn       | -ин
e   | after consonant, end | -, e .8 |
eff | end              | ev       |
off | end              | ov       |
ow  | end              | ov       |
eu  |                  | e, eu .6 |
oï  |                  | oy       |
aï  |                  | ay       |
w   |                  | v        |
x   |                  | ks       |
h   |                  | x, - .4  |
tz  |                  | ts       |
an  | before d t       | an       |
zh  |                  | h        |
sh  |                  | w        |
kh  |                  | x        |
`;

export const french = letterTable(LATIN, FRENCH);
