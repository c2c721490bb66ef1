import { createHmac } from 'node:crypto';

/** Without i, l, o and u, as all codes of the site, so that one read out on the telephone is written down right. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CODE_LENGTH = 26;

/**
 * The code of a request's page made from the form it came with: 130 bits that only the site's secret can give. The same
 * form sent twice gets the same address, although nothing but its hash is kept.
 */
export function createStatusCodes(secret: Uint8Array): (form: string) => string {
  return (form) => {
    const bytes = createHmac('sha256', secret).update('status-code').update(form).digest();
    return [...bytes.subarray(0, CODE_LENGTH)].map((byte) => ALPHABET.charAt(byte & 31)).join('');
  };
}
