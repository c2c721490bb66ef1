import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createSite, type Site } from '../compose.ts';
import { type Config, loadConfig, readEnvironment } from '../config.ts';
import type { Actor } from '../domain/roles.ts';
import { createLog } from '../log.ts';
import { DEMO_DATA_DIR } from './demo-secrets.ts';

/** Whoever may start a command on this machine may do everything; in the audit the entries stand under this name. */
export const COMMAND_ACTOR: Actor = { id: 'command', role: 'admin' };

/**
 * The settings of a command that works on the store. It signs nobody in and opens no contact, so it gets along without the
 * secrets; everything else is read as the site reads it.
 */
export function loadCommandConfig(): Config {
  const env = readEnvironment();
  return loadConfig({ LOG_LEVEL: 'warn', ...demoFolder(env), ...env }, 'command');
}

/** Where nothing is configured and only the demo was ever started, a command means the demo. It is said on stderr. */
function demoFolder(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const other = env.DATA_DIR || env.MONGODB_URI || existsSync('./data/store');
  if (other || !existsSync(join(DEMO_DATA_DIR, 'store'))) return {};
  process.stderr.write(`Working on the demo in ${DEMO_DATA_DIR}; set DATA_DIR or MONGODB_URI for another store.\n`);
  return { DATA_DIR: DEMO_DATA_DIR };
}

/** The site for a command: beside a running one on its store. Standard output is the command's own, so logs go to stderr. */
export function openCommandSite(config: Config = loadCommandConfig()): Promise<Site> {
  return createSite(config, { join: true, log: createLog(config.logLevel, process.stderr) });
}
