import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/** Dutch and Flemish lists. */
const DUTCH = `
oe  |                  | u        | Hitoeov
oe  | before v w       | oye, u .6 | Sysoev
ie  |                  | y, ye .5 |
ij  |                  | y, ey .5 |
eu  |                  | e, eu .6 |
ee  |                  | e, eye .7 |
oo  |                  | o        |
ui  |                  | uy       |
zj  |                  | h        |
sj sch |               | w        |
sch |                  | w, sx .8 |
sjtsj |                | wc       |
tsj tj tch |           | c        |
dzj dj |               | i        |
ch  |                  | x        |
g   |                  | g, x .25 |
v   |                  | v, f .15 |
w   |                  | v        |
c   | before e i y     | s, ts .7 |
x   |                  | ks       |
sh  |                  | w        |
zh  |                  | h        |
`;

export const dutch = letterTable(LATIN, DUTCH);
