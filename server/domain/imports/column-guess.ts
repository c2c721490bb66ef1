import type { HeaderTarget } from './compounds.ts';

/** Where a column goes, how sure the guess is (0 to 1), and a few of its values for a person to judge by. */
export type ColumnGuess = {
  column: number;
  header: string;
  target: HeaderTarget | null;
  confidence: number;
  samples: string[];
  /** Its dates are a spreadsheet's day numbers. */
  serialDays?: boolean;
  /** Its values are names of scans, though none came with the list. */
  namesScans?: true;
};

/** A guess with more of its column than a person is shown. `cells`: as they stand, one a line; `values`: each once. */
export type ColumnRead = ColumnGuess & { cells: string[]; values: string[] };
