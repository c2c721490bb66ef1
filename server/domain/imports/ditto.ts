// -"-, -//-, ", то же, dto., j.w.: what stands above. A dash alone means "not known" and is left as it is.
const DITTO =
  /^(?:[-–—\s]*(?:["“”„«»″]|''|\/\/)[-–—\s]*|-[нn]-|то\s?же|там\s?же|тот\s?же|dto\.?|ditto|dito|j\.\s?w\.?|jw\.?|сонда|сол)$/iu;
const LONGEST = 8;

/** Reads signs that repeat the line above, which lists typed by hand are full of. Give it the lines in their order. */
export function createDittoReader(): (cells: string[]) => string[] {
  const above: string[] = [];
  return (cells) => {
    let read = cells;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      if (cell.length > LONGEST || !DITTO.test(cell)) {
        above[column] = cell;
        continue;
      }
      if (read === cells) read = [...cells];
      read[column] = above[column] ?? cell;
    }
    return read;
  };
}
