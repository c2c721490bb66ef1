import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id (number 2 of the library): 19 MiB, two passes, one lane. */
const CURRENT = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type PasswordHasher = {
  hash(password: string): Promise<string>;
  verify(hashed: string, password: string): Promise<boolean>;
  /** Whether the hash was made with other settings than today's and should be made anew at the next sign-in. */
  isOld(hashed: string): boolean;
};

export const passwordHasher: PasswordHasher = {
  hash: (password) => hash(password, CURRENT),
  verify: (hashed, password) => verify(hashed, password),
  isOld: (hashed) =>
    !hashed.startsWith(`$argon2id$v=19$m=${CURRENT.memoryCost},t=${CURRENT.timeCost},p=${CURRENT.parallelism}$`),
};
