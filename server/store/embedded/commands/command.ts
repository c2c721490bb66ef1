import type { Binary } from 'bson';
import type { Patience } from '../hand-over.ts';
import type { Doc } from '../semantics-contract.ts';
import type { Steps } from '../steps.ts';
import type { Engine } from '../storage/engine.ts';
import type { Cursors } from './cursors.ts';

export type CommandContext = {
  engine: Engine;
  cursors: Cursors;
  /** `$db` of the command. */
  database: string;
  connectionId: number;
  now: Date;
  /** Set where long reads are not welcome: see `HandOver`. */
  patience: Patience | undefined;
  newUuid: () => Binary;
  /** Long lists of the command (documents, updates, deletes), still as bytes. */
  lists: ReadonlyMap<string, Buffer[]>;
};

/**
 * Answers with a document, with bytes where a cursor's documents go out as they lie in the store, or in steps where many documents are
 * written.
 */
export type Command = (body: Doc, context: CommandContext) => Doc | Uint8Array | Steps<Doc>;
