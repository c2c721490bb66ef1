import { StoreError } from '../store-error.ts';

/** Code 2: the value is of the right type and still not possible. */
export function badValue(errmsg: string): StoreError {
  return new StoreError(2, errmsg);
}

/** Code 9: the operator or its arguments cannot be read. */
export function failedToParse(errmsg: string): StoreError {
  return new StoreError(9, errmsg);
}

/** Code 14: an operator met a value of a type it does not work on. */
export function typeMismatch(errmsg: string): StoreError {
  return new StoreError(14, errmsg);
}

/** MongoDB's errors that have a number and no name of their own. */
export function located(code: number, errmsg: string): StoreError {
  return new StoreError(code, errmsg);
}

/** Code 238: MongoDB can do it and this store cannot; it says so by name instead of answering wrongly. */
export function notSupported(what: string): StoreError {
  return new StoreError(238, `${what} is not supported by the embedded store`);
}
