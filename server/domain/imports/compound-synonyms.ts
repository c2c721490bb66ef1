import type { CompoundField } from './compounds.ts';
import { words } from './header-synonyms.ts';

/** Headers of columns that hold several fields in one text, and of running numbers. */
export const COMPOUND_SYNONYMS: Readonly<Partial<Record<CompoundField | 'ignore', readonly string[]>>> = {
  conscription: words(
    'дата и место призыва | место и дата призыва | когда и каким рвк призван | каким рвк и когда призван',
    'когда и где призван | призван | призыв | призван когда и кем | шақырылған күні мен жері',
    'қашан қайдан шақырылды | әскерге шақырылған жері мен уақыты | date and place of conscription | call up',
    'conscription | einberufung | data i miejsce powołania',
  ),
  archiveReference: words(
    'архивный шифр | шифр | фонд опись дело | ф оп д | ф оп д л | фонд опись дело лист | архивные данные',
    'мұрағат деректері | қор тізімдеме іс | archive reference | archival reference | archivsignatur',
    'sygnatura archiwalna',
  ),
  burialDateAndPlace: words(
    'дата и место захоронения | дата и первичное место захоронения | когда и где похоронен',
    'жерленген күні мен жері | date and place of burial | data i miejsce pochówku',
  ),
  campAndNumber: words(
    'лагерь и лагерный номер | лагерь и номер | лагерь лагерный номер | лагері мен нөмірі | camp and number',
    'lager und nummer | lager und em nr | obóz i numer',
  ),
  coordinates: words(
    'координаты | координаты gps | gps | координаттары | coordinates | gps coordinates | koordinaten',
    'gps koordinaten | współrzędne | wspolrzedne | koordinater',
  ),
  birthDateAndPlace: words(
    'дата и место рождения | год и место рождения | туған жылы және жері | туған күні мен жері',
    'туған жылы мен жері | date and place of birth | geburtsdatum und ort | geburtsdatum und geburtsort',
    'geburtstag und ort | geboren am in | data i miejsce urodzenia | fødselsdato og sted',
  ),
  deathDateAndPlace: words(
    'дата и место смерти | дата и место гибели | дата и место выбытия | когда и где погиб',
    'қаза болған күні мен жері | date and place of death | todesdatum und ort | todestag und ort',
    'data i miejsce śmierci | data i miejsce zgonu',
  ),
  ignore: words(
    '№ | № п п | № з п | п п | № по порядку | номер по порядку | порядковый номер | no | nr | n | # | lp | l p | lfd nr | lfd',
    'laufende nummer | lfd nummer | р с | рет саны | реттік нөмірі | р н | serial | serial number | s n | løpenr',
    'nr rekkefølge',
  ),
  captureDateAndPlace: words(
    'дата и место пленения | место и дата пленения | где и когда пленен | когда и где пленен',
    'тұтқынға түскен күні мен жері | date and place of capture | ort und datum der gefangennahme',
    'datum und ort der gefangennahme | tag und ort der gefangennahme | data i miejsce wzięcia do niewoli',
  ),
  fateAndDate: words(
    'дата и причина выбытия | причина и дата выбытия | судьба и дата | дата и причина смерти | причина и дата смерти',
    'қаза болу себебі мен күні | cause and date of death | date and cause of death | todesursache und datum',
    'data i przyczyna zgonu',
  ),
  siteAndGrave: words(
    'кладбище участок ряд могила | кладбище могила | кладбище ряд могила | кладбище и номер могилы | кладбище и могила',
    'зират және қабір | cemetery and grave | cemetery grave | friedhof und grab | friedhof grab | cmentarz i grób',
    'cmentarz kwatera rząd grób | gravlund felt rad grav',
  ),
  lifespan: words(
    'годы жизни | даты жизни | годы жизни и смерти | өмір сүрген жылдары | өмір жылдары | lifespan | life dates | dates',
    'lebensdaten | daty życia | lata życia | leveår',
  ),
  person: words(
    'фио год рождения | фио дата рождения | фамилия имя отчество год рождения | фамилия имя отчество дата рождения',
    'аты жөні туған жылы | name and date of birth | name geburtsdatum | name und geburtsdatum',
    'nazwisko imię data urodzenia',
    'звание фио | звание фамилия имя отчество | звание и фио | звание фамилия | воинское звание фио',
    'әскери атағы аты жөні | rank and name | dienstgrad und name | dienstgrad name | stopień imię i nazwisko',
    'stopień i nazwisko',
  ),
  givenAndPatronymic: words(
    'имя отчество | имя и отчество | и о | инициалы | аты әкесінің аты | аты және әкесінің аты | first name and patronymic',
    'given name and patronymic | vorname und vatersname | vorname vatersname | imię i imię ojca',
  ),
  rankAndUnit: words(
    'звание и часть | звание часть | воинское звание часть | звание и воинская часть | rank and unit',
    'dienstgrad und einheit | dienstgrad einheit | stopień i jednostka | атағы және бөлімі',
  ),
  age: words(
    'возраст | лет | возраст лет | полных лет | жасы | жас | жасында | age | age at death | aged | alter | alter jahre | wiek',
    'wiek lat | alder',
  ),
};
