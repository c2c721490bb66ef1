import type { ColumnGuess } from '../domain/imports/column-guess.ts';
import { guessTable } from '../domain/imports/guess-mapping.ts';
import { constantsOfTitles } from '../domain/imports/title-constants.ts';
import type { MentionRow } from '../domain/row.ts';
import type { Import } from './import.ts';
import type { Encoding } from './read/encoding.ts';
import { encodings } from './read/encoding.ts';
import { type ListForm, openList, reopenList } from './read/open-list.ts';
import { type SheetLine, UnreadableList } from './read/sheet.ts';

/** `constants`: what the title of the list says of all its rows. */
export type InspectedList = { form: ListForm; firstData: number; columns: ColumnGuess[]; constants: MentionRow };

const LINES = 300;

type Choice = Import['choice'];

/** Reads the beginning of a list: how it was saved, where the data begin, what each column seems to hold. */
export async function inspectList(path: string, choice: Choice): Promise<InspectedList> {
  const { form, lines } = await openForReading(path, choice);
  const first: SheetLine[] = [];
  for await (const line of lines) {
    first.push(line);
    if (first.length === LINES) break;
  }
  if (first.length === 0) throw new UnreadableList('empty_file');
  const { firstData, columns, titles } = guessTable(
    first.map((line) => line.cells),
    choice.header,
  );
  const constants = constantsOfTitles(
    titles,
    columns.map((column) => column.target),
  );
  return { form, firstData, columns, constants };
}

/** Opens a list with what a person chose, or as it was found before (`form`); an encoding nobody knows counts as not chosen. */
export async function openForReading(
  path: string,
  { encoding, delimiter, sheet }: Choice,
  form: ListForm | null = null,
) {
  const choice = { encoding: encodings.find((one): one is Encoding => one === encoding), delimiter, sheet };
  return form === null ? openList(path, choice) : reopenList(path, form, choice);
}
