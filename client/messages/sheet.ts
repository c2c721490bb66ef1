import type { MessageTable } from './translate.ts';

/** The memory sheet: a page to print and to take along. */
export const sheetMessages = {
  'sheet.title': { kk: 'Естелік парағы', ru: 'Памятный лист', en: 'Memory sheet' },
  'sheet.otherScript': {
    kk: 'араб жазуымен; беттен қараңыз',
    ru: 'арабским письмом; см. страницу',
    en: 'in Arabic script; see the page',
  },
  'sheet.foot': {
    kk: '{address} – {when} күнгі мәлімет',
    ru: '{address} – по состоянию на {when}',
    en: '{address} – as of {when}',
  },
} as const satisfies MessageTable;
