import type { MessageTable } from './translate.ts';

/** What the site noticed over the whole database, for a person to look at. */
export const deskFindingMessages = {
  'desk.findings': { kk: 'Назар аударыңыз', ru: 'Проверить', en: 'To check' },
  'findings.lead': {
    kk: 'Бүкіл базадан табылған ұқсастықтар мен қайшылықтар. Сайт өздігінен ештеңені өзгертпейді: қарап, адам шешеді.',
    ru: 'Сходства и противоречия, найденные по всей базе. Сайт сам ничего не меняет: смотрит и решает человек.',
    en: 'Likenesses and contradictions found over the whole database. The site changes nothing by itself: a person looks and decides.',
  },
  'findings.same_person': { kk: 'Бір адам болуы мүмкін', ru: 'Возможно, один человек', en: 'Perhaps one man' },
  'findings.several_graves': { kk: 'Бірнеше қабір', ru: 'Несколько могил', en: 'Several graves' },
  'findings.burial_counts': { kk: 'Жерленгендер саны', ru: 'Числа захоронений', en: 'Counts of burials' },
  'findings.death_off_path': { kk: 'Бөлімнің жолынан тыс', ru: 'Вне пути части', en: 'Off the path of the unit' },
  'findings.none': {
    kk: 'Қазір қарайтын ештеңе жоқ.',
    ru: 'Сейчас проверять нечего.',
    en: 'There is nothing to check now.',
  },
  'findings.nothingKnown': {
    kk: 'жылы да, жері де көрсетілмеген',
    ru: 'ни года, ни места',
    en: 'neither a year nor a place',
  },
  'findings.site': { kk: 'Жерлеу орны', ru: 'Захоронение', en: 'Burial place' },
  'finding.several_graves': {
    kk: 'Құжаттары екі жерге жерленген дейді: «{one}» және «{other}».',
    ru: 'По документам он похоронен в двух местах: «{one}» и «{other}».',
    en: 'His papers lay him in two places: “{one}” and “{other}”.',
  },
  'finding.burial_counts.sum': {
    kk: 'Барлығы {total}, белгілісі {known}, белгісізі {unknown}: қосындысы сәйкес емес.',
    ru: 'Всего {total}, известных {known}, неизвестных {unknown}: сумма не сходится.',
    en: 'In all {total}, known {known}, unknown {unknown}: they do not add up.',
  },
  'finding.burial_counts.known_above_total': {
    kk: 'Белгілі адам ({known}) барлығынан ({total}) көп.',
    ru: 'Известных ({known}) больше, чем всего ({total}).',
    en: 'More are known ({known}) than lie there in all ({total}).',
  },
  'finding.burial_counts.more_names_than_known': {
    kk: 'Тізімдерде {named} есім бар, ал белгілісі {known} делінген.',
    ru: 'В списках {named} имён, а известными названы {known}.',
    en: 'The lists have {named} names, and {known} are said to be known.',
  },
  'finding.death_off_path.off_path': {
    kk: '{date} күні «{place}» жерінде қаза тапқан, ал бөлімі ({unit}) ол кезде ол жақта болмаған.',
    ru: 'Погиб {date}, «{place}», а его части ({unit}) в это время там не было.',
    en: 'He died {date} at “{place}”, and his unit ({unit}) was not there then.',
  },
  'finding.death_off_path.unit_was_gone': {
    kk: '{date} күні қаза тапқан, ал бөлімі ({unit}) ол кезде таратылған.',
    ru: 'Погиб {date}, а его части ({unit}) тогда уже не было.',
    en: 'He died {date}, when his unit ({unit}) was no more.',
  },
  'findings.toMerge': { kk: 'Салыстырып, біріктіру', ru: 'Сравнить и объединить', en: 'Compare and merge' },
  'findings.dismiss': { kk: 'Бұл дұрыс емес', ru: 'Здесь всё в порядке', en: 'There is nothing in it' },
  'findings.dismissPair': { kk: 'Бұлар – екі бөлек адам', ru: 'Это разные люди', en: 'They are different men' },
  'findings.dismissNote': {
    kk: 'Себебін жазыңыз. Құжаттары өзгергенде ғана қайта шығады.',
    ru: 'Напишите почему. Снова появится, только если изменятся документы.',
    en: 'Say why. It comes back only when the papers change.',
  },
  'findings.dismissed': { kk: 'Тізімнен алынды.', ru: 'Убрано из списка.', en: 'Taken off the list.' },
  'findings.find': {
    kk: 'Бүкіл базаны қайта қарау',
    ru: 'Проверить всю базу заново',
    en: 'Go through the whole database again',
  },
  'findings.queued': {
    kk: 'Тексеру басталды: нәтижесі осы жерге шығады.',
    ru: 'Проверка началась: найденное появится здесь.',
    en: 'It has begun: what is found will stand here.',
  },
} as const satisfies MessageTable;
