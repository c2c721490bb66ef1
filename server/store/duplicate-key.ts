/**
 * Whether a write failed because a unique index has the value already. Only the code is looked at: not every server
 * that speaks MongoDB's protocol says which key it was.
 */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11000;
}
