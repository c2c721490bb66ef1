import type { MessageTable } from './translate.ts';

/** How far long work is, how fast it goes and how long it still takes; on the desk and in commands. */
export const progressMessages = {
  'progress.done': { kk: 'Өңделген жол: {done}', ru: 'Обработано строк: {done}', en: '{done} rows done' },
  'progress.of': {
    kk: 'Өңделген жол: {done} (барлығы {total})',
    ru: 'Обработано строк: {done} из {total}',
    en: '{done} of {total} rows done',
  },
  'progress.pace': {
    kk: 'секундына {count} жол',
    ru: { one: '{count} строка в секунду', few: '{count} строки в секунду', other: '{count} строк в секунду' },
    en: { one: '{count} row a second', other: '{count} rows a second' },
  },
  'progress.soon': {
    kk: 'бір минутқа жетпейтін уақыт қалды',
    ru: 'осталось меньше минуты',
    en: 'less than a minute left',
  },
  'progress.minutes': {
    kk: 'шамамен {count} минут қалды',
    ru: { one: 'осталось около {count} минуты', other: 'осталось около {count} минут' },
    en: { one: 'about {count} minute left', other: 'about {count} minutes left' },
  },
  'progress.hours': {
    kk: 'шамамен {count} сағат қалды',
    ru: { one: 'осталось около {count} часа', other: 'осталось около {count} часов' },
    en: { one: 'about {count} hour left', other: 'about {count} hours left' },
  },
  'import.progress.checking': { kk: 'Жолдар тексеріліп жатыр', ru: 'Проверяем строки', en: 'Checking the rows' },
  'import.progress.applying': { kk: 'Жолдар енгізіліп жатыр', ru: 'Вносим строки', en: 'Bringing the rows in' },
  'import.progress.scans': {
    kk: 'Сканерленген суреттер сақталып жатыр',
    ru: 'Сохраняем сканы',
    en: 'Keeping the scans',
  },
  'import.progress.undoing': { kk: 'Қайтарылып жатыр', ru: 'Отменяем', en: 'Taking back' },
  'progress.scans': {
    kk: 'Қаралған сканерленген сурет: {done} (барлығы {total})',
    ru: 'Просмотрено сканов: {done} из {total}',
    en: '{done} of {total} scans looked at',
  },
  'progress.scansPace': {
    kk: 'секундына {count} сурет',
    ru: { one: '{count} скан в секунду', few: '{count} скана в секунду', other: '{count} сканов в секунду' },
    en: { one: '{count} scan a second', other: '{count} scans a second' },
  },
} as const satisfies MessageTable;
