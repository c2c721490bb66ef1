import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { AppError } from '../errors.ts';
import type { Random } from '../ids.ts';

/** A sealed text. Without the key it says nothing; moved to another record it cannot be opened. */
export type Sealed = { keyId: string; iv: string; tag: string; text: string };

export type ContactSeal = {
  seal(recordId: string, text: string): Sealed;
  /** @throws AppError `internal` when the key is another one or the record was tampered with. */
  open(recordId: string, sealed: Sealed): string;
};

const CIPHER = 'aes-256-gcm';
/** GCM's own length; random is right below 2^32 records under one key. */
const IV_BYTES = 12;

/** In the place of a seal where no CONTACT_KEY was given: better no contact data than some that nobody can open again. */
export const noContactSeal: ContactSeal = {
  seal: refuse,
  open: refuse,
};

function refuse(): never {
  throw new AppError('bad_configuration', 'CONTACT_KEY is needed for contact data');
}

/** AES-256-GCM under CONTACT_KEY, bound to the id of the record it stands in. */
export function createContactSeal(key: Uint8Array, random: Random): ContactSeal {
  // Tells which key a record needs after the operator changed it, and nothing about the key.
  const keyId = createHash('sha256').update('contact-key-id').update(key).digest('hex').slice(0, 12);
  return {
    seal(recordId, text) {
      const iv = random(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(recordId));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return { keyId, iv: base64(iv), tag: base64(cipher.getAuthTag()), text: base64(sealed) };
    },
    open(recordId, sealed) {
      if (sealed.keyId !== keyId) {
        throw new AppError('internal', `Contact data was sealed with key ${sealed.keyId}, CONTACT_KEY is ${keyId}`);
      }
      const decipher = createDecipheriv(CIPHER, key, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(recordId)).setAuthTag(Buffer.from(sealed.tag, 'base64'));
      try {
        const opened = Buffer.concat([decipher.update(Buffer.from(sealed.text, 'base64')), decipher.final()]);
        return opened.toString('utf8');
      } catch (cause) {
        throw new AppError('internal', 'Contact data was changed outside the site and cannot be opened', { cause });
      }
    },
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
