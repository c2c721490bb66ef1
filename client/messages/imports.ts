import type { MessageTable } from './translate.ts';

/** What partners are told about their lists: files that are none, steps that cannot be taken, how far a job is. */
export const importMessages = {
  'import.file.empty_file': { kk: 'Файл бос.', ru: 'Файл пустой.', en: 'The file is empty.' },
  'import.file.not_a_list': {
    kk: 'Бұл тізім емес. Excel (XLSX), LibreOffice (ODS), CSV немесе JSON файлын жіберіңіз.',
    ru: 'Это не список. Пришлите файл Excel (XLSX), LibreOffice (ODS), CSV или JSON.',
    en: 'This is not a list. Send an Excel file (XLSX), LibreOffice (ODS), CSV or JSON.',
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
  'import.file.too_many_entries': {
    kk: 'Архивте файл тым көп: ең көбі {limit}. Тізімді бөліп, бірнеше архивпен жіберіңіз.',
    ru: 'В архиве слишком много файлов: не больше {limit}. Разделите список и пришлите несколько архивов.',
    en: 'There are too many files in the archive: at most {limit}. Split the list and send several archives.',
  },
  'import.file.zip_paths': {
    kk: 'Архивтегі бір файлдың аты қалтадан тыс жерді көрсетеді. Тізім мен сканерленген суреттерді жаңа архивке салып, қайта жіберіңіз.',
    ru: 'Имя одного из файлов в архиве указывает за пределы папки. Сложите список и сканы в новый архив и пришлите его.',
    en: 'The name of a file in the archive leads out of its folder. Put the list and the scans into a new archive and send that.',
  },
  'import.file.zip_nested': {
    kk: 'Архивтің ішінде тағы бір архив бар: {name}. Оны ашып, ішіндегі файлдарды өзін салыңыз.',
    ru: 'Внутри архива ещё один архив: {name}. Распакуйте его и положите сами файлы.',
    en: 'There is another archive inside the archive: {name}. Unpack it and put in the files themselves.',
  },
  'import.file.zip_password': {
    kk: 'Архив құпиясөзбен жабылған: {name}. Құпиясөзсіз архивтеп жіберіңіз.',
    ru: 'Архив закрыт паролем: {name}. Пришлите его без пароля.',
    en: 'The archive is locked with a password: {name}. Send it without one.',
  },
  'import.file.zip_method': {
    kk: 'Архивтегі тізім бізде ашылмайтын тәсілмен қысылған: {name}. Файлдарды кәдімгі ZIP етіп қайта архивтеңіз немесе тізімнің өзін архивсіз жіберіңіз.',
    ru: 'Список в архиве сжат способом, который здесь не распаковать: {name}. Упакуйте файлы заново в обычный ZIP или пришлите сам список без архива.',
    en: 'The list in the archive is packed by a method that cannot be unpacked here: {name}. Pack the files again as a plain ZIP, or send the list itself without an archive.',
  },
  'import.file.zip_no_list': {
    kk: 'Архивте тізім жоқ. Бір Excel, CSV немесе JSON файлын және сканерленген суреттерді салыңыз.',
    ru: 'В архиве нет списка. Положите в него один файл Excel, CSV или JSON и сканы.',
    en: 'There is no list in the archive. Put in one Excel, CSV or JSON file and the scans.',
  },
  'import.file.zip_several_lists': {
    kk: 'Архивте бірнеше тізім бар: {names}. Әр тізімді жеке архивпен жіберіңіз.',
    ru: 'В архиве несколько списков: {names}. Пришлите каждый список отдельным архивом.',
    en: 'There are several lists in the archive: {names}. Send each list in an archive of its own.',
  },
  'import.file.zip_other_file': {
    kk: 'Архивте тізім де, сканерленген сурет те емес файл бар: {name}. Оны алып тастаңыз. Суреттер JPEG, PNG, WebP, HEIC немесе PDF болуы керек.',
    ru: 'В архиве есть файл, который не список и не скан: {name}. Уберите его. Сканы бывают JPEG, PNG, WebP, HEIC или PDF.',
    en: 'There is a file in the archive that is neither list nor scan: {name}. Take it out. Scans are JPEG, PNG, WebP, HEIC or PDF.',
  },
  'import.file.zip_scan_too_large': {
    kk: '{name}: сканерленген сурет тым үлкен, ең көбі {limitMb} МБ.',
    ru: '{name}: скан слишком велик, не больше {limitMb} МБ.',
    en: '{name}: the scan is too large, at most {limitMb} MB.',
  },
  'import.file.save_as_xlsx': {
    kk: 'Бұл – ескі Excel файлы (XLS), біз оны оқи алмаймыз. Оны ашып, «Басқаша сақтау» арқылы XLSX түрінде сақтап жіберіңіз.',
    ru: 'Это файл старого Excel (XLS), мы его не читаем. Откройте его, сохраните через «Сохранить как» в формате XLSX и пришлите.',
    en: 'This is an old Excel file (XLS), which is not read here. Open it, use “Save as”, choose XLSX, and send that.',
  },
  'import.file.misnamed': {
    kk: 'Файл кесте деп аталған, бірақ ішінде мәтін (CSV) тұр: мәтін ретінде оқылды.',
    ru: 'Файл назван как таблица, но внутри текст (CSV): так он и прочитан.',
    en: 'The file is called a workbook but holds text (CSV), and was read so.',
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
  'import.sent_before': {
    kk: 'Дәл осы файл бұрын жіберілген: «{list}» тізімі, {at}.',
    ru: 'Точно такой файл уже присылали: список «{list}», {at}.',
    en: 'The very same file was sent before: list “{list}”, {at}.',
  },
  'import.undone_by_program': {
    kk: 'серіктестің бағдарламасы',
    ru: 'программа партнёра',
    en: 'a program of the partner',
  },
  'import.undone_by_us': { kk: 'Amanat қызметкері', ru: 'сотрудник Amanat', en: 'somebody of Amanat' },
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
  'import.command.mapping': {
    kk: 'Бағандарды --mapping ФАЙЛ арқылы беріңіз. ФАЙЛ – JSON, мысалы {"Фамилия": "familyName", "Год": "birthDate"}; тақырыпсыз үшінші баған "#3" деп аталады.',
    ru: 'Столбцы задаёт --mapping ФАЙЛ, где ФАЙЛ – JSON, например {"Фамилия": "familyName", "Год": "birthDate"}; третий столбец без заголовка называется "#3".',
    en: 'Columns are given by --mapping FILE, a JSON such as {"Фамилия": "familyName", "Год": "birthDate"}; a third column without a header is called "#3".',
  },
  'import.command.help': {
    kk: `  --partner КОД           кімнің тізімі (міндетті)
  --partner-name АТАУЫ    мұндай серіктес жоқ болса, оны қосады
  --list АТАУЫ            қай тізімнің жаңа нұсқасы; берілмесе – файлдың аты
  ФАЙЛ                    CSV, XLSX, ODS, JSON, NDJSON немесе тізім мен сканерленген суреттердің ZIP архиві
  --mapping ФАЙЛ          бағандар: {"Фамилия": "familyName", "Год": "birthDate", "№": null} түріндегі JSON
  --dry-run               тек тексереді, ештеңе енгізбейді
  --json                  нәтижесі бір жол JSON түрінде`,
    ru: `  --partner КОД            чей это список (обязательно)
  --partner-name НАЗВАНИЕ  завести партнёра, если такого нет
  --list НАЗВАНИЕ          новой версией какого списка он будет; иначе имя файла
  ФАЙЛ                     CSV, XLSX, ODS, JSON, NDJSON или ZIP из списка и сканов
  --mapping ФАЙЛ           столбцы: JSON вида {"Фамилия": "familyName", "Год": "birthDate", "№": null}
  --dry-run                только проверить, ничего не внося
  --json                   ответ одной строкой JSON`,
    en: `  --partner CODE       whose list it is (needed)
  --partner-name NAME  adds the partner when there is none of this code
  --list NAME          of which list it is a new version; the file's name otherwise
  FILE                 CSV, XLSX, ODS, JSON, NDJSON, or a ZIP of a list and its scans
  --mapping FILE       the columns: JSON like {"Фамилия": "familyName", "Год": "birthDate", "№": null}
  --dry-run            check only, bring nothing in
  --json               the answer as one line of JSON`,
  },
  'import.command.bad_mapping_file': {
    kk: '{file}: бұл бағандардың JSON сәйкестігі емес, мысалы {"Фамилия": "familyName"}.',
    ru: '{file}: это не JSON с соответствием столбцов, например {"Фамилия": "familyName"}.',
    en: '{file} is not JSON that says where the columns go, such as {"Фамилия": "familyName"}.',
  },
  'import.emptied': {
    kk: 'Бұл тізімнің файлы енді сақталмаған: ол енгізілмеген немесе қайтарылған. Тізімді қайта жіберіңіз.',
    ru: 'Файл этого списка больше не хранится: его не внесли или отменили. Пришлите список снова.',
    en: 'The file of this list is kept no longer: it was not brought in, or was taken back. Send the list again.',
  },
  'import.quarantine.over': {
    kk: 'Бұл жол бойынша шешімді басқа адам қабылдап қойған.',
    ru: 'По этой строке кто-то уже принял решение.',
    en: 'Somebody has decided on this row already.',
  },
  'import.quarantine.newer': {
    kk: 'Бұл жол тізімнің жаңарақ нұсқасында тағы келген. Шешімді сонда қабылдаңыз.',
    ru: 'Эта строка пришла снова в более новой версии списка. Примите решение в ней.',
    en: 'This row came again in a newer version of the list. Decide on it there.',
  },
  'import.quarantine.newer_stopped': {
    kk: 'Бұл жолды кейін келген импорт енгізген, бірақ ол жарты жолда тоқтаған. Алдымен сол импортты соңына дейін енгізіңіз немесе қайтарыңыз, содан кейін осында шешіңіз.',
    ru: 'Эту строку уже внёс более новый импорт, но он остановлен на полпути. Сначала внесите его до конца или отмените, потом решайте здесь.',
    en: 'A newer import has brought this row in, but was stopped half way. Bring that one in to its end or take it back first; then decide here.',
  },
  'import.quarantine.newer_under_way': {
    kk: 'Бұл жолды кейін келген импорт енгізген, ал ол дәл қазір енгізіліп не қайтарылып жатыр. Аяқталғанша күтіп, бетті қайта ашыңыз.',
    ru: 'Эту строку внёс более новый импорт, и его прямо сейчас вносят или отменяют. Подождите, пока это закончится, и откройте страницу снова.',
    en: 'A newer import has brought this row in, and is being brought in or taken back right now. Wait until that is done and open the page again.',
  },
  'import.quarantine.in_newer': {
    kk: 'Бұл жол тізімнің кейін келген нұсқасында да бар: шешім сонда қабылданады.',
    ru: 'Эта строка пришла снова, с более новой версией списка: решают там.',
    en: 'This row came again with a newer version of the list: it is decided on there.',
  },
  'import.quarantine.namesake_since': {
    kk: 'Кейінгі нұсқада аты да, күндері де дәл осындай адам бар: бұл – осы адамның түзетілген жолы немесе аттас басқа адам. Енгізсеңіз, ол жеке адам болып қосылады.',
    ru: 'В более новой версии есть человек с тем же именем и теми же датами: это он же, исправленный, или его тёзка. Если внести, это будет отдельный человек.',
    en: 'A newer version has a man of the same name and dates: he himself, mended, or a namesake. Taken in, this row becomes a man of his own.',
  },
  'import.quarantine.left_out': {
    kk: 'Серіктес кейін тізімді толық қайта жіберді, бірақ бұл жол онда жоқ: түзетілген немесе алынып тасталған болуы мүмкін. Енгізбес бұрын тізімнен іздеп көріңіз.',
    ru: 'Позже партнёр прислал весь список заново, и этой строки в нём нет: её исправили или убрали. Прежде чем вносить, поищите человека в новом списке.',
    en: 'The partner has sent the whole list since, without this row: it was mended or taken out. Look for the man in the newer list before you take it in.',
  },
  'import.quarantine.impossible': {
    kk: 'Бұлай болуы мүмкін емес, сондықтан жол енгізілген жоқ. {why}',
    ru: 'Так быть не могло, поэтому строка не внесена. {why}',
    en: 'This cannot have been, so the row is not in. {why}',
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
} as const satisfies MessageTable;
