import type { MessageTable } from './translate.ts';

/** How an import stands, long after it came: what is still kept out, what came of it since. */
export const importResultMessages = {
  'imports.report.rejected': {
    kk: 'Алынбаған жолдар (CSV)',
    ru: 'Отклонённые строки (CSV)',
    en: 'Rejected rows (CSV)',
  },
  'imports.report.waiting': {
    kk: 'Адам қарайтын жолдар (CSV)',
    ru: 'Строки, которые ждут человека (CSV)',
    en: 'Rows that wait for a person (CSV)',
  },
  'imports.report.both': {
    kk: 'Алынбаған және адам қарайтын жолдар (CSV)',
    ru: 'Отклонённые строки и те, что ждут человека (CSV)',
    en: 'Rejected rows, and those that wait for a person (CSV)',
  },
  'imports.settled': {
    kk: 'Бұрын алынбаған немесе адам шешуін күткен жолдардың шешілгені не кейін қайта келгені: {count}.',
    ru: 'Строк, по которым уже решено или которые пришли снова с новой версией: {count}.',
    en: 'Rows that are decided on, or came again with a newer version: {count}.',
  },
  'imports.rowsWait': {
    kk: 'Үйлестіруші шешімін күткен жолдар: {rows}, импорттар: {imports}.',
    ru: 'Ждут решения координатора: строк {rows}, импортов {imports}.',
    en: 'Wait for a coordinator: {rows} rows of {imports} imports.',
  },
  'imports.onlyWaiting': { kk: 'Тек солар', ru: 'Показать только их', en: 'Show only these' },
  'imports.all': { kk: 'Барлық импорт', ru: 'Показать все импорты', en: 'Show all imports' },
  'imports.returnNone': {
    kk: 'Бұл тізімге жауап ретінде айтарымыз әзірге жоқ: басқа құжаттардан ештеңе табылмады, күмәнді жері де жоқ.',
    ru: 'Ответить на этот список пока нечего: в других документах ничего не нашлось, сомнений тоже нет.',
    en: 'There is nothing to answer to this list yet: nothing was found in other documents, and nothing is in doubt.',
  },
  'imports.misnamed': {
    kk: 'Файл кесте (Excel) деп аталған, бірақ ішінде жай мәтін (CSV) тұр: біз оны мәтін ретінде оқыдық. Үлгілер дұрыс болмаса, файлды Excel-де ашып, «Басқаша сақтау» арқылы XLSX түрінде сақтап жіберіңіз.',
    ru: 'Файл назван как таблица Excel, но внутри обычный текст (CSV): так мы его и прочли. Если примеры выглядят неверно, откройте файл в Excel, сохраните через «Сохранить как» в формате XLSX и пришлите снова.',
    en: 'The file is called a workbook but holds plain text (CSV), and was read so. If the samples look wrong, open it in Excel, use “Save as”, choose XLSX, and send that.',
  },
  'imports.sentBefore': {
    kk: 'Дәл осы файл бұрын жіберілген: {when}, «{list}» тізімі. Қазіргі күйі: {state}.',
    ru: 'Точно такой файл уже присылали: {when}, список «{list}». Сейчас он: {state}.',
    en: 'The very same file was sent before: {when}, list “{list}”. It is now: {state}.',
  },
  'imports.sentBefore.standing': {
    kk: 'Сол атаумен қайта жіберілсе, ештеңе өзгермейді. Басқа атаумен жіберілсе, әр адам базада екі рет тұрады.',
    ru: 'Если прислать его снова под тем же названием, ничего не изменится. Под другим названием каждый человек окажется в базе дважды.',
    en: 'Sent again under the same name it changes nothing. Under another name everybody in it stands in the base twice.',
  },
  'imports.sentBefore.older': {
    kk: 'Содан бері базаға сол тізімнің жаңарақ нұсқасы енгізілді. Бұл файл сол атаумен қайта енгізілсе, жолдары ескі күйіне қайтады, ал тек жаңа нұсқада бар адамдар тізімнен шығып қалған болып саналады. Басқа атаумен енгізілсе, екі нұсқада да бар адамдар базада екі рет тұрады.',
    ru: 'С тех пор внесена более новая версия того списка. Если внести этот файл снова под тем же названием, его строки вернутся к старым данным, а те, кто есть только в новой версии, будут считаться выбывшими из списка. Под другим названием те, кто есть в обеих версиях, окажутся в базе дважды.',
    en: 'A newer version of that list has been brought in since. Brought in again under the same name, this file puts its rows back to the older words, and whoever is only in the newer version counts as gone from the list. Under another name those who are in both versions stand in the base twice.',
  },
  'imports.sentBefore.open_still': {
    kk: 'Файл бізде бар, бірақ тізім базаға толық енгізілмеген. Қайта жіберудің қажеті жоқ: сол импортты ашып, жалғастырыңыз.',
    ru: 'Файл у нас уже есть, но список ещё не внесён в базу до конца. Присылать его снова не нужно: откройте тот импорт и продолжайте в нём.',
    en: 'The file is here already, but the list is not yet wholly in the base. It need not be sent again: open that import and go on there.',
  },
  'imports.sentBefore.applying': {
    kk: 'Тізім дәл қазір базаға енгізіліп жатыр. Қайта жіберудің қажеті жоқ.',
    ru: 'Список прямо сейчас вносится в базу. Присылать его снова не нужно.',
    en: 'The list is being brought into the base right now. It need not be sent again.',
  },
  'imports.sentBefore.undoing': {
    kk: 'Сол импорт дәл қазір қайтарылып жатыр. Тізім әлі керек болса, ол қайтарылып болған соң жіберіңіз.',
    ru: 'Тот импорт прямо сейчас отменяют. Если список всё же нужен, пришлите его, когда отмена закончится.',
    en: 'That import is being taken back right now. If the list is needed all the same, send it once that is done.',
  },
  'imports.sentBefore.open': { kk: 'Сол импортты ашу', ru: 'Открыть тот импорт', en: 'Open that import' },
  'imports.sentBefore.stop': { kk: 'Жібермеу', ru: 'Не отправлять', en: 'Do not send' },
  'imports.sentBefore.goOn': { kk: 'Бәрібір жіберу', ru: 'Всё равно отправить', en: 'Send it all the same' },
  'imports.undone': {
    kk: 'Импорт қайтарылды: {when}.',
    ru: 'Импорт отменён: {when}.',
    en: 'This import was taken back: {when}.',
  },
  'imports.undone.by': {
    kk: 'Импорт қайтарылды: {when}, {by}.',
    ru: 'Импорт отменён: {when}, {by}.',
    en: 'This import was taken back: {when}, {by}.',
  },
  'imports.undone.why': { kk: 'Себебі: {reason}', ru: 'Причина: {reason}', en: 'Why: {reason}' },
  'imports.undone.now': {
    kk: 'Бұл импорт енгізгеннің бәрі базадан алынды, өзгертілген жолдар бұрынғы қалпына келді. Тізім керек болса, оны қайта жіберіңіз.',
    ru: 'Всё, что он внёс, убрано из базы, изменённые им строки стали прежними. Если список всё же нужен, пришлите его снова.',
    en: 'All that it brought is out of the base, and rows it changed are what they were. If the list is needed, send it again.',
  },
  'imports.undone.had': {
    kk: 'Қайтарылғанға дейін файлдан не енген еді',
    ru: 'Что вносил этот файл, пока не был отменён',
    en: 'What the file had brought before it was taken back',
  },
} as const satisfies MessageTable;
