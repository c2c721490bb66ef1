import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from './config.ts';

type Fields = Record<string, unknown>;

/** What a service may say to the operator. Never a name, a contact or a row: numbers, ids and codes only. */
export type Log = {
  debug(fields: Fields, message: string): void;
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
};

/** Fields that would hold a person or a secret if somebody logged a whole object by mistake, at the top and one level down. */
const NEVER = [
  'password',
  'email',
  'phone',
  'name',
  'fullName',
  'familyName',
  'givenName',
  'patronymic',
  'applicant',
  'letter',
  'authorization',
  'cookie',
  'accessToken',
  'refreshToken',
  'q',
];

/** One JSON line an entry, on standard output unless told otherwise. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const paths = NEVER.flatMap((field) => [field, `*.${field}`]);
  const options = { level, base: null, redact: { paths, censor: '[hidden]' } };
  return destination ? pino(options, destination) : pino(options);
}

/** Names of faults whose message comes from the language itself and holds no value of ours. */
const SAFE_MESSAGES = new Set(['AppError', 'TypeError', 'ReferenceError', 'AssertionError']);

/**
 * What may be logged of an error: its kind, code and the lines it went through. The message of a store or a parser
 * quotes the value it fell over, which may be a living person's name, so only messages known to be harmless are kept.
 */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack } = error;
  const fields: Fields = { error: name };
  if ('code' in error) fields.errorCode = error.code;
  if (SAFE_MESSAGES.has(name)) fields.message = message;
  fields.at = (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  if (error.cause !== undefined) fields.cause = errorFields(error.cause);
  return fields;
}
