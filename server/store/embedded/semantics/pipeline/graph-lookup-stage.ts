import type { Doc } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { keyOf } from '../compare.ts';
import { distinctValues } from '../distinct-values.ts';
import { rootScope } from '../expressions/scope.ts';
import { exactWhole, makeLong } from '../numbers.ts';
import { failedToParse, located } from '../refusals.ts';
import { expressionOf, type Stage, type StageContext } from './stage.ts';
import { replaced } from './unwind-stage.ts';

type GraphLookup = {
  from: string;
  as: string[];
  connectFrom: string;
  connectTo: string;
  maxDepth: number;
  depthField: string[] | undefined;
  restriction: Doc;
};

/** `$graphLookup`: follows references from document to document, each document once. */
export function graphLookupStage(argument: unknown, context: StageContext): Stage {
  if (!isDocument(argument))
    throw failedToParse(`the $graphLookup specification must be an object, but was a ${kindOf(argument)}`);
  const lookup = readGraphLookup(argument);
  const start = expressionOf(argument.startWith, context);
  return function* (source) {
    for (const doc of source) {
      const first = start(rootScope(doc, context.pipeline));
      yield replaced(doc, lookup.as, reached(Array.isArray(first) ? first : [first ?? null], lookup, context));
    }
  };
}

const TEXTS = ['from', 'as', 'connectFromField', 'connectToField', 'depthField'];

function readGraphLookup(argument: Doc): GraphLookup {
  const {
    from,
    as,
    connectFromField,
    connectToField,
    depthField,
    maxDepth,
    restrictSearchWithMatch: restriction,
    startWith,
  } = argument;
  for (const name of TEXTS) {
    const value = argument[name];
    if (value !== undefined && typeof value !== 'string') {
      throw located(40103, `expected string as argument for ${name}, found: ${String(value)}`);
    }
  }
  const known = [...TEXTS, 'maxDepth', 'restrictSearchWithMatch', 'startWith'];
  const unknown = Object.keys(argument).find((name) => !known.includes(name));
  if (unknown !== undefined) throw located(40104, `Unknown argument to $graphLookup: ${unknown}`);
  const isWhole = [from, as, startWith, connectFromField, connectToField].every((value) => value !== undefined);
  if (!isWhole) {
    throw located(
      40105,
      "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.",
    );
  }
  if (restriction !== undefined && !isDocument(restriction))
    throw located(40185, 'restrictSearchWithMatch must be an object');
  return {
    from: String(from),
    as: String(as).split('.'),
    connectFrom: String(connectFromField),
    connectTo: String(connectToField),
    maxDepth: readDepth(maxDepth),
    depthField: typeof depthField === 'string' ? depthField.split('.') : undefined,
    restriction: isDocument(restriction) ? restriction : {},
  };
}

function readDepth(maxDepth: unknown): number {
  if (maxDepth === undefined) return Number.POSITIVE_INFINITY;
  const depth = exactWhole(maxDepth);
  if (depth === undefined) throw located(40102, 'maxDepth could not be represented as a long long');
  if (depth < 0n) throw located(40101, `maxDepth requires a nonnegative argument, found: ${depth}`);
  return Number(depth);
}

/** Breadth first, one query a level. */
function reached(start: unknown[], lookup: GraphLookup, context: StageContext): Doc[] {
  const visited = new Map<string, Doc>();
  const asked = new Set<string>();
  let frontier = start;
  for (let depth = 0; depth <= lookup.maxDepth && frontier.length > 0; depth++) {
    const fresh = frontier.filter((value) => !asked.has(keyOf(value)) && asked.add(keyOf(value)));
    if (fresh.length === 0) break;
    const filter = { $and: [{ [lookup.connectTo]: { $in: fresh } }, lookup.restriction] };
    const level: Doc[] = [];
    for (const doc of context.pipeline.find(lookup.from, filter)) {
      const key = keyOf(doc._id);
      if (visited.has(key)) continue;
      visited.set(key, lookup.depthField ? replaced(doc, lookup.depthField, makeLong(BigInt(depth))) : doc);
      level.push(doc);
    }
    frontier = level.flatMap((doc) => distinctValues(doc, lookup.connectFrom));
  }
  return [...visited.values()];
}
