import { fill, type Language, type MessageTable } from '../../client/messages/translate.ts';
import { dayText } from '../../client/parts/date-text.ts';
import { AppError, type ErrorCode, type FieldProblem } from '../errors.ts';

/** The only place that knows which status an error has. */
const STATUS: Record<ErrorCode, number> = {
  bad_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  too_large: 413,
  unsupported_type: 415,
  if_match_required: 428,
  too_many_requests: 429,
  internal: 500,
  bad_configuration: 500,
  data_folder_in_use: 500,
  store_down: 503,
  search_down: 503,
};

/** RFC 9457. `type` is a stable name to compare with; `title` and `detail` are for people and in their language. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  errors?: { pointer: string; detail: string }[];
  details?: Record<string, unknown>;
  requestId: string;
};

/** Says a message key in a language; null when no table has the key. */
export type SayProblem = (key: string, language: Language, values?: Record<string, string | number>) => string | null;

export function createSayProblem(tables: readonly MessageTable[]): SayProblem {
  return (key, language, values) => {
    const table = tables.find((candidate) => Object.hasOwn(candidate, key));
    const message = table?.[key];
    return message ? fill(message, language, values) : null;
  };
}

export type ProblemReader = { say: SayProblem; language: Language; requestId: string };

/** The body that tells a reader what went wrong, the same in development and production. */
export function toProblem(error: AppError, { say, language, requestId }: ProblemReader): Problem {
  const title = say(`problem.${error.code}`, language) ?? error.message;
  const problem: Problem = {
    type: `urn:amanat:problem:${error.code}`,
    title,
    status: STATUS[error.code],
    detail: detailOf(error, say, language) ?? title,
    code: error.code,
    requestId,
  };
  if (error.problems.length > 0) problem.errors = error.problems.map((field) => inWords(field, say, language));
  if (Object.keys(error.details).length > 0) problem.details = error.details;
  return problem;
}

function detailOf(error: AppError, say: SayProblem, language: Language): string | null {
  if (error.messageKey) {
    const values = Object.fromEntries(
      Object.entries(error.details)
        .map(([name, value]): [string, unknown] => [name, value instanceof Date ? dayText(value, language) : value])
        .filter(isValue),
    );
    const said = say(error.messageKey, language, values);
    if (said !== null) return said;
  }
  // The English text of the error is for English readers; others get the title, which stands in every language.
  return language === 'en' && error.code !== 'internal' ? error.message : null;
}

function isValue(entry: [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'number';
}

function inWords(field: FieldProblem, say: SayProblem, language: Language): { pointer: string; detail: string } {
  return { pointer: field.pointer, detail: say(field.detail, language, field.values) ?? field.detail };
}

/** Names of the driver's errors that mean "no connection", so that a broken store is never told as an empty answer. */
const STORE_DOWN = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClosedError',
  'PoolClearedError',
  'MongoPoolClearedError',
  'DisconnectedError',
]);

/** Errors of express, its body parser and the driver in our own words; anything unknown is a fault of ours. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return new AppError('internal', 'Something that is no error was thrown');
  if (STORE_DOWN.has(error.name) || /buffering timed out/.test(error.message)) {
    return new AppError('store_down', 'The database does not answer', { cause: error });
  }
  return fromBodyParser(error) ?? new AppError('internal', 'The fault is ours', { cause: error });
}

function fromBodyParser(error: Error): AppError | null {
  // express throws a URIError for an address with a broken percent sign: that is no address of ours.
  if (error instanceof URIError) return new AppError('not_found', 'There is no such address', { cause: error });
  const type = 'type' in error ? error.type : undefined;
  switch (type) {
    case 'entity.parse.failed':
      return new AppError('bad_input', 'The text sent is not JSON', { messageKey: 'problem.json', cause: error });
    case 'entity.too.large':
    case 'parameters.too.many':
      return new AppError('too_large', 'Too much was sent', { cause: error });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new AppError('unsupported_type', 'This character set is not accepted', { cause: error });
    case 'request.aborted':
    case 'request.size.invalid':
      return new AppError('bad_input', 'What was sent is incomplete', { cause: error });
    default:
      return fromStaticFiles(error);
  }
}

/** A file of the site that is not there, or a path that leads out of its folder: both are no address of ours. */
function fromStaticFiles(error: Error): AppError | null {
  const status = 'status' in error ? error.status : undefined;
  const none = status === 404 || status === 403 || status === 400;
  return none ? new AppError('not_found', 'There is no such address', { cause: error }) : null;
}
