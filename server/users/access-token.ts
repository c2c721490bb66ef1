import jwt from 'jsonwebtoken';
import type { Clock } from '../ids.ts';

/** What an access token says. Rights are never in it: they are read from the account at each request. */
export type AccessClaims = { userId: string; sessionId: string; tokenVersion: number };

export type AccessTokens = {
  readonly seconds: number;
  issue(claims: AccessClaims): string;
  /** Null when it is forged, for another site or has run out. `evenOver` takes one that ran out: to sign out with it. */
  read(token: string, options?: { evenOver?: boolean }): AccessClaims | null;
};

/** A stolen token works no longer than this, and ends sooner when its session or account does. */
const ACCESS_SECONDS = 15 * 60;
const AUDIENCE = 'amanat-api';
const ALGORITHM = 'HS256';

export function createAccessTokens({
  secret,
  issuer,
  clock,
}: {
  secret: string;
  issuer: string;
  clock: Clock;
}): AccessTokens {
  const now = () => Math.floor(clock().getTime() / 1000);
  return {
    seconds: ACCESS_SECONDS,
    issue({ userId, sessionId, tokenVersion }) {
      const iat = now();
      const claims = { sub: userId, sid: sessionId, ver: tokenVersion, iat, exp: iat + ACCESS_SECONDS };
      return jwt.sign(claims, secret, { algorithm: ALGORITHM, issuer, audience: AUDIENCE });
    },
    read(token, { evenOver = false } = {}) {
      try {
        const options = { issuer, audience: AUDIENCE, clockTimestamp: now() };
        return toClaims(jwt.verify(token, secret, { ...options, algorithms: [ALGORITHM], ignoreExpiration: evenOver }));
      } catch (error) {
        // The library throws for every token it does not accept; anything else is a fault of ours.
        if (error instanceof jwt.JsonWebTokenError) return null;
        throw error;
      }
    },
  };
}

function toClaims(payload: string | jwt.JwtPayload): AccessClaims | null {
  if (typeof payload === 'string') return null;
  const { sub, sid, ver } = payload;
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof ver !== 'number') return null;
  return { userId: sub, sessionId: sid, tokenVersion: ver };
}
