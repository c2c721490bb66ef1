import type { CompiledUpdate, Doc } from '../../semantics-contract.ts';
import { withIdFirst } from './copy-document.ts';
import { keepingId, refuseBadId } from './id-rules.ts';
import { dollarField } from './update-tree.ts';

/** A whole new document; it keeps the `_id`, which may be repeated in it but not changed. */
export function compileReplacement(replacement: Doc): CompiledUpdate {
  const dollar = Object.keys(replacement).find((name) => name.startsWith('$'));
  if (dollar !== undefined) throw dollarField(dollar, dollar);
  return {
    isReplacement: true,
    apply: (doc, inserting) => {
      const result = keepingId(doc, replacement);
      if (inserting) refuseBadId(result._id);
      return inserting ? withIdFirst(result) : result;
    },
  };
}
