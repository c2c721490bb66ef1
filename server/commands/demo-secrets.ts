import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const DEMO_DATA_DIR = './data/demo';

const FILE = 'secrets.json';

const secretsSchema = z.object({ JWT_SECRET: z.string().min(32), CONTACT_KEY: z.string() });

export type DemoSecrets = z.output<typeof secretsSchema>;

/** The demo makes its own secrets once and keeps them beside its data, readable by their owner only. */
export function demoSecrets(dataDir: string): DemoSecrets {
  const path = join(dataDir, FILE);
  if (existsSync(path)) return secretsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const secrets = {
    JWT_SECRET: randomBytes(48).toString('base64'),
    CONTACT_KEY: randomBytes(32).toString('base64'),
  };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return secrets;
}
