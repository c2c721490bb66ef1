import type { MessageTable } from './translate.ts';

/** Why a memory is not shown: told to whoever left it, and read in the audit. */
export const memoryRefusalMessages = {
  'memory.refusal.another_man': {
    kk: 'Бұл басқа адам туралы сияқты.',
    ru: 'Похоже, это о другом человеке.',
    en: 'This seems to be about another man.',
  },
  'memory.refusal.living_people': {
    kk: 'Суретте немесе мәтінде тірі адамдар туралы дерек бар.',
    ru: 'На снимке или в тексте есть сведения о живых людях.',
    en: 'The picture or the text tells about living people.',
  },
  'memory.refusal.not_own': {
    kk: 'Суреттің иесі басқа сияқты, оның рұқсаты керек.',
    ru: 'Похоже, у снимка другой владелец, нужно его разрешение.',
    en: 'The picture seems to belong to somebody else, whose permission is needed.',
  },
  'memory.refusal.unreadable': {
    kk: 'Сурет анық емес немесе мәтінді оқу қиын.',
    ru: 'Снимок неясный или текст не прочитать.',
    en: 'The picture is not clear, or the text cannot be read.',
  },
  'memory.refusal.not_memory': {
    kk: 'Бұл жауынгер туралы естелік емес.',
    ru: 'Это не воспоминание о солдате.',
    en: 'This is no memory of the soldier.',
  },
} as const satisfies MessageTable;

/** Photographs and words of families: beside the record on the memorial page, the form, and the page of what was left. */
export const memoryMessages = {
  'memory.title': { kk: 'Отбасы естелігі', ru: 'Память семьи', en: 'What the family remembers' },
  'memory.notDocument': {
    kk: 'Бұл – отбасының естелігі, құжат емес.',
    ru: 'Это воспоминания семьи, а не документ.',
    en: 'This is a memory of the family, not a document.',
  },
  'memory.photograph': {
    kk: '{name}, {number}-сурет',
    ru: '{name}, снимок {number}',
    en: '{name}, photograph {number}',
  },
  'memory.add': {
    kk: 'Сурет немесе естелік қосу',
    ru: 'Добавить снимок или воспоминание',
    en: 'Add a photograph or a memory',
  },
  'memory.none': {
    kk: 'Отбасынан әзірге естелік түскен жоқ.',
    ru: 'Воспоминаний семьи пока нет.',
    en: 'The family has not left a memory yet.',
  },
  'memory.signed.grandchild': { kk: 'Немересі', ru: 'Внук или внучка', en: 'His grandchild' },
  'memory.signed.greatGrandchild': { kk: 'Шөбересі', ru: 'Правнук или правнучка', en: 'His great-grandchild' },
  'memory.signed.son': { kk: 'Ұлы', ru: 'Сын', en: 'His son' },
  'memory.signed.daughter': { kk: 'Қызы', ru: 'Дочь', en: 'His daughter' },
  'memory.signed.sibling': {
    kk: 'Бауырының ұрпағы',
    ru: 'Потомок брата или сестры',
    en: 'Descendant of his brother or sister',
  },
  'memory.signed.other': { kk: 'Туысы', ru: 'Родственник', en: 'A relative' },
  'memory.signed.none': { kk: 'Туысы емес адам', ru: 'Не родственник', en: 'Not a relative' },
  'memory.formTitle': {
    kk: 'Сурет немесе естелік қосу',
    ru: 'Снимок или воспоминание',
    en: 'A photograph or a memory',
  },
  'memory.formLeadAlone': {
    kk: 'Білетініңізді жазыңыз немесе суретін жіберіңіз. Алдымен біздің үйлестірушіміз қарайды, содан кейін ғана бетке шығады.',
    ru: 'Напишите, что вы помните, или пришлите снимок. Сначала посмотрит наш координатор, и только потом это появится на странице.',
    en: 'Write what you remember, or send a photograph. Our coordinator looks at it first, and only then is it shown on the page.',
  },
  'memory.formLead': {
    kk: '{name} туралы білетініңізді жазыңыз немесе суретін жіберіңіз. Алдымен біздің үйлестірушіміз қарайды, содан кейін ғана бетке шығады.',
    ru: 'Напишите, что вы помните, или пришлите снимок: {name}. Сначала посмотрит наш координатор, и только потом это появится на странице.',
    en: 'Write what you remember, or send a photograph: {name}. Our coordinator looks at it first, and only then is it shown on the page.',
  },
  'memory.words': { kk: 'Естелігіңіз', ru: 'Ваше воспоминание', en: 'Your memory' },
  'memory.wordsHint': {
    kk: 'Тірі адамдардың аты-жөнін, мекенжайын, телефонын жазбаңыз.',
    ru: 'Не пишите имён, адресов и телефонов живых людей.',
    en: 'Please leave out names, addresses and telephone numbers of living people.',
  },
  'memory.files': { kk: 'Суреттер', ru: 'Снимки', en: 'Photographs' },
  'memory.filesHint': {
    kk: 'Ең көбі 5 сурет, әрқайсысы 15 МБ-қа дейін. Түпнұсқасын өзіңізде сақтаңыз.',
    ru: 'Не больше 5 снимков, каждый до 15 МБ. Подлинник оставьте у себя.',
    en: 'At most 5 photographs, each up to 15 MB. Keep the originals.',
  },
  'memory.about': { kk: 'Өзіңіз туралы', ru: 'О себе', en: 'About you' },
  'memory.name': { kk: 'Аты-жөніңіз', ru: 'Ваше имя', en: 'Your name' },
  'memory.nameHint': {
    kk: 'Бетке шықпайды: онда тек туыстығыңыз жазылады.',
    ru: 'На странице не появится: там будет только родство.',
    en: 'It is not shown: the page names only how you are related.',
  },
  'memory.contact': { kk: 'Телефон немесе e-mail', ru: 'Телефон или e-mail', en: 'Telephone or e-mail' },
  'memory.contactHint': {
    kk: 'Сұрағымыз болса ғана хабарласамыз. Жазбасаңыз да болады.',
    ru: 'Свяжемся, только если будет вопрос. Можно не указывать.',
    en: 'We write only if we have a question. You may leave it empty.',
  },
  'memory.consent': {
    kk: 'Бұларды бетте көрсетуге келісемін. Суреттерді жариялауға құқығым бар.',
    ru: 'Согласен, чтобы это показали на странице. Я вправе дать эти снимки.',
    en: 'I agree that this is shown on the page. I have the right to give these photographs.',
  },
  'memory.consentBack': {
    kk: 'Кез келген уақытта қайтарып ала аласыз: жіберген соң сол үшін мекенжай беріледі.',
    ru: 'Вы можете забрать это в любой день: после отправки вы получите для этого адрес.',
    en: 'You can take it back on any day: after sending you get an address for that.',
  },
  'memory.send': { kk: 'Жіберу', ru: 'Отправить', en: 'Send' },
  'memory.storeDown': {
    kk: 'Сайт қазір естелікті сақтай алмай тұр. Жазғандарыңыздың бәрі осы бетте қалды. Бірнеше минуттан кейін батырманы қайта басыңыз; суреттерді қайта таңдау керек болады.',
    ru: 'Сайт сейчас не может сохранить воспоминание. Всё, что вы написали, осталось на этой странице. Через несколько минут нажмите кнопку ещё раз; снимки нужно будет выбрать снова.',
    en: 'The site cannot keep the memory now. All that you wrote is still on this page. Press the button again in a few minutes; photographs have to be chosen again.',
  },
  'memory.ownTitle': { kk: 'Сіздің естелігіңіз', ru: 'Ваше воспоминание', en: 'Your memory' },
  'memory.thanks': { kk: 'Рақмет, алдық.', ru: 'Спасибо, мы получили.', en: 'Thank you, we have it.' },
  'memory.keepAddress': {
    kk: 'Осы мекенжайды сақтап қойыңыз: естелікті тек осы жерден қайтарып ала аласыз.',
    ru: 'Сохраните этот адрес: только по нему вы можете забрать воспоминание.',
    en: 'Keep this address: only here can you take the memory back.',
  },
  'memory.state.waiting': {
    kk: 'Үйлестірушінің қарауын күтіп тұр. Әзірге бетте жоқ.',
    ru: 'Ждёт, пока посмотрит координатор. На странице этого пока нет.',
    en: 'It waits for a coordinator to look at it. It is not on the page yet.',
  },
  'memory.state.shown': { kk: 'Бетте көрсетілген.', ru: 'Показано на странице.', en: 'It is shown on the page.' },
  'memory.state.refused': {
    kk: 'Бетке шығарылмады.',
    ru: 'Не показано на странице.',
    en: 'It is not shown on the page.',
  },
  'memory.state.taken_back': {
    kk: 'Қайтарып алдыңыз: мәтін, суреттер мен байланыс дерегі өшірілді.',
    ru: 'Вы забрали его: текст, снимки и контакт стёрты.',
    en: 'You took it back: the words, the photographs and the contact are erased.',
  },
  ...memoryRefusalMessages,
  'memory.takeBack': { kk: 'Қайтарып алу', ru: 'Забрать', en: 'Take it back' },
  'memory.takeBackText': {
    kk: 'Мәтін, суреттер мен байланыс дерегі біржола өшіріледі.',
    ru: 'Текст, снимки и контакт будут стёрты навсегда.',
    en: 'The words, the photographs and the contact are erased for good.',
  },
  'memory.openSoldier': { kk: 'Жауынгердің беті', ru: 'Страница солдата', en: 'Page of the soldier' },
  'memoryProblem.empty': {
    kk: 'Бірнеше сөз жазыңыз немесе сурет таңдаңыз.',
    ru: 'Напишите несколько слов или выберите снимок.',
    en: 'Write a few words or choose a photograph.',
  },
  'memoryProblem.name': { kk: 'Аты-жөніңізді жазыңыз.', ru: 'Напишите, как вас зовут.', en: 'Please write your name.' },
  'memoryProblem.consent': {
    kk: 'Келісіміңізсіз көрсете алмаймыз.',
    ru: 'Без вашего согласия мы не можем это показать.',
    en: 'Without your consent we cannot show it.',
  },
  'memoryProblem.takenBack': {
    kk: 'Отбасы оны қайтарып алды.',
    ru: 'Семья забрала это воспоминание.',
    en: 'The family took this memory back.',
  },
  'memoryProblem.nothingLeft': {
    kk: 'Көрсететін ештеңе қалмады.',
    ru: 'Показывать было бы нечего.',
    en: 'Nothing would be left to show.',
  },
} as const satisfies MessageTable;
