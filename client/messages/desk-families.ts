import type { MessageTable } from './translate.ts';

/** Several families of one soldier: at the desk, and on the page where a family is asked whether it wants to meet the others. */
export const deskFamilyMessages = {
  'families.title': {
    kk: 'Осы жауынгердің басқа отбасылары',
    ru: 'Другие семьи этого солдата',
    en: 'Other families of this soldier',
  },
  'families.together': {
    kk: 'Бұл өтініштер бірге қаралады: шешім мен іздеу бәріне ортақ, хат алысу әр отбасымен бөлек.',
    ru: 'Эти запросы ведут вместе: решения и поиски общие, переписка с каждой семьёй своя.',
    en: 'These requests are worked on together: decisions and searches hold for all, letters are with each family alone.',
  },
  'families.lead': { kk: 'кезекте осы тұр', ru: 'стоит в очереди', en: 'stands in the queue' },
  'families.here': { kk: 'осы өтініш', ru: 'этот запрос', en: 'this request' },
  'families.open': { kk: 'Өтінішті ашу', ru: 'Открыть запрос', en: 'Open the request' },
  'families.asked': {
    kk: 'танысуға келісімі сұралды',
    ru: 'ей задан вопрос о знакомстве',
    en: 'asked whether it wants to meet',
  },
  'families.yes': { kk: 'танысуға келісті', ru: 'согласна познакомиться', en: 'agrees to meet' },
  'families.no': { kk: 'танысқысы келмейді', ru: 'не хочет знакомиться', en: 'does not want to meet' },
  'families.introduced': { kk: 'таныстырылды', ru: 'с другими познакомили', en: 'introduced' },
  'families.meetingNote': {
    kk: 'Байланыс деректері екі отбасы да келіскенде ғана беріледі. Кез келгені келісімін қайтара алады.',
    ru: 'Контакты передаются, только когда согласны обе семьи. Любая может взять согласие назад.',
    en: 'Contacts are passed on only when both families agree. Either can take it back.',
  },
  'families.ask': {
    kk: 'Танысқысы келе ме, сұрау',
    ru: 'Спросить, хотят ли познакомиться',
    en: 'Ask whether they want to meet',
  },
  'families.introduce': { kk: 'Келіскендерді таныстыру', ru: 'Познакомить согласных', en: 'Introduce those who agree' },
  'families.separate': { kk: 'Бұл өтінішті бөліп алу', ru: 'Отделить этот запрос', en: 'Take this request out' },
  'families.find': { kk: 'Оны тағы кім іздейді?', ru: 'Кто ещё его ищет?', en: 'Who else looks for him?' },
  'families.none': {
    kk: 'Басқа ұқсас өтініш жоқ.',
    ru: 'Похожих запросов других семей нет.',
    en: 'There is no request like it of another family.',
  },
  'families.compare': { kk: 'Салыстыру', ru: 'Сравнить', en: 'Compare' },
  'families.this': { kk: 'Осы өтініш', ru: 'Этот запрос', en: 'This request' },
  'families.other': { kk: 'Екіншісі', ru: 'Второй запрос', en: 'The other one' },
  'families.gather': {
    kk: 'Бір жауынгер: бірге қарау',
    ru: 'Один солдат: вести вместе',
    en: 'One soldier: work on them together',
  },
  'families.fromTheOther': {
    kk: 'Оны қосу үшін сол өтініштің өзін ашып, осыған біріктіріңіз.',
    ru: 'Чтобы присоединить его, откройте тот запрос и объедините с этим.',
    en: 'To add it, open that request and gather it with this one.',
  },
  'queue.families': {
    kk: { one: '{count} отбасы', other: '{count} отбасы' },
    ru: { one: '{count} семья', few: '{count} семьи', many: '{count} семей', other: '{count} семьи' },
    en: { one: '{count} family', other: '{count} families' },
  },
  'change.gathered': {
    kk: 'басқа отбасының өтінішімен біріктірді',
    ru: 'объединён с запросом другой семьи',
    en: 'gathered it with another family’s',
  },
  'change.separated': {
    kk: 'басқа өтініштен бөліп алды',
    ru: 'отделён от запросов других семей',
    en: 'took it out of the case',
  },
  'change.meeting_asked': {
    kk: 'танысуға келісімін сұрады',
    ru: 'задан вопрос о знакомстве',
    en: 'asked whether they want to meet',
  },
  'change.meeting_yes': {
    kk: 'отбасы танысуға келісті',
    ru: 'семья согласна познакомиться',
    en: 'the family agrees to meet',
  },
  'change.meeting_no': {
    kk: 'отбасы танысқысы келмейді',
    ru: 'семья не хочет знакомиться',
    en: 'the family does not want to meet',
  },
  'change.introduced': { kk: 'отбасыларды таныстырды', ru: 'семьи познакомлены', en: 'introduced the families' },
} as const satisfies MessageTable;
