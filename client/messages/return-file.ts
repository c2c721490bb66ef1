import type { MessageTable } from './translate.ts';

/** The words of the file that a partner gets back for its list. */
export const returnMessages = {
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
} as const satisfies MessageTable;
