import type { Doc } from '../../semantics-contract.ts';
import { notSupported } from '../refusals.ts';
import type { Matcher } from './matcher.ts';
import type { FilterScope } from './parse-filter.ts';

/** `$jsonSchema`: the document fulfils the schema. */
export function schemaMatcher(_schema: Doc, _scope: FilterScope): Matcher {
  throw notSupported('$jsonSchema');
}
