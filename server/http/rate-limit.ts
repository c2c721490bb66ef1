import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '../errors.ts';

export type RateLimit = {
  /** So many in one window, from one address. */
  most: number;
  windowSeconds: number;
  /** Only what failed counts: for sign-in, so that an office behind one address is not shut out by working. */
  onlyFailures?: boolean;
};

/** Who is counted as one: an address, or the whole network that one household has in IPv6. */
export const addressKey = (ip: string | undefined): string => ipKeyGenerator(ip ?? '');

/** Counted in memory, per process: what it holds back is a script that hammers, not a determined attacker with many addresses. */
export function createRateLimit({ most, windowSeconds, onlyFailures = false }: RateLimit): RequestHandler {
  return rateLimit({
    windowMs: windowSeconds * 1000,
    limit: most,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: onlyFailures,
    // A forged X-Forwarded-For from outside is ignored unless TRUST_PROXY says otherwise; no need to print about it.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_req, _res, next) => {
      next(new AppError('too_many_requests', 'Too many requests from this address; wait a little'));
    },
  });
}
