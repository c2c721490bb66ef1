import type { MessageTable } from './translate.ts';

/** What is said of soldiers and of searches for them: what could not be understood, and what cannot be done. */
export const recordMessages = {
  'search.warning.year': {
    kk: '«{text}» – туған жылы ретінде түсініксіз, сондықтан іздегенде ескерілмеді',
    ru: '«{text}» не похоже на год рождения, поэтому по нему не отбирали',
    en: '“{text}” could not be read as a year of birth, so it did not narrow the search',
  },
  'search.warning.name': {
    kk: 'Бұл мәтінде іздейтін есім жоқ',
    ru: 'В этом тексте нет имени, которое можно искать',
    en: 'There is no name in this text to look for',
  },
  'search.warning.birthPlace': {
    kk: '«{text}» – мұндай жер анықтамалықта жоқ, сондықтан іздегенде ескерілмеді',
    ru: 'Место «{text}» в справочнике не найдено, поэтому по нему не отбирали',
    en: 'The place “{text}” is not in the gazetteer, so it did not narrow the search',
  },
  'search.warning.conscriptionPlace': {
    kk: '«{text}» – мұндай әскери комиссариат танылмады, сондықтан іздегенде ескерілмеді',
    ru: 'Военкомат «{text}» не распознан, поэтому по нему не отбирали',
    en: 'The call-up office “{text}” was not recognised, so it did not narrow the search',
  },
  'search.warning.unit': {
    kk: '«{text}» – әскери бөлім танылмады, сондықтан іздегенде ескерілмеді',
    ru: 'Часть «{text}» не распознана, поэтому по ней не отбирали',
    en: 'The unit “{text}” was not recognised, so it did not narrow the search',
  },
  'search.warning.division': {
    kk: 'Мұндай дивизия тізімде жоқ: {text}',
    ru: 'Такой дивизии в списке нет: {text}',
    en: 'There is no such division in the list: {text}',
  },
  'search.warning.fate': {
    kk: '«{text}» – мұндай тағдыр түрі белгісіз, сондықтан іздегенде ескерілмеді',
    ru: 'Судьба «{text}» не распознана, поэтому по ней не отбирали',
    en: 'The fate “{text}” was not recognised, so it did not narrow the search',
  },
  'search.warning.country': {
    kk: '«{text}» – мұндай ел тізімде жоқ, сондықтан іздегенде ескерілмеді',
    ru: 'Страны «{text}» нет в списке, поэтому по ней не отбирали',
    en: 'The country “{text}” is not in the list, so it did not narrow the search',
  },
  'search.warning.campNumber': {
    kk: '«{text}» ішінде лагерь нөмірі жоқ, сондықтан іздегенде ескерілмеді',
    ru: 'В «{text}» нет лагерного номера, поэтому по нему не отбирали',
    en: 'There is no tag number in “{text}”, so it did not narrow the search',
  },
  'search.warning.at_least': {
    kk: 'Табылғаны {count} адамнан көп. Іздеуді нақтылаңыз',
    ru: 'Найдено больше {count}. Уточните запрос',
    en: 'More than {count} were found. Make the search narrower',
  },
  'soldier.withdrawn': {
    kk: 'Бұл бет сүйенген құжаттар қайтарып алынды',
    ru: 'Документы, на которых держалась эта страница, отозваны',
    en: 'The documents this page rested on were withdrawn',
  },
  'soldier.already_so': {
    kk: 'Бұл онсыз да солай. Бетті қайта ашыңыз',
    ru: 'Это уже так. Откройте страницу заново',
    en: 'This is so already. Open the page again',
  },
} as const satisfies MessageTable;
