import type { Doc, PipelineContext } from '../../semantics-contract.ts';
import { notSupported } from '../refusals.ts';

/** Reads all stages at once; what it returns runs them over documents. */
export function compilePipeline(_stages: Doc[], _context: PipelineContext): (source: Iterable<Doc>) => Iterable<Doc> {
  throw notSupported('aggregation');
}
