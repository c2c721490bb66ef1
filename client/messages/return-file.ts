import type { MessageTable } from './translate.ts';

/** The words of the file that a partner gets back for its list. */
export const returnMessages = {
  'import.return.line': { kk: 'Жол', ru: 'Строка', en: 'Line' },
  'import.return.line_of': {
    kk: '{line} ({date} күнгі нұсқада)',
    ru: '{line} (в версии от {date})',
    en: '{line} (in the version of {date})',
  },
  'import.return.id': { kk: 'Нөмірі', ru: 'Номер', en: 'Number' },
  'import.return.name': { kk: 'Сіздегі аты-жөні', ru: 'Имя у вас', en: 'Name in your list' },
  'import.return.page': { kk: 'Беті', ru: 'Страница', en: 'Page' },
  'import.return.family': { kk: 'Отбасы', ru: 'Семья', en: 'Family' },
  'import.return.spellings': {
    kk: 'Басқа құжаттардағы жазылуы',
    ru: 'Как имя пишут другие документы',
    en: 'How other documents spell the name',
  },
  'import.return.documents': { kk: 'Құжаттар', ru: 'Документы', en: 'Documents' },
  'import.return.doubts': { kk: 'Тексеруді қажет етеді', ru: 'Что вызывает сомнения', en: 'What we doubt' },
  'import.return.found': { kk: 'табылды', ru: 'найдена', en: 'found' },
  'import.return.looking': {
    kk: 'іздеп жүрген болуы мүмкін',
    ru: 'возможно, его ищут',
    en: 'he is perhaps being looked for',
  },
  'import.return.none': {
    kk: 'Әзірге айтарымыз жоқ.',
    ru: 'Пока сообщить нечего.',
    en: 'There is nothing to tell yet.',
  },
  'import.return.differs': {
    kk: '{field}: сізде «{own}», басқа құжатта «{other}».',
    ru: '{field}: у вас «{own}», в другом документе «{other}».',
    en: '{field}: “{own}” in your list, “{other}” in another document.',
  },
  'import.return.differs_in': {
    kk: '{field}: сізде «{own}», басқа құжатта «{other}» ({document}).',
    ru: '{field}: у вас «{own}», в другом документе «{other}» ({document}).',
    en: '{field}: “{own}” in your list, “{other}” in another document ({document}).',
  },
  'import.return.perhaps_same': {
    kk: 'Мына беттегі адамның өзі болуы мүмкін: {pages}',
    ru: 'Возможно, это тот же человек, что на странице {pages}',
    en: 'Perhaps the same man as on the page {pages}',
  },
  'import.return.example': {
    kk: 'Мысал: ойдан шығарылған адам.',
    ru: 'Пример: вымышленный человек.',
    en: 'Example: an invented person.',
  },
} as const satisfies MessageTable;
