import type { MessageTable } from './translate.ts';

/** What only one family reads: the man found for it with all that is known, and whether it wants to meet the others. */
export const kinMessages = {
  'kin.title': { kk: 'Ол туралы құжаттар', ru: 'Что говорят документы о нём', en: 'What the papers say of him' },
  'kin.onlyYou': {
    kk: 'Бұл бет тек сіздің отбасыңызға ашылады. Мекенжайын өзіңіз сенетін адамға ғана беріңіз.',
    ru: 'Эта страница открыта только вашей семье. Давайте её адрес лишь тем, кому доверяете.',
    en: 'This page opens to your family alone. Give its address only to people you trust.',
  },
  'kin.hard': {
    kk: 'Құжаттардың бірінде ауыр мәлімет бар. Оны тек туыстарына көрсетеміз.',
    ru: 'В одном из документов тяжёлые сведения. Мы показываем их только родным.',
    en: 'One of the papers holds hard news. We show it to kin only.',
  },
  'kin.call': {
    kk: 'Қаласаңыз, алдымен телефон арқылы сөйлесейік:',
    ru: 'Если хотите, сначала поговорим по телефону:',
    en: 'If you wish, we can talk by telephone first:',
  },
  'kin.rehabilitation': {
    kk: 'Соғыс кезінің үкімдері мен «қашқын» деген жазбалардың көбі кейін қате болып шықты, сотталғандардың көбі ақталды. Құжат – сол күні не жазылғаны, адамның өзі емес.',
    ru: 'Многие приговоры и записи «дезертир» военных лет потом оказались ошибкой, многие осуждённые реабилитированы. Документ говорит, что записали в тот день, а не каким был человек.',
    en: 'Many sentences and entries of “deserter” of the war years later proved wrong, and many of the convicted were rehabilitated. A paper says what was written that day, not who the man was.',
  },
  'kin.show': { kk: 'Оқуға дайынмын', ru: 'Прочитать сейчас', en: 'I am ready to read' },
  'kin.public': { kk: 'Барлығына ашық беті', ru: 'Страница, открытая всем', en: 'The page everybody may see' },
  'kin.back': { kk: 'Өтініштің бетіне оралу', ru: 'Вернуться к запросу', en: 'Back to the request' },
  'kin.open': { kk: 'Құжаттарын ашу', ru: 'Открыть документы о нём', en: 'Open the papers' },
  'kin.documents': { kk: 'Құжаттар', ru: 'Документы', en: 'Papers' },
  'meeting.title': {
    kk: 'Оны тағы бір отбасы іздеп жүр',
    ru: 'Его ищет ещё одна семья',
    en: 'Another family looks for him too',
  },
  'meeting.what': {
    kk: 'Олар да осы кісінің туысы болуы мүмкін. Сіз де, олар да келіссе, бір-біріңізге мына деректерді ғана береміз: аты-жөніңіз, оған кім болатыныңыз, телефон мен e-mail.',
    ru: 'Они тоже могут быть его родными. Если согласны вы и согласны они, мы передадим друг другу: имя, кем вы ему приходитесь, телефон и e-mail. Больше ничего.',
    en: 'They may be kin of his as well. If you agree and they agree, we pass on to each other your name, your relation to him, telephone and e-mail. Nothing else.',
  },
  'meeting.free': {
    kk: 'Іздеу жауабыңызға байланысты емес. Келісіміңізден кез келген күні бас тарта аласыз, сонда деректеріңіз оларға көрінбейді.',
    ru: 'Поиск от ответа не зависит. Согласие можно взять назад в любой день, и ваши данные больше не будут видны.',
    en: 'The search does not depend on your answer. You can take it back on any day, and your details are no longer shown.',
  },
  'meeting.yes': { kk: 'Иә, таныстырыңыз', ru: 'Да, познакомьте нас', en: 'Yes, introduce us' },
  'meeting.no': { kk: 'Жоқ, керек емес', ru: 'Нет, не нужно', en: 'No, thank you' },
  'meeting.takeBack': { kk: 'Келісімімнен бас тартамын', ru: 'Взять согласие назад', en: 'Take my consent back' },
  'meeting.saidYes': {
    kk: 'Сіз келістіңіз. Екінші отбасы да келіссе, үйлестіруші таныстырады, олардың байланыс деректері осы жерде көрінеді.',
    ru: 'Вы согласны. Когда согласится и другая семья, координатор познакомит вас, и её контакт появится здесь.',
    en: 'You agreed. When the other family agrees too, a coordinator introduces you and its contact appears here.',
  },
  'meeting.met': {
    kk: 'Сіз де, екінші отбасы да келістіңіздер. Олар сіздің аты-жөніңізді, телефоныңыз бен e-mail-іңізді көреді.',
    ru: 'Согласны и вы, и другая семья. Она видит ваше имя, телефон и e-mail.',
    en: 'You and the other family agreed. It sees your name, telephone and e-mail.',
  },
  'meeting.saidNo': {
    kk: 'Сіз танысудан бас тарттыңыз. Ойыңыз өзгерсе, осы жерден айта аласыз.',
    ru: 'Вы отказались. Если передумаете, скажите об этом здесь.',
    en: 'You said no. If you change your mind, say so here.',
  },
  'meeting.others': { kk: 'Танысыңыз', ru: 'Познакомьтесь', en: 'Meet each other' },
  'meeting.open': { kk: 'Сұраққа жауап беру', ru: 'Ответить на вопрос', en: 'Answer the question' },
  'meeting.openOthers': { kk: 'Байланыс деректерін көру', ru: 'Посмотреть контакт', en: 'See the contact' },
} as const satisfies MessageTable;
