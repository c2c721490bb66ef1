import type { RowField } from '../row.ts';

/** A column that holds several fields in one text, by what it holds. */
export type CompoundField =
  | 'conscription'
  | 'archiveReference'
  | 'burialDateAndPlace'
  | 'campAndNumber'
  | 'coordinates'
  | 'birthDateAndPlace'
  | 'deathDateAndPlace';

export type HeaderTarget = RowField | CompoundField | 'ignore';

const words = (...lines: string[]): readonly string[] => lines.flatMap((line) => line.split(' | '));

/**
 * How partners head their columns, in Russian, Kazakh, English, German, Polish, Norwegian and French, after folding (small letters,
 * no signs). The first of each is the field's own name. Headers of OBD Memorial, Pamyat Naroda, burial passports, cemetery
 * books, camp lists and the contract's rows were read for this; a header that is missing here is added here.
 */
export const HEADER_SYNONYMS: Readonly<Record<HeaderTarget, readonly string[]>> = {
  externalId: words(
    'externalid | id | код | код записи | номер записи | id записи | ид | идентификатор | уникальный номер',
    'рег номер | регистрационный номер | инв номер | жазба нөмірі | жазба номері | сәйкестендіргіш',
    'record number | record id | reference number | ref | ref no | casualty id | laufende nummer der kartei',
    'karteinummer | kartei nr | datensatz nr | id nr | nr ewidencyjny | numer ewidencyjny | nr ewid | nr rekordu',
    'identyfikator',
  ),
  familyName: words(
    'familyname | фамилия | фам | фамилия погибшего | тегі | тек | фамилиясы | surname | last name | lastname',
    'family name | name familienname | nachname | familienname | zuname | nazwisko | etternavn | slektsnavn | nom',
    'nom de famille',
  ),
  givenName: words(
    'givenname | имя | есімі | аты | есім | given name | given names | first name | firstname | forename',
    'vorname | vornamen | rufname | imię | imie | imiona | fornavn | prénom | prenom',
  ),
  patronymic: words(
    'patronymic | отчество | отч | имя отца | әкесінің аты | әкесінің есімі | middle name | middlename',
    'father s name | fathers name | father name | vatersname | vatername | name des vaters | vater | imię ojca',
    'imie ojca | otczestwo | patronimik | farsnavn | patronyme',
  ),
  fullName: words(
    'fullname | фио | ф и о | фамилия имя отчество | фамилия и имя | фамилия и о | имя фамилия | аты жөні',
    'аты жөні тегі | тегі аты әкесінің аты | тегі аты | толық аты жөні | full name | name and surname | name',
    'names | person | soldier | солдат | боец | name vorname | vor und zuname | vor und nachname',
    'nachname vorname | name und vorname | nazwisko i imię | nazwisko i imie | imię i nazwisko | imie i nazwisko',
    'nazwisko imię | navn | nom et prénom',
  ),
  sex: words('sex | пол | жынысы | gender | geschlecht | płeć | plec | kjønn'),
  birthDate: words(
    'birthdate | дата рождения | год рождения | дата рождения возраст | дата рожд | год рожд | год рож | г р | гр',
    'г р возраст | рожд | родился | возраст | дата или год рождения | туған күні | туған жылы | туған',
    'туылған жылы | туылған күні | жасы | date of birth | birth date | birth | born | dob | year of birth',
    'birth year | age | geburtsdatum | geb datum | geburtstag | geb | geboren | geboren am | geburtsjahr',
    'jahrgang | alter | data urodzenia | data ur | rok urodzenia | rok ur | urodzony | ur | wiek | fødselsdato',
    'født | fødselsår | date de naissance',
  ),
  birthPlace: words(
    'birthplace | место рождения | место рожд | родом из | уроженец | откуда родом | туған жері | туылған жері',
    'place of birth | birth place | birthplace | geburtsort | geb ort | geboren in | miejsce urodzenia',
    'miejsce ur | fødested | lieu de naissance',
  ),
  residence: words(
    'residence | место жительства | адрес | адрес семьи | домашний адрес | проживал | тұрғылықты жері',
    'тұрған жері | мекенжайы | home address | address | place of residence | wohnort | wohnsitz | heimatanschrift',
    'heimatort | miejsce zamieszkania | adres | bosted',
  ),
  conscriptionDate: words(
    'conscriptiondate | дата призыва | год призыва | когда призван | шақырылған күні | шақырылған жылы',
    'әскерге шақырылған жылы | date of conscription | call up date | date of call up | enlistment date',
    'einberufungsdatum | eingezogen am | data powołania | data poboru',
  ),
  conscriptionPlace: words(
    'conscriptionplace | место призыва | рвк | военкомат | каким рвк призван | наименование военкомата',
    'призван рвк | кем призван | шақырылған жері | шақырған әскери комиссариат | әскери комиссариат',
    'place of conscription | draft office | call up office | recruitment office | military commissariat',
    'einberufungsort | wehrkommando | miejsce powołania | komenda uzupełnień | wku',
  ),
  rank: words(
    'rank | звание | воинское звание | в звание | звание должность | әскери атағы | атағы | шені | military rank',
    'dienstgrad | rang | stopień | stopien | stopień wojskowy | grad | grade',
  ),
  unit: words(
    'unit | часть | воинская часть | в ч | последнее место службы | место службы | наименование части',
    'номер части | полк дивизия | бөлімі | әскери бөлімі | соңғы қызмет орны | military unit | regiment',
    'last place of service | einheit | truppenteil | regiment einheit | jednostka | jednostka wojskowa | oddział',
    'avdeling | unité',
  ),
  fate: words(
    'fate | причина выбытия | судьба | причина смерти | причина | как погиб | категория | выбыл | тағдыры',
    'қаза болу себебі | шығу себебі | өлім себебі | cause of death | cause | cause of loss | todesursache',
    'schicksal | verbleib | przyczyna zgonu | przyczyna śmierci | przyczyna smierci | los | dødsårsak',
  ),
  fateDate: words(
    'fatedate | дата выбытия | дата смерти | дата гибели | дата гиб | дата см | год смерти | год гибели',
    'когда погиб | погиб | умер | дата | қаза болған күні | қайтыс болған күні | қаза тапқан күні | өлген күні',
    'date of death | death date | died | dod | year of death | todesdatum | todestag | gestorben | gestorben am',
    'gest | verstorben am | data śmierci | data smierci | data zgonu | zm | zmarł | zmarly | rok śmierci',
    'dødsdato | død | date de décès | date du décès',
  ),
  fatePlace: words(
    'fateplace | место выбытия | место смерти | место гибели | где погиб | қаза болған жері | қайтыс болған жері',
    'қаза тапқан жері | place of death | death place | todesort | sterbeort | gestorben in | miejsce śmierci',
    'miejsce smierci | miejsce zgonu | dødssted | lieu de décès',
  ),
  captureDate: words(
    'capturedate | дата пленения | дата пленен | когда попал в плен | тұтқынға түскен күні | date of capture',
    'captured | captured on | gefangennahme | datum der gefangennahme | tag der gefangennahme | gefangen am',
    'data niewoli | data wzięcia do niewoli',
  ),
  capturePlace: words(
    'captureplace | место пленения | где попал в плен | тұтқынға түскен жері | place of capture',
    'ort der gefangennahme | gefangen bei | miejsce wzięcia do niewoli',
  ),
  camp: words(
    'camp | лагерь | место пленения лагерь | название лагеря | шталаг | лагері | лагерь атауы | camp name',
    'pow camp | stalag | lager | lagername | obóz | oboz | nazwa obozu | leir | fangeleir',
  ),
  campNumber: words(
    'campnumber | лагерный номер | лаг номер | номер жетона | личный номер | номер военнопленного | лагерь нөмірі',
    'лагерь номері | camp number | prisoner number | pow number | tag number | tag no | erkennungsmarke',
    'erkennungsmarke nr | em nr | kgf nr | gefangenennummer | kriegsgefangenennummer | numer obozowy | nr obozowy',
    'numer jeniecki | nr jeniecki | fangenr | fangenummer',
  ),
  hospital: words(
    'hospital | госпиталь | эвакогоспиталь | эг | лечебное учреждение | наименование госпиталя | медсанбат',
    'госпиталі | hospital name | lazarett | szpital | lasarett',
  ),
  burialSite: words(
    'burialsite | захоронение | наименование захоронения | название захоронения | номер захоронения',
    'воинское захоронение | кладбище | название кладбища | зират | зираты | жерленген орны | burial site',
    'cemetery | cemetery name | memorial | friedhof | grabstätte | kriegsgräberstätte | cmentarz',
    'nazwa cmentarza | kirkegård | gravlund | krigskirkegård | cimetière',
  ),
  burialCountry: words(
    'burialcountry | страна захоронения | страна | жерленген елі | елі | country of burial | country',
    'burial country | land | staat | kraj | państwo | pays',
  ),
  burialRegion: words(
    'burialregion | регион захоронения | область захоронения | регион | жерленген облысы | жерленген аймағы',
    'burial region | region | bundesland | województwo | wojewodztwo | fylke',
  ),
  burialPlace: words(
    'burialplace | место захоронения | место погребения | где похоронен | похоронен',
    'населенный пункт захоронения | первичное место захоронения | современное место захоронения | жерленген жері',
    'қай жерде жерленген | place of burial | burial place | buried | buried at | begraben in | begräbnisort',
    'grabort | miejsce pochówku | miejsce pochowku | miejsce spoczynku | gravsted | gravlagt | lieu d inhumation',
  ),
  grave: words(
    'grave | могила | номер могилы | № могилы | ряд могила | ряд место | участок | участок ряд могила | плита',
    'номер плиты | қабір | қабір нөмірі | қабірі | grave number | grave no | plot | plot row grave | row grave',
    'grab | grabnummer | grab nr | grablage | endgrablage | block reihe grab | feld reihe grab | grób | nr grobu',
    'numer grobu | kwatera | kwatera rząd grób | mogiła | mogila | grav | gravnummer | felt rad grav | tombe',
  ),
  burialLatitude: words(
    'buriallatitude | широта | ендік | latitude | lat | breite | breitengrad | szerokość geograficzna',
    'szerokosc geograficzna | szerokość | breddegrad',
  ),
  burialLongitude: words(
    'buriallongitude | долгота | бойлық | longitude | lon | lng | long | länge | längengrad',
    'długość geograficzna | dlugosc geograficzna | długość | lengdegrad',
  ),
  movedFrom: words(
    'movedfrom | откуда перезахоронен | перезахоронен из | перезахоронен | откуда производились перезахоронения',
    'қайдан көшірілген | қайта жерленген | moved from | reburied from | umgebettet von | umbettung',
    'ekshumowany z | miejsce ekshumacji | flyttet fra',
  ),
  relatives: words(
    'relatives | родственники | родные | ближайший родственник | сведения о родственниках',
    'фио и адрес родственников | жена мать | кому сообщено | туыстары | туысы | жақын туысы | next of kin | kin',
    'relative | angehörige | nächste angehörige | kontaktperson | name der mutter | rodzina | krewni | pårørende',
  ),
  nationality: words(
    'nationality | национальность | нац | гражданство | ұлты | nationality ethnic | ethnicity | nationalität',
    'staatsangehörigkeit | volkszugehörigkeit | narodowość | narodowosc | obywatelstwo | nasjonalitet',
    'nationalité',
  ),
  archive: words(
    'archive | архив | источник информации | название источника | название источника донесения',
    'название источника информации | источник | мұрағат | дереккөз | дереккөзі | source | source archive | archiv',
    'quelle | archiwum | źródło | zrodlo | arkiv | kilde',
  ),
  fond: words(
    'fond | фонд | номер фонда | номер фонда источника информации | фонд ист информации | қор | қоры | fonds',
    'bestand | zespół',
  ),
  opis: words(
    'opis | опись | оп | номер описи | номер описи источника информации | опись ист информации | тізімдеме',
    'тізімдемесі | inventory | findbuch',
  ),
  delo: words(
    'delo | дело | номер дела | номер дела источника информации | дело ист информации | ісі | іс | file | akte',
    'signatur | sygnatura | teczka',
  ),
  sheet: words(
    'sheet | лист | номер листа | стр | страница | парақ | парағы | page | folio | blatt | seite | strona | karta',
    'side',
  ),
  documentType: words(
    'documenttype | тип документа | вид документа | картотека | документ | құжат түрі | құжат | document type',
    'document | type of document | dokumentart | dokument | rodzaj dokumentu',
  ),
  sourceUrl: words(
    'sourceurl | ссылка | адрес страницы | док | ссылка на источник | сілтеме | url | link | web | adres strony',
    'lenke',
  ),
  notes: words(
    'notes | примечание | примечания | доп информация | дополнительная информация | дополнительные сведения',
    'прочее | комментарий | ескерту | ескертпе | қосымша мәлімет | қосымша | note | remarks | comments',
    'additional information | bemerkung | bemerkungen | anmerkung | uwagi | adnotacje | merknad | merknader',
    'remarques',
  ),
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
    '№ | № п п | п п | номер по порядку | порядковый номер | no | nr | n | # | lp | l p | lfd nr | lfd',
    'laufende nummer | lfd nummer | р с | рет саны | реттік нөмірі | р н | serial | serial number | s n | løpenr',
    'nr rekkefølge',
  ),
};
