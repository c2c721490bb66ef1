import type { CompiledUpdate, Doc, UpdateOptions } from '../../semantics-contract.ts';
import { notSupported } from '../refusals.ts';

/** An update written as stages. */
export function compilePipelineUpdate(_stages: Doc[], _options: UpdateOptions): CompiledUpdate {
  throw notSupported('an update pipeline');
}
