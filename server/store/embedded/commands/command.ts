import type { Binary } from 'bson';
import type { Doc } from '../semantics-contract.ts';
import type { Engine } from '../storage/engine.ts';
import type { Cursors } from './cursors.ts';

export type CommandContext = {
  engine: Engine;
  cursors: Cursors;
  /** `$db` of the command. */
  database: string;
  connectionId: number;
  now: Date;
  newUuid: () => Binary;
  /** Long lists of the command (documents, updates, deletes), still as bytes. */
  lists: ReadonlyMap<string, Buffer[]>;
};

/** Answers with a document, or with bytes where a cursor's documents go out as they lie in the store. */
export type Command = (body: Doc, context: CommandContext) => Doc | Uint8Array;
