import type { MessageTable } from './translate.ts';

/** What stands around every public page: head, foot, languages, notices that any page can show. */
export const siteMessages = {
  'site.name': { kk: 'Аманат', ru: 'Аманат', en: 'Amanat' },
  'site.purpose': {
    kk: 'Аманат: соғыстан оралмаған қазақстандықтарды іздеу.',
    ru: 'Аманат: поиск казахстанцев, не вернувшихся с войны.',
    en: 'Amanat: the search for people of Kazakhstan who did not return from the war.',
  },
  'site.pictureText': {
    kk: 'Соғыстан оралмаған қазақстандықтарды іздеу',
    ru: 'Поиск казахстанцев, не вернувшихся с войны',
    en: 'The search for people of Kazakhstan lost in the war',
  },
  'site.skip': { kk: 'Мазмұнға өту', ru: 'Перейти к содержанию', en: 'Skip to the content' },
  'site.doors': { kk: 'Негізгі бөлімдер', ru: 'Главные разделы', en: 'Main sections' },
  'site.search': { kk: 'Іздеу', ru: 'Поиск', en: 'Search' },
  'site.burialSites': { kk: 'Жерлеу орындары', ru: 'Захоронения', en: 'Burial places' },
  'site.newRequest': { kk: 'Өтініш беру', ru: 'Подать запрос', en: 'Leave a request' },
  'site.language': { kk: 'Тіл', ru: 'Язык', en: 'Language' },
  'site.more': { kk: 'Басқа бөлімдер', ru: 'Другие разделы', en: 'Other sections' },
  'site.divisions': { kk: 'Дивизиялар', ru: 'Дивизии', en: 'Divisions' },
  'site.hospitals': { kk: 'Госпитальдар', ru: 'Госпитали', en: 'Hospitals' },
  'site.statistics': { kk: 'Статистика', ru: 'Статистика', en: 'Statistics' },
  'site.about': { kk: 'Қорытынды қалай шығарылады', ru: 'Как делается вывод', en: 'How a conclusion is reached' },
  'site.desk': { kk: 'Еріктілерге', ru: 'Для волонтёров', en: 'For volunteers' },
  'site.example': { kk: 'Үлгі', ru: 'Образец', en: 'Example' },
  'site.exampleNotice': {
    kk: 'Бұл – көрсетуге арналған нұсқа. «Үлгі» деп белгіленген адамдар мен құжаттар, телефон нөмірі ойдан алынған.',
    ru: 'Это показательная версия. Люди и документы с пометкой «образец» и номер телефона вымышлены.',
    en: 'This is a demonstration. People and documents marked “example” and the telephone number are invented.',
  },
  'site.examplePerson': {
    kk: 'Үлгі бет. Мұндағы адам мен құжаттар ойдан алынған.',
    ru: 'Образец страницы. Человек и документы на ней вымышлены.',
    en: 'An example page. The person and the documents on it are invented.',
  },
  'site.searchDown.title': {
    kk: 'Іздеу қазір жұмыс істемей тұр',
    ru: 'Поиск сейчас не работает',
    en: 'The search is not working now',
  },
  'site.searchDown.text': {
    kk: 'Бұл «табылмады» дегенді білдірмейді. Кейінірек қайталап көріңіз.',
    ru: 'Это не значит, что человека нет. Попробуйте позже.',
    en: 'This does not mean he is not there. Please try later.',
  },
  'site.storeDown.title': {
    kk: 'Сайт қазір жауап бере алмай тұр',
    ru: 'Сайт сейчас не может ответить',
    en: 'The site cannot answer now',
  },
  'site.storeDown.text': {
    kk: 'Деректер қоймасы жауап бермейді. Ештеңе жоғалған жоқ. Бірнеше минуттан кейін қайталап көріңіз.',
    ru: 'Хранилище данных не отвечает. Ничего не потеряно. Попробуйте через несколько минут.',
    en: 'The database does not answer. Nothing is lost. Please try again in a few minutes.',
  },
  'site.notKept': {
    kk: 'Жаңа жібергеніңіз сақталмады. Браузердің «Артқа» батырмасын басыңыз: мәтін сол бетте тұруы керек. Бірнеше минуттан кейін қайта жіберіңіз.',
    ru: 'То, что вы сейчас отправили, не сохранено. Вернитесь в браузере назад: текст должен остаться на той странице. Отправьте его ещё раз через несколько минут.',
    en: 'What you have just sent was not kept. Go back in the browser: the text should still be on that page. Send it again in a few minutes.',
  },
  'site.notSent': { kk: 'Әлі жіберілген жоқ', ru: 'Ещё не отправлено', en: 'Not sent yet' },
  'site.wordsStay': {
    kk: 'Сайт қазір ештеңе сақтай алмай тұр. Жазғандарыңыздың бәрі осы бетте қалды. Бірнеше минуттан кейін батырманы қайта басыңыз.',
    ru: 'Сайт сейчас ничего не может сохранить. Всё, что вы написали, осталось на этой странице. Через несколько минут нажмите кнопку ещё раз.',
    en: 'The site cannot keep anything now. All that you wrote is still on this page. Press the button again in a few minutes.',
  },
  'site.callUs': { kk: 'Қоңырау шалуға болады:', ru: 'Можно позвонить:', en: 'You can call:' },
  'site.notFound.title': { kk: 'Мұндай бет жоқ', ru: 'Такой страницы нет', en: 'There is no such page' },
  'site.notFound.text': {
    kk: 'Мекенжайды тексеріңіз немесе аты-жөні бойынша іздеп көріңіз.',
    ru: 'Проверьте адрес или поищите по имени.',
    en: 'Check the address, or search by name.',
  },
  'site.gone.title': {
    kk: 'Бұл бет алынып тасталған',
    ru: 'Этой страницы больше нет',
    en: 'This page has been taken back',
  },
  'site.gone.text': {
    kk: 'Ол сүйенген құжаттар қайтарып алынды. Аты-жөні бойынша іздеп көріңіз.',
    ru: 'Документы, на которых она держалась, отозваны. Поищите по имени.',
    en: 'The documents it rested on were withdrawn. Try a search by name.',
  },
  'site.badInput.title': { kk: 'Сұраныс түсініксіз', ru: 'Запрос непонятен', en: 'This question cannot be read' },
  'site.badInput.text': {
    kk: 'Мекенжайда қате бар немесе мәтін тым ұзын. Аты-жөнін қысқа жазып көріңіз.',
    ru: 'В адресе ошибка или текст слишком длинный. Напишите имя короче.',
    en: 'There is an error in the address, or the text is too long. Write the name shorter.',
  },
  'site.tooLarge.title': { kk: 'Мәтін тым ұзын', ru: 'Слишком длинный текст', en: 'The text is too long' },
  'site.tooLarge.text': {
    kk: 'Бірден тым көп мәтін жіберілді, сондықтан ештеңе сақталмады. Браузердің «Артқа» батырмасын басып, мәтінді қысқартыңыз немесе бөліп жіберіңіз.',
    ru: 'За один раз отправлено слишком много текста, поэтому ничего не сохранено. Вернитесь в браузере назад, сократите текст или отправьте его по частям.',
    en: 'Too much text was sent at once, so nothing was kept. Go back in the browser, and shorten the text or send it in parts.',
  },
  'site.error.title': { kk: 'Қате шықты', ru: 'Что-то пошло не так', en: 'Something went wrong' },
  'site.error.text': {
    kk: 'Қате бізден кетті және журналға жазылды. Бірнеше минуттан кейін қайталап көріңіз.',
    ru: 'Ошибка на нашей стороне, она записана в журнал. Попробуйте ещё раз через несколько минут.',
    en: 'The fault is ours and has been logged. Please try again in a few minutes.',
  },
  'site.tooMany.title': { kk: 'Сұраныс тым көп', ru: 'Слишком много обращений', en: 'Too many requests' },
  'site.tooMany.text': {
    kk: 'Бір минут күтіп, қайталап көріңіз.',
    ru: 'Подождите минуту и попробуйте снова.',
    en: 'Wait a minute and try again.',
  },
  'site.notAllowed.title': {
    kk: 'Бұл бетті көруге рұқсат жоқ',
    ru: 'Нет доступа к этой странице',
    en: 'You may not see this page',
  },
  'site.notAllowed.text': {
    kk: 'Тіркелгіңізбен кіріңіз.',
    ru: 'Войдите под своим именем.',
    en: 'Please sign in.',
  },
} as const satisfies MessageTable;
