import { keysOfWritten, placeWords, withoutKindOfDistrict } from './grave-words.ts';
import { remembering } from './remembering.ts';

/** The districts and the larger regions that a text of a grave names, each word under its keys. */
export type ToldRegion = { districts: string[][]; regions: string[][] };

const NAME = '\\p{L}[\\p{L}-]{2,}';

const DISTRICT = new RegExp(
  `(?<!\\p{L})(?:(?:landkreis|lkr\\.?|kreis|powiat\\p{L}*|pow\\.|повят\\p{L}*)\\s+(?<after>${NAME})|` +
    `(?<before>${NAME})\\s+(?:р-н\\p{L}*|(?:район|округ|аудан)\\p{L}*|district|rayon|raion|county)(?!\\p{L}))`,
  'giu',
);

/** A part between commas that names a region by its kind: "Смоленская обл.", "land Hessen", "woj. lubelskie". */
const KIND =
  /(?<!\p{L})(?:обл(?:аст\p{L}*|ыс\p{L}*)?|кра[йяе]|земл[яеи]|воеводств\p{L}*|республик\p{L}*|провинци\p{L}*|(?:bundes)?land|woj|województw\p{L}*|wojewodztw\p{L}*|oblast\p{L}*|region\p{L}*|province|megye)(?!\p{L})/iu;

/** Germans write their Länder without saying what they are. */
const LAND =
  /(?<!\p{L})(?:th(?:ü|ue|u)ringen|hessen|bayern|saarland|sachsen|niedersachsen|brandenburg|rheinland|nordrhein|schleswig|mecklenburg|baden|тюринг|гессен|бавари|саар|саксони|бранденбург|рейнланд|вестфали|шлезвиг|мекленбург|баден)/iu;

const namesRegion = (part: string): boolean => KIND.test(part) || LAND.test(part);

const keysIn = (text: string): string[][] => placeWords(text).map(keysOfWritten);

/** The names of districts in a text, and the text without them. */
function takeDistricts(text: string): { districts: string[]; rest: string } {
  const districts: string[] = [];
  const rest = withoutKindOfDistrict(text).replace(DISTRICT, (...found) => {
    const { after, before } = found.at(-1) as { after?: string; before?: string };
    districts.push(after ?? before ?? '');
    return ' ';
  });
  return { districts, rest };
}

/** The words of the districts that a text names. */
export const districtsNamed = (text: string): string[] => takeDistricts(text).districts.flatMap(placeWords);

/** What a text says of the district and the region. `whole`: all of it is a region, as the field for it is. */
const read = (text: string, whole: boolean): ToldRegion => {
  const { districts, rest } = takeDistricts(text);
  const regions = whole ? [rest] : rest.split(/[,;()]/).filter(namesRegion);
  return { districts: districts.flatMap(keysIn), regions: regions.flatMap(keysIn) };
};

export const regionInText = remembering((text) => read(text, false));
export const regionOfField = remembering((text) => read(text, true));
