import type { Doc } from '../../semantics-contract.ts';

/** The result of a modifier that changes nothing. */
export const UNCHANGED: unique symbol = Symbol('unchanged');

/** The result of a modifier that takes the field away. */
export const REMOVED: unique symbol = Symbol('removed');

/** Where a modifier is at work: for its error texts, and for what depends on the moment. */
export type ModifierSite = {
  /** The document's `_id`, as error texts name it. */
  id: unknown;
  path: string;
  /** The last part of the path. */
  field: string;
  now: Date;
};

/** One update operator with its argument already read. */
export type Modifier = {
  /** The new value of a field that is there, or that it stays or goes. */
  update: (existing: unknown, site: ModifierSite) => unknown;
  /** The value of a field that was not there; without it a missing field stays missing. */
  create?: (site: ModifierSite) => unknown;
  /** A path that cannot exist (through a number, say) is silently nothing for `$unset`, an error for the others. */
  ignoresImpossiblePath?: boolean;
  /** Only when an upsert inserts. */
  onlyOnInsert?: boolean;
};

/** Reads the argument of an operator for one path; throws MongoDB's refusal. */
export type ModifierParser = (path: string, argument: unknown, context: ModifierContext) => Modifier;

/** What the arguments of `$pull` need to be read: filters know the command's variables. */
export type ModifierContext = { now: Date; variables?: Doc };
