import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/** Norwegian, Swedish, Danish and Finnish burial lists. */
const NORDIC = `
å   |                  | o, a .6  | å or the old aa
æ   |                  | e, a .7  |
ä   |                  | a, e .7  |
ø ö |                  | o, u .5, e .3 |
y   |                  | y, u .3  |
ch  |                  | x, c .4  |
sj  |                  | w, h .4  |
zj  |                  | h        | ж
tj tsj |               | c        |
sjtsj |                | wc       |
stj |                  | wc, stj .5 |
dzj dsj dj |           | i        |
sch |                  | w, h .6  |
sh  |                  | w        |
zh  |                  | h        |
š   |                  | w        | Finnish and scientific
ž   |                  | h        |
tš  |                  | c        |
dž  |                  | i        |
tšš štš |              | wc       |
x   |                  | ks, x .7 |
z   |                  | z, ts .2 |
s   | after vowel, before vowel | s, z .4 | Danes and Swedes have no z
ch  | start            | x, c .5  |
h   | start            | x, g .4  |
`;

export const nordic = letterTable(LATIN, NORDIC);
