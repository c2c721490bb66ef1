import type { Request } from 'express';
import type { z } from 'zod';
import { AppError, type FieldProblem } from '../errors.ts';

/** What a route takes. Objects are strict and every text has a longest length; the OpenAPI document is made from the same. */
export type RequestSchema = { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType };

type Parsed<S extends RequestSchema> = {
  [Part in 'params' | 'query' | 'body']: S[Part] extends z.ZodType ? z.output<S[Part]> : undefined;
};

/**
 * A handler's first line. A path that cannot be an address of ours is 404, everything else wrong is 400 with each
 * field named. Nothing of the request is used unless a schema said so.
 */
export function parse<S extends RequestSchema>(req: Request, schema: S): Parsed<S> {
  const params = schema.params?.safeParse(req.params);
  if (params && !params.success) throw new AppError('not_found', 'There is no such address');
  if (schema.body) requireReadableBody(req);
  const query = schema.query?.safeParse(req.query);
  const body = schema.body?.safeParse(req.body ?? {});
  const problems = [...problemsOf(query, (path) => `?${path.join('.')}`), ...problemsOf(body, jsonPointer)];
  if (problems.length > 0) throw badInput(problems);
  return { params: params?.data, query: query?.data, body: body?.data } as Parsed<S>;
}

/** Checks a value that came some other way, such as a JSON part of a multipart upload. */
export function parseValue<T extends z.ZodType>(value: unknown, schema: T): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw badInput(problemsOf(result, jsonPointer));
}

/** Reads a JSON text that stands inside a form field. */
export function parseJson<T extends z.ZodType>(text: string, schema: T): z.output<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad_input', 'The text sent is not JSON', { messageKey: 'problem.json', cause });
  }
  return parseValue(value, schema);
}

function badInput(problems: FieldProblem[]): AppError {
  return new AppError('bad_input', 'What was sent has to be corrected', { problems });
}

function requireReadableBody(req: Request): void {
  const sent = req.get('transfer-encoding') !== undefined || Number(req.get('content-length') ?? 0) > 0;
  if (!sent || req.body !== undefined) return;
  throw new AppError('unsupported_type', 'Send JSON (Content-Type: application/json)', {
    messageKey: 'problem.jsonExpected',
  });
}

type Path = readonly PropertyKey[];

function jsonPointer(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function problemsOf(
  result: z.ZodSafeParseResult<unknown> | undefined,
  pointer: (path: Path) => string,
): FieldProblem[] {
  if (!result || result.success) return [];
  return result.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return { pointer: pointer(issue.path), ...saidOf(issue) };
    return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: 'problem.field.unknown' }));
  });
}

const MESSAGE_KEY = /^[a-z]\w*(\.\w+)+$/;

/** The message key of one finding; a schema may give its own as the message. The value sent is never repeated. */
function saidOf(issue: z.core.$ZodIssue): Omit<FieldProblem, 'pointer'> {
  const usual = usuallySaidOf(issue);
  return MESSAGE_KEY.test(issue.message) ? { ...usual, detail: issue.message } : usual;
}

/** What a person is told of a format; the name of a rule ("regex") is never said. */
const FORMATS: Readonly<Record<string, string>> = { email: 'problem.field.email', date: 'problem.field.day' };

function usuallySaidOf(issue: z.core.$ZodIssue): Omit<FieldProblem, 'pointer'> {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return { detail: 'problem.field.required' };
      return { detail: 'problem.field.type', values: { expected: issue.expected } };
    case 'too_big':
    case 'too_small':
      return sizeProblem(issue);
    case 'invalid_value':
      return { detail: 'problem.field.choice', values: { choices: issue.values.map(String).join(', ') } };
    case 'invalid_format':
      return { detail: FORMATS[issue.format] ?? 'problem.field.format' };
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { detail: 'problem.field.wrong' };
  }
}

function sizeProblem(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Omit<FieldProblem, 'pointer'> {
  const length = issue.origin === 'string' || issue.origin === 'array';
  if (issue.code === 'too_big') {
    return {
      detail: length ? 'problem.field.tooLong' : 'problem.field.tooBig',
      values: { limit: Number(issue.maximum) },
    };
  }
  return {
    detail: length ? 'problem.field.tooShort' : 'problem.field.tooSmall',
    values: { limit: Number(issue.minimum) },
  };
}
