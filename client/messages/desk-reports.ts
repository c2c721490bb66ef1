import type { MessageTable } from './translate.ts';

/** What readers of memorial pages say is wrong, for the volunteers who check it. */
export const deskReportMessages = {
  'reports.title': { kk: 'Қате туралы хабарлар', ru: 'Сообщения об ошибках', en: 'Error reports' },
  'reports.lead': {
    kk: 'Хабар өздігінен ештеңені өзгертпейді. Құжаттармен салыстырыңыз, құжат растаса ғана түзетіңіз, содан кейін не істегеніңізді жазып жабыңыз.',
    ru: 'Само сообщение ничего не меняет. Сверьте его с документами, исправляйте только по документу, затем напишите, что сделано, и закройте.',
    en: 'A report changes nothing by itself. Compare it with the papers, correct only what a paper proves, then say what was done and close it.',
  },
  'reports.filter': { kk: 'Хабарларды сұрыптау', ru: 'Отбор сообщений', en: 'Filter of reports' },
  'reports.open': { kk: 'Ашық', ru: 'Открытые', en: 'Open' },
  'reports.closed': { kk: 'Жабылған', ru: 'Закрытые', en: 'Closed' },
  'reports.anyLanguage': { kk: 'Кез келген тілде', ru: 'На любом языке', en: 'In any language' },
  'reports.inLanguage.kk': { kk: 'Қазақша', ru: 'На казахском', en: 'In Kazakh' },
  'reports.inLanguage.ru': { kk: 'Орысша', ru: 'На русском', en: 'In Russian' },
  'reports.inLanguage.en': { kk: 'Ағылшынша', ru: 'На английском', en: 'In English' },
  'reports.list': { kk: 'Хабарлар тізімі', ru: 'Список сообщений', en: 'List of reports' },
  'reports.summary': { kk: 'Тізім: {count}', ru: 'Список: {count}', en: 'List: {count}' },
  'reports.none': {
    kk: 'Бұл тізімде хабар жоқ.',
    ru: 'В этом списке сообщений нет.',
    en: 'There are no reports in this list.',
  },
  'reports.choose': {
    kk: 'Тізімнен хабарды таңдаңыз: қасында жауынгердің құжаттары ашылады.',
    ru: 'Выберите сообщение в списке: рядом откроются документы солдата.',
    en: 'Choose a report in the list: the papers of the soldier open beside it.',
  },
  'reports.came': { kk: '{when} келді', ru: 'пришло {when}', en: 'came {when}' },
  'reports.wantsAnswer': { kk: 'байланысы бар', ru: 'есть контакт', en: 'left a contact' },
  'reports.words': { kk: 'Не жазды', ru: 'Что написали', en: 'What was written' },
  'reports.onlyHis': {
    kk: 'Осы жауынгер туралы барлық ашық хабар',
    ru: 'Все открытые сообщения об этом солдате',
    en: 'All open reports on this soldier',
  },
  'reports.everybody': { kk: 'Барлық жауынгер', ru: 'Все солдаты', en: 'Every soldier' },
  'reports.contact': { kk: 'Хабарлағанның байланысын көрсету', ru: 'Показать, как ответить', en: 'Show how to answer' },
  'reports.contactNote': {
    kk: 'Қайта сұрау үшін қалдырған. Қарағаныңыз журналға жазылады, хабар жабылғанда байланыс өшіріледі.',
    ru: 'Оставлен, чтобы переспросить. Просмотр записывается в журнал; когда сообщение закрыто, контакт стирается.',
    en: 'Left so that we can ask back. That you looked is written down; the contact is erased when the report is closed.',
  },
  'reports.noContact': {
    kk: 'Байланысын қалдырмаған: қайта сұрау мүмкін емес.',
    ru: 'Контакта не оставили: переспросить нельзя.',
    en: 'No contact was left: nobody can be asked back.',
  },
  'reports.erased': { kk: 'Байланысы өшірілген.', ru: 'Контакт стёрт.', en: 'The contact is erased.' },
  'reports.close': { kk: 'Жауап беру', ru: 'Ответ', en: 'Answer' },
  'reports.outcome': {
    kk: 'Не тексердіңіз, не істедіңіз (міндетті)',
    ru: 'Что проверили и что сделали (обязательно)',
    en: 'What you checked and what was done (required)',
  },
  'reports.outcomeHint': {
    kk: 'Осы жерде қалады және журналға жазылады. Хабарлаған адамның аты мен телефонын жазбаңыз.',
    ru: 'Это остаётся здесь и в журнале. Имя и телефон того, кто написал, не указывайте.',
    en: 'It stays here and in the audit. Do not write the name or telephone of whoever sent it.',
  },
  'reports.submit': { kk: 'Хабарды жабу', ru: 'Закрыть сообщение', en: 'Close the report' },
  'reports.done': { kk: 'Хабар жабылды.', ru: 'Сообщение закрыто.', en: 'The report is closed.' },
  'reports.closedBy': { kk: 'Жапқан: {who}, {when}.', ru: 'Закрыто: {who}, {when}.', en: 'Closed by {who}, {when}.' },
  'reports.page': { kk: 'Жауынгердің бетіндегі деректер', ru: 'Что стоит на странице', en: 'What the page says' },
  'reports.moved': {
    kk: 'Бұл беттің жазбалары басқа бетке біріктірілген; төменде сол бет.',
    ru: 'Эту страницу объединили с другой; ниже то, что стоит там.',
    en: 'This page was merged into another one; what stands there follows.',
  },
  'reports.fromPapers': { kk: '№ {numbers} құжат', ru: 'документ № {numbers}', en: 'paper no. {numbers}' },
  'reports.papers': {
    kk: 'Құжаттарын ашып, түзету',
    ru: 'Открыть его документы и исправить',
    en: 'Open his papers to correct them',
  },
} as const satisfies MessageTable;
