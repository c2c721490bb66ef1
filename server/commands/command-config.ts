import { randomBytes } from 'node:crypto';
import { type Config, loadConfig, readEnvironment } from '../config.ts';

/**
 * The settings of a command that works on the store. It signs nobody in and opens no contact, so where no secrets are set (an
 * embedded store that somebody only tries) it gets ones that end with it; everything else is read as the site reads it.
 */
export function loadCommandConfig(): Config {
  const env = readEnvironment();
  return loadConfig({
    LOG_LEVEL: 'warn',
    ...env,
    JWT_SECRET: env.JWT_SECRET || randomBytes(48).toString('base64'),
    CONTACT_KEY: env.CONTACT_KEY || randomBytes(32).toString('base64'),
  });
}
