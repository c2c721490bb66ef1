import { letterTable } from '../letter-table.ts';

/** Letters that all Cyrillic alphabets share. й, ы, и and і are all y here: `foldSound` decides by their place. */
const SHARED = `
а  |                    | a       |
б  |                    | b       |
в  |                    | v       |
г  |                    | g       |
д  |                    | d       |
дж джь дьж |            | i       | Soviet papers of the 1930s and 1940s: Джумабаев, Джьумабаев
е ѐ|                    | e       |
ё  |                    | e, yo .4 | papers print е; German and English hear yo
ё  | after ж ч ш щ      | e, o .4 |
ж  |                    | h       |
з  |                    | z       |
и  |                    | y       |
й  |                    | y       |
к  |                    | k       |
л  |                    | l       |
м  |                    | m       |
н  |                    | n       |
о  |                    | o       |
п  |                    | p       |
р  |                    | r       |
с  |                    | s       |
т  |                    | t       |
у  |                    | u       |
ф  |                    | f       |
х  |                    | x       |
ц  |                    | ts      |
ч  |                    | c       |
ш  |                    | w       |
щ  |                    | wc      |
ы  |                    | y       |
ѣ  |                    | e       | before 1918
ѳ  |                    | f       |
ѵ  |                    | y       |
э  |                    | e       |
ю  |                    | yu      |
ю  | after ж ч ш щ      | u       | Жюсуп is Жусуп
ю  | after consonant    | yu, u .5 | Дюсен: ү heard as ю
я  |                    | ya      |
я  | after consonant    | ya, a .3 | Сяуле: ә heard as я
я  | after ж ч ш щ      | a       | Жякуп is Жакуп
ъ ь|                    | -       |
ӏ  |                    | -       | the stroke of the Caucasus: Магӏомед
ъ ь| before vowel       | y       | Васильев, Вячеславъ; Сатъяр
’ '| before я ю є ї     | y       | Ukrainian Лук'янов; К'айыр is a typist's Қайыр
`;

/** Letters of Kazakh, and how each was written when the name passed into a Russian paper. */
const KAZAKH = `
ә  |                    | a       | Russian papers: а
ғ  |                    | g       | Russian papers: г
қ  |                    | k       | Russian papers: к, now and then х
ң  |                    | n, ng .4 | Russian papers: н, seldom нг; English ng
ө  |                    | o, u .4 | Russian papers: о, sometimes у
ұ  |                    | u       | Russian papers: у
ү  |                    | u       | Russian papers: у
һ  |                    | x, g .4 | Russian papers: х, г or nothing
і  |                    | y       | Russian papers: и, ы
`;

/** Kyrgyz, Tatar, Bashkir, Uzbek, Tajik, Turkmen, Azerbaijani, Mongolian and other letters. */
const TURKIC = `
җ  |                    | i, h .8 | Tatar, Dungan; Russian papers дж or ж
ҷ ҹ ӌ ӂ |               | i       | Tajik, Azerbaijani, Khakas
ж  |                    | h, i .4 | Kyrgyz ж is дж by ear
ҡ ӄ|                    | k       | Bashkir
ҙ  |                    | z, d .7 | Bashkir; Tatar and Russian papers д: Ғөбәйҙулла, Губайдулла
ҫ  |                    | s       | Bashkir
ҳ  |                    | x       | Uzbek, Tajik
ҝ ҕ ӷ ґ |               | g       |
ӊ ҥ|                    | n, ng .4 |
ӣ  |                    | y       | Tajik
ӯ  |                    | u       | Tajik
ў  |                    | u, o .7 | Uzbek; Russian papers у, English o
ј  |                    | y       | Azerbaijani
ӧ  |                    | o       | Altai
ӱ  |                    | u       | Altai
ө  |                    | o, u .7 | Mongolian papers write u
ә  |                    | a, e .5 | Azerbaijani ə, often е in Russian papers
ё  |                    | yo, e .3 | Tajik, Uzbek, Mongolian ё is no disguised е
ғ  |                    | g       |
қ  |                    | k       |
`;

/** Ukrainian and Belarusian. */
const SLAVIC = `
ґ  |                    | g       |
г  |                    | g, x .4 | spoken h: Грицько is Hrycko in Polish and German hands
є  |                    | ye      |
ї  |                    | y       |
ў  |                    | u       | Belarusian
ў  | end                | v       | Belarusian ў
аў оў | end             | ov      | Якубаў, Іваноў
ї  | after vowel        | y       |
`;

export const russian = letterTable(KAZAKH, SHARED);
export const kazakh = letterTable(SHARED, KAZAKH);
export const turkicCyrillic = letterTable(SHARED, KAZAKH, TURKIC);
export const slavicCyrillic = letterTable(SHARED, KAZAKH, SLAVIC);
