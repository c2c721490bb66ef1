import { sourceInEither } from './kazakh-letters.ts';

/** Size of a unit, for the fields of a parsed unit text. */
export type UnitLevel = 'regiment' | 'division' | 'corps' | 'army' | 'front' | 'small' | 'rear';

export type UnitKind = { code: string; level: UnitLevel; words: RegExp };

function kind(code: string, level: UnitLevel, words: string): UnitKind {
  return { code, level, words: new RegExp(`(?<![\\p{L}\\d])(?:${sourceInEither(words)})(?![\\p{L}])\\.?`, 'gu') };
}

/**
 * The kinds of units, in the words of Soviet papers, Kazakh lists, camp cards and cemetery books. A longer name stands
 * before the shorter one inside it (запасной стрелковый полк before стрелковый полк). Codes are English initials:
 * `rd` rifle division, `rr` rifle regiment, `rb` rifle brigade, `cd` cavalry division, `ar` artillery regiment …
 * Source: the vocabulary section "unit_abbreviations"; the ids in the divisions list use the same codes.
 */
export const UNIT_KINDS: readonly UnitKind[] = [
  kind('fpo', 'rear', 'п\\/?п(?:с)?|ппс|полев\\p{L}* почт\\p{L}*|feldpost'),
  kind('eg', 'rear', 'эг|сэг|эвакогоспитал\\p{L}*|эвакуационн\\p{L}* госпитал\\p{L}*'),
  kind('ppg', 'rear', 'х?ппг|полев\\p{L}* подвижн\\p{L}* госпитал\\p{L}*'),
  kind('msb', 'rear', 'о?медсб|о?мсб|медсанбат\\p{L}*|медико-санитарн\\p{L}* батальон\\p{L}*'),
  kind(
    'resr',
    'regiment',
    'а?зсп|зап\\.? ?сп|запасн\\p{L}* стрелков\\p{L}* полк\\p{L}*|запастағы атқыштар полк\\p{L}*',
  ),
  kind('resb', 'division', 'зсбр|запасн\\p{L}* стрелков\\p{L}* бригад\\p{L}*'),
  kind(
    'nrb',
    'division',
    'о?мсбр|морск\\p{L}* стрелков\\p{L}* бригад\\p{L}*|теңіз атқыштар бригад\\p{L}*|naval rifle brigade',
  ),
  kind('mrb', 'division', 'о?брмп|о?бр\\.? ?мп|бригад\\p{L}* морск\\p{L}* пехот\\p{L}*|marine brigade'),
  kind(
    'rb',
    'division',
    'о?сбр|о?сб-р|стр\\.? бр(?:иг)?|стрелков\\p{L}* бригад\\p{L}*|атқыштар бригад\\p{L}*|rifle brigade|schutzenbrigade|brygad\\p{L}* strzel\\p{L}*',
  ),
  kind(
    'rr',
    'regiment',
    'сп|с\\.п|с\\/п|стр\\.? ?п(?:олк)?|стрелков\\p{L}* полк\\p{L}*|стрелкп|атқыштар полк\\p{L}*|rifle regiment|rr|schutzen-?(?:regiment|rgt|reg)|sch\\.? ?r(?:gt)?|s\\.? ?r(?:gt)?|inf\\.? ?r(?:gt)?|infanterie-?regiment|pp|pulk\\p{L}* (?:piechot\\p{L}*|strzel\\p{L}*)|strzeleck\\p{L}* pulk\\p{L}*',
  ),
  kind(
    'rd',
    'division',
    'сд|с\\.д|с\\/д|стр\\.? ?д(?:ив)?|стрелков\\p{L}* дивизи\\p{L}*|атқыштар дивизия\\p{L}*|rifle division|rd|schutzen-?(?:division|div)|sch\\.? ?d(?:iv)?|s\\.? ?d(?:iv)?|inf\\.? ?d(?:iv)?|infanterie-?division|dp|dywizj\\p{L}* (?:piechot\\p{L}*|strzel\\p{L}*)|strzeleck\\p{L}* dywizj\\p{L}*',
  ),
  kind(
    'cr',
    'regiment',
    'кавп|кп|кав\\.? ?полк\\p{L}*|кавалерийск\\p{L}* полк\\p{L}*|атты әскер полк\\p{L}*|cavalry regiment',
  ),
  kind(
    'cd',
    'division',
    'кд|кав\\.? ?див\\p{L}*|казахск\\p{L}* национальн\\p{L}* кавалерийск\\p{L}* дивизи\\p{L}*|кавалерийск\\p{L}* дивизи\\p{L}*|атты әскер дивизия\\p{L}*|cavalry division',
  ),
  kind('cc', 'corps', 'кк|кавкорпус\\p{L}*|кавалерийск\\p{L}* корпус\\p{L}*|cavalry corps'),
  kind('rc', 'corps', 'ск|стрелков\\p{L}* корпус\\p{L}*|rifle corps'),
  kind('car', 'regiment', 'кап|корпусн\\p{L}* арт\\p{L}* полк\\p{L}*'),
  kind('hr', 'regiment', 'гап|гаубичн\\p{L}* (?:артиллерийск\\p{L}* )?полк\\p{L}*'),
  kind('atr', 'regiment', 'иптап|птап|истребительно-противотанков\\p{L}* (?:артиллерийск\\p{L}* )?полк\\p{L}*'),
  kind('aar', 'regiment', 'зенап|зенитн\\p{L}* (?:артиллерийск\\p{L}* )?полк\\p{L}*'),
  kind(
    'ar',
    'regiment',
    'ап|артп|арт\\.? ?полк\\p{L}*|артиллерийск\\p{L}* полк\\p{L}*|артиллерия полк\\p{L}*|artillery regiment|art\\.? ?rgt',
  ),
  kind('gmr', 'regiment', 'гмп|гвардейск\\p{L}* миномет\\p{L}* полк\\p{L}*'),
  kind('mr', 'regiment', 'минп|мп|миномет\\p{L}* полк\\p{L}*'),
  kind('tr', 'regiment', 'отп|тп|танков\\p{L}* полк\\p{L}*|tank regiment'),
  kind('tb', 'division', 'о?тбр|танков\\p{L}* бригад\\p{L}*|танк бригад\\p{L}*|tank brigade'),
  kind('mbr', 'division', 'мбр|механизированн\\p{L}* бригад\\p{L}*'),
  kind('tc', 'corps', 'тк|танков\\p{L}* корпус\\p{L}*|tank corps'),
  kind('mc', 'corps', 'мк|механизированн\\p{L}* корпус\\p{L}*'),
  kind('air', 'regiment', 'иап|шап|н?бап|нлбап|сбап|авиационн\\p{L}* полк\\p{L}*|авиаполк\\p{L}*'),
  kind('aid', 'division', 'иад|шад|бад|авиационн\\p{L}* дивизи\\p{L}*|авиадивизи\\p{L}*'),
  kind('abd', 'division', 'вдд|воздушно-десантн\\p{L}* дивизи\\p{L}*'),
  kind('abb', 'division', 'вдбр|воздушно-десантн\\p{L}* бригад\\p{L}*'),
  kind('atb', 'small', 'о?иптдн?|о?птдн?|противотанков\\p{L}* дивизион\\p{L}*'),
  kind('mgb', 'small', 'опаб|опульб|пулеметн\\p{L}* батальон\\p{L}*'),
  kind('sb', 'small', 'о?лб|лыжн\\p{L}* батальон\\p{L}*'),
  kind('pcb', 'small', 'ошр|ошб|шр|шб|штрафн\\p{L}* (?:рот|батальон)\\p{L}*'),
  kind('eb', 'small', 'о?сапб|саперн\\p{L}* батальон\\p{L}*'),
  kind('sgb', 'small', 'обс|батальон\\p{L}* связи'),
  kind('rec', 'small', 'орр|орб|разв\\p{L}* (?:рот|батальон)\\p{L}*|развед\\p{L}*рот\\p{L}*'),
  kind('bn', 'small', 'сб|батальон\\p{L}*|бат|bataillon|batalion\\p{L}*'),
  kind('fr', 'rear', 'ур|укрепленн\\p{L}* район\\p{L}*'),
  kind('mil', 'rear', 'в\\/ч|войсков\\p{L}* част\\p{L}*'),
  kind('sha', 'army', 'уд(?:арн\\p{L}*)?\\.? ?(?:а|арм\\p{L}*)|shock army'),
  kind('ga', 'army', 'танков\\p{L}* арми\\p{L}*|та|tank army'),
  kind('sgr', 'regiment', 'опс|полк\\p{L}* связи'),
  // A bare "876 полк" or "282 дивизия" is a rifle one in nearly all papers.
  kind('rr', 'regiment', 'п|полк\\p{L}*|полкі|regiment|rgt|pulk\\p{L}*'),
  kind('rd', 'division', 'див|дивизи\\p{L}*|division|dywizj\\p{L}*'),
  kind('a', 'army', 'а|арми\\p{L}*|армия\\p{L}*|army|armia|armee'),
];

/** Fronts as they stand in unit texts; the abbreviation of a front never has a number of its own. */
export const FRONTS: readonly (readonly [string, RegExp])[] = [
  ['crimean', /крым\p{L}*\.? ?(?:фр\p{L}*|ф)(?!\p{L})|крымф/u],
  ['north-caucasian', /скф|сев\p{L}*[ .-]*кав\p{L}*\.? ?фр\p{L}*/u],
  ['northwestern', /сзф|сев\p{L}*[ .-]*зап\p{L}*\.? ?фр\p{L}*/u],
  ['southwestern', /юзф|юго-?зап\p{L}*\.? ?фр\p{L}*/u],
  ['southern', /юф(?!\p{L})|южн\p{L}*\.? ?фр\p{L}*/u],
  ['western', /(?<!\p{L})зф(?!\p{L})|(?<![-.\p{L}])зап\p{L}*\.? ?фр\p{L}*/u],
  ['kalinin', /клф|калф|калининск\p{L}* ?фр\p{L}*/u],
  ['volkhov', /волхф|волховск\p{L}* ?фр\p{L}*/u],
  ['leningrad', /ленф|ленинградск\p{L}* ?фр\p{L}*/u],
  ['bryansk', /брянф|брянск\p{L}* ?фр\p{L}*/u],
  ['stalingrad', /сталф|сталинградск\p{L}* ?фр\p{L}*/u],
  ['don', /донф|донск\p{L}* ?фр\p{L}*/u],
  ['voronezh', /ворф|воронежск\p{L}* ?фр\p{L}*/u],
  ['steppe', /степф|степн\p{L}* ?фр\p{L}*/u],
  ['karelian', /карф|карельск\p{L}* ?фр\p{L}*/u],
];
