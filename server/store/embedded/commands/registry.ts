import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import { aggregate } from './aggregate.ts';
import { create, drop, dropDatabase, listCollections, listDatabases, renameCollection } from './collections.ts';
import type { Command } from './command.ts';
import { countCommand, distinct } from './count-distinct.ts';
import { explain } from './explain.ts';
import { checkGeneric, transactionsRefused } from './fields.ts';
import { find, getMore, killCursors } from './find.ts';
import { findAndModify } from './find-and-modify.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import {
  buildInfo,
  connectionStatus,
  done,
  getCmdLineOpts,
  getLog,
  getParameter,
  hello,
  serverStatus,
  startSession,
} from './server-commands.ts';
import { collStats, dbStats } from './statistics.ts';
import { deleteCommand, insert, update } from './write-commands.ts';

const noTransaction: Command = () => {
  throw transactionsRefused();
};

const commands: ReadonlyMap<string, Command> = new Map([
  ['hello', hello],
  ['isMaster', hello],
  ['ismaster', hello],
  ['ping', done],
  ['buildInfo', buildInfo],
  ['buildinfo', buildInfo],
  ['getParameter', getParameter],
  ['getLog', getLog],
  ['getCmdLineOpts', getCmdLineOpts],
  ['connectionStatus', connectionStatus],
  ['serverStatus', serverStatus],
  ['startSession', startSession],
  ['endSessions', done],
  ['killSessions', done],
  ['refreshSessions', done],
  ['abortTransaction', noTransaction],
  ['commitTransaction', noTransaction],
  ['listDatabases', listDatabases],
  ['listCollections', listCollections],
  ['create', create],
  ['drop', drop],
  ['dropDatabase', dropDatabase],
  ['renameCollection', renameCollection],
  ['createIndexes', createIndexes],
  ['dropIndexes', dropIndexes],
  ['deleteIndexes', dropIndexes],
  ['listIndexes', listIndexes],
  ['insert', insert],
  ['update', update],
  ['delete', deleteCommand],
  ['find', find],
  ['getMore', getMore],
  ['killCursors', killCursors],
  ['aggregate', aggregate],
  ['count', countCommand],
  ['distinct', distinct],
  ['findAndModify', findAndModify],
  ['findandmodify', findAndModify],
  ['explain', explain],
  ['collStats', collStats],
  ['dbStats', dbStats],
]);

/** Changes nothing and says nothing of whether a change succeeded. */
const reads: ReadonlySet<string> = new Set(['find', 'count', 'distinct', 'aggregate']);

export const isRead = (body: Doc): boolean => reads.has(Object.keys(body)[0] ?? '');

/** The command a body names by its first field; an unknown one is refused by name (59 CommandNotFound). */
export function commandFor(body: Doc): Command {
  const name = Object.keys(body)[0] ?? '';
  const command = commands.get(name);
  if (!command) throw new StoreError(59, `no such command: '${name}'`);
  checkGeneric(body);
  return name === 'aggregate' && body.explain === true ? explainAggregate : command;
}

/** The older way to ask for a plan: a field of the command itself. */
const explainAggregate: Command = ({ explain: _asked, ...body }, context) =>
  explain({ explain: body, verbosity: 'queryPlanner' }, context);
