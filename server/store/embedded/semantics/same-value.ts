import { isDocument, kindOf } from './bson-kind.ts';
import { compareBson } from './compare.ts';

/** Whether two values are the same to the byte: unlike `equalBson`, an Int32 1 and a Double 1.0 differ. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (kindOf(a) !== kindOf(b)) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  if (!isDocument(a) || !isDocument(b)) return compareBson(a, b) === 0 && String(a) === String(b);
  const names = Object.keys(a);
  const others = Object.keys(b);
  return (
    names.length === others.length &&
    names.every((name, index) => name === others[index] && sameValue(a[name], b[name]))
  );
}
