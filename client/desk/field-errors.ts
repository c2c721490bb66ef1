import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from './api.ts';

export type FieldErrors = {
  /** What is wrong with a field of the form, by the name of the field. */
  of: (name: string) => string | undefined;
  /** What stands beside no field of the form; null where nothing does. */
  rest: ApiError | null;
  /** The field is being written in again: what was said of it no longer holds. */
  mended: (name: string) => void;
};

/** The names of fields by where they stand in what is sent. */
export type FieldNames = Readonly<Record<string, string>>;

/** What the server refused, beside the fields it is about. The first of them, as they stand in the form, is gone to. */
export function useFieldErrors(
  form: RefObject<HTMLFormElement | null>,
  error: ApiError | null,
  names: FieldNames,
): FieldErrors {
  const [mended, setMended] = useState<{ of: ApiError | null; fields: string[] }>({ of: null, fields: [] });
  const over = mended.of === error ? mended.fields : [];
  const said = errorsByField(error, names);
  useEffect(() => {
    const wrong = errorsByField(error, names);
    const first = [...(form.current?.elements ?? [])].find((field) => wrong.has(field.getAttribute('name') ?? ''));
    if (first instanceof HTMLElement) first.focus();
  }, [form, error, names]);
  return {
    of: (name) => (over.includes(name) ? undefined : said.get(name)),
    rest: restOf(error, names),
    mended: (name) => {
      if (said.has(name) && !over.includes(name)) setMended({ of: error, fields: [...over, name] });
    },
  };
}

/** In the words of the server, which are in the reader's language. */
export function errorsByField(error: ApiError | null, names: FieldNames): ReadonlyMap<string, string> {
  return new Map(
    (error?.problem.errors ?? []).flatMap(({ pointer, detail }) => {
      const name = names[pointer];
      return name === undefined ? [] : [[name, detail] as const];
    }),
  );
}

/** What is left to be said before the form. */
export function restOf(error: ApiError | null, names: FieldNames): ApiError | null {
  const errors = error?.problem.errors ?? [];
  if (error === null || errors.length === 0) return error;
  const others = errors.filter(({ pointer }) => names[pointer] === undefined);
  return others.length === 0 ? null : new ApiError({ ...error.problem, errors: others });
}
