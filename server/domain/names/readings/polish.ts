import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/** Polish transcription of Russian (PWN rule 76.B), and cemetery books that lost the marks over and through letters. */
const POLISH = `
ą   |                  | on, a .6 |
c   |                  | ts, c .2 | ć without its mark
ć   |                  | c        |
ci  | before vowel     | c, ty .4 |
ch  |                  | x        |
ck  |                  | tsk      | -cki, -ckij
dj  |                  | dy       |
cz  |                  | c        |
dz  |                  | dz, i .2 |
dż dź |                | i        |
drz |                  | i        |
ę   |                  | en, e .6 |
h   | start            | x, g .5  |
ie  | after consonant  | e, ye .5 | е after a consonant: Siergiej
ie  | after k g l h, before vowel | e |
io  | after consonant  | e, yo .9 | ё
iu ju | after consonant | yu, u .6 | ү heard as ю; soft consonant before у
ia ja | after consonant | ya, a .5 | ә heard as я
jo  |                  | yo, ye .7 | ё
ó   |                  | u, o .8  |
rz  |                  | h, rz .8, r .5 |
rz  | after vowel, before vowel | rz, h .7 | Mirza
ś   |                  | s, w .3  |
sz  |                  | w        |
szcz|                  | wc       |
ts  |                  | ts       |
w   |                  | v        |
z   |                  | z, h .2  | ż without its dot
z   | start            | z, h .7  | at the start ж is ten times commoner than з in Kazakh names
ż   |                  | h        |
ź   |                  | z        |
sh  |                  | w        |
zh  |                  | h        |
x   |                  | ks       |
`;

export const polish = letterTable(LATIN, POLISH);
