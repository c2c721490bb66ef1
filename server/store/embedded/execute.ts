import { randomBytes } from 'node:crypto';
import { Binary } from 'bson';
import { writeDoc } from './bson-form.ts';
import type { CommandContext } from './commands/command.ts';
import type { Cursors } from './commands/cursors.ts';
import { commandFor } from './commands/registry.ts';
import type { Patience } from './hand-over.ts';
import type { Doc } from './semantics-contract.ts';
import type { Steps } from './steps.ts';
import type { Engine } from './storage/engine.ts';
import type { Request } from './wire/message.ts';

/** The part of the store a thread works with. */
export type StorePart = { engine: Engine; cursors: Cursors; patience: () => Patience | undefined };

/** Runs the command of a request and gives the answer's bytes. */
export function execute(request: Request, connectionId: number, part: StorePart): Uint8Array | Steps<Uint8Array> {
  const { body } = request;
  const context: CommandContext = {
    engine: part.engine,
    cursors: part.cursors,
    patience: part.patience(),
    database: typeof body.$db === 'string' ? body.$db : 'test',
    connectionId,
    now: new Date(),
    newUuid: () => new Binary(randomBytes(16), Binary.SUBTYPE_UUID),
    lists: request.lists,
  };
  const reply = commandFor(body)(body, context);
  if (reply instanceof Uint8Array) return reply;
  return isSteps(reply) ? written(reply) : writeDoc(reply);
}

const isSteps = (reply: Doc | Steps<Doc>): reply is Steps<Doc> => Symbol.iterator in reply;

function* written(steps: Steps<Doc>): Steps<Uint8Array> {
  return writeDoc(yield* steps);
}
