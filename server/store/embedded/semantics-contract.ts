/**
 * The seam of the embedded store. On one side storage, wire protocol, indexes and planner; on the other (`semantics/`) what MongoDB's
 * filters, updates, projections, sorts and pipelines mean. Types only. `semantics/` is pure: no I/O, no clock (see `now`).
 *
 * Values are in the form of `bson-form.ts`: deserialised with `promoteValues: false`, so numbers are `Int32 | Double | Long | Decimal128`,
 * regular expressions `BSONRegExp`, binary `Binary`; string, boolean, null, Date, arrays and plain objects are themselves.
 * What is given in is never changed; what comes out may share parts with what went in.
 * Every refusal is a `StoreError` (store-error.ts) with MongoDB's own code and text, thrown by the `compile*` call where MongoDB
 * would refuse while parsing (also when no document matches), by the returned function where it depends on a document.
 */
export type Doc = { [field: string]: unknown };

export type EvaluationContext = {
  /** What `$$NOW`, `$currentDate` mean: one moment for the whole command. */
  now: Date;
  /** `let` of a command: values for `$$name`. */
  variables?: Doc;
};

/** Order across all BSON types as MongoDB sorts them: negative, zero or positive. Equal numbers of different types are equal. */
export type CompareBson = (a: unknown, b: unknown) => number;

/** Filter to predicate. Refuses `$where`, `$text`, `$near`… and unknown operators (2 BadValue "unknown operator: $x", "unknown top level operator: $x"…). */
export type CompileFilter = (filter: Doc, context: EvaluationContext) => (doc: Doc) => boolean;

export type UpdateOptions = EvaluationContext & {
  arrayFilters?: Doc[];
  /** The query of the command: the positional `$` needs to know which element matched. */
  filter: Doc;
};

export type CompiledUpdate = {
  /** True when the update is a whole new document (no operators): then `multi` is refused by the caller (9 FailedToParse). */
  isReplacement: boolean;
  /**
   * The document after the update. `inserting`: the document is an upsert's seed ($setOnInsert applies, `_id` may be set).
   * Otherwise `_id` must stay (66 ImmutableField); a replacement without `_id` keeps the old one.
   */
  apply: (doc: Doc, inserting: boolean) => Doc;
};

/** Operators, a replacement, or a pipeline ($set, $unset, $project, $replaceWith …; an array). */
export type CompileUpdate = (update: Doc | Doc[], options: UpdateOptions) => CompiledUpdate;

/** What an upsert starts from: the filter's equalities ($eq, one-element $in, $all of one, inside $and), dotted paths made objects. 54 NotSingleValueField on conflict. */
export type UpsertSeed = (filter: Doc) => Doc;

/** find's projection: inclusion, exclusion, $slice, $elemMatch, positional `a.$`, expressions. `filter` is for the positional one. */
export type CompileProjection = (projection: Doc, filter: Doc, context: EvaluationContext) => (doc: Doc) => Doc;

/** Sort specification to comparator: dotted paths, arrays by their least (ascending) or greatest (descending) element, missing as null. 2 BadValue / 15975 … on a wrong one. */
export type CompileSort = (spec: Doc) => (a: Doc, b: Doc) => number;

/** All values a path leads to, walking through arrays as `distinct` does: an array at the end gives its elements. */
export type DistinctValues = (doc: Doc, path: string) => unknown[];

export type PipelineContext = EvaluationContext & {
  /** Other collections of the same database, for $lookup, $graphLookup, $unionWith. Uses indexes: so call it with a filter ($in of many values at once is best). */
  find: (collection: string, filter: Doc) => Iterable<Doc>;
};

/**
 * Stages to a function over documents, lazily where the stage allows it. All stages are checked at once (40324 "Unrecognized pipeline
 * stage name: '$x'"). `$out`, `$merge`, `$collStats`, `$indexStats`, `$changeStream` at the ends are the caller's and never arrive here.
 */
export type CompilePipeline = (stages: Doc[], context: PipelineContext) => (source: Iterable<Doc>) => Iterable<Doc>;

/** What `semantics/semantics.ts` exports as `semantics`. */
export type Semantics = {
  compareBson: CompareBson;
  compileFilter: CompileFilter;
  compileUpdate: CompileUpdate;
  upsertSeed: UpsertSeed;
  compileProjection: CompileProjection;
  compileSort: CompileSort;
  distinctValues: DistinctValues;
  compilePipeline: CompilePipeline;
};
