import { createHmac } from 'node:crypto';
import { AppError } from '../errors.ts';

/** A keyed hash that tells the same address again and cannot be tried out by whoever only has the database. */
export function createAddressIds(contactKey: Uint8Array | null): (email: string) => string {
  return (email) => {
    if (contactKey === null) throw new AppError('bad_configuration', 'CONTACT_KEY is needed for contact data');
    return createHmac('sha256', contactKey).update('mail address').update(email).digest('hex').slice(0, 40);
  };
}
