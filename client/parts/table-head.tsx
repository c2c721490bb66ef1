/** The head of a table that becomes cards on a telephone: the roles are written, since `display` takes them away. */
export function TableHead({ heads, numbers = [] }: { heads: readonly string[]; numbers?: readonly string[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {heads.map((head) => (
          <th key={head} scope="col" role="columnheader">
            {head}
          </th>
        ))}
        {numbers.map((head) => (
          <th key={head} scope="col" role="columnheader" class="number">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}
