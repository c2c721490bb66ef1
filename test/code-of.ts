import { AppError } from '../server/errors.ts';

/** The code of the refusal a promise ends in, or 'done'; what is no refusal of ours is thrown on. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'done';
}
