import type { MessageTable } from './translate.ts';

/** Letters to families, and the pages that their links open. A letter never names the soldier or his fate. */
export const mailMessages = {
  'mail.confirm.subject': {
    kk: '№ {number} өтініш туралы хат алып тұрасыз ба?',
    ru: 'Присылать вам письма о запросе № {number}?',
    en: 'Shall we write to you about request No. {number}?',
  },
  'mail.confirm.why': {
    kk: 'Сәлеметсіз бе! Аманат сайтында № {number} өтініш туралы хабарды осы мекенжайға жіберуді сұрады.',
    ru: 'Здравствуйте! На сайте «Аманат» попросили писать на этот адрес о запросе № {number}.',
    en: 'Hello. On the Amanat site somebody asked us to write to this address about request No. {number}.',
  },
  'mail.confirm.how': {
    kk: 'Хат алғыңыз келсе (күніне бірден артық болмайды), мына бетті ашып, батырманы басыңыз:',
    ru: 'Если вы хотите получать письма (не чаще одного в день), откройте эту страницу и нажмите кнопку:',
    en: 'If you want these letters (never more than one a day), open this page and press the button:',
  },
  'mail.confirm.not': {
    kk: 'Сұраған сіз болмасаңыз, ештеңе істемеңіз: бұдан кейін хат келмейді.',
    ru: 'Если просили не вы, ничего не делайте: больше писем не будет.',
    en: 'If it was not you, do nothing: there will be no more letters.',
  },
  'mail.digest.subject': {
    kk: { one: 'Өтінішіңіз бойынша жаңалық', other: 'Өтініштеріңіз бойынша жаңалық' },
    ru: {
      one: 'Новости по вашему запросу',
      few: 'Новости по вашим запросам',
      many: 'Новости по вашим запросам',
      other: 'Новости по вашим запросам',
    },
    en: { one: 'News of your request', other: 'News of your requests' },
  },
  'mail.digest.greeting': { kk: 'Сәлеметсіз бе!', ru: 'Здравствуйте!', en: 'Hello.' },
  'mail.digest.request': { kk: '№ {number} өтініш', ru: 'Запрос № {number}', en: 'Request No. {number}' },
  'mail.digest.why': {
    kk: 'Бұл хатты өзіңіз сұрағандықтан алдыңыз. Жаңалық болғанда ғана, күніне бір реттен артық жазбаймыз.',
    ru: 'Вы получили это письмо, потому что просили об этом. Мы пишем, только когда есть новости, и не чаще раза в день.',
    en: 'You get this letter because you asked for it. We write only when there is news, and not more than once a day.',
  },
  'mail.digest.stop': {
    kk: 'Хат алғыңыз келмесе:',
    ru: 'Не присылать больше писем:',
    en: 'To get no more letters:',
  },
  'mail.news.received': { kk: 'Өтініш қабылданды.', ru: 'Запрос принят.', en: 'The request was received.' },
  'mail.news.searching': {
    kk: 'Іздеу жүріп жатыр.',
    ru: 'Поиск идёт.',
    en: 'The search goes on.',
  },
  'mail.news.checking_document': {
    kk: 'Тексеретін бір құжат бар. Басқа адам болып шығуы да мүмкін.',
    ru: 'Есть документ, который мы проверим. Может оказаться, что он о другом человеке.',
    en: 'There is a document that we check. It may turn out to be about another man.',
  },
  'mail.news.second_look': {
    kk: 'Бір ерікті қорытынды жасады, енді оны екінші адам тексеруі керек.',
    ru: 'Один волонтёр сделал вывод, теперь его должен проверить второй человек.',
    en: 'One volunteer has reached a conclusion; now a second person has to check it.',
  },
  'mail.news.identified': {
    kk: 'Қорытынды шықты. Оқуға дайын болғанда өтінішіңіздің бетін ашыңыз.',
    ru: 'Есть вывод. Откройте страницу запроса, когда будете готовы.',
    en: 'There is a conclusion. Open the page of your request when you are ready.',
  },
  'mail.news.nothing_found': {
    kk: 'Әзірге табылмады. Өтініш жабылмайды: жаңа тізім түскен сайын қайта қараймыз.',
    ru: 'Пока не нашли. Запрос не закрыт: мы смотрим снова с каждым новым списком.',
    en: 'Nothing found so far. The request stays open: we look again with every new list.',
  },
  'mail.news.withdrawn': { kk: 'Өтініш қайтарып алынды.', ru: 'Запрос отозван.', en: 'The request was withdrawn.' },
  'mail.news.closed': { kk: 'Өтініш жабылды.', ru: 'Запрос закрыт.', en: 'The request was closed.' },
  'mail.news.question': {
    kk: 'Сізге бір сұрағымыз бар. Жауап бермесеңіз де іздеу жүре береді.',
    ru: 'У нас к вам вопрос. Поиск идёт и без ответа.',
    en: 'We have a question for you. The search goes on without an answer too.',
  },
  'mail.news.message': {
    kk: 'Сізге хабарлама жаздық.',
    ru: 'Мы написали вам сообщение.',
    en: 'We wrote you a message.',
  },
  'mail.news.changed': {
    kk: 'Өтініштің барысы өзгерді.',
    ru: 'В ходе поиска есть изменения.',
    en: 'Something has changed in the search.',
  },
  'mail.page.confirmTitle': {
    kk: 'Хат алып тұрасыз ба?',
    ru: 'Присылать вам письма?',
    en: 'Shall we write to you?',
  },
  'mail.page.confirmText': {
    kk: 'Іздеуде жаңалық болғанда хат жазамыз, күніне бірден артық емес. Оны кез келген күні тоқтата аласыз.',
    ru: 'Мы напишем, когда в поиске будет что-то новое, не чаще раза в день. Отказаться можно в любой день.',
    en: 'We write when there is something new in the search, not more than once a day. You can end it on any day.',
  },
  'mail.page.confirm': { kk: 'Иә, хат жазыңыздар', ru: 'Да, пишите мне', en: 'Yes, write to me' },
  'mail.page.confirmed': {
    kk: 'Рақмет. Жаңалық болғанда жазамыз.',
    ru: 'Спасибо. Мы напишем, когда будут новости.',
    en: 'Thank you. We write when there is news.',
  },
  'mail.page.toRequest': { kk: 'Өтініштің беті', ru: 'Страница запроса', en: 'Page of the request' },
  'mail.page.stopTitle': { kk: 'Хаттарды тоқтату', ru: 'Отказ от писем', en: 'No more letters' },
  'mail.page.stopText': {
    kk: 'Осы мекенжайға бірде-бір өтініш туралы хат жіберілмейді. Өтініштің өзі қалады, оны бетінен көресіз.',
    ru: 'На этот адрес больше не придёт писем ни об одном запросе. Сами запросы останутся, их видно на страницах.',
    en: 'No letter about any request will be sent to this address. The requests themselves stay, on their pages.',
  },
  'mail.page.stop': { kk: 'Хат жазбаңыздар', ru: 'Больше не писать', en: 'Send no more letters' },
  'mail.page.stopped': {
    kk: 'Бұдан былай хат жібермейміз, мекенжайыңыз тізімнен өшірілді.',
    ru: 'Мы больше не пишем на этот адрес, он стёрт из рассылки.',
    en: 'We send no more letters, and the address is erased from the mailing.',
  },
} as const satisfies MessageTable;
