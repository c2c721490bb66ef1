/** MongoDB's names for the codes that drivers and Mongoose look at. A code without a name is called `Location<code>`. */
const CODE_NAMES: ReadonlyMap<number, string> = new Map([
  [2, 'BadValue'],
  [4, 'NoSuchKey'],
  [9, 'FailedToParse'],
  [14, 'TypeMismatch'],
  [15, 'Overflow'],
  [16, 'InvalidLength'],
  [26, 'NamespaceNotFound'],
  [28, 'PathNotViable'],
  [40, 'ConflictingUpdateOperators'],
  [52, 'DollarPrefixedFieldName'],
  [53, 'InvalidIdField'],
  [56, 'EmptyFieldName'],
  [59, 'CommandNotFound'],
  [66, 'ImmutableField'],
  [72, 'InvalidOptions'],
  [73, 'InvalidNamespace'],
  [85, 'IndexOptionsConflict'],
  [86, 'IndexKeySpecsConflict'],
  [115, 'CommandNotSupported'],
  [147, 'ZoneNotFound'],
  [168, 'InvalidPipelineOperator'],
  [197, 'InvalidIndexSpecificationOption'],
  [224, 'QueryFeatureNotAllowed'],
  [238, 'NotImplemented'],
  [241, 'ConversionFailure'],
  [17280, 'KeyTooLong'],
  [11000, 'DuplicateKey'],
]);

/** The name MongoDB gives an error code, as `codeName` in a reply. */
export function codeNameOf(code: number): string {
  return CODE_NAMES.get(code) ?? `Location${code}`;
}

/** A refusal as MongoDB words it: `code`, `codeName` and `errmsg` go into the reply unchanged. */
export class StoreError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly errmsg: string;

  constructor(code: number, errmsg: string) {
    super(errmsg);
    this.name = 'StoreError';
    this.code = code;
    this.codeName = codeNameOf(code);
    this.errmsg = errmsg;
  }
}

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

/** Code 238: MongoDB can do it and this store cannot; it says so by name instead of answering wrongly. */
export function notSupported(what: string): StoreError {
  return new StoreError(238, `${what} is not supported by the embedded store`);
}
