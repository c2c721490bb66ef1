import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/** Hungarian lists: s is ш, sz is с. */
const HUNGARIAN = `
s   |                  | w, s .6  |
sz  |                  | s        |
zs  |                  | h        |
cs  |                  | c        |
scs |                  | wc       |
dzs |                  | i        |
c   |                  | ts       |
c   | before e i y     | ts       |
gy  |                  | dy       |
ny  |                  | n, ny .6 |
ly  |                  | l, y .5  |
ty  |                  | t, ty .5 |
h   |                  | x        |
ö ő |                  | o, e .4  |
ü ű |                  | u        |
x   |                  | ks       |
w   |                  | v        |
`;

export const hungarian = letterTable(LATIN, HUNGARIAN);
