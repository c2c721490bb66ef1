import type { MessageTable } from './translate.ts';

/** What is wrong with a request, or why something cannot be done with it now. */
export const requestProblemMessages = {
  'requestProblem.name': {
    kk: 'Іздеген кісіңіздің тегін немесе атын жазыңыз',
    ru: 'Напишите фамилию или имя того, кого ищете',
    en: 'Write the surname or the given name of the man you look for',
  },
  'requestProblem.consent': {
    kk: 'Келісіміңізсіз өтінішті қабылдай алмаймыз',
    ru: 'Без вашего согласия мы не можем принять запрос',
    en: 'Without your consent we cannot take the request',
  },
  'requestProblem.over': {
    kk: 'Бұл өтініш аяқталған',
    ru: 'Этот запрос завершён',
    en: 'This request is over',
  },
  'requestProblem.contactOfHolder': {
    kk: 'Байланыс дерегін өтінішті алған ерікті мен үйлестіруші ғана көреді. Алдымен өтінішті өзіңізге алыңыз.',
    ru: 'Контакт видят только тот, кто взял запрос, и координатор. Сначала возьмите запрос себе.',
    en: 'Only whoever has taken the request, and a coordinator, sees the contact. Take the request first.',
  },
  'requestProblem.held': {
    kk: 'Бұл өтініш {who} қолында, {until} дейін',
    ru: 'Этим запросом занимается {who}, до {until}',
    en: '{who} has this request until {until}',
  },
  'requestProblem.stale': {
    kk: 'Сіз ашқаннан кейін өтініш өзгерді. Не өзгергенін қарап, қайталаңыз',
    ru: 'С тех пор как вы открыли запрос, он изменился. Посмотрите, что изменилось, и повторите',
    en: 'The request has changed since you opened it. See what changed and repeat',
  },
  'requestProblem.objectionOfOther': {
    kk: 'Қарсылықты тек оны айтқан адам қайтара алады',
    ru: 'Несогласие может отозвать только тот, кто его высказал',
    en: 'Only whoever objected can take the objection back',
  },
  'requestProblem.otherConcluded': {
    kk: 'Басқа адам туралы қорытынды күшінде. Алдымен сол қорытындыны қайтарып алу керек',
    ru: 'В силе вывод о другом человеке. Сначала его нужно отозвать',
    en: 'A conclusion on another man stands. It has to be withdrawn first',
  },
  'requestProblem.decisionOver': {
    kk: 'Бұл шешім бекітілген, оған қарсылық айтылған немесе ол қайтарылып алынған',
    ru: 'Это решение уже подтверждено, оспорено или отозвано',
    en: 'This decision was confirmed, objected to or withdrawn already',
  },
  'requestProblem.unknownHost': {
    kk: 'Бұл біз білетін дерекқордың мекенжайы емес. Білетіндеріміз: {hosts}',
    ru: 'Это не адрес известной нам базы. Известные: {hosts}',
    en: 'This is no address of a database we know. Known: {hosts}',
  },
  'requestProblem.gatheredAlready': {
    kk: 'Бұл өтініш басқа өтініштермен біріктірілген. Алдымен бөліп алыңыз',
    ru: 'Этот запрос уже объединён с другими. Сначала отделите его',
    en: 'This request is gathered with others already. Take it out first',
  },
  'requestProblem.notGathered': {
    kk: 'Бұл өтініш басқа отбасымен біріктірілмеген',
    ru: 'Этот запрос не объединён с запросами других семей',
    en: 'This request is not gathered with those of other families',
  },
  'requestProblem.askedAlready': {
    kk: 'Отбасылардан сұралған, жауабын күтіңіз',
    ru: 'Семьям уже написали, ждите ответа',
    en: 'The families were asked already; wait for their answer',
  },
  'requestProblem.notAgreed': {
    kk: 'Таныстыру үшін кемінде екі отбасының келісімі керек',
    ru: 'Чтобы познакомить, нужно согласие хотя бы двух семей',
    en: 'At least two families have to agree before they are introduced',
  },
  'requestProblem.notAsked': {
    kk: 'Бұл бетте сізден ондай сұрақ сұралмаған',
    ru: 'На этой странице такого вопроса не было',
    en: 'Nobody asked this on this page',
  },
  'requestProblem.recordName': {
    kk: 'Жазбада тек не ат болуы керек',
    ru: 'В записи должна быть фамилия или имя',
    en: 'The record needs a surname or a given name',
  },
  'requestProblem.recordSource': {
    kk: 'Жазбаның мекенжайын немесе мұрағат шифрын жазыңыз',
    ru: 'Укажите адрес записи или архивный шифр',
    en: 'Give the address of the record or its archive reference',
  },
  'requestProblem.recordOfList': {
    kk: 'Бұл жазба серіктестің тізімінен келген: оны серіктес тізімнің келесі нұсқасында түзетеді',
    ru: 'Эта запись пришла со списком партнёра: её исправит партнёр в следующей версии списка',
    en: 'This record came with a partner’s list: the partner corrects it in the next version of the list',
  },
  'requestProblem.recordDecided': {
    kk: 'Бұл жазбаға шешім сүйенеді: алдымен шешімді қайтарып алыңыз',
    ru: 'На этой записи держится решение: сначала отзовите решение',
    en: 'A decision rests on this record: withdraw the decision first',
  },
  'request.move_not_allowed': {
    kk: 'Өтінішті бұл күйден ол күйге өткізуге болмайды',
    ru: 'Из этого состояния запрос нельзя перевести туда',
    en: 'The request cannot go from this state to that one',
  },
  'requestProblem.findingOver': {
    kk: 'Мұны басқа біреу қарап қойған.',
    ru: 'На это уже посмотрел кто-то другой.',
    en: 'Somebody else has looked at this already.',
  },
} as const satisfies MessageTable;
