import type { Response } from 'express';
import { toAppError } from './problem.ts';

/** Nothing can be kept now; what was written has to stay with whoever wrote it. */
export const isStoreDown = (thrown: unknown): boolean => toAppError(thrown).code === 'store_down';

/** The head of a form that comes back with all that stood in it. */
export const sayStoreDown = (res: Response): Response =>
  res.status(503).set('Retry-After', '30').set('Cache-Control', 'no-store');
