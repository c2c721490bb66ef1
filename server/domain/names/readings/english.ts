import { letterTable } from '../letter-table.ts';

/**
 * Latin letters as nearly every Latin writing reads them; the other tables start from here and say what is different.
 * й, ы, и, і are all y: `foldSound` decides by their place, so `Aigul` and `Aygul` need no rule.
 */
export const LATIN = `
a   |                  | a        |
b   |                  | b        |
c   |                  | k, ts .5 |
c   | before e i y     | ts, s .8, c .4 |
ck  |                  | k        |
d   |                  | d        |
e   |                  | e        |
f   |                  | f        |
g   |                  | g        |
gh  |                  | g        | BGN ғ
h   |                  | x        |
h   | start            | x, g .4  | Hairbekov: Хаир or, through Ukrainian, Гаир
h   | after vowel, before vowel | x, g .35 | Ibrahim is Ибрагим
bəyov beyov | end      | bekov, bejov .7 | Azerbaijani bəy is бек
bəyova beyova | end    | bekova, bejova .7 |
h   | after vowel, end | x, - .6  | Abdullah
i   |                  | y        |
j   |                  | y        |
k   |                  | k        |
kh  |                  | x, k .25 | BGN х; some write қ so
l   |                  | l        |
m   |                  | m        |
n   |                  | n        |
o   |                  | o        |
p   |                  | p        |
ph  |                  | f        |
q   |                  | k        |
r   |                  | r        |
s   |                  | s        |
t   |                  | t        |
th  |                  | t        |
u   |                  | u        |
v   |                  | v        |
w   |                  | v        |
x   |                  | ks, x .5 | Wikimedia's Kazakh Latin writes х so
y   |                  | y        |
z   |                  | z        |
tz  |                  | ts       |
ff  |                  | f        |
ff f| after o e, end   | v, f .4  | Asanoff; Иосиф
á à â ã ă ą ā ä |      | a        |
é è ê ë ē ė ę   |      | e        |
ě   |                  | ye       |
í ì î ï ī į ı   |      | y        |
ó ò ô õ ō ő     |      | o        |
ö ø ɵ           |      | o, u .4  |
ú ù û ü ū ů ű ų |      | u        |
ŭ   |                  | u        | Belarusian ў
ŭ   | end              | v        |
aŭ oŭ | end            | ov       | Belarusian -аў
ý ÿ |                  | y        |
å   |                  | o, a .5  |
æ   |                  | e, a .6  |
œ   |                  | e, o .5  |
ə   |                  | a, e .5  |
ç č ć |                | c        |
š ś ş ș |              | w        |
ž ż ź |                | h        |
dž dż |                | i        |
ň ń ñ |                | n        |
ŋ   |                  | n, ng .5 |
ř   |                  | r        |
ğ ģ ǵ ƣ |              | g        |
ł ľ ļ |                | l        |
ķ   |                  | k        |
ß   |                  | s        |
tš  |                  | c        | Finnish
ť   |                  | t        |
ţ ț |                  | ts       |
ď đ |                  | d        |
ŝ   |                  | wc       | ISO 9, GOST 7.79 A
' ’ ʹ ʺ " ´ ‘ ʼ ʻ |    | -        |
`;

/** English, BGN/PCGN, ICAO passports, and the free mixture of them in which most Latin forms of Kazakh names stand. */
const ENGLISH = `
ch  |                  | c, x .3, w .12 | ч; a Polish or German х; a French ш
dzh dj dsh dgh |       | i        | ICAO and French-style дж
j   |                  | h, i .6, y .3  | ж of Kazakh Latin, дж of English, й of Europe
j   | before consonant | y, h .6, i .4  | Kajrat
j   | end              | y        | Sergej
zh  |                  | h        |
shh |                  | wc, wx .2 | GOST 7.79 B щ
ck  | before i y       | k, tsk .6 | Nowicki
sh  |                  | w, sx .12 | Ishak is Исхак
tzh |                  | th       | Bakhytzhan: the word border runs through
th  | before a o       | t, tx .4 | Bakhythan
dj  | before a o u     | i, dy .4 | Djatchenko
shch|                  | wc       |
sch |                  | w, h .6  |
tch tsch |             | c        |
ng  |                  | ng, n .5 | BGN ң
ngh |                  | ng, ngx .2 | Shynghyskhan
ng  | before consonant | ng, n .8 | Ongdasyn, Öñdasyn
oo  |                  | u, o .7  |
oe  | after consonant, before consonant | u, o .8, oye .3 | Dutch; German ö without its dots
oe  | before v w       | oye      | Sysoev
ou  |                  | u, ou .7 | French passports
ee  |                  | eye, y .5 |
ya  |                  | ya       |
yo  |                  | yo, ye .5 | ё
yu  | after consonant  | yu, u .6 | Dyusen: ү heard as ю
iu  | after consonant  | yu, u .4 |
ya  | after consonant  | ya, a .4 | ә heard as я
y   | after consonant, before consonant | y, u .12 | Yanalif ү: Amangyl
w   |                  | v, u .35 | German в; English у: Kuwat
w   | start            | v, u .6  | Wali is Уәли
w   | after vowel, end | v        | German -ow in an English list
w   | after vowel, before consonant | u, v .7 | Dawlet
qu  |                  | ku       |
`;

export const english = letterTable(LATIN, ENGLISH);
