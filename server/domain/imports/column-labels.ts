/**
 * What each column is called where a name must be its own: the header, "Дата (2)" for one that stands there a second time,
 * "#3" for a third column without any.
 */
export function columnLabels(columns: readonly { header: string; column: number }[]): string[] {
  const seen = new Map<string, number>();
  return columns.map(({ header, column }) => {
    const name = header === '' ? `#${column + 1}` : header;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
