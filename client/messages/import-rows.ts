import type { MessageTable } from './translate.ts';

/** What is wrong or doubtful in one line of a list. */
export const importRowMessages = {
  'import.row.letters_lost': {
    kk: 'Сөздің ішінде «?» тұр: файл сақталғанда қазақ әріптері жоғалған. Тізімді UTF-8 кодымен сақтап, қайта жіберіңіз.',
    ru: 'Внутри слова стоит «?»: при сохранении файла потеряны казахские буквы. Сохраните список в UTF-8 и пришлите снова.',
    en: 'There is a “?” inside a word: Kazakh letters were lost when the file was saved. Save the list as UTF-8 and send it again.',
  },
  'import.row.more_cells_than_columns': {
    kk: 'Бұл жолда ұяшық бағаннан көп.',
    ru: 'В строке больше ячеек, чем столбцов в заголовке.',
    en: 'This line has more cells than the header has columns.',
  },
  'import.row.on_sheet': {
    kk: '«{sheet}» парағы, {line}-жол.',
    ru: 'Лист «{sheet}», строка {line}.',
    en: 'Sheet “{sheet}”, line {line}.',
  },
  'import.row.repeated_header': {
    kk: 'Бұл – баған атауларының қайталануы, адам туралы жол емес.',
    ru: 'Это повторённая шапка таблицы, а не строка о человеке.',
    en: 'This is the header again, not a row about a person.',
  },
  'import.row.column_numbers': {
    kk: 'Бұл – баған нөмірлері, адам туралы жол емес.',
    ru: 'Это номера столбцов, а не строка о человеке.',
    en: 'These are the numbers of the columns, not a row about a person.',
  },
  'import.row.total_line': {
    kk: 'Бұл – қорытынды жол, адам туралы емес.',
    ru: 'Это итоговая строка, а не строка о человеке.',
    en: 'This is a line of totals, not a row about a person.',
  },
  'import.row.heading_line': {
    kk: 'Бұл – тақырып немесе қол қою жолы, адам туралы жол емес.',
    ru: 'Это заголовок или подпись, а не строка о человеке.',
    en: 'This is a heading or a signature, not a row about a person.',
  },
  'import.row.header_words': {
    kk: 'Мұнда адамның дерегі емес, баған атаулары тұр.',
    ru: 'Здесь названия столбцов, а не данные человека.',
    en: 'These are names of columns, not the data of a person.',
  },
  'import.row.is_rejected': { kk: 'Алынбады: {why}', ru: 'Отклонена: {why}', en: 'Rejected: {why}' },
  'import.row.is_waiting': { kk: 'Адам қарайды: {why}', ru: 'Ждёт человека: {why}', en: 'Waits for a person: {why}' },
  'import.row.waits': {
    kk: 'Жол енгізілген жоқ: оны адам қарауы керек. Дерегін тексеріп, түзетіп қайта жіберуге болады.',
    ru: 'Строка не внесена: её должен посмотреть человек. Можно проверить её, исправить и прислать снова.',
    en: 'The row is not in: a person has to look at it. You can check it, mend it and send it again.',
  },
  'import.row.scan_missing': {
    kk: '«{text}» деген сканерленген сурет архивте жоқ. Жол енгізіледі, суретін кейін жіберуге болады.',
    ru: 'Скана «{text}» нет в архиве. Строка будет внесена, скан можно прислать позже.',
    en: 'There is no scan “{text}” in the archive. The row comes in, and the scan can be sent later.',
  },
  'import.row.scan_ambiguous': {
    kk: '«{text}» деген бірнеше сурет бар. Қалтасын да жазыңыз, мысалы «1-парақ/{text}».',
    ru: 'Сканов с именем «{text}» несколько. Напишите и папку, например «лист 1/{text}».',
    en: 'Several scans are called “{text}”. Write the folder too, such as “sheet 1/{text}”.',
  },
  'import.row.scan_broken': {
    kk: '«{text}» суреті ашылмады, сондықтан ол сақталған жоқ. Жол енгізілді.',
    ru: 'Скан «{text}» не открывается и не сохранён. Строка внесена.',
    en: 'The scan “{text}” cannot be opened and is not kept. The row is in.',
  },
  'import.row.duplicate': {
    kk: '{first}-жолдың дәл қайталануы.',
    ru: 'Точное повторение строки {first}.',
    en: 'The same as line {first}.',
  },
  'import.row.same_key': {
    kk: 'Нөмірі {first}-жолдағымен бірдей, бірақ дерегі басқа. Адам шешуі керек.',
    ru: 'Тот же номер, что в строке {first}, но другие данные. Должен решить человек.',
    en: 'The same number as line {first} with other data. A person has to decide.',
  },
  'import.row.decided': {
    kk: 'Бұл адам туралы шешім қабылданған; өзгерісті адам қарауы керек.',
    ru: 'Об этом человеке уже принято решение; изменение должен посмотреть человек.',
    en: 'This man has been decided on; a person has to look at the change.',
  },
  'import.row.settled_taken': {
    kk: 'Бұл жол бойынша шешім бұрын қабылданған: енгізілген.',
    ru: 'По этой строке уже решено: она внесена.',
    en: 'This row was decided on before: it is in.',
  },
  'import.row.settled_dismissed': {
    kk: 'Бұл жол бойынша шешім бұрын қабылданған: дерекқордағысы қалады.',
    ru: 'По этой строке уже решено: остаётся то, что в базе.',
    en: 'This row was decided on before: what is stored stays.',
  },
  'row.name.missing': {
    kk: 'Адамның аты жазылмаған.',
    ru: 'Не указано, кто это: нет ни имени, ни фамилии.',
    en: 'No name: it does not say who this is.',
  },
  'row.name.unknown_soldier': {
    kk: '«{text}»: аты белгісіз жауынгер. Мұндай атты адам енгізілмейді; жерлеу орны белгілі болса, сол жердегі аты белгісіздер қатарында саналады.',
    ru: '«{text}»: безымянный. Человек с таким именем не заводится; если известно место захоронения, он посчитан там среди неизвестных.',
    en: '“{text}”: an unknown soldier. Nobody of that name is added; where the burial place is known, he is counted among its unknown dead.',
  },
  'row.name.perhaps_unknown': {
    kk: '«{text}»: аты белгісіз бе, әлде бұл адамның тегі ме – түсініксіз.',
    ru: '«{text}»: неясно, безымянный это или фамилия.',
    en: '“{text}”: it is not clear whether he is unknown or called so.',
  },
  'row.name.lost_letters': {
    kk: '«{text}»: әріптері жоғалған.',
    ru: '«{text}»: в имени потеряны буквы.',
    en: '“{text}”: letters of the name were lost.',
  },
  'row.name.no_letters': {
    kk: '«{text}»: атта әріп жоқ.',
    ru: '«{text}»: в имени нет букв.',
    en: '“{text}”: there are no letters in the name.',
  },
  'row.too_long': {
    kk: 'Тым ұзын: ең көбі {limit} таңба.',
    ru: 'Слишком длинно: не больше {limit} знаков.',
    en: 'Too long: at most {limit} characters.',
  },
  'row.control_character': {
    kk: 'Мәтінде басқару таңбалары бар.',
    ru: 'В тексте есть управляющие знаки.',
    en: 'There are control characters in the text.',
  },
  'row.date.not_understood': {
    kk: '«{text}»: күні түсініксіз. Жазылған күйінде сақталды.',
    ru: '«{text}»: дата не понята. Сохранена как есть.',
    en: '“{text}”: the date was not understood. It is kept as written.',
  },
  'row.date.impossible_day': {
    kk: '«{text}»: мұндай күн жоқ.',
    ru: '«{text}»: такого дня не бывает.',
    en: '“{text}”: there is no such day.',
  },
  'row.date.impossible_month': {
    kk: '«{text}»: мұндай ай жоқ.',
    ru: '«{text}»: такого месяца не бывает.',
    en: '“{text}”: there is no such month.',
  },
  'row.date.year_out_of_range': {
    kk: '«{text}»: жылы дұрыс емес.',
    ru: '«{text}»: такой год невозможен.',
    en: '“{text}”: this year is not possible.',
  },
  'row.date.age_needs_date': {
    kk: '«{text}»: жасы бар, бірақ қай жылы екені белгісіз.',
    ru: '«{text}»: указан возраст, но неизвестно, на какой год.',
    en: '“{text}”: an age is given, but not in which year.',
  },
  'row.date.backwards': {
    kk: '«{text}»: аралықтың басы соңынан кейін.',
    ru: '«{text}»: начало промежутка позже конца.',
    en: '“{text}”: the span begins after its end.',
  },
  'row.sex.not_understood': {
    kk: '«{text}»: жынысы түсініксіз.',
    ru: '«{text}»: пол не понят.',
    en: '“{text}”: the sex was not understood.',
  },
  'row.rank.not_understood': {
    kk: '«{text}»: атағы түсініксіз.',
    ru: '«{text}»: звание не понято.',
    en: '“{text}”: the rank was not understood.',
  },
  'row.fate.not_understood': {
    kk: '«{text}»: тағдыры түсініксіз.',
    ru: '«{text}»: причина выбытия не понята.',
    en: '“{text}”: the fate was not understood.',
  },
  'row.camp.not_understood': {
    kk: '«{text}»: лагерь түсініксіз.',
    ru: '«{text}»: лагерь не понят.',
    en: '“{text}”: the camp was not understood.',
  },
  'row.country.not_understood': {
    kk: '«{text}»: ел түсініксіз.',
    ru: '«{text}»: страна не понята.',
    en: '“{text}”: the country was not understood.',
  },
  'row.coordinate.not_understood': {
    kk: '«{text}»: координата түсініксіз.',
    ru: '«{text}»: координата не понята.',
    en: '“{text}”: the coordinate was not understood.',
  },
  'row.coordinate.out_of_range': {
    kk: '«{text}»: мұндай координата жоқ.',
    ru: '«{text}»: такой координаты не бывает.',
    en: '“{text}”: there is no such coordinate.',
  },
  'row.birth.too_late': {
    kk: 'Туған жылы 1930 жылдан кейін: соғысқа қатысқан адам үшін бұл мүмкін емес.',
    ru: 'Родился после 1930 года: для участника войны так не бывает.',
    en: 'Born after 1930, which a soldier of this war was not.',
  },
  'row.birth.too_early': {
    kk: 'Туған жылы 1850 жылдан бұрын: соғысқа қатысқан адам үшін бұл мүмкін емес.',
    ru: 'Родился раньше 1850 года: для участника войны так не бывает.',
    en: 'Born before 1850, which a soldier of this war was not.',
  },
  'row.fate.before_the_war': {
    kk: 'Тағдыры туралы күн соғыстан көп бұрын (1936 жылға дейін).',
    ru: 'Дата выбытия задолго до войны (раньше 1936 года).',
    en: 'The date of his fate is long before the war (before 1936).',
  },
  'row.order.fate_before_birth': {
    kk: 'Тағдыры туралы күн туған күнінен бұрын.',
    ru: 'Дата выбытия раньше даты рождения.',
    en: 'The date of his fate is before the birth.',
  },
  'row.order.fate_before_conscription': {
    kk: 'Тағдыры туралы күн шақырылған күнінен бұрын.',
    ru: 'Дата выбытия раньше призыва.',
    en: 'The date of his fate is before the call-up.',
  },
  'row.order.conscription_before_birth': {
    kk: 'Шақырылған күні туған күнінен бұрын.',
    ru: 'Призыв раньше рождения.',
    en: 'The call-up is before the birth.',
  },
  'row.order.capture_before_birth': {
    kk: 'Тұтқынға түскен күні туған күнінен бұрын.',
    ru: 'Пленение раньше рождения.',
    en: 'The capture is before the birth.',
  },
} as const satisfies MessageTable;
