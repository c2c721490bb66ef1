import { isDocument } from '../bson-kind.ts';
import { fieldOf } from '../field-path.ts';
import { checkFieldPath } from '../field-path-rules.ts';
import { located, notSupported } from '../refusals.ts';
import type { Evaluator, Scope, Variables } from './scope.ts';

/** Variables that are always there. */
const SYSTEM: Readonly<Record<string, (scope: Scope) => unknown>> = {
  ROOT: (scope) => scope.root,
  CURRENT: (scope) => scope.current,
  NOW: (scope) => scope.now,
  REMOVE: () => undefined,
  DESCEND: () => 'descend',
  PRUNE: () => 'prune',
  KEEP: () => 'keep',
};

/** `$a.b`, `$$name` or `$$name.a.b`. */
export function fieldPathExpression(text: string, defined: ReadonlySet<string>): Evaluator {
  if (text === '$') throw located(16872, "'$' by itself is not a valid FieldPath");
  if (!text.startsWith('$$')) return pathOf((scope) => scope.current, text.slice(1));
  const dot = text.indexOf('.');
  const name = text.slice(2, dot < 0 ? undefined : dot);
  const start = variableNamed(name, defined);
  return dot < 0 ? start : pathOf(start, text.slice(dot + 1));
}

function variableNamed(name: string, defined: ReadonlySet<string>): Evaluator {
  if (name === '') throw located(16869, 'empty variable names are not allowed');
  const system = SYSTEM[name];
  if (Object.hasOwn(SYSTEM, name) && system) return name === 'CURRENT' || !defined.has(name) ? system : byName(name);
  if (name === 'CLUSTER_TIME' || name === 'USER_ROLES' || name === 'SEARCH_META') throw notSupported(`$$${name}`);
  if (!defined.has(name)) throw located(17276, `Use of undefined variable: ${name}`);
  return byName(name);
}

function byName(name: string): Evaluator {
  return ({ variables }) => {
    let current: Variables | undefined = variables;
    while (current && current.name !== name) current = current.outer;
    return current?.value;
  };
}

function pathOf(start: Evaluator, path: string): Evaluator {
  checkFieldPath(path);
  const parts = path.split('.');
  return (scope) => valueAt(start(scope), parts, 0);
}

/** A path through arrays collects what their documents have; numbers are field names here, not indexes. */
export function valueAt(value: unknown, parts: readonly string[], from: number): unknown {
  let current = value;
  for (let at = from; at < parts.length; at++) {
    if (Array.isArray(current)) return collect(current, parts, at);
    if (!isDocument(current)) return undefined;
    current = fieldOf(current, parts[at] as string);
  }
  return current;
}

function collect(array: unknown[], parts: readonly string[], at: number): unknown[] {
  return array
    .filter(isDocument)
    .map((element) => valueAt(element, parts, at))
    .filter((value) => value !== undefined);
}
