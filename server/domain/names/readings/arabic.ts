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
وف ۇف اوف| end           | ov       | -ов as the sound goes
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

export const arabic = letterTable(ARABIC);

/** Names that older papers spell as in Arabic, short vowels unwritten; said as Kazakhs say them. */
const CLASSICAL = `
محمد      | muxamed, muxamet, magomed | Мұхамед
محمت      | muxamet          |
احمد      | axmed, axmet     | Ахмет
احمت      | axmet            |
محمود     | maxmud, maxmut   | Махмұт
عبدالله   | gabdola, abdula  | Ғабдолла
عبد       | gabdu, abdu      |
عبدالرحمن | gabdraxman, abdraxman | Әбдірахман
رحمن      | raxman           |
رحيم      | raxym            |
كريم      | karym, kerym     | Кәрім
عمر       | omar, gumar      | Омар, Ғұмар
عثمان     | ospan, gosman    | Оспан
علي       | galy, aly        | Әли, Ғали
على       | galy, aly        |
حسن       | xasan, asan, xasen | Хасен
حسين      | xusajn, kusajn, usen | Құсайын
يوسف      | husyp, jusuf     | Жүсіп
يعقوب     | hakyp, jakub     | Жақып
اسحاق     | yskak, ysxak     | Ысқақ
اسحق      | yskak, ysxak     |
ابراهيم   | ybraxym, ybraym, ybraj | Ибраһим
اسماعيل   | ysmagyl, smagul, ysmajl | Исмаил
سليمان    | sulejmen, sulejman | Сүлеймен
موسى      | musa             | Мұса
عيسى      | ysa, gajsa       | Иса
داود      | daut             | Дәуіт
مصطفى     | mustafa          | Мұстафа
حمزة      | xamza            | Хамза
حميد      | xamyt, xamyd     | Хамит
سعيد      | sejt, sayd       | Сейіт
سيد       | sejt             |
صالح      | salyx            | Салық
قاسم      | kasym            | Қасым
خالد      | xalyd, xalyt     |
جمال      | hamal            | Жамал
عبدالقادر | gabdukadyr, abdykadyr | Әбдіқадыр
فاطمة     | fatyma, patyma   | Фатима
نور       | nur              | Нұр
نورمحمد   | nurmuxamed, nurmagambet, nurmuxamet | Нұрмұхамед
بيك بك    | bek, byk         | -бек
جان       | han              | Жан
خان       | xan              | Хан
`;

/** A word spelt in the old way to the sounds it stands for, likeliest first. */
export const classicalArabic: ReadonlyMap<string, string[]> = new Map(
  CLASSICAL.split('\n').flatMap((line) => {
    const [written = '', sounds = ''] = line.split('|').map((cell) => cell.trim());
    return written
      .split(/\s+/)
      .filter(Boolean)
      .map((word): [string, string[]] => [word, sounds.split(/,\s*/)]);
  }),
);
