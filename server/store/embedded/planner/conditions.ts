import { numberOf } from '../bson-number.ts';
import { isDocument, kindOf } from '../semantics/bson-kind.ts';
import type { Doc } from '../semantics-contract.ts';
import { type Interval, pointAt, rangeOf, textPrefix, union } from './intervals.ts';

/**
 * What one part of a filter says of one path, as intervals of an index. `exact`: whoever lies in the intervals fulfils it, nothing more
 * to check. Without intervals it says nothing of the value. `presence`: it cannot be fulfilled by a document without the field (sparse indexes may be used).
 */
export type Condition = { path: string; intervals: Interval[] | null; exact: boolean; presence: boolean };

/** The filter as far as indexes can serve it. `rest` is true when it says more than the conditions do. */
export type ReadFilter = { conditions: Condition[]; alternatives: Doc[][]; rest: boolean };

/** Reads the top level, and what `$and` joins to it; alternatives are `$or` lists. The exact matcher has the last word on everything else. */
export function readFilter(filter: Doc): ReadFilter {
  const result: ReadFilter = { conditions: [], alternatives: [], rest: false };
  collect(filter, result);
  return result;
}

function collect(filter: Doc, result: ReadFilter): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const part of condition) collect(part as Doc, result);
    } else if (name === '$or' && Array.isArray(condition)) {
      result.rest = true;
      if (condition.length === 1) collect(condition[0] as Doc, result);
      else result.alternatives.push(condition as Doc[]);
    } else if (name === '$comment') continue;
    else if (name.startsWith('$')) result.rest = true;
    else collectField(name, condition, result);
  }
}

/** Positions in a path (`a.0`) mean two things at once, so they are left to the matcher. */
const hasPosition = (path: string): boolean => /(^|\.)\d+(\.|$)/.test(path);

function collectField(path: string, condition: unknown, result: ReadFilter): void {
  if (hasPosition(path)) {
    result.rest = true;
    return;
  }
  if (!isOperators(condition)) {
    add(result, path, equality(condition));
    return;
  }
  const options = condition.$options;
  for (const [operator, value] of Object.entries(condition)) {
    if (operator === '$options' && condition.$regex !== undefined) continue;
    if (operator === '$elemMatch') collectElement(path, value, result);
    else add(result, path, operatorBounds(operator, value, options));
  }
}

type Bounds = Omit<Condition, 'path'> | undefined;

function add(result: ReadFilter, path: string, bounds: Bounds): void {
  if (bounds) result.conditions.push({ path, ...bounds });
  if (!bounds?.exact) result.rest = true;
}

const isOperators = (value: unknown): value is Doc => {
  if (!isDocument(value)) return false;
  return Object.keys(value)[0]?.startsWith('$') ?? false;
};

/** Inside `$elemMatch` the conditions hold for one element, so each alone still bounds the array's keys. */
function collectElement(path: string, value: unknown, result: ReadFilter): void {
  result.rest = true;
  if (!isDocument(value)) return;
  const inner: ReadFilter = { conditions: [], alternatives: [], rest: false };
  if (isOperators(value)) {
    // $elemMatch in $elemMatch looks into arrays within the array, which the index files whole.
    if (Object.keys(value).some((name) => ['$and', '$or', '$nor', '$elemMatch'].includes(name))) return;
    collectField(path, value, inner);
    for (const condition of inner.conditions) result.conditions.push({ ...condition, exact: false });
    return;
  }
  collect(value, inner);
  for (const condition of inner.conditions) {
    result.conditions.push({ ...condition, path: `${path}.${condition.path}`, exact: false });
  }
}

function operatorBounds(operator: string, value: unknown, options: unknown): Bounds {
  switch (operator) {
    case '$eq':
      return equality(value);
    case '$in':
      return Array.isArray(value) ? anyOf(value) : undefined;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(operator, value);
    case '$regex':
      return expression(value, options);
    case '$all':
      return all(value);
    case '$exists':
      return value === true ? { intervals: null, exact: false, presence: true } : undefined;
    default:
      return undefined;
  }
}

/** Types whose equality is equality of key bytes, and which an array cannot stand for. */
const plain = new Set([
  'int',
  'long',
  'double',
  'decimal',
  'string',
  'objectId',
  'bool',
  'date',
  'timestamp',
  'binData',
]);

function equality(value: unknown): Bounds {
  const kind = kindOf(value);
  if (kind === 'regex') return expression(value, undefined);
  // {a: [1, 2]} means the whole array or one element that is it: the index knows only the elements.
  if (kind === 'array' || kind === 'missing') return undefined;
  const presence = kind !== 'null';
  return { intervals: [pointAt(value)], exact: plain.has(kind), presence };
}

function anyOf(values: unknown[]): Bounds {
  const parts = values.map(equality);
  const intervals: Interval[] = [];
  for (const part of parts) {
    if (!part?.intervals) return undefined;
    intervals.push(...part.intervals);
  }
  return {
    intervals: union(intervals),
    exact: parts.every((part) => part?.exact),
    presence: parts.every((part) => part?.presence),
  };
}

function all(value: unknown): Bounds {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const first = value.find((item) => plain.has(kindOf(item)));
  return first === undefined ? undefined : { intervals: [pointAt(first)], exact: false, presence: true };
}

const isNaNValue = (value: unknown): boolean => Number.isNaN(numberOf(value));

const comparable = new Set(['int', 'long', 'double', 'decimal', 'string', 'objectId', 'bool', 'date', 'timestamp']);

function range(operator: string, value: unknown): Bounds {
  if (!comparable.has(kindOf(value))) return undefined;
  return { intervals: [rangeOf(operator, value)], exact: !isNaNValue(value), presence: true };
}

/** A case-sensitive expression that begins with fixed text bounds the strings; it also finds a stored expression equal to itself. */
function expression(value: unknown, options: unknown): Bounds {
  const { pattern, flags } = patternOf(value, options);
  if (pattern === undefined || /[imx]/.test(flags)) return undefined;
  const prefix = fixedPrefix(pattern);
  if (prefix === '') return undefined;
  const itself = kindOf(value) === 'regex' ? [pointAt(value)] : [];
  return { intervals: union([textPrefix(prefix), ...itself]), exact: false, presence: true };
}

function patternOf(value: unknown, options: unknown): { pattern: string | undefined; flags: string } {
  if (typeof value === 'string') return { pattern: value, flags: typeof options === 'string' ? options : '' };
  if (kindOf(value) !== 'regex') return { pattern: undefined, flags: '' };
  const regex = value as { pattern: string; options: string };
  return { pattern: regex.pattern, flags: typeof options === 'string' && options !== '' ? options : regex.options };
}

/** `^abc.*` gives "abc". Empty when there is no such text or an alternative could begin otherwise. */
function fixedPrefix(pattern: string): string {
  if (!pattern.startsWith('^') || pattern.includes('|')) return '';
  let text = '';
  for (const character of pattern.slice(1)) {
    if (/[*?{]/.test(character)) return [...text].slice(0, -1).join('');
    if (/[\\^$.+()[\]]/.test(character)) return text;
    text += character;
  }
  return text;
}
