import type { MessageTable } from './translate.ts';

/** Hospitals in Kazakhstan and where their dead lie. */
export const hospitalMessages = {
  'hospitals.title': {
    kk: 'Қазақстандағы госпитальдар',
    ru: 'Госпитали в Казахстане',
    en: 'Hospitals in Kazakhstan',
  },
  'hospitals.lead': {
    kk: 'Соғыс жылдары Қазақстанда 150-ден астам эвакуациялық госпиталь болды деп айтылады. Мұнда нөмірі немесе ғимараты дереккөзден оқылғандары ғана. Жарақаттан қайтыс болғандарды көбіне сол қалада жерлеген.',
    ru: 'По источникам, в годы войны в Казахстане было больше 150 эвакогоспиталей. Здесь только те, чей номер или здание прочитаны в источнике. Умерших от ран чаще всего хоронили в том же городе.',
    en: 'Sources speak of more than 150 evacuation hospitals in Kazakhstan during the war. Here are those whose number or building was read in a source. Men who died of wounds were mostly buried in the same town.',
  },
  'hospitals.mapTitle': {
    kk: 'Госпитальдар болған қалалардың картасы; барлығы төмендегі тізімде',
    ru: 'Карта городов с госпиталями; все они перечислены ниже',
    en: 'Map of towns with hospitals; all of them are listed below',
  },
  'hospitals.gaps': {
    kk: 'Алматы, Ақмола, Қостанай, Ақтөбе, Қызылорда, Жамбыл, Павлодар, Гурьев, Өскемен госпитальдарының нөмірлері әзірге табылмады. Білсеңіз, бізге жазыңыз.',
    ru: 'Номеров госпиталей Алма-Аты, Акмолинска, Кустаная, Актюбинска, Кзыл-Орды, Джамбула, Павлодара, Гурьева и Усть-Каменогорска мы пока не нашли. Если знаете, напишите нам.',
    en: 'We have not yet found the numbers of hospitals in Alma-Ata, Akmolinsk, Kustanai, Aktyubinsk, Kzyl-Orda, Dzhambul, Pavlodar, Guryev and Ust-Kamenogorsk. If you know them, please write to us.',
  },
  'hospital.name': { kk: '{kind} №\u00a0{number}', ru: '{kind} №\u00a0{number}', en: '{kind} No.\u00a0{number}' },
  'hospital.hospital': { kk: 'Госпиталь', ru: 'Госпиталь', en: 'Hospital' },
  'hospital.town': { kk: 'Қаласы', ru: 'Город', en: 'Town' },
  'hospital.building': { kk: 'Ғимараты', ru: 'Здание', en: 'Building' },
  'hospital.when': { kk: 'Уақыты', ru: 'Когда', en: 'When' },
  'hospital.profile': { kk: 'Кімдерді емдеді', ru: 'Кого лечил', en: 'What it treated' },
  'hospital.chief': { kk: 'Бастығы', ru: 'Начальник', en: 'Chief' },
  'hospital.cemetery': { kk: 'Қайтыс болғандар қайда жатыр', ru: 'Где лежат умершие', en: 'Where its dead lie' },
  'hospital.cemeteryUnknown': {
    kk: 'Госпитальдің зираты әзірге анықталған жоқ. Облыстық мұрағат пен қалалық зираттың кітаптарынан іздеген жөн.',
    ru: 'Кладбище этого госпиталя пока не установлено. Искать его надо в областном архиве и в книгах городского кладбища.',
    en: 'The cemetery of this hospital is not known yet. The oblast archive and the books of the town cemetery are where to look.',
  },
  'hospital.people': {
    kk: 'Құжаттарында осы госпиталь аталғандар',
    ru: 'Чьи документы называют этот госпиталь',
    en: 'Whose papers name this hospital',
  },
  'hospital.noPeople': {
    kk: 'Ондай адам дерекқорда әзірге жоқ.',
    ru: 'Таких людей в базе пока нет.',
    en: 'Nobody in the database so far.',
  },
} as const satisfies MessageTable;
