import type { Semantics } from '../semantics-contract.ts';
import { compareBson } from './compare.ts';
import { distinctValues } from './distinct-values.ts';
import { parseFilter } from './filter/parse-filter.ts';
import { compilePipeline } from './pipeline/compile-pipeline.ts';
import { compileProjection } from './projection/find-projection.ts';
import { compileSort } from './sort-order.ts';
import { compileUpdate } from './update/compile-update.ts';
import { upsertSeed } from './update/upsert-seed.ts';

/** What MongoDB's filters, updates, projections, sorts and pipelines mean. */
export const semantics: Semantics = {
  compareBson,
  compileFilter: (filter, context) => {
    const matches = parseFilter(filter, { context, nested: false });
    return (doc) => matches(doc);
  },
  compileUpdate,
  upsertSeed,
  compileProjection,
  compileSort,
  distinctValues,
  compilePipeline,
};
