import type { Doc, EvaluationContext } from '../../semantics-contract.ts';
import { isDocument } from '../bson-kind.ts';
import type { Matcher } from '../filter/matcher.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { badValue, failedToParse } from '../refusals.ts';

/** Which elements `$[identifier]` stands for, by identifier. */
export type ArrayFilters = ReadonlyMap<string, (element: unknown) => boolean>;

/** Reads the `arrayFilters` of an update: each speaks of one identifier only, which stands for the element. */
export function readArrayFilters(filters: readonly Doc[], context: EvaluationContext): ArrayFilters {
  const byIdentifier = new Map<string, (element: unknown) => boolean>();
  for (const filter of filters) {
    const matches = parsed(filter, context);
    const identifier = identifierOf(filter);
    if (byIdentifier.has(identifier)) {
      throw failedToParse(`Found multiple array filters with the same top-level field name ${identifier}`);
    }
    byIdentifier.set(identifier, (element) => matches({ [identifier]: element }));
  }
  return byIdentifier;
}

const CONTEXT = 'Error parsing array filter :: caused by :: ';

function parsed(filter: Doc, context: EvaluationContext): Matcher {
  if (Object.hasOwn(filter, '$expr')) throw failedToParse(`${CONTEXT}$expr is not allowed in this context`);
  return parseFilter(filter, { context, nested: true });
}

function identifierOf(filter: Doc): string {
  const names = topLevelNames(filter);
  const [first, second] = names;
  if (first === undefined) {
    throw failedToParse('Cannot use an expression without a top-level field name in arrayFilters');
  }
  if (second !== undefined) {
    throw failedToParse(`${CONTEXT}Expected a single top-level field name, found '${first}' and '${second}'`);
  }
  if (!/^[a-z][a-zA-Z0-9]*$/.test(first)) {
    throw badValue(
      `${CONTEXT}The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${first}'`,
    );
  }
  return first;
}

/** The first parts of all paths in a filter, also inside $and, $or and $nor. */
function topLevelNames(filter: Doc): string[] {
  const names = Object.entries(filter).flatMap(([name, value]) => {
    if (!name.startsWith('$')) return [name.split('.')[0] ?? ''];
    return Array.isArray(value) ? value.filter(isDocument).flatMap(topLevelNames) : [];
  });
  return [...new Set(names)];
}
