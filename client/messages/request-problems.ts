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
  'requestProblem.decisionOver': {
    kk: 'Бұл шешім бекітілген немесе қайтарылып алынған',
    ru: 'Это решение уже подтверждено или отозвано',
    en: 'This decision was confirmed or withdrawn already',
  },
  'requestProblem.unknownHost': {
    kk: 'Бұл біз білетін дерекқордың мекенжайы емес. Білетіндеріміз: {hosts}',
    ru: 'Это не адрес известной нам базы. Известные: {hosts}',
    en: 'This is no address of a database we know. Known: {hosts}',
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
} as const satisfies MessageTable;
