import type { Request, Response } from 'express';
import { AppError } from '../errors.ts';

/** The version a change rests on. A thing's ETag is its version, so that two people cannot overwrite each other unseen. */
export function requireVersion(req: Request): number {
  const header = req.get('if-match');
  if (header === undefined) throw new AppError('if_match_required', 'Send the ETag you read in If-Match');
  // A proxy that compresses may have marked the tag as weak; the version in it is still the one that was read.
  const version = /^(?:W\/)?"v(\d{1,15})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new AppError('stale', 'This If-Match is no ETag of this thing');
  return Number(version);
}

export function setVersion(res: Response, version: number): void {
  res.set('ETag', `"v${version}"`);
}
