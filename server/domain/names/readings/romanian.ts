import { letterTable } from '../letter-table.ts';
import { LATIN } from './english.ts';

/** Romanian and Moldavian lists. */
const ROMANIAN = `
ă   |                  | a        |
â î |                  | y        |
ș ş |                  | w        |
ț ţ |                  | ts       |
c   |                  | k        |
c   | before e i       | c        |
ci  | before a o u     | c        |
ci  | end              | c        | -ovici
ce  | before a         | c, ce .7 |
ch  | before e i       | k, x .6  |
ch  |                  | x, k .7  |
g   | before e i       | i, g .7  |
gi  | before a o u     | i        |
gh  |                  | g        |
j   |                  | h        |
h   |                  | x        |
x   |                  | ks       |
w   |                  | v        |
`;

export const romanian = letterTable(LATIN, ROMANIAN);
