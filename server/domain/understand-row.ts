import { readTagNumber } from './camp.ts';
import { conscriptionOf } from './conscription.ts';
import { isSensitiveDocument } from './document-type.ts';
import { readHospital } from './hospital.ts';
import type { UnderstoodRow } from './mention.ts';
import { nameParts } from './names/name-parts.ts';
import { type Nameless, namelessRow } from './names/nameless.ts';
import type { PartialDate } from './partial-date.ts';
import { type MentionRow, NAME_FIELDS, type RowField, rowProblems } from './row.ts';
import { PLAIN_READERS, type RowReaders } from './row-readers.ts';
import { readSex, type Sex, sexOfPatronymic } from './sex.ts';
import { graveOf, type WrittenGrave } from './site-finder.ts';

/** What a row is understood against. */
export type RowContext = {
  /** Keys of the gazetteer for a place or call-up office as written, most exact first. */
  placeKeys: (text: string) => string[];
  /** The known burial site that a list means, or null. */
  siteId: (grave: WrittenGrave) => string | null;
  /** Values that hold for each row of the list (its country, its site); a value in the row itself goes before. */
  constants?: MentionRow | undefined;
  /** How the values are read; ones that remember where many rows are read with one context. */
  readers?: RowReaders | undefined;
  /** The day of the paper (`1942`, `1942-05`): ages are counted from it when the row has no date of its own. */
  asOf?: string | undefined;
};

/**
 * One thing in a row that a person should know. `rejects`: the row is no mention of anybody as it stands.
 * `quarantines`: it cannot be true as it stands, and a list's row waits for a person.
 * `doubtful`: the value stays as written and counts for nothing. `key` is a text of `client/messages`.
 */
export type UnderstandingProblem = {
  field: RowField;
  rule: string;
  severity: 'rejects' | 'quarantines' | 'doubtful';
  key: string;
  values: Record<string, string | number>;
};

export type RowUnderstanding = {
  understood: UnderstoodRow;
  /** The fate or the paper is one that hurts: shown to confirmed kin and volunteers only. */
  sensitive: boolean;
  problems: UnderstandingProblem[];
};

type Report = (field: RowField, rule: string, values?: Record<string, string | number>) => void;

type DateField = 'birthDate' | 'conscriptionDate' | 'fateDate' | 'captureDate';

/** One row being read: its values, how they are read, and where what is not understood is told. */
type Reading = { row: MentionRow; read: RowReaders; report: Report };

function readDate({ row, read, report }: Reading, field: DateField, asOf?: string): PartialDate | null {
  const text = row[field];
  if (text === undefined) return null;
  const { date, problem } = read.date(text, asOf);
  if (problem !== null) report(field, `date.${problem.rule}`, { text: problem.text.slice(0, 100) });
  return date === null || date.precision === 'none' ? null : date;
}

function sexOf(row: MentionRow, report: Report): Sex | null {
  if (row.sex === undefined) return sexOfPatronymic(row.patronymic ?? row.fullName ?? '');
  const sex = readSex(row.sex);
  if (sex === null) report('sex', 'sex.not_understood', { text: row.sex });
  return sex;
}

type Names = Pick<UnderstoodRow, 'familyName' | 'givenName' | 'patronymic' | 'fullName'>;

function readNames(row: MentionRow): Names {
  const parts = [row.familyName, row.givenName, row.patronymic].filter((part) => part !== undefined);
  if (parts.length > 0) {
    const { familyName = null, givenName = null, patronymic = null } = row;
    return { familyName, givenName, patronymic, fullName: row.fullName ?? parts.join(' ') };
  }
  const fullName = row.fullName ?? '';
  const read = nameParts(fullName);
  const ofRole = (role: string): string | null => read.find((part) => part.role === role)?.text ?? null;
  return { familyName: ofRole('family'), givenName: ofRole('given'), patronymic: ofRole('patronymic'), fullName };
}

function readCoordinate(row: MentionRow, field: 'burialLatitude' | 'burialLongitude', report: Report): number | null {
  const text = row[field];
  if (text === undefined) return null;
  const most = field === 'burialLatitude' ? 90 : 180;
  const degrees = degreesOf(text);
  if (degrees !== null && Math.abs(degrees) <= most) return degrees;
  report(field, degrees === null ? 'coordinate.not_understood' : 'coordinate.out_of_range', { text, most });
  return null;
}

/** `48.2082`, `48,2082`, `48°12'30"N`, `N 48 12 30`: decimal degrees, south and west negative; null when it is none of them. */
function degreesOf(text: string): number | null {
  const sign = /[SWЮЗ-]/iu.test(text.replace(/(?<=\d)-(?=\d)/g, ' ')) ? -1 : 1;
  const [degrees, minutes = 0, seconds = 0, ...more] =
    text
      .replaceAll(',', '.')
      .match(/\d+(?:\.\d+)?/g)
      ?.map(Number) ?? [];
  if (degrees === undefined || more.length > 0 || minutes >= 60 || seconds >= 60) return null;
  return sign * (degrees + minutes / 60 + seconds / 3600);
}

function hospitalKey(text: string | undefined): string | null {
  if (text === undefined) return null;
  // In a hospital's own column a bare number is the number of an evacuation hospital.
  const bare = /^\D{0,3}(\d{2,5})$/.exec(text.trim())?.[1];
  return readHospital(text)?.key ?? (bare === undefined ? null : `eg-${bare}`);
}

function rankOf({ row: { rank: text }, read, report }: Reading): string | null {
  if (text === undefined) return null;
  const code = read.rank(text);
  if (code === null) report('rank', 'rank.not_understood', { text });
  return code;
}

function campOf({ row, read, report }: Reading): string | null {
  const named = row.camp === undefined ? null : read.camp(row.camp);
  if (row.camp !== undefined && named === null) report('camp', 'camp.not_understood', { text: row.camp });
  // "326/12345": the number on the tag names its camp too.
  return named?.keys[0] ?? readTagNumber(row.campNumber ?? '')?.campKeys[0] ?? null;
}

/** Date and office of call-up, which many lists keep in one column. */
function callUp(reading: Reading, context: RowContext) {
  const { date, place } = conscriptionOf(reading.row, reading.read);
  const known = date === null || date.precision === 'none' ? null : date;
  if (known === null) readDate(reading, 'conscriptionDate', context.asOf);
  return { conscription: known, conscriptionOfficeKeys: place === null ? [] : context.placeKeys(place) };
}

/** What cannot be true of a soldier of this war: nobody may read it on a public page before a person has looked. */
const IMPOSSIBLE: ReadonlySet<string> = new Set([
  'date.impossible_day',
  'date.impossible_month',
  'date.year_out_of_range',
  'order.fate_before_birth',
  'order.conscription_before_birth',
  'order.capture_before_birth',
  'birth.too_late',
  'birth.too_early',
  'fate.before_the_war',
  'name.perhaps_unknown',
]);

/** Whether a row waits for this reason: it cannot be true. Other reasons say themselves that a person has to decide. */
export function isHeldAsImpossible({ rule, severity }: Pick<UnderstandingProblem, 'rule' | 'severity'>): boolean {
  return severity === 'quarantines' && IMPOSSIBLE.has(rule);
}

/** Sons of regiments were born up to 1930; the oldest known volunteer in 1854. */
const LAST_BIRTH = '1930-12-31';
const FIRST_BIRTH = '1850-01-01';
/** Spain, Khasan and Khalkhin Gol came before; the dead of the first war lie on some of the same cemeteries. */
const FIRST_FATE = '1936-01-01';

/** Whether he would have been a child in the war, however the date is read. */
export function bornTooLate(birth: PartialDate | null): boolean {
  return birth?.earliest != null && birth.earliest > LAST_BIRTH;
}

function checkOrder(row: UnderstoodRow, report: Report): void {
  const { birth, fateDate, captureDate, conscription } = row;
  const before = (a: PartialDate | null, b: PartialDate | null): boolean =>
    a !== null && b !== null && a.latest !== null && b.earliest !== null && a.latest < b.earliest;
  if (bornTooLate(birth)) report('birthDate', 'birth.too_late');
  if (birth?.latest != null && birth.latest < FIRST_BIRTH) report('birthDate', 'birth.too_early');
  if (fateDate?.latest != null && fateDate.latest < FIRST_FATE) report('fateDate', 'fate.before_the_war');
  if (before(fateDate, birth)) report('fateDate', 'order.fate_before_birth');
  if (before(fateDate, conscription)) report('fateDate', 'order.fate_before_conscription');
  if (before(conscription, birth)) report('conscriptionDate', 'order.conscription_before_birth');
  if (before(captureDate, birth)) report('captureDate', 'order.capture_before_birth');
}

// "?бдірахман": a letter that the code page of the file does not have was replaced before the file came to us.
const LOST_LETTER = /\p{L}\?|\?\p{L}|\uFFFD/u;

function checkNames(row: MentionRow, nameless: Nameless, report: Report): void {
  for (const field of ['familyName', 'givenName', 'patronymic', 'fullName'] as const) {
    const text = row[field];
    if (text === undefined) continue;
    if (LOST_LETTER.test(text)) report(field, 'name.lost_letters', { text });
    else if (!/\p{L}/u.test(text)) report(field, 'name.no_letters', { text });
  }
  const named = NAME_FIELDS.find((field) => row[field] !== undefined);
  if (named && nameless === 'perhaps') report(named, 'name.perhaps_unknown', { text: row[named] ?? '' });
}

function checkShape(row: MentionRow, nameless: Nameless, problems: UnderstandingProblem[]): void {
  for (const { field, rule, limit } of rowProblems(row)) {
    problems.push(rejected(field, rule, limit === undefined ? {} : { limit }));
  }
  const named = NAME_FIELDS.find((field) => /\p{L}/u.test(row[field] ?? ''));
  if (named === undefined) problems.push(rejected('fullName', 'name.missing'));
  else if (nameless === 'yes') problems.push(rejected(named, 'name.unknown_soldier', { text: row[named] ?? '' }));
}

function rejected(field: RowField, rule: string, values: UnderstandingProblem['values'] = {}): UnderstandingProblem {
  return { field, rule, severity: 'rejects', key: `row.${rule}`, values };
}

/**
 * Reads one row as written: the one place where words of a list, a request or the seed become an `UnderstoodRow`.
 * Never throws and never changes what is written. What is not understood is null and named in `problems`, each with the
 * field, the rule and a message key, so that a partner can mend the line.
 */
export function understandRow(written: MentionRow, context: RowContext): RowUnderstanding {
  const row: MentionRow = { ...context.constants, ...written };
  const problems: UnderstandingProblem[] = [];
  const report: Report = (field, rule, values = {}) => {
    const severity = IMPOSSIBLE.has(rule) ? 'quarantines' : 'doubtful';
    problems.push({ field, rule, severity, key: `row.${rule}`, values });
  };
  const nameless = namelessRow(row);
  checkShape(row, nameless, problems);
  checkNames(written, nameless, report);
  const keys = (field: RowField): string[] => {
    const text = row[field];
    return text === undefined ? [] : context.placeKeys(text);
  };
  const read = context.readers ?? PLAIN_READERS;
  const reading: Reading = { row, read, report };
  const fate = row.fate === undefined ? null : read.fate(row.fate);
  if (fate !== null && !fate.understood) report('fate', 'fate.not_understood', { text: fate.text });
  const fateDate = readDate(reading, 'fateDate', context.asOf);
  const captureDate = readDate(reading, 'captureDate', context.asOf);
  const dayOfPaper = fateDate?.earliest ?? fateDate?.latest ?? captureDate?.earliest ?? captureDate?.latest;
  const documentType = row.documentType === undefined ? null : read.documentType(row.documentType);
  const burialCountry = row.burialCountry === undefined ? null : read.country(row.burialCountry);
  if (row.burialCountry !== undefined && burialCountry === null) {
    report('burialCountry', 'country.not_understood', { text: row.burialCountry });
  }
  const understood: UnderstoodRow = {
    ...readNames(row),
    sex: sexOf(row, report),
    // An age is his age on the day the paper tells of.
    birth: readDate(reading, 'birthDate', dayOfPaper ?? context.asOf),
    birthPlaceKeys: keys('birthPlace'),
    residenceKeys: keys('residence'),
    ...callUp(reading, context),
    rank: rankOf(reading),
    unitKeys: row.unit === undefined ? [] : [...read.unitKeys(row.unit)],
    fate: fate?.understood ? fate.code : null,
    fateDate,
    fatePlaceKeys: keys('fatePlace'),
    captureDate,
    camp: campOf(reading),
    campNumber: row.campNumber === undefined ? null : (readTagNumber(row.campNumber)?.digits ?? null),
    hospital: hospitalKey(row.hospital),
    burialSiteId: context.siteId(graveOf(row, burialCountry)),
    burialCountry,
    latitude: readCoordinate(row, 'burialLatitude', report),
    longitude: readCoordinate(row, 'burialLongitude', report),
    documentType,
  };
  checkOrder(understood, report);
  return { understood, sensitive: fate?.sensitive === true || isSensitiveDocument(documentType), problems };
}
