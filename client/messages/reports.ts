import type { MessageTable } from './translate.ts';

/** "Noticed an error?" on a memorial page. */
export const reportMessages = {
  'report.title': { kk: 'Қате байқадыңыз ба?', ru: 'Заметили ошибку?', en: 'Noticed an error?' },
  'report.text': {
    kk: 'Не қате және оны қайдан білесіз',
    ru: 'Что неверно и откуда вы это знаете',
    en: 'What is wrong, and how you know',
  },
  'report.contact': { kk: 'Телефон немесе e-mail', ru: 'Телефон или e-mail', en: 'Telephone or e-mail' },
  'report.contactHint': {
    kk: 'Міндетті емес. Сұрақ туса хабарласу үшін ғана; жауап берген соң өшіреміз.',
    ru: 'Необязательно. Только чтобы переспросить; после ответа мы его сотрём.',
    en: 'Not required. Only so that we can ask back; it is erased when we are done.',
  },
  'report.send': { kk: 'Қате туралы хабарлау', ru: 'Сообщить об ошибке', en: 'Report the error' },
  'report.done': {
    kk: 'Рақмет, хабарыңызды алдық. Еріктілер құжатпен салыстырады; құжат растаса ғана бет өзгереді.',
    ru: 'Спасибо, мы получили ваше сообщение. Волонтёры сверят его с документами; страница меняется только по документу.',
    en: 'Thank you, we have your report. Volunteers will compare it with the documents; the page changes by a document only.',
  },
  'report.empty': {
    kk: 'Не қате екенін жазыңыз.',
    ru: 'Напишите, что неверно.',
    en: 'Please write what is wrong.',
  },
  'report.tooLong': {
    kk: 'Тым ұзын: {limit} таңбаға дейін жазыңыз.',
    ru: 'Слишком длинно: до {limit} знаков.',
    en: 'Too long: {limit} characters at most.',
  },
  'report.closedBefore': {
    kk: 'Бұл хабарды басқа біреу жауып қойған.',
    ru: 'Это сообщение уже закрыл кто-то другой.',
    en: 'Somebody else has closed this report already.',
  },
} as const satisfies MessageTable;
