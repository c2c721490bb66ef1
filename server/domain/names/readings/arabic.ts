import { letterTable } from '../letter-table.ts';

/**
 * Kazakh in Arabic letters: the reformed alphabet of 1924 to 1929, the one written in China today, and older papers that
 * left short vowels unwritten. One letter serves а and ә, о and ө, ы and і; the high hamza that tells them apart is mute here.
 */
const ARABIC = `
ا آ أ    |               | a        |
ا        | start, before و ۇ ۋ ى ي ە | -, a .6 | a carrier before another vowel in older papers; or ау, ай
اي ای    | start         | ay, y .3 |
او       | start         | o, u .6, au .3 | older papers
اۋ       | start         | au       |
إ        |               | y        |
ٱ        |               | a        |
ب        |               | b        |
پ        |               | p        |
ت ط ة    |               | t        |
ة        | end           | a, t .6  |
ث        |               | s        |
ج        |               | h, i .3  | ж
دج       |               | i, dh .4 | дж
چ        |               | c        |
تش       |               | c        |
ح ھ      |               | x        |
خ        |               | x        |
ه        |               | x        |
ه        | end           | a, e .8, x .5 | a silent h for а, е
ه        | after consonant, before consonant | e, x .6, a .4 | a plain h typed for ە
ه        | start, before ر ل س | e, x .7   | Ерлан, Елбай, Есен; or Һ
هوو هو   | end           | ev, eu .4 | -ев with a plain h and no mark of в
وو       | end           | ov, ou .4 | -ов without the mark of в
د ض      |               | d        |
ذ ز ظ    |               | z        |
ر        |               | r        |
ژ        |               | h        |
س ص      |               | s        |
ش        |               | w        |
شش       |               | wc       |
ع غ      |               | g        | ع is ғ in the reformed alphabet
ف        |               | f        |
ق ك ک    |               | k        |
گ        |               | g        |
ڭ ڴ      |               | n, ng .4 | ң
نگ       |               | ng, n .6 |
نك       |               | nk, ng .5, n .3 |
ل        |               | l        |
م        |               | m        |
ن        |               | n        |
و        |               | o, u .3  | о, ө; older papers also у
ۇ        |               | u        | ұ, ү
ۈ ۉ ۅ   |               | u        |
ۋ        |               | u        | у
ۆ        |               | v        | в
وۋ       | end           | ov, ou .4 | -ов without the mark of в
ەۋ       | end           | ev, eu .4 |
ىۋ       | end           | yu       |
وف ۇف اوف | end           | ov       | -ов as the sound goes
ەف یف يف | end           | ev       |
ي ی      |               | y        |
ې        |               | e        |
ى        |               | y        | ы, і
ئ        |               | -        |
ە        |               | e        |
ٴ ء ـ    |               | -        | high hamza: front vowels, lost in Russian papers
َ        |               | a        | vowel marks
ُ        |               | u        |
ِ        |               | y        |
ً ٌ ٍ ْ ّ |              | -        |
`;

/** Names that older papers spell as in Arabic, short vowels unwritten; said as Kazakhs say them. */
const CLASSICAL = `
محمد     |               | muxamed, muxamet .7, magomed .5 | Мұхамед
محمت     |               | muxamet                         |
احمد     |               | axmed, axmet .7                 | Ахмет
احمت     |               | axmet                           |
محمود    |               | maxmud, maxmut .7               | Махмұт
عبدالله  |               | gabdola, abdula .7              | Ғабдолла
عبدال    |               | gabdu, abdu .7                  |
الدين    | end           | dyn, edyn .6                    | -дин
الله     | end           | ula, ola .7                     | -олла
عبد      |               | gabdu, abdu .7                  |
عبدالرحمن |               | gabdraxman, abdraxman .7        | Әбдірахман
رحمن     |               | raxman                          |
رحيم     |               | raxym                           |
كريم     |               | karym, kerym .7                 | Кәрім
عمر      |               | omar, gumar .7                  | Омар, Ғұмар
عثمان    |               | ospan, gosman .7                | Оспан
علي      |               | galy, aly .7                    | Әли, Ғали
على      | start, end    | galy, aly .7                    |
حسن      |               | xasan, asan .7, xasen .5        | Хасен
حسين     |               | xusajn, kusajn .7, usen .5      | Құсайын
يوسف     |               | husyp, jusuf .7                 | Жүсіп
يعقوب    |               | hakyp, jakub .7                 | Жақып
اسحاق    |               | yskak, ysxak .7                 | Ысқақ
اسحق     |               | yskak, ysxak .7                 |
ابراهيم  |               | ybraxym, ybraym .7, ybraj .5    | Ибраһим
اسماعيل  |               | ysmagyl, smagul .7, ysmajl .5   | Исмаил
سليمان   |               | sulejmen, sulejman .7           | Сүлеймен
موسى     |               | musa                            | Мұса
عيسى     |               | ysa, gajsa .7                   | Иса
داود     |               | daut                            | Дәуіт
مصطفى    |               | mustafa                         | Мұстафа
حمزة     |               | xamza                           | Хамза
حميد     |               | xamyt, xamyd .7                 | Хамит
سعيد     |               | sejt, sayd .7                   | Сейіт
سيد      |               | sejt                            |
صالح     |               | salyx                           | Салық
قاسم     |               | kasym                           | Қасым
خالد     |               | xalyd, xalyt .7                 |
جمال     |               | hamal                           | Жамал
عبدالقادر |               | gabdukadyr, abdykadyr .7        | Әбдіқадыр
فاطمة    |               | fatyma, patyma .7               | Фатима
نور      |               | nur                             | Нұр
نورمحمد  |               | nurmuxamed, nurmagambet .7, nurmuxamet .5 | Нұрмұхамед
بيك بك   | end           | bek, byk .7                     | -бек
`;

export const arabic = letterTable(ARABIC, CLASSICAL);
