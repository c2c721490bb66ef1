import type { MessageTable } from './translate.ts';

/** How a conclusion is reached, what the levels mean, how to reach us; and the numbers page. */
export const aboutMessages = {
  'about.title': { kk: 'Қорытынды қалай шығады', ru: 'Как делается вывод', en: 'How a conclusion is reached' },
  'about.lead': {
    kk: 'Құжаттағы жазба – әлі адам емес. Бір жауынгер бірнеше құжатта әртүрлі жазылуы мүмкін, ал аттас адамдар көп. Сондықтан әр қорытындыны адам шығарады және себебін жазады.',
    ru: 'Запись в документе – ещё не человек. Один боец бывает записан в нескольких документах по-разному, а тёзок много. Поэтому каждый вывод делает человек и пишет, почему.',
    en: 'A record in a document is not yet a person. One soldier may stand in several papers in different spellings, and namesakes are many. So every conclusion is made by a person, who writes down why.',
  },
  'about.search': { kk: 'Қалай іздейміз', ru: 'Как мы ищем', en: 'How we search' },
  'about.searchText': {
    kk: 'Өтініш түскен бойда базадағы барлық жазбамен салыстырылады: қазақша, орысша, латын және араб жазуында, естуі бойынша жазылған түрлерімен бірге. Жаңа тізім түскен сайын іздеу қайталанады.',
    ru: 'Запрос сразу сравнивается со всеми записями базы: на казахском, русском, латиницей и арабским письмом, вместе с тем, как имя могли записать на слух. С каждым новым списком поиск повторяется.',
    en: 'A request is compared at once with every record of the database: in Kazakh, Russian, Latin and Arabic script, and with the ways a clerk may have heard the name. With every new list the search is repeated.',
  },
  'about.program': {
    kk: 'Бағдарлама ықтимал жазбаларды ұсынып, ненің сәйкес, ненің қайшы екенін көрсетеді. Шешімді ол қабылдамайды.',
    ru: 'Программа предлагает вероятные записи и показывает, что совпадает и что противоречит. Решения она не принимает.',
    en: 'The program offers likely records and shows what agrees and what contradicts. It does not decide.',
  },
  'about.levels': { kk: 'Дәлел деңгейлері', ru: 'Уровни доказательств', en: 'Levels of evidence' },
  'about.levelA': {
    kk: 'A: құжаттар тізбегімен дәлелденген. Бірнеше тәуелсіз құжат бір адамды көрсетеді.',
    ru: 'A: доказано цепочкой документов. Несколько независимых документов указывают на одного человека.',
    en: 'A: proven by a chain of documents. Several independent papers point to one man.',
  },
  'about.levelB': {
    kk: 'B: ықтимал. Негізгі деректер сәйкес, бірақ тікелей дәлел жоқ.',
    ru: 'B: вероятно. Главное совпадает, но прямого доказательства нет.',
    en: 'B: probable. The main facts agree, but there is no direct proof.',
  },
  'about.levelC': {
    kk: 'C: мүмкін. Қарсы дерек жоқ, бірақ дәлел аз; іздеу жалғасады.',
    ru: 'C: возможно. Ничто не противоречит, но доказательств мало; поиск продолжается.',
    en: 'C: possible. Nothing contradicts, but there is little proof; the search goes on.',
  },
  'about.second': {
    kk: 'A және B деңгейлерін міндетті түрде екінші адам тексереді. Қорытындыны қайтарып алуға болады; кім, қашан, неге шешкені сақталады.',
    ru: 'Уровни A и B обязательно проверяет второй человек. Вывод можно отозвать; кто, когда и почему решил, сохраняется.',
    en: 'Levels A and B are always checked by a second person. A conclusion can be withdrawn; who decided, when and why is kept.',
  },
  'about.hard': { kk: 'Ауыр деректер', ru: 'Тяжёлые сведения', en: 'Hard news' },
  'about.hardText': {
    kk: 'Атылған, сотталған немесе қашқын деп жазылғандар туралы мәліметті тек туыстарына көрсетеміз, ашық тізімдерге шығармаймыз.',
    ru: 'Сведения о расстрелянных, осуждённых или записанных дезертирами мы показываем только родным и не выносим в открытые списки.',
    en: 'Papers that tell of men shot, convicted or recorded as deserters are shown to kin only and never in public lists.',
  },
  'about.privacy': { kk: 'Жеке деректер', ru: 'Личные данные', en: 'Personal data' },
  'about.privacyText': {
    kk: 'Байланыс деректеріңіз шифрланып, бөлек сақталады; оны тек өтінішіңізбен жұмыс істейтін еріктілер көреді. Өтінішті қайтарып алсаңыз, ол өшіріледі.',
    ru: 'Ваши контакты хранятся отдельно и в зашифрованном виде; их видят только волонтёры, которые ведут ваш запрос. Если вы отзовёте запрос, они будут удалены.',
    en: 'Your contact details are kept apart and encrypted; only the volunteers working on your request see them. When you withdraw the request they are erased.',
  },
  'about.sources': { kk: 'Дереккөздер', ru: 'Источники', en: 'Sources' },
  'about.sourcesText': {
    kk: 'Елді мекендердің координаттары: GeoNames (CC BY 4.0). Жағалау сызығы: Natural Earth.',
    ru: 'Координаты населённых пунктов: GeoNames (CC BY 4.0). Береговая линия: Natural Earth.',
    en: 'Coordinates of places: GeoNames (CC BY 4.0). Coastline: Natural Earth.',
  },
  'statistics.title': { kk: 'Статистика', ru: 'Статистика', en: 'Statistics' },
  'statistics.lead': {
    kk: 'Бұл сандар осы базаның бүгінгі күйін көрсетеді.',
    ru: 'Эти числа показывают, что есть в базе сегодня.',
    en: 'These numbers show what the database holds today.',
  },
  'statistics.records': { kk: 'Базада', ru: 'В базе', en: 'In the database' },
  'statistics.soldiers': { kk: 'сарбаз', ru: 'солдат', en: 'soldiers' },
  'statistics.mentions': { kk: 'құжаттағы жазба', ru: 'записей в документах', en: 'records in documents' },
  'statistics.burialSites': { kk: 'жерлеу орны', ru: 'захоронений', en: 'burial places' },
  'statistics.lists': { kk: 'серіктестер тізімі', ru: 'списков партнёров', en: 'lists of partners' },
  'statistics.requests': { kk: 'Отбасылардың өтініштері', ru: 'Запросы семей', en: 'Requests of families' },
  'statistics.received': { kk: 'барлығы түскені', ru: 'всего получено', en: 'received in all' },
  'statistics.medianDays': {
    kk: 'анықтауға кеткен күн (ортаншы мән)',
    ru: 'дней до установления судьбы (медиана)',
    en: 'days until a fate was established (median)',
  },
  'statistics.status.received': { kk: 'еріктіні күтіп тұр', ru: 'ждут волонтёра', en: 'waiting for a volunteer' },
  'statistics.status.searching': { kk: 'ізделіп жатыр', ru: 'идёт поиск', en: 'being searched' },
  'statistics.status.waiting_for_family': {
    kk: 'отбасының жауабын күтеді',
    ru: 'ждут ответа семьи',
    en: 'waiting for the family',
  },
  'statistics.status.checking_document': {
    kk: 'құжат тексеріліп жатыр',
    ru: 'проверяется документ',
    en: 'a document is being checked',
  },
  'statistics.status.identified': { kk: 'тағдыры анықталды', ru: 'судьба установлена', en: 'fate established' },
  'statistics.status.nothing_found': { kk: 'әзірге табылмады', ru: 'пока не найдены', en: 'nothing found so far' },
  'statistics.status.withdrawn': { kk: 'қайтарып алынды', ru: 'отозваны', en: 'withdrawn' },
  'statistics.status.closed': { kk: 'жабылды', ru: 'закрыты', en: 'closed' },
  'statistics.what': { kk: 'Көрсеткіш', ru: 'Что', en: 'What' },
  'statistics.number': { kk: 'Саны', ru: 'Сколько', en: 'How many' },
} as const satisfies MessageTable;
