/** Groups in the order in which their first member comes, by a key of each member. */
export function groupBy<T, K>(all: Iterable<T>, key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const own = key(one);
    const group = groups.get(own);
    if (group) group.push(one);
    else groups.set(own, [one]);
  }
  return groups;
}
