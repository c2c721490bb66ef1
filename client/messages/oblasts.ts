import type { MessageTable } from './translate.ts';

/** Where the oblasts of the war years lie today. */
export const oblastMessages = {
  'place.today': { kk: 'Қазір: {place}', ru: 'Ныне: {place}', en: 'Today: {place}' },
  'place.todayUnsourced': {
    kk: 'Қазір, болжам бойынша: {place} (аудан дереккөзбен әлі салыстырылмаған)',
    ru: 'Ныне, по-видимому: {place} (район ещё не сверен с источником)',
    en: 'Today, it seems: {place} (the district has not yet been compared with a source)',
  },
  'oblastToday.obl-akmolinsk': {
    kk: 'Ақмола облысы мен Астана қаласы',
    ru: 'Акмолинская область и город Астана',
    en: 'Akmola Region and the city of Astana',
  },
  'oblastToday.obl-aktyubinsk': { kk: 'Ақтөбе облысы', ru: 'Актюбинская область', en: 'Aktobe Region' },
  'oblastToday.obl-alma-ata': {
    kk: 'Алматы облысы мен Жетісу облысы',
    ru: 'Алматинская область и область Жетысу',
    en: 'Almaty Region and Jetisu Region',
  },
  'oblastToday.obl-east-kazakhstan': {
    kk: 'Шығыс Қазақстан облысы',
    ru: 'Восточно-Казахстанская область',
    en: 'East Kazakhstan Region',
  },
  'oblastToday.obl-guryev': {
    kk: 'Атырау облысы мен Маңғыстау облысы',
    ru: 'Атырауская и Мангистауская области',
    en: 'Atyrau Region and Mangystau Region',
  },
  'oblastToday.obl-dzhambul': { kk: 'Жамбыл облысы', ru: 'Жамбылская область', en: 'Jambyl Region' },
  'oblastToday.obl-west-kazakhstan': {
    kk: 'Батыс Қазақстан облысы',
    ru: 'Западно-Казахстанская область',
    en: 'West Kazakhstan Region',
  },
  'oblastToday.obl-karaganda': {
    kk: 'Қарағанды облысы мен Ұлытау облысы',
    ru: 'Карагандинская область и область Улытау',
    en: 'Karaganda Region and Ulytau Region',
  },
  'oblastToday.obl-kzyl-orda': { kk: 'Қызылорда облысы', ru: 'Кызылординская область', en: 'Kyzylorda Region' },
  'oblastToday.obl-kokchetav': {
    kk: 'Ақмола және Солтүстік Қазақстан облыстарының бөліктері',
    ru: 'части Акмолинской и Северо-Казахстанской областей',
    en: 'parts of Akmola Region and North Kazakhstan Region',
  },
  'oblastToday.obl-kustanai': { kk: 'Қостанай облысы', ru: 'Костанайская область', en: 'Kostanay Region' },
  'oblastToday.obl-pavlodar': { kk: 'Павлодар облысы', ru: 'Павлодарская область', en: 'Pavlodar Region' },
  'oblastToday.obl-north-kazakhstan': {
    kk: 'Солтүстік Қазақстан облысы',
    ru: 'Северо-Казахстанская область',
    en: 'North Kazakhstan Region',
  },
  'oblastToday.obl-semipalatinsk': { kk: 'Абай облысы', ru: 'область Абай', en: 'Abai Region' },
  'oblastToday.obl-taldy-kurgan': { kk: 'Жетісу облысы', ru: 'область Жетысу', en: 'Jetisu Region' },
  'oblastToday.obl-south-kazakhstan': {
    kk: 'Түркістан облысы мен Шымкент қаласы',
    ru: 'Туркестанская область и город Шымкент',
    en: 'Turkistan Region and the city of Shymkent',
  },
} as const satisfies MessageTable;
