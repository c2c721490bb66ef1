import type { Doc } from '../../semantics-contract.ts';
import { isDocument, isNumber, kindOf } from '../bson-kind.ts';
import { compareBson, equalBson, keyOf } from '../compare.ts';
import { fieldOf, hasField } from '../field-path.ts';
import { exactWhole, numericOf, toDouble } from '../numbers.ts';
import { failedToParse, notSupported, typeMismatch } from '../refusals.ts';
import { compileRegex } from '../regex-syntax.ts';
import type { Matcher } from './matcher.ts';
import type { FilterScope } from './parse-filter.ts';
import { inTypeSet, typeSetOf } from './type-test.ts';

/** Whether a value that is there fulfils one keyword. */
type Rule = (value: unknown) => boolean;

/** Reads one keyword of a schema; the whole schema is there for keywords that work together. */
type RuleReader = (argument: unknown, keyword: string, schema: Doc) => Rule;

/** `$jsonSchema`: the document fulfils the schema. Keywords that speak of another type than the value's are fulfilled. */
export function schemaMatcher(schema: Doc, _scope: FilterScope): Matcher {
  const fulfils = schemaRule(schema);
  return (doc) => fulfils(doc);
}

function schemaRule(schema: Doc): Rule {
  const rules = Object.entries(schema).map(([keyword, argument]) => readKeyword(keyword, argument, schema));
  return (value) => rules.every((rule) => rule(value));
}

function readKeyword(keyword: string, argument: unknown, schema: Doc): Rule {
  const reader = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
  if (reader) return reader(argument, keyword, schema);
  if (UNSUPPORTED.has(keyword)) throw failedToParse(`$jsonSchema keyword '${keyword}' is not currently supported`);
  throw failedToParse(`Unknown $jsonSchema keyword: ${keyword}`);
}

const UNSUPPORTED: ReadonlySet<string> = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id']);

const fulfilled: Rule = () => true;

const KEYWORDS: Readonly<Record<string, RuleReader>> = {
  title: () => fulfilled,
  description: () => fulfilled,
  bsonType: (argument, keyword) => typeRule(argument, keyword, (name) => name),
  type: (argument, keyword) => typeRule(argument, keyword, jsonTypeName),
  encrypt: () => {
    throw notSupported("the $jsonSchema keyword 'encrypt'");
  },
  enum: (argument, keyword) => {
    const values = arrayOf(argument, keyword);
    return (value) => values.some((wanted) => equalBson(value, wanted));
  },
  required: (argument, keyword) => {
    const names = arrayOf(argument, keyword).map((name) => textOf(name, keyword));
    return ofDocument((doc) => names.every((name) => hasField(doc, name)));
  },
  properties: (argument, keyword) => {
    const rules = Object.entries(schemasOf(argument, keyword));
    return ofDocument((doc) => rules.every(([name, rule]) => !hasField(doc, name) || rule(fieldOf(doc, name))));
  },
  patternProperties: (argument, keyword) => {
    const rules = Object.entries(schemasOf(argument, keyword)).map(([pattern, rule]) => ({
      regex: compileRegex(pattern, ''),
      rule,
    }));
    return ofDocument((doc) =>
      Object.entries(doc).every(([name, value]) => rules.every(({ regex, rule }) => !regex.test(name) || rule(value))),
    );
  },
  additionalProperties: additionalPropertiesRule,
  minProperties: sizeRule('object', (size, bound) => size >= bound),
  maxProperties: sizeRule('object', (size, bound) => size <= bound),
  dependencies: dependenciesRule,
  items: itemsRule,
  additionalItems: additionalItemsRule,
  minItems: sizeRule('array', (size, bound) => size >= bound),
  maxItems: sizeRule('array', (size, bound) => size <= bound),
  uniqueItems: (argument) => {
    if (argument !== true) return fulfilled;
    return (value) => !Array.isArray(value) || new Set(value.map(keyOf)).size === value.length;
  },
  minLength: sizeRule('string', (size, bound) => size >= bound),
  maxLength: sizeRule('string', (size, bound) => size <= bound),
  pattern: (argument, keyword) => {
    const regex = compileRegex(textOf(argument, keyword), '');
    return (value) => typeof value !== 'string' || regex.test(value);
  },
  minimum: (argument, keyword, schema) =>
    boundRule(argument, keyword, schema.exclusiveMinimum === true ? (d) => d > 0 : (d) => d >= 0),
  maximum: (argument, keyword, schema) =>
    boundRule(argument, keyword, schema.exclusiveMaximum === true ? (d) => d < 0 : (d) => d <= 0),
  exclusiveMinimum: (argument, keyword) => flagRule(argument, keyword),
  exclusiveMaximum: (argument, keyword) => flagRule(argument, keyword),
  multipleOf: multipleRule,
  allOf: (argument, keyword) => {
    const rules = schemaList(argument, keyword);
    return (value) => rules.every((rule) => rule(value));
  },
  anyOf: (argument, keyword) => {
    const rules = schemaList(argument, keyword);
    return (value) => rules.some((rule) => rule(value));
  },
  oneOf: (argument, keyword) => {
    const rules = schemaList(argument, keyword);
    return (value) => rules.filter((rule) => rule(value)).length === 1;
  },
  not: (argument, keyword) => {
    const rule = schemaRule(documentIn(argument, keyword));
    return (value) => !rule(value);
  },
};

function documentIn(argument: unknown, keyword: string): Doc {
  if (!isDocument(argument)) throw typeMismatch(`$jsonSchema keyword '${keyword}' must be an object`);
  return argument;
}

function arrayOf(argument: unknown, keyword: string): unknown[] {
  if (!Array.isArray(argument))
    throw typeMismatch(
      `$jsonSchema keyword '${keyword}' must be an array, but found an element of type ${kindOf(argument)}`,
    );
  if (argument.length === 0) throw failedToParse(`$jsonSchema keyword '${keyword}' cannot be an empty array`);
  return argument;
}

function textOf(argument: unknown, keyword: string): string {
  if (typeof argument !== 'string')
    throw typeMismatch(
      `$jsonSchema keyword '${keyword}' must be a string, but found an element of type ${kindOf(argument)}`,
    );
  return argument;
}

function schemasOf(argument: unknown, keyword: string): Record<string, Rule> {
  const schemas = Object.entries(documentIn(argument, keyword));
  return Object.fromEntries(schemas.map(([name, schema]) => [name, schemaRule(documentIn(schema, keyword))]));
}

function schemaList(argument: unknown, keyword: string): Rule[] {
  return arrayOf(argument, keyword).map((schema) => schemaRule(documentIn(schema, keyword)));
}

function ofDocument(rule: (doc: Doc) => boolean): Rule {
  return (value) => !isDocument(value) || rule(value);
}

function typeRule(argument: unknown, keyword: string, nameOf: (name: string) => string): Rule {
  const names = Array.isArray(argument) ? argument : [argument];
  const set = typeSetOf(names.map((name) => nameOf(textOf(name, keyword))));
  return (value) => inTypeSet(set, kindOf(value));
}

/** JSON's own type names; `integer` is refused, as MongoDB refuses it. */
function jsonTypeName(name: string): string {
  if (name === 'boolean') return 'bool';
  if (name === 'integer') throw failedToParse("$jsonSchema type 'integer' is not currently supported.");
  if (['array', 'number', 'null', 'object', 'string'].includes(name)) return name;
  throw failedToParse(`Unknown type name alias: ${name}`);
}

function sizeRule(kind: 'array' | 'object' | 'string', holds: (size: number, bound: number) => boolean): RuleReader {
  return (argument, keyword) => {
    const bound = exactWhole(argument);
    if (bound === undefined || bound < 0n)
      throw failedToParse(`$jsonSchema keyword '${keyword}' must be a non-negative integer`);
    return (value) => kindOf(value) !== kind || holds(sizeOf(value), Number(bound));
  };
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  return Array.isArray(value) ? value.length : Object.keys(value as Doc).length;
}

function boundRule(argument: unknown, keyword: string, holds: (difference: number) => boolean): Rule {
  if (!isNumber(argument))
    throw typeMismatch(
      `$jsonSchema keyword '${keyword}' must be a number, but found an element of type ${kindOf(argument)}`,
    );
  return (value) => !isNumber(value) || holds(compareBson(value, argument));
}

function flagRule(argument: unknown, keyword: string): Rule {
  if (typeof argument !== 'boolean') throw typeMismatch(`$jsonSchema keyword '${keyword}' must be a boolean`);
  return fulfilled;
}

function multipleRule(argument: unknown, keyword: string): Rule {
  const divisor = numericOf(argument);
  if (!divisor)
    throw typeMismatch(
      `$jsonSchema keyword '${keyword}' must be a number, but found an element of type ${kindOf(argument)}`,
    );
  const size = toDouble(divisor);
  if (size <= 0) throw failedToParse(`$jsonSchema keyword '${keyword}' must have a positive value`);
  return (value) => {
    const numeric = numericOf(value);
    return !numeric || toDouble(numeric) % size === 0;
  };
}

/** What may stand in fields that no other keyword names: nothing, or what fulfils a schema. */
function additionalPropertiesRule(argument: unknown, keyword: string, schema: Doc): Rule {
  if (argument === true) return fulfilled;
  const rule: Rule = argument === false ? () => false : schemaRule(documentIn(argument, keyword));
  const named = isDocument(schema.properties) ? schema.properties : {};
  const patterns = isDocument(schema.patternProperties)
    ? Object.keys(schema.patternProperties).map((pattern) => compileRegex(pattern, ''))
    : [];
  const isKnown = (name: string) => hasField(named, name) || patterns.some((regex) => regex.test(name));
  return ofDocument((doc) => Object.entries(doc).every(([name, value]) => isKnown(name) || rule(value)));
}

function dependenciesRule(argument: unknown, keyword: string): Rule {
  const rules = Object.entries(documentIn(argument, keyword)).map(([name, needed]) => {
    if (!Array.isArray(needed)) return { name, rule: schemaRule(documentIn(needed, keyword)) };
    const names = needed.map((other) => textOf(other, keyword));
    return { name, rule: ofDocument((doc) => names.every((other) => hasField(doc, other))) };
  });
  return ofDocument((doc) => rules.every(({ name, rule }) => !hasField(doc, name) || rule(doc)));
}

function itemsRule(argument: unknown, keyword: string): Rule {
  if (Array.isArray(argument)) {
    const rules = argument.map((schema) => schemaRule(documentIn(schema, keyword)));
    return (value) =>
      !Array.isArray(value) || rules.every((rule, index) => index >= value.length || rule(value[index]));
  }
  const rule = schemaRule(documentIn(argument, keyword));
  return (value) => !Array.isArray(value) || value.every(rule);
}

function additionalItemsRule(argument: unknown, keyword: string, schema: Doc): Rule {
  const { items } = schema;
  if (argument === true || !Array.isArray(items)) return fulfilled;
  const rule: Rule = argument === false ? () => false : schemaRule(documentIn(argument, keyword));
  return (value) => !Array.isArray(value) || value.slice(items.length).every(rule);
}
