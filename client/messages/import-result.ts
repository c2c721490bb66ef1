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
} as const satisfies MessageTable;
