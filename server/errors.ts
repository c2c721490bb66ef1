/** What went wrong, as a machine reads it. Only `http/error-handler.ts` turns a code into a status. */
export type ErrorCode =
  | 'bad_input'
  | 'not_signed_in'
  | 'forbidden'
  | 'not_found'
  | 'gone'
  | 'conflict'
  | 'stale'
  | 'if_match_required'
  | 'too_large'
  | 'unsupported_type'
  | 'too_many_requests'
  | 'store_down'
  | 'search_down'
  | 'data_folder_in_use'
  | 'bad_configuration'
  | 'internal';

/**
 * One thing wrong in the input: where (a JSON pointer, or `line 12`), and what to do, as a message key or plain text.
 * `values` fill the message, for example `{limit}`.
 */
export type FieldProblem = { pointer: string; detail: string; values?: Record<string, string | number> };

export type AppErrorOptions = {
  /** A key of `client/messages` that says it in the reader's language; `message` is the English fallback. */
  messageKey?: string;
  details?: Record<string, unknown>;
  problems?: FieldProblem[];
  cause?: unknown;
};

/** An error a person can act on. Everything else that is thrown is a fault of ours and answers 500. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly messageKey: string | undefined;
  readonly details: Record<string, unknown>;
  readonly problems: FieldProblem[];

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.messageKey = options.messageKey;
    this.details = options.details ?? {};
    this.problems = options.problems ?? [];
  }
}

/** The details of an error that can stand in a sentence. */
export function textsOf(details: Record<string, unknown>): Record<string, string | number> {
  const texts = Object.entries(details).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  );
  return Object.fromEntries(texts);
}
