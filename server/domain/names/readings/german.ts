import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/** Duden's transcription of Russian, and what clerks in camps wrote by ear instead. */
const GERMAN = `
ä   |                  | a, e .7, ya .3 | Kazakh ә; by ear also э and я
äu  |                  | oy       |
c   |                  | k, ts .4 |
ch  |                  | x, k .15, c .1 | Duden х
ch  | start            | x, k .15, c .2 |
chs |                  | xs, ks .7 |
ck  |                  | k        |
dsch dsh dj dzh |      | i        | дж
dj  | before a o u     | i, dy .8 | Djatschenko
dt  |                  | t        |
g   |                  | g        |
h   |                  | x        | Ahmet
h   | start            | x, g .5, - .15 | by ear for г too
h   | after vowel, before consonant | x, - .6 | German lengthening h: Ahlijew; or х: Ahmet
h   | after vowel, before vowel | x, - .6 | Ibrahim
h   | after vowel, end | -, x .6  |
ie  |                  | ye, y .8 | German ie is и; or и + е
ie  | before w         | ye       | Dmitriew
j   |                  | y        |
j   | start            | y, h .25 | Kazakh and English j in a German list
ju iu | after consonant | yu, u .5 | ү heard as ю
ja ia | after consonant | ya, a .4 | ә heard as я
jo  |                  | yo, ye .6 | ё
ng  |                  | ng, n .5 | ң
ou  |                  | u, ou .5 |
ph pf |                | f        |
qu  |                  | ku, kv .5 |
rh  |                  | r        |
s   |                  | s        |
s   | start, before vowel | s, z .3 | Duden writes з as s, and с at the start too; с is ten times commoner there
s   | after vowel, before vowel | z, s .9 | Duden з; с should be ss but seldom is
s   | after b d g l m n r v w, before vowel | s, z .4 | Mursabek
s   | after vowel, before b d g m n l r | s, z .6 | Asbergen, Kosybajew
s   | end              | s, z .6  | Ijas
s   | after h, before vowel | s, z .8 | Maghsum
ssch|                  | sh, sw .8 | Schünisschan: the word border runs through
s   | after vowel, before j | s, z .8 | Masjakin
ss ß|                  | s        |
sch |                  | w, h .3  | both ш and ж; ж hardly ever stands before a consonant or at the end
sch | before a ä e i o ö u ü y j | h, w .5 | three of four are ж in Kazakh names
schtsch stsch |        | wc       |
sh  |                  | h, w .9  | some Germans kept sh for ж
sz cz |                | w        | a Polish clerk on a German form
cz  |                  | c        |
tsch tch |             | c, i .25 |
tsch | after vowel, before a | c, th .4, i .25 | Achmetschan is Ахметжан
tz  |                  | ts       |
th  |                  | t        |
ü   |                  | u, y .35 | Kazakh ү; by ear also ы
ö   |                  | o, u .3  |
u   |                  | u        |
aw aff | end           | av, ov .4 | unstressed -ов by ear; or Stanislaw
schan  | end           | han, wan .5, sxan .4 | жан; or с + хан
uw uff | end           | ov, uv .3 | unstressed -ов by ear
v   |                  | v, f .2  |
w   |                  | v        |
x   |                  | ks       |
y   |                  | y        |
y   | after consonant, before consonant | y, u .12 |
z   |                  | ts, z .8 | German ц; by another hand з
z   | before b d g m n l r | z, ts .5 |
zh  |                  | h        |
`;

export const german = letterTable(LATIN, GERMAN);
