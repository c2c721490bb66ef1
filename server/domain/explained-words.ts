import type { RowField } from './row.ts';

/** Under which heading the page of words has it. */
export type WordGroup = 'fate' | 'service' | 'captivity' | 'document' | 'place';

export type ExplainedWord = {
  id: string;
  group: WordGroup;
  /** The word as papers write it; what it finds is what the reader sees in the question. */
  pattern: RegExp;
  /** Only where one of these fields says it; absent: wherever it stands. */
  fields?: readonly (RowField | 'documentType')[];
};

const FATE = ['fate'] as const satisfies readonly RowField[];
const CAMP = ['camp', 'burialSite', 'burialPlace', 'fatePlace'] as const satisfies readonly RowField[];
const WORD_END = '(?!\\p{L})';
const word = (text: string, flags = 'iu'): RegExp => new RegExp(`(?<!\\p{L})(?:${text})${WORD_END}`, flags);

/** Words that a family meets in the records and cannot know. What they mean stands in `client/messages/explained.ts`. */
export const EXPLAINED_WORDS: readonly ExplainedWord[] = [
  {
    id: 'missing',
    group: 'fate',
    pattern: word('проп(?:ал|ав)\\p{L}* без вести|п/?б/?в|хабарсыз кет\\p{L}*|vermi(?:ss|ß)t'),
    fields: FATE,
  },
  { id: 'left', group: 'fate', pattern: word('выбыл\\p{L}*'), fields: ['fate', 'fateDate', 'fatePlace', 'hospital'] },
  {
    id: 'captured',
    group: 'fate',
    pattern: word('(?:попал|взят)\\p{L}* в плен|в плену|тұтқынға түс\\p{L}*'),
    fields: FATE,
  },
  {
    id: 'left_on_field',
    group: 'fate',
    pattern: word('оста\\p{L}+ на поле боя|ұрыс даласында қал\\p{L}*'),
    fields: FATE,
  },
  { id: 'labour_army', group: 'fate', pattern: word('труд\\p{L}* ?арм\\p{L}*|еңбек армия\\p{L}*') },

  { id: 'rvk', group: 'service', pattern: word('[РГО]ВК|\\p{L}*военкомат\\p{L}*|әскери комиссариат\\p{L}*') },
  { id: 'rifle', group: 'service', pattern: word('сд|сп|сбр', 'u'), fields: ['unit', 'fatePlace', 'hospital'] },
  { id: 'cavalry', group: 'service', pattern: word('кд|кп', 'u'), fields: ['unit'] },
  { id: 'guards', group: 'service', pattern: word('гв|гвард\\p{L}*'), fields: ['unit', 'rank'] },
  { id: 'red_army_man', group: 'service', pattern: word('красноармеец|кр-?ц|қызыләскер'), fields: ['rank'] },
  { id: 'politruk', group: 'service', pattern: word('\\p{L}*политрук|\\p{L}* ?комиссар'), fields: ['rank'] },
  { id: 'transit', group: 'service', pattern: word('ВПП|ЗСП') },
  { id: 'field_post', group: 'service', pattern: word('ППС|п/п|полев\\p{L}+ почт\\p{L}+') },
  {
    id: 'hospital',
    group: 'service',
    pattern: word('С?ЭГ|Х?ППГ|\\p{L}?\\p{L}?медсанбат\\p{L}*|о?медсб|эвакогоспитал\\p{L}*'),
  },

  { id: 'stalag', group: 'captivity', pattern: word('шталаг\\p{L}*|stalag'), fields: CAMP },
  { id: 'dulag', group: 'captivity', pattern: word('дулаг\\p{L}*|dulag'), fields: CAMP },
  { id: 'oflag', group: 'captivity', pattern: word('офлаг\\p{L}*|oflag'), fields: CAMP },
  { id: 'camp_number', group: 'captivity', pattern: /\d+/u, fields: ['campNumber'] },
  { id: 'kirgise', group: 'captivity', pattern: word('kirgis\\p{L}*|киргиз\\p{L}*'), fields: ['nationality'] },
  { id: 'pow_card', group: 'captivity', pattern: /^pow_card_/u, fields: ['documentType'] },

  { id: 'loss_report', group: 'document', pattern: /^loss_(?:report|list)$/u, fields: ['documentType'] },
  { id: 'post_war_loss_list', group: 'document', pattern: /^post_war_loss_list$/u, fields: ['documentType'] },
  { id: 'memory_book', group: 'document', pattern: /^memory_book$/u, fields: ['documentType'] },
  { id: 'burial_passport', group: 'document', pattern: /^burial_passport$/u, fields: ['documentType'] },
  { id: 'exclusion_order', group: 'document', pattern: /^exclusion_order$/u, fields: ['documentType'] },
  { id: 'medallion', group: 'document', pattern: /^medallion$/u, fields: ['documentType'] },
  { id: 'death_notice', group: 'document', pattern: /^death_notice$/u, fields: ['documentType'] },
  { id: 'fond', group: 'document', pattern: word('ЦАМО') },

  {
    id: 'aul',
    group: 'place',
    pattern: word('аул\\p{L}*(?= ?№)|а/с|(?<=№ ?\\d+ )ауыл\\p{L}*'),
    fields: ['birthPlace', 'residence'],
  },
  { id: 'mass_grave', group: 'place', pattern: word('братск\\p{L}+ могил\\p{L}+|бауырластар зират\\p{L}*|б/м') },
  { id: 'reburial', group: 'place', pattern: /\p{L}/u, fields: ['movedFrom'] },
];

export type FoundWord = { id: string; word: string };

/**
 * The words of a value that are explained, each once, as the value writes them.
 * @param field of the row the value stands in, or `documentType` with the code of the paper
 */
export function explainedIn(field: RowField | 'documentType', value: string): FoundWord[] {
  const key = `${field} ${value}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= MOST_REMEMBERED) answers.clear();
  const fresh = wordsIn(field, value);
  answers.set(key, fresh);
  return fresh;
}

// Units, offices and camps repeat from page to page: thirty patterns are not tried on each of them anew.
const MOST_REMEMBERED = 20_000;
const answers = new Map<string, FoundWord[]>();

function wordsIn(field: RowField | 'documentType', value: string): FoundWord[] {
  return EXPLAINED_WORDS.flatMap(({ id, pattern, fields }) => {
    if (fields !== undefined && !fields.includes(field)) return [];
    const found = pattern.exec(value)?.[0];
    return found === undefined ? [] : [{ id, word: found }];
  });
}
