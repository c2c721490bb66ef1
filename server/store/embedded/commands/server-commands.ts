import { Long } from 'bson';
import { MAX_MESSAGE_BYTES } from '../wire/message.ts';
import { MAX_DOCUMENT_BYTES } from '../write/new-document.ts';
import type { Command } from './command.ts';

/** The MongoDB whose protocol this is: its commands, options and texts are what we answer for. */
const VERSION = [7, 0, 14];
const WIRE_VERSION = 21;

/**
 * A lone server (no replica set): the driver then sends no retryable writes and no transactions, which need one. Sessions are taken,
 * as they are only a name here.
 */
export const hello: Command = (body, context) => ({
  ...(body.hello === undefined ? { ismaster: true, helloOk: true } : { isWritablePrimary: true }),
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: 100_000,
  localTime: context.now,
  logicalSessionTimeoutMinutes: 30,
  connectionId: context.connectionId,
  minWireVersion: 0,
  maxWireVersion: WIRE_VERSION,
  readOnly: false,
  ok: 1,
});

export const done: Command = () => ({ ok: 1 });

export const buildInfo: Command = () => ({
  version: VERSION.join('.'),
  gitVersion: 'embedded',
  modules: [],
  allocator: 'system',
  javascriptEngine: 'none',
  sysInfo: 'deprecated',
  versionArray: [...VERSION, 0],
  openssl: { running: 'none' },
  bits: 64,
  debug: false,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  storageEngines: ['sqlite'],
  ok: 1,
});

export const startSession: Command = (_body, context) => ({
  id: { id: context.newUuid() },
  timeoutMinutes: 30,
  ok: 1,
});

export const connectionStatus: Command = () => ({
  authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] },
  ok: 1,
});

export const serverStatus: Command = (_body, context) => ({
  host: 'localhost',
  version: VERSION.join('.'),
  process: 'embedded',
  pid: Long.fromNumber(process.pid),
  uptime: process.uptime(),
  localTime: context.now,
  storageEngine: { name: 'sqlite', persistent: true, readOnly: false },
  metrics: { cursor: { open: { total: Long.fromNumber(context.cursors.size) } } },
  mem: { bits: 64, resident: Math.round(process.memoryUsage().rss / 1_048_576) },
  ok: 1,
});

/** What shells ask for when they connect: there are no warnings and no options of a command line to tell of. */
export const getLog: Command = (body) =>
  body.getLog === '*' ? { names: ['global', 'startupWarnings'], ok: 1 } : { totalLinesWritten: 0, log: [], ok: 1 };

export const getCmdLineOpts: Command = () => ({ argv: [], parsed: {}, ok: 1 });

export const getParameter: Command = (body) => {
  const known = { featureCompatibilityVersion: { version: '7.0' } };
  if (body.featureCompatibilityVersion !== undefined || body.getParameter === '*') return { ...known, ok: 1 };
  return { ok: 0, errmsg: 'no option found to get', code: 72, codeName: 'InvalidOptions' };
};
