import type { MessageTable } from './translate.ts';

/** What a program or a form is told when something is wrong: a title for each kind of problem, and what to mend in a field. */
export const problemMessages = {
  'problem.bad_input': {
    kk: 'Жіберілген деректерді түзету керек',
    ru: 'Присланные данные нужно исправить',
    en: 'What was sent has to be corrected',
  },
  'problem.not_signed_in': { kk: 'Алдымен жүйеге кіріңіз', ru: 'Сначала войдите', en: 'Please sign in first' },
  'problem.forbidden': {
    kk: 'Бұған рұқсатыңыз жоқ',
    ru: 'У вас нет на это права',
    en: 'You are not allowed to do this',
  },
  'problem.not_found': { kk: 'Мұндай нәрсе жоқ', ru: 'Такого нет', en: 'There is no such thing' },
  'problem.gone': { kk: 'Бұл енді жоқ', ru: 'Этого больше нет', en: 'This is no longer there' },
  'problem.conflict': {
    kk: 'Басқа біреу үлгеріп қойды немесе бұл қазір мүмкін емес',
    ru: 'Кто-то успел раньше, или сейчас это невозможно',
    en: 'Somebody was faster, or this is not possible now',
  },
  'problem.stale': {
    kk: 'Сіз оқығаннан кейін бұл өзгерді. Қайта ашып, қайталаңыз',
    ru: 'С тех пор как вы это открыли, оно изменилось. Откройте заново и повторите',
    en: 'This has changed since you read it. Open it again and repeat',
  },
  'problem.if_match_required': {
    kk: 'Қай нұсқаны өзгертетініңізді If-Match тақырыбында көрсетіңіз',
    ru: 'Укажите в заголовке If-Match, какую версию вы меняете',
    en: 'Say in the If-Match header which version you change',
  },
  'problem.field.lost': {
    kk: 'Мәтін тым ұзын болғандықтан қабылданбады, осы бетте де қалмады. Браузердің «Артқа» түймесін бассаңыз, ол сол жерде тұрады: қысқартып, қайта жіберіңіз',
    ru: 'Текст слишком длинный: он не принят, и на этой странице его нет. Нажмите в браузере «Назад», там он остался: сократите его и отправьте снова',
    en: 'The text is too long: it was not taken, and it is not on this page. Press “Back” in your browser, where it still stands: shorten it and send it again',
  },
  'problem.too_large': { kk: 'Тым үлкен', ru: 'Слишком большой объём', en: 'Too large' },
  'problem.uploads': {
    kk: 'Осы мекенжайдан бір сағатта тым көп фотосурет жіберілді. Қалғанын бір сағаттан кейін жіберіңіз',
    ru: 'С этого адреса за час прислано слишком много фотографий. Остальные пришлите через час',
    en: 'Too many photographs came from this address within an hour. Send the rest in an hour',
  },
  'problem.unsupported_type': {
    kk: 'Мұндай түрді қабылдамаймыз',
    ru: 'Такой вид данных мы не принимаем',
    en: 'This kind of data is not accepted',
  },
  'problem.too_many_requests': {
    kk: 'Сұраныс тым көп. Сәл күтіп, қайталаңыз',
    ru: 'Слишком много обращений. Подождите и повторите',
    en: 'Too many requests. Wait a little and repeat',
  },
  'problem.store_down': {
    kk: 'Деректер қоймасы қазір жауап бермейді. Ештеңе жоғалған жоқ',
    ru: 'Хранилище данных сейчас не отвечает. Ничего не потеряно',
    en: 'The database does not answer now. Nothing is lost',
  },
  'problem.search_down': {
    kk: 'Іздеу қазір жұмыс істемейді. Бұл «табылмады» дегенді білдірмейді',
    ru: 'Поиск сейчас не работает. Это не значит, что человека нет',
    en: 'The search is not working now. This does not mean that nobody is there',
  },
  'problem.internal': {
    kk: 'Қате бізден кетті және журналға жазылды',
    ru: 'Ошибка на нашей стороне, она записана в журнал',
    en: 'The fault is ours and has been logged',
  },
  'problem.field.required': { kk: 'Міндетті түрде керек', ru: 'Это нужно указать', en: 'This is needed' },
  'problem.field.unknown': { kk: 'Мұндай өріс жоқ', ru: 'Такого поля нет', en: 'There is no such field' },
  'problem.field.type': {
    kk: 'Мәннің түрі дұрыс емес, керегі: {expected}',
    ru: 'Не тот вид значения, нужно: {expected}',
    en: 'The wrong kind of value, expected: {expected}',
  },
  'problem.field.tooLong': {
    kk: 'Тым ұзын, ең көбі {limit}',
    ru: 'Слишком длинно, не больше {limit}',
    en: 'Too long, at most {limit}',
  },
  'problem.field.tooShort': {
    kk: 'Тым қысқа, ең азы {limit}',
    ru: 'Слишком коротко, не меньше {limit}',
    en: 'Too short, at least {limit}',
  },
  'problem.field.tooBig': { kk: 'Ең көбі {limit}', ru: 'Не больше {limit}', en: 'At most {limit}' },
  'problem.field.tooSmall': { kk: 'Ең азы {limit}', ru: 'Не меньше {limit}', en: 'At least {limit}' },
  'problem.field.choice': {
    kk: 'Мыналардың бірі болуы керек: {choices}',
    ru: 'Должно быть одним из: {choices}',
    en: 'Must be one of: {choices}',
  },
  'problem.field.format': {
    kk: 'Бұл басқаша жазылады. Тексеріп көріңіз',
    ru: 'Это записывается иначе, проверьте',
    en: 'This is not how it is written, please check it',
  },
  'problem.field.email': {
    kk: 'Бұл e-mail мекенжайына ұқсамайды. Мысалы: aigul@example.org',
    ru: 'Это не похоже на адрес электронной почты. Например: aigul@example.org',
    en: 'This does not look like an e-mail address. For example: aigul@example.org',
  },
  'problem.field.day': {
    kk: 'Мұндай күн жоқ немесе ол басқаша жазылады. Мысалы: 2026-05-09',
    ru: 'Такого дня нет, или он записывается иначе. Например: 2026-05-09',
    en: 'There is no such day, or it is written otherwise. For example: 2026-05-09',
  },
  'problem.partnerCode': {
    kk: 'Серіктестің коды латын әріптерімен, цифрлармен және дефиспен жазылады, 2–32 таңба. Мысалы: VOLKSBUND',
    ru: 'Код партнёра пишут латинскими буквами, цифрами и дефисом, от 2 до 32 знаков. Например: VOLKSBUND',
    en: 'The code of a partner has Latin letters, digits and a hyphen, 2 to 32 signs. For example: VOLKSBUND',
  },
  'problem.country': {
    kk: 'Ел екі латын әрпімен жазылады. Мысалы: KZ, DE, PL',
    ru: 'Страну пишут двумя латинскими буквами. Например: KZ, DE, PL',
    en: 'The country is written with two Latin letters. For example: KZ, DE, PL',
  },
  'problem.field.wrong': { kk: 'Мұны түзетіңіз', ru: 'Исправьте это', en: 'Please correct this' },
  'problem.json': {
    kk: 'Жіберілген мәтін JSON емес',
    ru: 'Присланный текст не является JSON',
    en: 'The text sent is not JSON',
  },
  'problem.jsonExpected': {
    kk: 'JSON жіберіңіз (Content-Type: application/json)',
    ru: 'Пришлите JSON (Content-Type: application/json)',
    en: 'Send JSON (Content-Type: application/json)',
  },
  'problem.origin': {
    kk: 'Бұл сұраныс басқа сайттан келді, сондықтан орындалмады',
    ru: 'Этот запрос пришёл с другого сайта и поэтому не выполнен',
    en: 'This request came from another site and was therefore not carried out',
  },
  'problem.signIn': {
    kk: 'E-mail немесе құпиясөз дұрыс емес. Бірнеше қате әрекеттен кейін біраз күту керек',
    ru: 'Адрес или пароль неверны. После нескольких ошибок нужно немного подождать',
    en: 'The e-mail or the password is wrong. After several wrong attempts you have to wait a little',
  },
  'problem.sessionOver': {
    kk: 'Сеанс аяқталды, қайта кіріңіз',
    ru: 'Сеанс закончился, войдите снова',
    en: 'The session is over, please sign in again',
  },
  'problem.passwordLink': {
    kk: 'Бұл сілтеме пайдаланылған немесе мерзімі өткен. Әкімшіден жаңасын сұраңыз',
    ru: 'Эта ссылка уже использована или истекла. Попросите у администратора новую',
    en: 'This link was used or has run out. Ask the administrator for a new one',
  },
  'problem.emailTaken': {
    kk: 'Бұл e-mail тіркеліп қойған',
    ru: 'Такой адрес уже занят',
    en: 'This e-mail is already taken',
  },
  'problem.codeTaken': { kk: 'Бұл код бос емес', ru: 'Такой код уже занят', en: 'This code is already taken' },
  'problem.agreementBackwards': {
    kk: 'Келісімнің мерзімі қол қойылған күннен бұрын бітуі мүмкін емес',
    ru: 'Соглашение не может закончиться раньше, чем подписано',
    en: 'An agreement cannot end before it is signed',
  },
  'problem.partnerNeeded': {
    kk: 'Серіктес есептік жазбасына ұйым керек',
    ru: 'Для учётной записи партнёра нужна организация',
    en: 'An account of a partner needs its organisation',
  },
  'problem.lastAdmin': {
    kk: 'Соңғы әкімшіні өшіруге болмайды',
    ru: 'Последнего администратора нельзя отключить',
    en: 'The last administrator cannot be taken away',
  },
  'problem.file.type': {
    kk: 'Бұл файл сурет те, PDF те емес. Қабылданатындары: JPEG, PNG, WebP, PDF',
    ru: 'Этот файл – не снимок и не PDF. Принимаются JPEG, PNG, WebP, PDF',
    en: 'This file is neither a picture nor a PDF. Accepted are JPEG, PNG, WebP, PDF',
  },
  'problem.file.picture': {
    kk: 'Бұл файл сурет емес. Қабылданатындары: JPEG, PNG, WebP',
    ru: 'Этот файл – не снимок. Принимаются JPEG, PNG, WebP',
    en: 'This file is no picture. Accepted are JPEG, PNG, WebP',
  },
  'problem.file.heic': {
    kk: 'HEIC суретін оқи алмадық. Оны JPEG етіп сақтап жіберіңіз',
    ru: 'Снимок HEIC прочитать не удалось. Сохраните его как JPEG и пришлите снова',
    en: 'The HEIC picture could not be read. Save it as JPEG and send it again',
  },
  'problem.file.broken': {
    kk: 'Сурет бүлінген, оны ашу мүмкін болмады',
    ru: 'Снимок повреждён, открыть его не удалось',
    en: 'The picture is damaged and could not be opened',
  },
  'problem.file.size': {
    kk: 'Файл тым үлкен: ең көбі {limit} МБ',
    ru: 'Файл слишком большой: не больше {limit} МБ',
    en: 'The file is too large: at most {limit} MB',
  },
  'problem.file.count': {
    kk: 'Файл тым көп: ең көбі {limit}',
    ru: 'Слишком много файлов: не больше {limit}',
    en: 'Too many files: at most {limit}',
  },
  'problem.file.empty': { kk: 'Файл бос', ru: 'Файл пустой', en: 'The file is empty' },
  'problem.file.missing': { kk: 'Файл жіберілмеді', ru: 'Файл не прислан', en: 'No file was sent' },
  'problem.file.unfinished': {
    kk: 'Файл толық келмеді, қайта жіберіңіз',
    ru: 'Файл пришёл не полностью, пришлите его снова',
    en: 'The file did not arrive completely, please send it again',
  },
  'problem.file.list': {
    kk: 'Бұл тізім емес. Қабылданатындары: CSV, XLSX, JSON, ZIP',
    ru: 'Это не список. Принимаются CSV, XLSX, JSON, ZIP',
    en: 'This is not a list. Accepted are CSV, XLSX, JSON, ZIP',
  },
} as const satisfies MessageTable;
