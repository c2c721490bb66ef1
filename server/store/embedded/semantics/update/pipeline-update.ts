import type { CompiledUpdate, Doc, UpdateOptions } from '../../semantics-contract.ts';
import { StoreError } from '../../store-error.ts';
import { isDocument } from '../bson-kind.ts';
import { compilePipeline } from '../pipeline/compile-pipeline.ts';
import { withIdFirst } from './copy-document.ts';
import { keepingId, refuseBadId } from './id-rules.ts';

const ALLOWED: ReadonlySet<string> = new Set([
  '$addFields',
  '$set',
  '$project',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
]);

/** An update written as stages: only those that make one document of one. */
export function compilePipelineUpdate(stages: readonly Doc[], options: UpdateOptions): CompiledUpdate {
  const run = compilePipeline(stages, { ...options, find: () => [] });
  for (const stage of stages) {
    const [name] = isDocument(stage) ? Object.keys(stage) : [];
    if (name !== undefined && !ALLOWED.has(name)) {
      throw new StoreError(72, `${name} is not allowed to be used within an update`);
    }
  }
  return {
    isReplacement: false,
    apply: (doc, inserting) => {
      const [changed = {}] = run([doc]);
      const result = keepingId(doc, changed);
      if (inserting) refuseBadId(result._id);
      return inserting ? withIdFirst(result) : result;
    },
  };
}
