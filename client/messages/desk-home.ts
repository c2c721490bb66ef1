import type { MessageTable } from './translate.ts';

/** The home of the desk, the load of those who lead, and a request written down for somebody on the telephone. */
export const deskHomeMessages = {
  'home.title': { kk: 'Бүгінгі жұмыс', ru: 'Что сегодня', en: 'Today' },
  'home.mine': { kk: 'Қазір сізде', ru: 'Сейчас у вас', en: 'With you now' },
  'home.mineNone': {
    kk: 'Қазір сізде өтініш жоқ.',
    ru: 'Сейчас у вас нет запросов.',
    en: 'You have no request at the moment.',
  },
  'home.waiting': { kk: 'Не күтіп тұр', ru: 'Что ждёт', en: 'What waits' },
  'home.waits.free': {
    kk: 'Ешкім алмаған өтініштер',
    ru: 'Запросы, которых никто не взял',
    en: 'Requests nobody has taken',
  },
  'home.waits.fresh': {
    kk: 'Жаңа кандидаты бар өтініштер',
    ru: 'Запросы со свежими кандидатами',
    en: 'Requests with fresh candidates',
  },
  'home.waits.second': {
    kk: 'Екінші адамды күткен шешімдер',
    ru: 'Решения, которым нужен второй человек',
    en: 'Decisions that need a second person',
  },
  'home.waits.waiting': { kk: 'Отбасынан жауап күтеміз', ru: 'Ждём ответа семьи', en: 'Waiting for the family' },
  'home.waits.reports': {
    kk: 'Қаралмаған қате хабарлары',
    ru: 'Сообщения об ошибках без ответа',
    en: 'Error reports without an answer',
  },
  'home.waits.memories': {
    kk: 'Қаралмаған суреттер мен естеліктер',
    ru: 'Снимки и воспоминания без проверки',
    en: 'Photographs and memories to look at',
  },
  'home.waits.siteAdditions': {
    kk: 'Жерлеу орындары туралы қаралмаған деректер',
    ru: 'Сведения о захоронениях без проверки',
    en: 'Additions on burial places to look at',
  },
  'home.waits.importRows': {
    kk: 'Серіктестер тізімдеріндегі шешім күткен жолдар',
    ru: 'Строки списков партнёров, которые ждут решения',
    en: "Rows of partners' lists that wait for a decision",
  },
  'home.waits.failedJobs': { kk: 'Орындалмаған тапсырмалар', ru: 'Сорвавшиеся задания', en: 'Jobs that failed' },
  'home.waits.letters': {
    kk: 'Жіберілмеген хаттар',
    ru: 'Неотправленные письма',
    en: 'Letters that have not gone out',
  },
  'home.nothingWaits': { kk: 'Күтіп тұрған ештеңе жоқ.', ru: 'Ничего не ждёт.', en: 'Nothing waits.' },
  'home.objected': {
    kk: 'Шешіміңізбен келіспейді',
    ru: 'С вашим решением не согласны',
    en: 'Somebody does not agree with your decision',
  },
  'home.objectedText': {
    kk: 'Себебін оқып, шешімді қайтарып алыңыз немесе қайта шешіңіз: жаңа шешімді де екінші адам қарайды.',
    ru: 'Прочитайте почему; отзовите решение или решите заново: новое тоже посмотрит второй человек.',
    en: 'Read why, and withdraw the decision or decide anew: a second person looks at the new one too.',
  },
  'home.changed': { kk: 'Не өзгерді', ru: 'Что изменилось', en: 'What changed' },
  'home.changedText': {
    kk: 'Сіз соңғы рет қарағаннан кейін, екі апта ішінде.',
    ru: 'После вашего последнего шага, за две недели.',
    en: 'Since your own last step, in two weeks.',
  },
  'home.changedNone': {
    kk: 'Сіз жұмыс істеген өтініштерде жаңалық жоқ.',
    ru: 'В запросах, над которыми вы работали, ничего нового.',
    en: 'Nothing new in the requests you worked on.',
  },
  'home.movedTo': {
    kk: 'өтініштің күйі: {state}',
    ru: 'состояние запроса: {state}',
    en: 'the state of the request: {state}',
  },
  'home.family': { kk: 'Отбасы', ru: 'Семья', en: 'The family' },
  'home.byPhone': {
    kk: 'Телефонмен айтқан өтінішті жазу',
    ru: 'Записать запрос по телефону',
    en: 'Write down a request on the telephone',
  },
  'load.title': { kk: 'Жұмыс көлемі', ru: 'Загрузка', en: 'The load' },
  'load.requests': { kk: 'Өтініштер', ru: 'Запросы', en: 'Requests' },
  'load.state': { kk: 'Күйі', ru: 'Состояние', en: 'State' },
  'load.count': { kk: 'Саны', ru: 'Сколько', en: 'How many' },
  'load.unread': {
    kk: 'Ешкім бастамаған өтініш: {count}. Ең ескісі {when} түсті.',
    ru: 'Никто не начинал: {count}. Самый старый пришёл {when}.',
    en: 'Nobody has begun: {count}. The oldest came on {when}.',
  },
  'load.unreadNone': {
    kk: 'Барлық өтінішті біреу бастаған.',
    ru: 'Все запросы кем-то начаты.',
    en: 'Somebody has begun every request.',
  },
  'load.second': {
    kk: 'Екінші адамды күтеді: {count}. Ең ескі өтініш {when} түсті.',
    ru: 'Ждут второго человека: {count}. Самый старый запрос пришёл {when}.',
    en: 'Waiting for a second person: {count}. The oldest request came on {when}.',
  },
  'load.people': { kk: 'Адамдар', ru: 'Люди', en: 'People' },
  'load.peopleText': {
    kk: { one: 'Соңғы {count} күн.', other: 'Соңғы {count} күн.' },
    ru: {
      one: 'За последний {count} день.',
      few: 'За последние {count} дня.',
      many: 'За последние {count} дней.',
      other: 'За последние {count} дня.',
    },
    en: { one: 'In the last {count} day.', other: 'In the last {count} days.' },
  },
  'load.peopleNone': {
    kk: 'Бұл күндері ешкім жұмыс істемеген.',
    ru: 'За эти дни никто не работал.',
    en: 'Nobody worked in these days.',
  },
  'load.person': { kk: 'Кім', ru: 'Кто', en: 'Who' },
  'load.held': { kk: 'Қазір қолында', ru: 'Сейчас взято', en: 'Has now' },
  'load.decisions': { kk: 'Шешім', ru: 'Решения', en: 'Decisions' },
  'load.confirmations': { kk: 'Растау', ru: 'Подтверждения', en: 'Confirmations' },
  'load.messages': { kk: 'Отбасына хат', ru: 'Письма семьям', en: 'Messages' },
  'load.searches': { kk: 'Іздеу', ru: 'Поиски', en: 'Searches' },
  'phone.title': {
    kk: 'Телефонмен айтылған өтініш',
    ru: 'Запрос по телефону',
    en: 'A request on the telephone',
  },
  'phone.lead': {
    kk: 'Қоңырау шалған адамның айтқанын өз сөзімен жазыңыз. Білмегенін сұрап қинамаңыз.',
    ru: 'Пишите словами того, кто звонит. Чего он не знает, не добивайтесь.',
    en: 'Write in the words of whoever calls. Do not press for what he does not know.',
  },
  'phone.readConsent': { kk: 'Мынаны дауыстап оқыңыз', ru: 'Прочитайте вслух', en: 'Read this aloud' },
  'phone.consent': {
    kk: 'Қоңырау шалған адам оқылғанға «келісемін» деді',
    ru: 'Звонящий выслушал это и сказал, что согласен',
    en: 'The caller listened to this and said that he agrees',
  },
  'phone.send': { kk: 'Өтінішті тіркеу', ru: 'Записать запрос', en: 'Take the request down' },
  'phone.sent': {
    kk: 'Өтініш тіркелді. Нөмірі {number}.',
    ru: 'Запрос записан. Номер {number}.',
    en: 'The request is taken down. Its number is {number}.',
  },
  'phone.readCode': {
    kk: 'Нөмірі мен кодын төрт таңбадан бөліп оқып беріңіз және жазып алғанын тексеріңіз. Бұл код қайта көрсетілмейді.',
    ru: 'Продиктуйте номер и код по четыре знака и проверьте, как записали. Второй раз код не показывается.',
    en: 'Read out the number and the code, four signs at a time, and check what was written down. The code is not shown again.',
  },
  'phone.where': {
    kk: 'Іздеудің барысы осы мекенжайда, кодты жазса ашылады:',
    ru: 'Ход поиска виден здесь, если ввести код:',
    en: 'How the search goes is seen here, with the code:',
  },
  'phone.another': { kk: 'Тағы бір өтініш', ru: 'Ещё один запрос', en: 'Another request' },
  'withdraw.title': {
    kk: 'Отбасы өтінішті қайтарып алғысы келсе',
    ru: 'Если семья отзывает запрос',
    en: 'When the family withdraws the request',
  },
  'withdraw.text': {
    kk: 'Байланыс деректері, жазғандары мен файлдары біржола өшіріледі. Мұны қайтару мүмкін емес.',
    ru: 'Контакты, рассказ и файлы будут стёрты навсегда. Вернуть это нельзя.',
    en: 'The contact, the words and the files are erased for good. This cannot be taken back.',
  },
  'withdraw.reason': { kk: 'Кім, қалай сұрады', ru: 'Кто и как об этом попросил', en: 'Who asked for it, and how' },
  'withdraw.submit': { kk: 'Қайтарып алу және өшіру', ru: 'Отозвать и стереть', en: 'Withdraw and erase' },
} as const satisfies MessageTable;
