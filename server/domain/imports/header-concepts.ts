import { inEitherLetters, sourceInEither } from '../kazakh-letters.ts';
import type { HeaderTarget } from './compounds.ts';

/**
 * Headers that no list of synonyms foresees ("Дата его гибели", "Ort der Beisetzung"), read by what they are about and which side of
 * it they ask for. Stems of Russian, Kazakh, English, German, Polish and Norwegian words, folded as headers are.
 */
type About =
  | 'reburial'
  | 'burial'
  | 'site'
  | 'birth'
  | 'capture'
  | 'death'
  | 'callUp'
  | 'camp'
  | 'home'
  | 'names'
  | 'kin'
  | 'rank'
  | 'unit'
  | 'people'
  | 'grave';
type Side =
  | 'latitude'
  | 'longitude'
  | 'date'
  | 'place'
  | 'cause'
  | 'number'
  | 'country'
  | 'region'
  | 'name'
  | 'grave'
  | 'office';

const start = (stems: string): RegExp => new RegExp(`(?:^| )(?:${sourceInEither(stems)})`, 'u');

// What stands first wins: a place of reburial is about that and not about the burial.
const ABOUT: readonly (readonly [About, RegExp])[] = [
  [
    'kin',
    start('родств|родных|родител|жен[аы](?: |$)|матер|семь|туыс|отбас|next of kin|relativ|angehör|rodzin|krewn|pårør'),
  ],
  [
    'reburial',
    start('перезахор|перепох|эксгум|қайта жерлен|қайта қойыл|umbett|umgebett|ekshum|reburi|reinter|exhum|flyttet'),
  ],
  [
    'burial',
    start(
      'захор|похорон|похован|погреб|жерлен|pohřb|buri|inter(?:red|ment)|begr[aä][bv]|bestatt|beigesetz|beisetz|poch[oó]w|spoczyn|grav(?:lagt|sted)|inhum',
    ),
  ],
  ['birth', start('рожд|родил|народж|naroz|туған|туыл|туу|birth|born|geb|urodz|fød|naiss')],
  [
    'capture',
    inEitherLetters(
      /(?:^| )(?:плен[ае]н|пленени|взят\S* в плен|попал\S* в плен|тұтқынға|captur|gefangenn|gefangen |wzięci|niewol|tilfange)| в плен(?: |$)/u,
    ),
  ],
  [
    'death',
    start(
      'смерт|гибел|загиб|погиб|lost(?: |$)|úmrt|умер|выбыт|выбыл|убит|қаза(?:ға|сы\\p{L}*|ның)?(?!\\p{L})|қайтыс|өлген|өлім|өлу|death|died|decease|killed|tod|gestorb|verstorb|sterbe|gefallen|śmier|smierc|zgon|zmar|poleg|død|décès',
    ),
  ],
  [
    'callUp',
    start(
      'призв|призыв|мобилиз|шақыр|conscri|call up|called up|draft|enlist|recruit|mobiliz|einberuf|eingezog|powołan|pobor',
    ),
  ],
  ['camp', start('лагер|шталаг|лагері|camp|stalag|lager|kriegsgefangenen|obóz|oboz|obozu|leir|fangeleir')],
  ['site', start('кладбищ|цвинтар|hřbitov|зират|мемориал|cemeter|friedhof|cmentar|kirkeg|gravlund|krigskirke')],
  ['names', start('имена|фио|names|nazwiska')],
  ['home', start('прожив|жительств|тұрғылықты|тұрған|resid|wohn|zamieszk|bosted')],
  ['grave', start('могил|плит[аы]|қабір|grab|grave|gr[oó]b|hrob')],
  ['rank', start('зван|чин(?: |$)|атағы|шені|rank|dienstgr|stopień|stopien|hodnost')],
  [
    'unit',
    start(
      'воинск част|войск част|воин част|част[ьи](?: |$)|полк|дивиз|бөлім|unit|einheit|truppen|regiment|jednostk|jednotka',
    ),
  ],
  ['people', start('нац|ұлт|nat(?: |$|ion)|volks|narod')],
];

const SIDE_WORDS: readonly (readonly [Side, RegExp])[] = [
  ['latitude', /(?:^| )(?:широт|ендік|lat(?:itude)?(?: |$)|breite|szerok|bredde)/u],
  ['longitude', /(?:^| )(?:долгот|бойлық|lon(?:gitude)?(?: |$)|lng(?: |$)|länge|długo|lengde)/u],
  ['cause', /(?:^| )(?:причин|обстоятельств|себе[бп]|cause|reason|przyczyn|årsak)|ursache/u],
  [
    'date',
    /(?:^| )(?:дат|год|рік|день|когда|число|врем|күн|жыл|қашан|dat(?:e|a|o|um)(?: |$)|year|day|when|уақыт|мезгіл|rok|roku|dzień|kiedy|år|dag)|(?:datum|jahr|tag)(?: |$)/u,
  ],
  ['office', /(?:^| )(?:рвк|гвк|военкомат|комиссариат|office|commissariat|kommissariat|komenda)/u],
  ['country', /(?:^| )(?:стран|государств|ел[іи](?: |$)|мемлекет|country|land(?: |$)|kraj(?: |$)|państw|pays)/u],
  [
    'region',
    /(?:^| )(?:регион|област|облыс|край(?: |$)|район|аудан|аймақ|region|province|district|bundesland|kreis|wojew|powiat|fylke|kommune)/u,
  ],
  ['grave', /(?:^| )(?:могил|қабір|ряд(?: |$)|участ|grave(?: |$)|plot|row(?: |$)|gr[oó]b(?: |$)|kwatera|grab(?: |$))/u],
  [
    'place',
    /(?:^| )(?:мест|місц|místo|адрес|address|где(?: |$)|нас|населен|город|село|деревн|ауыл|қала|жер[ід]|орн[ыи]|қай жер|қайда|place|where|location|town|village|miejsc|gdzie|sted|hvor|lieu)|ort(?:e|es)?(?: |$)/u,
  ],
  ['number', /(?:^| )(?:номер|нөмір|номері|number|nr(?: |$)|no(?: |$)|numer)|№|nummer/u],
  ['name', /(?:^| )(?:назван|наимен|атау|name|bezeichn|nazw|navn)/u],
];

const SIDES = SIDE_WORDS.map(([side, words]) => [side, inEitherLetters(words)] as const);

type Answers = Partial<Record<Side | 'alone', HeaderTarget>> & {
  dateAndPlace?: HeaderTarget;
  dateAndCause?: HeaderTarget;
};

const TARGETS: Readonly<Record<About, Answers>> = {
  reburial: { place: 'movedFrom', alone: 'movedFrom', region: 'movedFrom' },
  burial: {
    latitude: 'burialLatitude',
    longitude: 'burialLongitude',
    dateAndPlace: 'burialDateAndPlace',
    country: 'burialCountry',
    region: 'burialRegion',
    grave: 'grave',
    place: 'burialPlace',
    name: 'burialSite',
    number: 'burialSite',
    alone: 'burialPlace',
  },
  site: {
    latitude: 'burialLatitude',
    longitude: 'burialLongitude',
    country: 'burialCountry',
    region: 'burialRegion',
    grave: 'siteAndGrave',
    place: 'burialSite',
    name: 'burialSite',
    alone: 'burialSite',
  },
  birth: {
    dateAndPlace: 'birthDateAndPlace',
    date: 'birthDate',
    country: 'birthPlace',
    region: 'birthPlace',
    place: 'birthPlace',
    alone: 'birthDate',
  },
  capture: {
    dateAndPlace: 'captureDateAndPlace',
    date: 'captureDate',
    region: 'capturePlace',
    place: 'capturePlace',
    alone: 'captureDateAndPlace',
  },
  death: {
    dateAndCause: 'fateAndDate',
    dateAndPlace: 'deathDateAndPlace',
    cause: 'fate',
    date: 'fateDate',
    country: 'fatePlace',
    region: 'fatePlace',
    place: 'fatePlace',
    alone: 'fateDate',
  },
  callUp: {
    dateAndPlace: 'conscription',
    date: 'conscriptionDate',
    office: 'conscriptionPlace',
    region: 'conscriptionPlace',
    place: 'conscriptionPlace',
    alone: 'conscription',
  },
  kin: { alone: 'relatives', name: 'relatives', place: 'relatives' },
  names: { alone: 'fullName', name: 'fullName', place: 'fullName', grave: 'fullName' },
  rank: { alone: 'rank' },
  unit: { alone: 'unit', number: 'unit', name: 'unit' },
  people: { alone: 'nationality' },
  grave: { alone: 'grave', number: 'grave', place: 'grave', name: 'grave', grave: 'grave' },
  camp: { number: 'campNumber', place: 'camp', name: 'camp', alone: 'camp' },
  home: { place: 'residence', region: 'residence', country: 'residence', alone: 'residence' },
};

const SURE = 0.75;
/** "место жительства до призыва" is about the home. */
const BEFORE =
  /(?:^| )(?:до|перед|после|before|after|vor|nach|przed|po) (?:моменту? )?(?:призыв|гибел|смерт|войн|плен|захорон|conscr|death|war|capture|dem)\S*/gu;

export type ConceptGuess = { target: HeaderTarget; confidence: number };

/**
 * What a folded header asks for, or null when it is about nothing we know. 0.75 when it names the matter and the side of it
 * ("место его гибели"), 0.45 when only the matter ("погребён").
 */
export function targetOfConcept(header: string): ConceptGuess | null {
  const folded = header.replace(BEFORE, ' ').trim();
  const about = ABOUT.find(([, words]) => words.test(folded))?.[0];
  if (about === undefined) return null;
  const answers = TARGETS[about];
  const sides = SIDES.filter(([, words]) => words.test(folded)).map(([side]) => side);
  const has = (side: Side) => sides.includes(side);
  if (has('date') && has('cause') && answers.dateAndCause) return { target: answers.dateAndCause, confidence: SURE };
  if (has('date') && (has('place') || has('office')) && answers.dateAndPlace)
    return { target: answers.dateAndPlace, confidence: SURE };
  if (about === 'burial' && has('place') && has('grave')) return { target: 'siteAndGrave', confidence: SURE };
  for (const side of sides) {
    const target = answers[side];
    if (target) return { target, confidence: SURE };
  }
  // It asks for a side that has no field ("дата захоронения"): better in the notes than in a field it is not.
  if (sides.length > 0 && !has('number') && !has('name')) return null;
  return answers.alone ? { target: answers.alone, confidence: 0.45 } : null;
}
