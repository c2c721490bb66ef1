import type { Config } from '../config.ts';
import type { Clock, Ids, Random } from '../ids.ts';
import type { Log } from '../log.ts';

/** What comes from outside the site: settings, time, chance, a place to log. */
export type World = { config: Config; clock: Clock; ids: Ids; random: Random; log: Log };
