import type { Doc } from '../../semantics-contract.ts';
import { fieldOf, type LeafArrays, NO_INDEX, stepsOf, visitPath } from '../field-path.ts';

/** Which array element made a filter true: what the positional `$` of updates and projections stands for. */
export type MatchDetails = { index: number | undefined };

/** Whether a whole document matches. */
export type Matcher = (doc: Doc, details?: MatchDetails) => boolean;

/** Whether one value matches; undefined stands for a missing field. */
export type ElementTest = (value: unknown, details?: MatchDetails) => boolean;

/** What a field is asked, apart from where the field is: `$elemMatch` asks it of elements, other filters of a path. */
export type FieldPredicate =
  | { kind: 'leaf'; test: ElementTest; arrays: LeafArrays }
  | { kind: 'not'; inner: FieldPredicate[] }
  | { kind: 'all'; inner: FieldPredicate[] }
  | { kind: 'never' };

/** A test that looks into arrays. */
export function leaf(test: ElementTest): FieldPredicate {
  return { kind: 'leaf', test, arrays: 'traverse' };
}

/** A test that takes arrays as they are. */
export function wholeArrayLeaf(test: ElementTest): FieldPredicate {
  return { kind: 'leaf', test, arrays: 'whole' };
}

/** The predicate asked of the value itself, without a path. */
export function elementTestOf(predicate: FieldPredicate): ElementTest {
  switch (predicate.kind) {
    case 'leaf':
      return predicate.test;
    case 'never':
      return () => false;
    case 'all':
      return allTests(predicate.inner.map(elementTestOf));
    case 'not': {
      const inner = allTests(predicate.inner.map(elementTestOf));
      return (value) => !inner(value);
    }
  }
}

/** All tests hold. */
export function allTests(tests: ElementTest[]): ElementTest {
  return (value, details) => tests.every((test) => test(value, details));
}

/** The predicate asked of a path in a document. */
export function matcherOf(path: string, predicate: FieldPredicate): Matcher {
  switch (predicate.kind) {
    case 'leaf':
      return leafMatcher(path, predicate.test, predicate.arrays);
    case 'never':
      return () => false;
    case 'all':
      return allMatchers(predicate.inner.map((inner) => matcherOf(path, inner)));
    case 'not': {
      const inner = allMatchers(predicate.inner.map((part) => matcherOf(path, part)));
      return (doc) => !inner(doc);
    }
  }
}

/** All matchers hold; each may note the array element that made it true, the last one stands. */
export function allMatchers(matchers: Matcher[]): Matcher {
  const [first, second] = matchers;
  if (!first) return () => true;
  if (!second) return first;
  return (doc, details) => {
    for (const matcher of matchers) if (!matcher(doc, details)) return false;
    return true;
  };
}

function leafMatcher(path: string, test: ElementTest, arrays: LeafArrays): Matcher {
  const steps = stepsOf(path);
  const deep: Matcher = (doc, details) =>
    visitPath(doc, steps, arrays, (value, index) => noting(test, value, index, details));
  if (steps.length > 1) return deep;
  // Most filters name a field of the document itself, and most fields are no arrays: no closure for those.
  return (doc, details) => {
    const value = fieldOf(doc, path);
    return Array.isArray(value) ? deep(doc, details) : test(value, details);
  };
}

function noting(test: ElementTest, value: unknown, index: number, details?: MatchDetails): boolean {
  if (!test(value, details)) return false;
  if (details && index !== NO_INDEX) details.index = index;
  return true;
}
