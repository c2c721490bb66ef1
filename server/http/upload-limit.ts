import type { RequestHandler } from 'express';
import { AppError } from '../errors.ts';
import type { Clock } from '../ids.ts';
import { addressKey } from './rate-limit.ts';

export type UploadLimit = {
  /** Bytes in one window, from one address. */
  mostBytes: number;
  windowSeconds: number;
  clock: Clock;
};

type Used = { until: number; bytes: number };

/** The longest form without a photograph. */
const WORDS_ALONE = 512 * 1024;

/** Windows that are over are forgotten when so many addresses are known. */
const MOST_KNOWN = 10_000;

/**
 * How much one address may send: the number of requests says nothing of it, for each may bring ten photographs. Counted in
 * memory like the other limits, by what really came: who tells no length is counted too.
 */
export function createUploadLimit({ mostBytes, windowSeconds, clock }: UploadLimit): RequestHandler {
  const known = new Map<string, Used>();

  const usedBy = (address: string): Used => {
    const now = clock().getTime();
    const used = known.get(address);
    if (used !== undefined && used.until > now) return used;
    if (known.size >= MOST_KNOWN) for (const [key, { until }] of known) if (until <= now) known.delete(key);
    const fresh = { until: now + windowSeconds * 1000, bytes: 0 };
    known.set(address, fresh);
    return fresh;
  };

  return (req, res, next) => {
    const length = req.get('content-length');
    const told = Number(length ?? 0);
    // Words alone always come through; how often is another limit's business.
    if (length !== undefined && told <= WORDS_ALONE) return next();
    const used = usedBy(addressKey(req.ip));
    if (used.bytes >= mostBytes || used.bytes + told > mostBytes) {
      return next(
        new AppError('too_many_requests', 'Too much was sent from this address; send the rest in an hour', {
          messageKey: 'problem.uploads',
        }),
      );
    }
    // At once, so that several at the same time are counted together.
    used.bytes += told;
    const before = req.socket.bytesRead;
    res.once('close', () => {
      used.bytes += Math.max(0, req.socket.bytesRead - before - told);
    });
    next();
  };
}
