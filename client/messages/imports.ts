import type { MessageTable } from './translate.ts';

/** What partners are told about their lists: files that are none, lines with something wrong, how far a job is. */
export const importMessages = {
  'import.file.empty_file': { kk: 'Файл бос.', ru: 'Файл пустой.', en: 'The file is empty.' },
  'import.file.not_a_list': {
    kk: 'Бұл тізім емес. Excel (XLSX), CSV немесе JSON файлын жіберіңіз.',
    ru: 'Это не список. Пришлите файл Excel (XLSX), CSV или JSON.',
    en: 'This is not a list. Send an Excel file (XLSX), CSV or JSON.',
  },
  'import.file.open_quote': {
    kk: '{line}-жолда тырнақша ашылған, бірақ жабылмаған. Оны түзетіп, файлды қайта жіберіңіз.',
    ru: 'В строке {line} открыта кавычка и нигде не закрыта. Исправьте её и пришлите файл снова.',
    en: 'On line {line} a quotation mark is opened and never closed. Mend it and send the file again.',
  },
  'import.file.too_many_columns': {
    kk: '{line}-жолда {columns} баған бар. Мұндай көп бағанды тізім бола алмайды: бөлгішті тексеріңіз.',
    ru: 'В строке {line} столбцов: {columns}. В списке столько не бывает: проверьте разделитель.',
    en: 'Line {line} has {columns} columns. No list has so many: check the delimiter.',
  },
  'import.file.too_many_rows': {
    kk: 'Жолдар тым көп: ең көбі {limit}. Тізімді бөліп жіберіңіз.',
    ru: 'Слишком много строк: не больше {limit}. Разделите список.',
    en: 'Too many rows: at most {limit}. Please split the list.',
  },
  'import.file.cell_too_long': {
    kk: '{line}-жол тым ұзын. Тырнақша мен бөлгішті тексеріңіз.',
    ru: 'Строка {line} слишком длинная. Проверьте кавычки и разделитель.',
    en: 'Line {line} is too long. Check quotation marks and delimiter.',
  },
  'import.file.too_large': {
    kk: 'Файл немесе оның ішіндегісі тым үлкен.',
    ru: 'Файл или то, что в нём упаковано, слишком велико.',
    en: 'The file, or what is packed in it, is too large.',
  },
  'import.file.broken_file': {
    kk: 'Файл бүлінген, оны ашу мүмкін болмады. Қайта сақтап жіберіңіз.',
    ru: 'Файл повреждён, открыть его не удалось. Сохраните его заново и пришлите снова.',
    en: 'The file is damaged and could not be opened. Save it again and send it.',
  },
  'import.file.broken_json': {
    kk: '{line}-жолдағы JSON жарамсыз.',
    ru: 'Строка {line}: это не JSON с полями строки.',
    en: 'Line {line} is not JSON with the fields of a row.',
  },
  'import.file.no_such_sheet': {
    kk: '«{sheet}» деген парақ жоқ.',
    ru: 'Листа «{sheet}» в книге нет.',
    en: 'There is no sheet “{sheet}”.',
  },
  'import.file.internal': {
    kk: 'Қате бізден кетті және журналға жазылды. Ештеңе жоғалған жоқ: қайта бастай аласыз.',
    ru: 'Ошибка на нашей стороне, она записана в журнал. Ничего не потеряно: можно начать снова.',
    en: 'The fault is ours and has been logged. Nothing is lost: you can start again.',
  },
  'import.mapping.doubled': {
    kk: 'Бір өріске екі баған сәйкестендірілген: {fields}.',
    ru: 'Одному полю отданы два столбца: {fields}.',
    en: 'Two columns are given to one field: {fields}.',
  },
  'import.mapping.unknown_column': {
    kk: 'Файлда «{column}» деген баған жоқ.',
    ru: 'В файле нет столбца «{column}».',
    en: 'The file has no column “{column}”.',
  },
  'import.mapping.unknown_field': { kk: 'Мұндай өріс жоқ.', ru: 'Такого поля нет.', en: 'There is no such field.' },
  'import.mapping.no_name': {
    kk: 'Адамның аты қай бағанда екенін көрсетіңіз.',
    ru: 'Укажите, в каком столбце имя человека.',
    en: 'Say which column holds the name of the person.',
  },
  'import.busy': {
    kk: 'Бұл импорт қазір басқа күйде: {state}.',
    ru: 'Этот импорт сейчас в другом состоянии: {state}.',
    en: 'This import is in another state now: {state}.',
  },
  'import.undo.newer': {
    kk: 'Осы тізімнің жаңарақ нұсқасы қолданылған. Алдымен соны қайтарыңыз.',
    ru: 'Применена более новая версия этого списка. Сначала отмените её.',
    en: 'A newer version of this list has been applied. Take that one back first.',
  },
  'import.undo.late': {
    kk: 'Импортты {days} күн ішінде ғана қайтаруға болады.',
    ru: 'Импорт можно отменить в течение {days} дней.',
    en: 'An import can be taken back for {days} days.',
  },
  'import.undo.built_on': {
    kk: 'Осы импорттың {count} жолы бойынша адамдар шешім қабылдаған. Алдымен сол шешімдерді қайтару керек. Жолдар: {lines}',
    ru: 'По строкам этого импорта ({count}) люди уже приняли решения. Сначала нужно отозвать их. Строки: {lines}',
    en: 'People have decided on {count} rows of this import. Those decisions must be withdrawn first. Lines: {lines}',
  },
  'import.progress.rows': {
    kk: '{done} жол, секундына {rate}',
    ru: '{done} строк, {rate} в секунду',
    en: '{done} rows, {rate} a second',
  },
  'import.return.line': { kk: 'Жол', ru: 'Строка', en: 'Line' },
  'import.return.id': { kk: 'Нөмірі', ru: 'Номер', en: 'Number' },
  'import.return.name': { kk: 'Сіздегі аты-жөні', ru: 'Имя у вас', en: 'Name in your list' },
  'import.return.page': { kk: 'Беті', ru: 'Страница', en: 'Page' },
  'import.return.asked': { kk: 'Отбасы табылды', ru: 'Семья найдена', en: 'Family found' },
  'import.return.spellings': {
    kk: 'Басқа құжаттардағы жазылуы',
    ru: 'Написания в других документах',
    en: 'Spellings in other documents',
  },
  'import.return.documents': { kk: 'Құжаттар', ru: 'Документы', en: 'Documents' },
  'import.return.yes': { kk: 'иә', ru: 'да', en: 'yes' },
  'import.command.no_partner': {
    kk: '{partner} деген серіктес жоқ. Қосу үшін --partner-name АТАУЫ деп беріңіз.',
    ru: 'Нет партнёра {partner}. Чтобы добавить его, укажите --partner-name НАЗВАНИЕ.',
    en: 'There is no partner {partner}. Give --partner-name NAME to add it.',
  },
  'import.command.no_file': {
    kk: '{file} деген файл жоқ.',
    ru: 'Нет файла {file}.',
    en: 'There is no file {file}.',
  },
  'import.command.bad_mapping_file': {
    kk: '{file}: бұл бағандардың JSON сәйкестігі емес, мысалы {"Фамилия": "familyName"}.',
    ru: '{file}: это не JSON с соответствием столбцов, например {"Фамилия": "familyName"}.',
    en: '{file} is not JSON that says where the columns go, such as {"Фамилия": "familyName"}.',
  },
  'import.progress.checking': { kk: 'Тексеріліп жатыр', ru: 'Проверяем строки', en: 'Checking the rows' },
  'import.progress.applying': { kk: 'Енгізіліп жатыр', ru: 'Вносим строки', en: 'Bringing the rows in' },
  'import.progress.undoing': { kk: 'Қайтарылып жатыр', ru: 'Отменяем', en: 'Taking back' },
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
  'import.quarantine.over': {
    kk: 'Бұл жол бойынша шешімді басқа адам қабылдап қойған.',
    ru: 'По этой строке кто-то уже принял решение.',
    en: 'Somebody has decided on this row already.',
  },
  'import.quarantine.newer': {
    kk: 'Осы тізімнің жаңарақ нұсқасы қолданылған. Шешімді сонда қабылдаңыз.',
    ru: 'Применена более новая версия этого списка. Примите решение в ней.',
    en: 'A newer version of this list has been applied. Decide on the row there.',
  },
  'import.quarantine.decided': {
    kk: 'Бұл адам туралы шешім қабылданған, ал серіктес басқа дерек жіберді. Қайсысы дұрыс?',
    ru: 'Об этом человеке уже принято решение, а партнёр прислал другое. Что верно?',
    en: 'This man has been decided on, and the partner sent something else. Which is right?',
  },
  'import.quarantine.same_key': {
    kk: 'Тізімде екі адамның нөмірі бірдей. Бұл басқа адам ба, әлде қате ме?',
    ru: 'В списке один номер у двух разных строк. Это другой человек или ошибка?',
    en: 'Two rows of the list have one number. Is this another man, or a mistake?',
  },
  'row.name.missing': {
    kk: 'Адамның аты жазылмаған.',
    ru: 'Не указано, кто это: нет ни имени, ни фамилии.',
    en: 'No name: it does not say who this is.',
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
  'row.order.fate_before_birth': {
    kk: 'Қаза болған күні туған күнінен бұрын.',
    ru: 'Дата выбытия раньше даты рождения.',
    en: 'The date of death is before the birth.',
  },
  'row.order.fate_before_conscription': {
    kk: 'Қаза болған күні шақырылған күнінен бұрын.',
    ru: 'Дата выбытия раньше призыва.',
    en: 'The date of death is before the call-up.',
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
