import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/** Turkish and Azerbaijani. */
const TURKISH = `
c   |                  | i        | дж
c   | before e i y     | i, ts .2 |
ç   |                  | c        |
ş   |                  | w        |
ğ   |                  | g        |
j   |                  | h        |
q   |                  | k, g .9  | Azerbaijani q is г, Kazakh q is қ
x   |                  | x        |
ə   |                  | a, e .6  |
h   |                  | x        |
h   | start            | x, g .5  | Hasanov, Гасанов
ö   |                  | o, u .3  |
v   |                  | v        |
w   |                  | v        |
`;

/** Uzbek Latin, with o' and g' in any of the marks people type. */
const UZBEK = `
o' o’ o‘ oʻ oʼ |       | u, o .8  | ў: Russian papers у, English o
g' g’ g‘ gʻ gʼ |       | g        | ғ
sh  |                  | w        |
ch  |                  | c        |
j   |                  | i, h .8  | дж
x   |                  | x        |
h   |                  | x        |
h   | start            | x, g .3  |
q   |                  | k        |
ng  |                  | ng, n .6 |
yo  |                  | yo, ye .4 |
`;

export const turkish = letterTable(LATIN, TURKISH);
export const uzbekLatin = letterTable(LATIN, UZBEK);
