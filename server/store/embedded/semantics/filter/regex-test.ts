import { kindOf, textOf } from '../bson-kind.ts';
import { regexOf } from '../compare.ts';
import { compileRegex } from '../regex-syntax.ts';
import type { ElementTest } from './matcher.ts';

/** Text that the expression finds something in, or the very same expression stored as a value. */
export function regexTest(value: unknown): ElementTest {
  const { pattern, options } = regexOf(value);
  const regex = compileRegex(pattern, options);
  return (candidate) => {
    if (typeof candidate === 'string') return regex.test(candidate);
    const kind = kindOf(candidate);
    if (kind === 'symbol') return regex.test(textOf(candidate) ?? '');
    if (kind !== 'regex') return false;
    const stored = regexOf(candidate);
    return stored.pattern === pattern && stored.options === options;
  };
}
