import type { MessageTable } from './translate.ts';

/** Said of what cannot be taken as it came; the server words its refusals with these. */
export const siteProblemMessages = {
  'siteProblem.empty': {
    kk: 'Күтіп ұстайтын ұйымды жазыңыз немесе сурет қосыңыз.',
    ru: 'Напишите, кто ухаживает за местом, или приложите снимок.',
    en: 'Write who looks after the place, or add a photograph.',
  },
  'siteProblem.source': {
    kk: 'Бұл қайдан және қашан белгілі болғанын жазыңыз: хат, сайт немесе өзіңіз барып білдіңіз бе.',
    ru: 'Напишите, откуда и когда это стало известно: письмо, сайт, своя поездка.',
    en: 'Write where this is known from and since when: a letter, a site, a visit of your own.',
  },
  'siteProblem.nothingLeft': {
    kk: 'Көрсететін ештеңе қалмайды: кемінде бір сурет таңдаңыз.',
    ru: 'Показывать будет нечего: оставьте хотя бы один снимок.',
    en: 'Nothing would be left to show: keep at least one photograph.',
  },
} as const satisfies MessageTable;

/** The desk's screen of burial places: what people who were there brought, and letting it through. */
export const deskSiteMessages = {
  ...siteProblemMessages,
  'siteDesk.title': { kk: 'Жерлеу орындары', ru: 'Захоронения', en: 'Burial places' },
  'siteDesk.add': { kk: 'Дерек қосу', ru: 'Добавить сведения', en: 'Add what you know' },
  'siteDesk.addLead': {
    kk: 'Жерлеу орнына барған адамның суреттері және оны күтіп ұстайтын ұйым. Үйлестіруші қарағаннан кейін ғана бетке шығады. Тірі адамдардың аты мен телефонын жазбаңыз.',
    ru: 'Снимки от тех, кто там был, и организация, которая ухаживает за местом. На странице они появятся, когда их посмотрит координатор. Имён и телефонов живых людей не пишите.',
    en: 'Photographs from people who were there, and the organisation that looks after the place. They stand on the page once a coordinator has looked at them. Write no names or telephone numbers of living people.',
  },
  'siteDesk.site': { kk: 'Жерлеу орны', ru: 'Захоронение', en: 'Burial place' },
  'siteDesk.choose': { kk: 'таңдаңыз', ru: 'выберите', en: 'choose' },
  'siteDesk.custodian': { kk: 'Кім күтіп ұстайды', ru: 'Кто ухаживает', en: 'Who looks after it' },
  'siteDesk.custodianHint': {
    kk: 'Ұйымның атауы мен мекенжайы, мысалы, қала әкімдігі.',
    ru: 'Название и адрес организации, например городской администрации.',
    en: 'Name and address of the organisation, such as the town administration.',
  },
  'siteDesk.source': { kk: 'Бұл қайдан белгілі', ru: 'Откуда это известно', en: 'Where this is known from' },
  'siteDesk.sourceHint': {
    kk: 'Хат, сайт немесе өз сапарыңыз, күнімен. Бетке шықпайды: мұны тек үйлестіруші көреді.',
    ru: 'Письмо, сайт или своя поездка, с датой. На страницу это не попадает: видит только координатор.',
    en: 'A letter, a site or a visit of your own, with its date. It never stands on the page: only a coordinator sees it.',
  },
  'siteDesk.files': { kk: 'Суреттер', ru: 'Снимки', en: 'Photographs' },
  'siteDesk.filesHint': {
    kk: 'Ең көбі алты сурет. Суретте танылатындай адам болмасын.',
    ru: 'Не больше шести. Без людей, которых можно узнать.',
    en: 'Six at most. Nobody who could be recognised should be in them.',
  },
  'siteDesk.credit': {
    kk: 'Сурет астындағы жазу',
    ru: 'Подпись под снимками',
    en: 'Caption under the photographs',
  },
  'siteDesk.creditHint': {
    kk: 'Кім, қашан түсірді: иесі келіскен жазу.',
    ru: 'Кто снял и когда, так, как согласен автор.',
    en: 'Who took them and when, as their author agreed.',
  },
  'siteDesk.send': { kk: 'Жіберу', ru: 'Отправить', en: 'Send' },
  'siteDesk.sent': {
    kk: 'Алдық. Үйлестіруші қарайды.',
    ru: 'Принято. Координатор посмотрит.',
    en: 'We have it. A coordinator will look at it.',
  },
  'siteDesk.toLook': { kk: 'Түскен деректер', ru: 'Что прислали', en: 'What came in' },
  'siteDesk.none': {
    kk: 'Бұл тізімде ештеңе жоқ.',
    ru: 'В этом списке ничего нет.',
    en: 'There is nothing in this list.',
  },
  'siteDesk.waiting': { kk: 'қаралмаған', ru: 'ждут проверки', en: 'to look at' },
  'siteDesk.shown': { kk: 'бетте', ru: 'на странице', en: 'on the page' },
  'siteDesk.refused': { kk: 'шығарылмаған', ru: 'не показаны', en: 'not shown' },
  'siteDesk.state': { kk: 'Тізім', ru: 'Список', en: 'List' },
  'siteDesk.photograph': {
    kk: '{number}-суретті көрсету',
    ru: 'Показать снимок {number}',
    en: 'Show photograph {number}',
  },
  'siteDesk.show': { kk: 'Бетке шығару', ru: 'Показать на странице', en: 'Show on the page' },
  'siteDesk.refuse': { kk: 'Шығармау', ru: 'Не показывать', en: 'Do not show' },
  'siteDesk.refuseAndErase': {
    kk: 'Шығармау және суреттерін өшіру',
    ru: 'Не показывать и стереть снимки',
    en: 'Do not show, and erase its photographs',
  },
  'siteDesk.instead.facts': {
    kk: 'Бетте бұл емес, анықтамалықтағы ұйым жазылған.',
    ru: 'На странице стоит не это, а организация из справочника.',
    en: 'The page tells not this but the organisation of the reference.',
  },
  'siteDesk.instead.later': {
    kk: 'Бетте бұл емес, кейін келген дерек жазылған.',
    ru: 'На странице стоит не это, а то, что сообщили позже.',
    en: 'The page tells not this but what was told later.',
  },
  'siteDesk.saved': { kk: 'Сақталды.', ru: 'Сохранено.', en: 'Saved.' },
} as const satisfies MessageTable;
