import { inPlainLetters } from './kazakh-letters.ts';

/**
 * Kinds of documents a mention may stand in, and how far each is to be believed about what.
 * Codes follow the vocabulary of the records; the words are how lists name the document, lower case.
 */

/** What a value is about: the same document is a good witness of one thing and a poor one of another. */
export type Aspect = 'identity' | 'service' | 'captivity' | 'burial';

type DocumentKind = { words: readonly string[]; sensitive?: true; trust: Readonly<Record<Aspect, number>> };

const trust = (identity: number, service: number, captivity: number, burial: number) => ({
  identity,
  service,
  captivity,
  burial,
});

// Trust 0 to 9. A paper made with the man himself is the best witness of who he was; his unit's report of how and when
// he left it; the camp's card of his captivity; whoever dug or opened the grave of the grave. Papers made after the war
// from what families remembered, and plates cut from them, come last. Nothing known of the document: 3.
const KINDS: Readonly<Record<string, DocumentKind>> = {
  red_army_book: { words: ['красноармейская книжка'], trust: trust(9, 6, 3, 2) },
  officer_id: {
    words: ['удостоверение личности командира', 'удостоверение личности офицера'],
    trust: trust(9, 6, 3, 2),
  },
  medallion: { words: ['медальон', 'смертный медальон', 'вкладыш медальона'], trust: trust(9, 4, 3, 5) },
  call_up_book: {
    words: ['книга призыва', 'книга учета призванных', 'алфавитная книга призванных', 'шақыру кітабы'],
    trust: trust(8, 4, 2, 1),
  },
  call_up_card: { words: ['призывная карта', 'учетная карта призывника', 'учетная карта'], trust: trust(8, 4, 2, 1) },
  military_ticket: { words: ['военный билет'], trust: trust(8, 6, 3, 1) },
  loss_report: {
    words: ['донесение о безвозвратных потерях', 'донесение о потерях', 'шығындар туралы хабарлама', 'loss report'],
    trust: trust(7, 9, 3, 6),
  },
  loss_list: { words: ['именной список безвозвратных потерь', 'список потерь'], trust: trust(7, 9, 3, 6) },
  exclusion_order: { words: ['приказ об исключении из списков'], trust: trust(6, 7, 3, 4) },
  card_index_losses: { words: ['картотека учета потерь', 'карточка учета потерь'], trust: trust(6, 7, 4, 4) },
  pow_card_1: {
    words: [
      'карточка военнопленного',
      'персональная карта',
      'personalkarte',
      'personalkarte i',
      'әскери тұтқын карточкасы',
    ],
    trust: trust(6, 5, 9, 7),
  },
  pow_card_2: { words: ['personalkarte ii', 'персональная карта ii'], trust: trust(6, 5, 9, 7) },
  pow_green_card: { words: ['зеленая карточка военнопленного'], trust: trust(6, 5, 8, 6) },
  pow_hospital_card: { words: ['лазаретная карта военнопленного', 'lazarettkarte'], trust: trust(6, 5, 8, 6) },
  pow_death_report: { words: ['сообщение о смерти военнопленного'], trust: trust(5, 5, 8, 8) },
  pow_tag: { words: ['опознавательный знак военнопленного', 'жетон', 'erkennungsmarke'], trust: trust(4, 3, 8, 5) },
  hospital_death_book: {
    words: ['книга учета умерших', 'алфавитная книга умерших в госпитале', 'книга умерших', 'госпиталь кітабы'],
    trust: trust(6, 8, 3, 8),
  },
  medical_record: { words: ['история болезни', 'свидетельство о болезни'], sensitive: true, trust: trust(6, 6, 3, 2) },
  burial_list: {
    words: [
      'список захороненных',
      'книга погребения',
      'жерленгендер тізімі',
      'burial list',
      'grabliste',
      'lista pochowanych',
    ],
    trust: trust(4, 4, 4, 9),
  },
  exhumation_report: {
    words: ['протокол эксгумации', 'exhumation report', 'protokół ekshumacji'],
    trust: trust(5, 3, 3, 9),
  },
  burial_passport: { words: ['паспорт воинского захоронения', 'паспорт захоронения'], trust: trust(4, 4, 3, 8) },
  burial_lists_abroad: {
    words: ['списки похороненных за рубежом', 'список похороненных за рубежом'],
    trust: trust(4, 4, 4, 8),
  },
  grave_scheme: { words: ['схема захоронения'], trust: trust(3, 3, 3, 8) },
  memorial_plate: { words: ['надпись на памятнике', 'плита', 'memorial plate'], trust: trust(3, 2, 2, 4) },
  death_notice: { words: ['извещение', 'похоронка', 'извещение форма 4', 'қара қағаз'], trust: trust(5, 7, 3, 6) },
  front_letter: { words: ['письмо с фронта', 'письмо-треугольник', 'майдан хаты'], trust: trust(5, 5, 2, 1) },
  award_sheet: {
    words: ['наградной лист', 'приказ о награждении', 'учетная карточка награжденного'],
    trust: trust(7, 7, 2, 1),
  },
  combat_report: {
    words: ['боевое донесение', 'оперативная сводка', 'журнал боевых действий'],
    trust: trust(3, 8, 3, 3),
  },
  transit_point_card: {
    words: ['документ военно-пересыльного пункта', 'список маршевой команды'],
    trust: trust(7, 6, 3, 1),
  },
  filtration_file: {
    words: ['фильтрационное дело', 'фильтрационная карточка'],
    sensitive: true,
    trust: trust(7, 6, 7, 1),
  },
  post_war_loss_list: {
    words: ['послевоенное донесение', 'подворный опрос', 'подворный опрос военкоматов'],
    trust: trust(5, 4, 2, 2),
  },
  rvk_certificate: { words: ['справка военкомата'], trust: trust(5, 4, 2, 2) },
  archive_certificate: { words: ['архивная справка'], trust: trust(6, 7, 5, 6) },
  memory_book: { words: ['книга памяти', 'боздақтар', 'memory book', 'естелік кітабы'], trust: trust(4, 3, 2, 3) },
};

const UNKNOWN_TRUST = 3;

// What a curated reference states about a well-known man outweighs a clerk's line, and is itself outweighed by his own papers.
const REFERENCE_TRUST = 7;

export const DOCUMENT_TYPES: readonly string[] = Object.keys(KINDS);

const CODE_OF_WORDS = new Map(
  Object.entries(KINDS).flatMap(([code, kind]) =>
    [code, ...kind.words].map((words) => [inPlainLetters(words), code] as const),
  ),
);

/**
 * The kind of document a text names, or null when the words are not known.
 * @param text the list's own words, or a code of the vocabulary
 */
export function understandDocumentType(text: string | undefined): string | null {
  if (text === undefined) return null;
  const plain = inPlainLetters(text)
    .replaceAll('ё', 'е')
    .replace(/[«»"(),.№]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const exact = CODE_OF_WORDS.get(plain) ?? CODE_OF_WORDS.get(plain.replaceAll(' ', '_'));
  if (exact !== undefined) return exact;
  // "Донесение о безвозвратных потерях 387 сд от 12.03.1943": the longest known beginning decides.
  let best: string | null = null;
  let length = 0;
  for (const [words, code] of CODE_OF_WORDS) {
    if (words.length > length && plain.startsWith(`${words} `)) {
      best = code;
      length = words.length;
    }
  }
  return best;
}

/** How far a document of this kind is believed about this, 0 to 9. `reference` is the site's own curated facts. */
export function documentTrust(type: string | null, aspect: Aspect): number {
  if (type === 'reference') return REFERENCE_TRUST;
  return (type === null ? undefined : KINDS[type]?.trust[aspect]) ?? UNKNOWN_TRUST;
}

/** Whether papers of this kind (illness, screening of returned prisoners) are for kin and volunteers only. */
export function isSensitiveDocument(type: string | null): boolean {
  return type !== null && KINDS[type]?.sensitive === true;
}
