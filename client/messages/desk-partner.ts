import type { MessageTable } from './translate.ts';

/** What a partner finds when it signs in, and what an administrator sees of it: its agreement and what became of its lists. */
export const deskPartnerMessages = {
  'partner.numbers': { kk: 'Тізімдердің нәтижесі', ru: 'Что дали списки', en: 'What came of the lists' },
  'partner.lists': { kk: 'тізім', ru: 'списков', en: 'lists' },
  'partner.versions': { kk: 'енгізілген нұсқа', ru: 'внесено версий', en: 'versions brought in' },
  'partner.rows': { kk: 'базадағы жол', ru: 'строк в базе', en: 'rows in the base' },
  'partner.read': { kk: 'барлық оқылған жол', ru: 'прочитано строк всего', en: 'rows read in all' },
  'partner.added': { kk: 'жаңа адам', ru: 'новых людей', en: 'people added' },
  'partner.updated': { kk: 'түзетілген жол', ru: 'строк обновлено', en: 'rows corrected' },
  'partner.matched': {
    kk: 'отбасы іздеп жүрген болуы мүмкін',
    ru: 'возможно, их ищут семьи',
    en: 'perhaps looked for by a family',
  },
  'partner.identified': { kk: 'отбасы табылған', ru: 'найдены для семей', en: 'found for a family' },
  'partner.last': { kk: 'соңғы тізім', ru: 'последний список', en: 'the last list' },
  'partner.noLists': {
    kk: 'Әзірге бірде-бір тізім енгізілген жоқ.',
    ru: 'Пока не внесён ни один список.',
    en: 'No list has been brought in yet.',
  },
  'partner.agreement': { kk: 'Келісім', ru: 'Соглашение', en: 'Agreement' },
  'partner.noAgreement': { kk: 'Келісім жазылмаған.', ru: 'Соглашение не указано.', en: 'No agreement is noted.' },
  'partner.number': { kk: 'нөмірі', ru: 'номер', en: 'number' },
  'partner.signedOn': { kk: 'қол қойылған', ru: 'подписано', en: 'signed on' },
  'partner.validUntil': { kk: 'мерзімі', ru: 'действует до', en: 'valid until' },
  'partner.over': {
    kk: 'Келісімнің мерзімі өтіп кеткен. Бізге жазыңыз.',
    ru: 'Срок соглашения истёк. Напишите нам.',
    en: 'The agreement has run out. Please write to us.',
  },
  'partner.files': { kk: 'Келісімнің құжаттары', ru: 'Документы соглашения', en: 'Papers of the agreement' },
  'partner.noFiles': { kk: 'Құжат жоқ.', ru: 'Документов нет.', en: 'There are no papers.' },
  'partner.file': { kk: 'Құжат (PDF не сурет)', ru: 'Документ (PDF или снимок)', en: 'A paper (PDF or picture)' },
  'partner.addFile': { kk: 'Құжатты қосу', ru: 'Добавить документ', en: 'Add the paper' },
  'partner.removeFile': { kk: 'Алып тастау', ru: 'Удалить', en: 'Remove' },
  'partner.removeSure': {
    kk: '«{name}» алып тасталсын ба?',
    ru: 'Удалить «{name}»?',
    en: 'Remove “{name}”?',
  },
  'partner.fileAdded': { kk: 'Құжат қосылды.', ru: 'Документ добавлен.', en: 'The paper was added.' },
  'partner.fileRemoved': { kk: 'Құжат алып тасталды.', ru: 'Документ удалён.', en: 'The paper was removed.' },
} as const satisfies MessageTable;
