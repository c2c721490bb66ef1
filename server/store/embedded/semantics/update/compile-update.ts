import type { CompiledUpdate, Doc, UpdateOptions } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { describe, describeField } from '../describe.ts';
import type { MatchDetails } from '../filter/matcher.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { failedToParse } from '../refusals.ts';
import { applyTree } from './apply-tree.ts';
import { type ArrayFilters, readArrayFilters } from './array-filters.ts';
import { addToSetModifier, popModifier, pullAllModifier, pullModifier } from './array-modifiers.ts';
import { copyDocument, withIdFirst } from './copy-document.ts';
import { refuseBadId } from './id-rules.ts';
import type { ModifierParser } from './modifier.ts';
import { compilePipelineUpdate } from './pipeline-update.ts';
import { pushModifier } from './push-modifier.ts';
import { readRename } from './rename.ts';
import { compileReplacement } from './replacement.ts';
import { type ObjectNode, objectNode, placeNode, type TreeBuilder } from './update-tree.ts';
import {
  bitModifier,
  boundModifier,
  currentDateModifier,
  incModifier,
  mulModifier,
  setModifier,
  setOnInsertModifier,
  unsetModifier,
} from './value-modifiers.ts';

const MODIFIERS: ReadonlyMap<string, ModifierParser> = new Map<string, ModifierParser>([
  ['$set', setModifier],
  ['$setOnInsert', setOnInsertModifier],
  ['$unset', unsetModifier],
  ['$inc', incModifier],
  ['$mul', mulModifier],
  ['$min', boundModifier((difference) => difference >= 0)],
  ['$max', boundModifier((difference) => difference <= 0)],
  ['$currentDate', currentDateModifier],
  ['$bit', bitModifier],
  ['$push', pushModifier],
  ['$addToSet', addToSetModifier],
  ['$pop', popModifier],
  ['$pull', pullModifier],
  ['$pullAll', pullAllModifier],
]);

/** Reads an update once: operators, a whole new document, or a pipeline. */
export function compileUpdate(update: Doc | Doc[], options: UpdateOptions): CompiledUpdate {
  const filters = options.arrayFilters ?? [];
  if (Array.isArray(update)) {
    if (filters.length > 0) throw failedToParse('arrayFilters may not be specified for pipeline-style updates');
    return compilePipelineUpdate(update, options);
  }
  const [first] = Object.keys(update);
  if (first?.startsWith('$')) return compileOperators(update, readArrayFilters(filters, options), options);
  if (filters.length > 0) throw failedToParse('arrayFilters may not be specified for replacement-style updates');
  return compileReplacement(update);
}

function compileOperators(update: Doc, filters: ArrayFilters, options: UpdateOptions): CompiledUpdate {
  const tree = readOperators(update, filters, options);
  const findMatch = usesPositional(tree) ? parseFilter(options.filter, { context: options, nested: false }) : undefined;
  return {
    isReplacement: false,
    apply: (doc, inserting) => {
      const root = copyDocument(doc);
      const details: MatchDetails = { index: undefined };
      if (!inserting) findMatch?.(doc, details);
      applyTree({ root, id: doc._id, filters, matched: details.index, inserting, now: options.now }, tree);
      if (inserting) refuseBadId(root._id);
      return inserting ? withIdFirst(root) : root;
    },
  };
}

function readOperators(update: Doc, filters: ArrayFilters, options: UpdateOptions): ObjectNode {
  const builder: TreeBuilder = { root: objectNode(), filters, used: new Set() };
  for (const [operator, fields] of Object.entries(update)) readOperator(builder, operator, fields, options);
  for (const identifier of filters.keys()) {
    if (!builder.used.has(identifier)) {
      throw failedToParse(
        `The array filter for identifier '${identifier}' was not used in the update ${describe(update)}`,
      );
    }
  }
  return builder.root;
}

function readOperator(builder: TreeBuilder, operator: string, fields: unknown, options: UpdateOptions): void {
  const parser = MODIFIERS.get(operator);
  if (!parser && operator !== '$rename') {
    throw failedToParse(
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDocument(fields)) {
    throw failedToParse(
      `Modifiers operate on fields but we found type ${kindOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${describeField(operator, fields)}}`,
    );
  }
  for (const [path, argument] of Object.entries(fields)) {
    if (parser) placeNode(builder, path, { kind: 'leaf', modifier: parser(path, argument, options) });
    else placeRename(builder, path, argument);
  }
}

function placeRename(builder: TreeBuilder, from: string, to: unknown): void {
  const node = readRename(from, to);
  placeNode(builder, from, { kind: 'placeholder' });
  placeNode(builder, node.to, node);
}

function usesPositional(node: ObjectNode): boolean {
  if (node.positional) return true;
  return [...node.children.values()].some(function reaches(child): boolean {
    if (child.kind === 'object') return usesPositional(child);
    return child.kind === 'array' && [...child.children.values()].some(reaches);
  });
}
