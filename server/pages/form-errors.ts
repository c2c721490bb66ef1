import type { Language } from '../../client/messages/translate.ts';
import { type AppError, textsOf } from '../errors.ts';
import type { SayProblem } from '../http/problem.ts';

export type FormValues = Record<string, string>;
export type FormErrors = Record<string, string>;

/** Errors that the family can mend in the form. */
export function isMendable(error: AppError): boolean {
  return ['bad_input', 'too_large', 'unsupported_type'].includes(error.code);
}

export type ErrorReader = { say: SayProblem; language: Language; fieldOf: (pointer: string) => string };

/** What the service refused, beside the fields it is about; what is about none is said at the files. */
export function formErrorsOf(error: AppError, { say, language, fieldOf }: ErrorReader): FormErrors {
  const errors: FormErrors = {};
  for (const { pointer, detail, values } of error.problems) {
    errors[fieldOf(pointer)] ??= say(detail, language, values) ?? detail;
  }
  if (Object.keys(errors).length === 0) {
    const key = error.messageKey ?? `problem.${error.code}`;
    errors.files = say(key, language, textsOf(error.details)) ?? error.message;
  }
  return errors;
}

/** What was written in the fields of the form, as long as it is: a text that is too long stands in its field again, to be shortened. */
export function writtenValues(sent: Record<string, string>, fields: Readonly<Record<string, number>>): FormValues {
  const written = Object.keys(fields).map((field) => [field, sent[field]?.trim() ?? ''] as const);
  return Object.fromEntries(written.filter(([, text]) => text !== ''));
}

/** What was written, cut to a length that can be shown again; anything that is no field of the form is left out. */
export function knownValues(sent: Record<string, string>, fields: Readonly<Record<string, number>>): FormValues {
  const values: FormValues = {};
  for (const [field, most] of Object.entries(fields)) {
    const text = sent[field]?.trim();
    if (text) values[field] = text.slice(0, most);
  }
  return values;
}
