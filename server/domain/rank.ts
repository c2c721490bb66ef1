import { inEitherLetters, sourceInEither } from './kazakh-letters.ts';

/** What a rank counts as when papers of one man are compared: a sergeant's paper and an officer's are hardly one man's. */
export type RankGroup = 'private' | 'sergeant' | 'officer' | 'general' | 'political';

export type Rank = {
  /** As written. */
  text: string;
  /** Code of the vocabulary sections "ranks_*", for example `private`, `senior_sergeant`, `doctor_3`; null if not understood. */
  code: string | null;
  group: RankGroup | null;
  /** Step on the command ladder, 1 private to 20 marshal; special ranks by the level they were equal to. Null: not known. */
  grade: number | null;
  /** "гвардии", since May 1942 in Guards units. */
  guards: boolean;
  navy: boolean;
};

type RankRule = { code: string; group: RankGroup; grade: number; navy?: true; words: RegExp };

function rule(code: string, group: RankGroup, grade: number, words: string): RankRule {
  return { code, group, grade, words: new RegExp(`(?<![\\p{L}])(?:${sourceInEither(words)})(?![\\p{L}])`, 'u') };
}

function navy(code: string, group: RankGroup, grade: number, words: string): RankRule {
  return { ...rule(code, group, grade, words), navy: true };
}

const JUNIOR = '(?:мл|млад?ш\\p{L}*|кіші|jun(?:ior)?|ml)\\.?[\\s-]*';
const SENIOR = '(?:ст|старш\\p{L}*|аға|senior|ober|starsz\\p{L}*|st)\\.?[\\s-]*';
const SERGEANT = '(?:сержант\\p{L}*|серж|с[-/]т|сер-т|serg(?:e?ant)?|sier[żz]ant|sierż|unteroffizier|uffz)\\.?';
const LIEUTENANT = '(?:лейтенант\\p{L}*|лейт|л-?т|lieutenant|leutnant|ltn?|por(?:ucznik)?)\\.?';

function rankNumber(number: 1 | 2 | 3): string {
  const roman = ['i', 'ii', 'iii'][number - 1];
  return `[\\s-]*(?:${number}|${roman})[\\s-]*(?:-?го)?[\\s-]*(?:р(?:анг\\p{L}*)?|ранг\\p{L}*|r(?:ank)?)?\\.?`;
}

/**
 * The ranks, special before general: "младший лейтенант" before "лейтенант", "старшина 2 статьи" before "старшина".
 * Political ranks ended in October 1942, those of the services in January 1943; one man may stand under both.
 * Sources: vocabulary sections "ranks_*" with the command rank each is equal to; German camp cards and Polish books
 * name nearly everybody Soldat, szeregowy.
 */
const RULES: readonly RankRule[] = [
  rule('marshal', 'general', 20, 'маршал\\p{L}*|marshal'),
  rule('army_general', 'general', 19, 'генерал\\p{L}* армии|армия генерал\\p{L}*|army general'),
  rule('col_general', 'general', 18, 'генерал-?\\s?полковник\\p{L}*|ген\\.?-?п-?к'),
  rule('lt_general', 'general', 17, 'генерал-?\\s?лейтенант\\p{L}*|ген\\.?-?л-?т'),
  rule('major_general', 'general', 16, 'генерал-?\\s?майор\\p{L}*|ген\\.?-?м-?р|major general'),
  rule('general', 'general', 16, 'генерал\\p{L}*|general'),
  navy('admiral', 'general', 17, '(?:контр-?|вице-?)?адмирал\\p{L}*|admiral'),
  rule('komandarm', 'general', 18, 'командарм\\p{L}*'),
  rule('komkor', 'general', 17, 'комкор\\p{L}*'),
  rule('komdiv', 'general', 16, 'комдив\\p{L}*'),
  rule('kombrig', 'officer', 15, 'комбриг\\p{L}*'),
  rule('dep_politruk', 'political', 7, '(?:зам|заместител\\p{L}*)\\.?\\s?политрук\\p{L}*|саяси жетекшінің орынбасары'),
  rule('junior_politruk', 'political', 9, `${JUNIOR}(?:политрук\\p{L}*|п-р?у?к|саяси жетекші)`),
  rule('senior_politruk', 'political', 11, `${SENIOR}(?:политрук\\p{L}*|п-?рук|саяси жетекші)`),
  rule('politruk', 'political', 10, 'политрук\\p{L}*|п-рук|саяси жетекші|politruk'),
  rule('senior_battalion_commissar', 'political', 13, `${SENIOR}бат\\p{L}*\\.?\\s?ком\\p{L}*`),
  rule('battalion_commissar', 'political', 12, 'бат\\p{L}*\\.?\\s?ком\\p{L}*'),
  rule('regiment_commissar', 'political', 14, 'полк\\p{L}*\\.?\\s?ком(?:иссар\\p{L}*|исс)?'),
  rule('brigade_commissar', 'political', 15, 'бриг\\p{L}*\\.?\\s?ком\\p{L}*'),
  rule('commissar', 'political', 12, 'комиссар\\p{L}*|kommissar|commissar'),
  rule('doctor_3', 'officer', 11, `(?:военврач\\p{L}*|в\\/?вр?|воен\\.? ?врач)${rankNumber(3)}`),
  rule('doctor_2', 'officer', 12, `(?:военврач\\p{L}*|в\\/?вр?)${rankNumber(2)}`),
  rule('doctor_1', 'officer', 13, `(?:военврач\\p{L}*|в\\/?вр?)${rankNumber(1)}`),
  rule('vet_doctor_2', 'officer', 12, `военветврач\\p{L}*${rankNumber(2)}`),
  rule('vet_doctor_3', 'officer', 11, 'военветврач\\p{L}*'),
  rule('doctor', 'officer', 11, 'военврач\\p{L}*|әскери дәрігер'),
  rule('senior_feldsher', 'officer', 10, `${SENIOR}(?:военфельдшер\\p{L}*|в\\/?ф)`),
  rule('junior_feldsher', 'officer', 8, `${JUNIOR}(?:военфельдшер\\p{L}*|в\\/?ф)`),
  rule('vet_feldsher', 'officer', 9, 'военветфельдшер\\p{L}*|в\\/вет\\/ф'),
  rule('feldsher', 'officer', 9, 'военфельдшер\\p{L}*|в\\/ф|әскери фельдшер'),
  rule('junior_military_technician', 'officer', 8, `${JUNIOR}(?:воентехник\\p{L}*|в\\/?т(?:ехн)?)`),
  rule('military_technician_1', 'officer', 10, `(?:воентехник\\p{L}*|в\\/т)${rankNumber(1)}`),
  rule('military_technician_2', 'officer', 9, `(?:воентехник\\p{L}*|в\\/т)(?:${rankNumber(2)})?`),
  rule('military_engineer_2', 'officer', 12, `(?:военинженер\\p{L}*|в\\/инж\\.?)${rankNumber(2)}`),
  rule('military_engineer_1', 'officer', 13, `(?:военинженер\\p{L}*|в\\/инж\\.?)${rankNumber(1)}`),
  rule('military_engineer_3', 'officer', 11, `(?:военинженер\\p{L}*|в\\/инж\\.?)(?:${rankNumber(3)})?`),
  rule('junior_technician_intendant', 'officer', 8, `${JUNIOR}тех\\p{L}*\\.?-?\\s?инт\\p{L}*`),
  rule('technician_intendant_1', 'officer', 10, `(?:тех\\p{L}*\\.?-?\\s?инт\\p{L}*\\.?|т\\/и)${rankNumber(1)}`),
  rule('technician_intendant_2', 'officer', 9, `(?:тех\\p{L}*\\.?-?\\s?инт\\p{L}*\\.?|т\\/и)(?:${rankNumber(2)})?`),
  rule('intendant_2', 'officer', 12, `(?:интендант\\p{L}*|инт\\.)${rankNumber(2)}`),
  rule('intendant_1', 'officer', 13, `(?:интендант\\p{L}*|инт\\.)${rankNumber(1)}`),
  rule('intendant_3', 'officer', 11, 'интендант\\p{L}*|инт\\. ?\\d'),
  rule('jurist_2', 'officer', 12, `военюрист\\p{L}*${rankNumber(2)}`),
  rule('jurist_1', 'officer', 13, `военюрист\\p{L}*${rankNumber(1)}`),
  rule('jurist_3', 'officer', 11, `военюрист\\p{L}*${rankNumber(3)}`),
  rule('jurist', 'officer', 10, `(?:${JUNIOR})?(?:военюрист\\p{L}*|военный юрист)`),
  navy('captain_lieutenant', 'officer', 11, 'капитан-лейтенант\\p{L}*|к\\/л|кап-?лей'),
  navy('captain_1', 'officer', 14, `капитан${rankNumber(1)}|к1р`),
  navy('captain_2', 'officer', 13, `капитан${rankNumber(2)}|к2р`),
  navy('captain_3', 'officer', 12, `капитан${rankNumber(3)}|к3р`),
  rule(
    'lt_colonel',
    'officer',
    13,
    'подполковник\\p{L}*|подполк|п\\/п-?к|oberstleutnant|lieutenant colonel|podpu[łl]kownik',
  ),
  rule('colonel', 'officer', 14, 'полковник\\p{L}*|полк|п-к|oberst|colonel|pu[łl]kownik'),
  rule('major', 'officer', 12, 'майор\\p{L}*|м-р|major'),
  rule('senior_lieutenant', 'officer', 10, `${SENIOR}${LIEUTENANT}|oberleutnant`),
  rule('junior_lieutenant', 'officer', 8, `${JUNIOR}${LIEUTENANT}|podporucznik`),
  rule('captain', 'officer', 11, 'капитан\\p{L}*|к-?н|кап|captain|hauptmann|hptm|kapitan'),
  rule('lieutenant', 'officer', 9, LIEUTENANT),
  navy('senior_red_navy_man', 'private', 2, `${SENIOR}(?:краснофл\\p{L}*|кр-?фл|матрос\\p{L}*)`),
  navy('petty_officer_2', 'sergeant', 4, `(?:старшина|ст-?на)[\\s-]*(?:2|ii)[\\s-]*(?:-?ой|-?й)?[\\s-]*ст\\p{L}*\\.?`),
  navy('petty_officer_1', 'sergeant', 5, `(?:старшина|ст-?на)[\\s-]*(?:1|i)[\\s-]*(?:-?ой|-?й)?[\\s-]*ст\\p{L}*\\.?`),
  navy('chief_petty_officer', 'sergeant', 6, 'гл\\p{L}*\\.?\\s?(?:корабельн\\p{L}*\\s)?(?:старшин\\p{L}*|ст-?на)'),
  navy('michman', 'sergeant', 7, 'мичман\\p{L}*'),
  rule('starshina', 'sergeant', 7, 'старшин\\p{L}*|ст-?на|starshina|feldwebel'),
  rule('senior_sergeant', 'sergeant', 6, `${SENIOR}${SERGEANT}`),
  rule('junior_sergeant', 'sergeant', 4, `${JUNIOR}${SERGEANT}`),
  rule('section_commander', 'sergeant', 4, 'отд\\p{L}*\\.?\\s?ком\\p{L}*|комот\\p{L}*|ком\\.?\\s?отд\\p{L}*'),
  rule('junior_platoon_commander', 'sergeant', 5, `${JUNIOR}комвзв\\p{L}*`),
  rule('sergeant', 'sergeant', 5, SERGEANT),
  navy(
    'red_navy_man',
    'private',
    1,
    'краснофлотец|краснофл\\p{L}*|кр-?фл|матрос\\p{L}*|қызыл флотшы|matrose|marynarz|seaman',
  ),
  rule('yefreitor', 'private', 2, 'ефрейтор\\p{L}*|ефр|gefreiter|gefr|kapral|lance corporal'),
  rule(
    'private',
    'private',
    1,
    'красноарм\\p{L}*|кр\\.?-?\\s?арм\\p{L}*|крс?-е?ц|к-ц|кр-к|рядов\\p{L}*|ряд|боец|солдат\\p{L}*|қызыл ?әскер\\p{L}*|қызыл ?армия\\p{L}*|қатардағы\\p{L}*(?: жауынгер\\p{L}*)?|сарбаз|жауынгер|стрелок|soldat|sold|rotarmist|schütze|szer(?:eg\\p{L}*)?|żołnierz|private|red army(?: man| soldier)?|soldier',
  ),
];

// Kazakh puts the number and the kind first: "3-рангті әскери дәрігер" is военврач 3 ранга.
const KAZAKH_WORDS = (
  [
    [/әскери мал дәрігері фельдшері/u, 'военветфельдшер'],
    [/әскери мал дәрігері/u, 'военветврач'],
    [/әскери дәрігер/u, 'военврач'],
    [/әскери фельдшер/u, 'военфельдшер'],
    [/әскери техник/u, 'воентехник'],
    [/әскери инженер/u, 'военинженер'],
    [/әскери заңгер/u, 'военюрист'],
    [/кеменің бас старшина\p{L}*/u, 'главный корабельный старшина'],
    [/бас старшина/u, 'главный старшина'],
    [/қызыл флотшы/u, 'краснофлотец'],
    [/([123])-?\s?статьялы старшина/u, 'старшина $1 статьи'],
    [/([123])-?\s?рангті ((?:кіші |аға )?\p{L}+(?:-\p{L}+)?)/u, '$2 $1 ранга'],
  ] as const
).map(([words, russian]) => [inEitherLetters(words), russian] as const);

// In state security each rank stood about two steps above the army rank of the same word, up to 1943.
const SECURITY = inEitherLetters(/гос\p{L}*\.? ?безоп\p{L}*|(?<!\p{L})гб(?!\p{L})|мемлекеттік қауіпсіздік/u);
const SECURITY_RANKS: Readonly<Record<string, { code: string; grade: number }>> = {
  sergeant: { code: 'gb_sergeant', grade: 9 },
  junior_lieutenant: { code: 'gb_junior_lieutenant', grade: 10 },
  lieutenant: { code: 'gb_lieutenant', grade: 11 },
  senior_lieutenant: { code: 'gb_senior_lieutenant', grade: 12 },
  captain: { code: 'gb_captain', grade: 14 },
};

const GUARDS = /(?<!\p{L})(?:гв|гвард\p{L}*|гвардия\p{L}*|guards?)(?!\p{L})\.?[\s-]*/u;

/**
 * Reads a rank with its abbreviations and endings, in Russian, Kazakh, German, Polish and English. красноармеец and
 * рядовой are one rank: the word changed between 1943 and 1946. A duty ("командир взвода") is no rank and gives null.
 */
export function readRank(text: string): Rank {
  const folded = text.slice(0, 200).toLowerCase().replace(/ё/g, 'е').replace(/\s+/g, ' ').trim();
  const guards = GUARDS.test(folded);
  const bare = KAZAKH_WORDS.reduce(
    (left, [words, russian]) => left.replace(words, russian),
    folded.replace(GUARDS, ''),
  );
  const found = RULES.find(({ words }) => words.test(bare));
  const security = SECURITY.test(bare) ? SECURITY_RANKS[found?.code ?? ''] : undefined;
  if (security !== undefined) return { text, ...security, group: 'officer', guards, navy: false };
  return {
    text,
    code: found?.code ?? null,
    group: found?.group ?? null,
    grade: found?.grade ?? null,
    guards,
    navy: found?.navy === true,
  };
}

/** How far two ranks lie apart on the ladder; null when one is not understood. Men rose one or two steps in the war. */
export function rankDistance(a: Rank, b: Rank): number | null {
  return a.grade === null || b.grade === null ? null : Math.abs(a.grade - b.grade);
}
