import { createHash, hash, randomBytes } from 'node:crypto';

/** The time, passed in wherever it matters, so that a test can stop it. */
export type Clock = () => Date;

/** So many random bytes. The real one is `secureRandom`; a test passes a counted one. */
export type Random = (size: number) => Uint8Array;

export const systemClock: Clock = () => new Date();
export const secureRandom: Random = (size) => randomBytes(size);

/** Without i, l, o and u: an address read out on the telephone is written down right, and spells no word by accident. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 80 bits: with ten million things the chance of one collision is below one in ten billion. */
const ID_BYTES = 10;
/** 130 bits after cutting: whoever has the code sees the request, so it must not be guessable. */
const CODE_BYTES = 17;
const CODE_LENGTH = 26;

export type Ids = {
  /** A new id, 16 characters. */
  newId(): string;
  /** A new id that sorts by its time, for things that are listed in the order they happened: 20 characters. */
  newOrderedId(at: Date): string;
  /** A secret that opens something by itself (a status address, a key): 26 characters, 130 bits. */
  newCode(): string;
};

export function createIds(random: Random = secureRandom): Ids {
  return {
    newId: () => base32(random(ID_BYTES)),
    newOrderedId: (at) => timePart(at) + base32(random(ID_BYTES)).slice(0, 10),
    newCode: () => base32(random(CODE_BYTES)).slice(0, CODE_LENGTH),
  };
}

/** Ordered ids from this moment on are not less than this text, earlier ones are. */
export function orderedIdsFrom(at: Date): string {
  return timePart(at);
}

const ORDERED_ID = /^[0-9a-hjkmnp-tv-z]{20}$/;

/** When an ordered id was made; null where the text is none. */
export function timeOfOrderedId(id: string): Date | null {
  if (!ORDERED_ID.test(id)) return null;
  return new Date([...id.slice(0, TIME_LENGTH)].reduce((time, letter) => time * 32 + ALPHABET.indexOf(letter), 0));
}

const TIME_LENGTH = 10;

/** Milliseconds in 50 bits, so that texts sort as their times do. */
function timePart(at: Date): string {
  let left = at.getTime();
  let text = '';
  for (let i = 0; i < TIME_LENGTH; i++) {
    text = ALPHABET.charAt(left % 32) + text;
    left = Math.floor(left / 32);
  }
  return text;
}

/**
 * The same parts give the same id for ever, so that a job that runs again after a crash writes over its own work.
 * The parts are joined unambiguously: ('ab','c') and ('a','bc') differ.
 */
export function stableId(...parts: readonly string[]): string {
  return base32(hash('sha256', JSON.stringify(parts), 'buffer').subarray(0, ID_BYTES));
}

/** What is kept of a secret that only has to be recognised again (a refresh token, an API key). Never for passwords. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
      value &= (1 << bits) - 1;
    }
  }
  return text;
}
