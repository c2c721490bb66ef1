import type { Clock } from '../ids.ts';
import { errorFields, type Log } from '../log.ts';
import type { DigestService } from './digest-service.ts';
import type { PostService } from './post-service.ts';

export type MailRound = {
  /** One round: the digests of the day once it is time, then whatever letter is due. */
  go(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
};

export type MailRoundDeps = { digests: DigestService; post: PostService; clock: Clock; log: Log };

const ROUND_MS = 30_000;
/** All of Kazakhstan keeps this time since March 2024. */
const KAZAKHSTAN_MS = 5 * 3600 * 1000;
/** Not in the night: a letter of this kind makes a telephone ring. */
const DIGEST_HOUR = 10;

/** Letters go out by themselves while the site runs. A mail server that is down is no reason to stop anything else. */
export function createMailRound({ digests, post, clock, log }: MailRoundDeps): MailRound {
  let written = '';
  let timer: NodeJS.Timeout | null = null;
  let stopping = false;
  let round: Promise<void> = Promise.resolve();

  const go = async () => {
    const local = new Date(clock().getTime() + KAZAKHSTAN_MS).toISOString();
    const [day = '', time = ''] = local.split('T');
    if (written !== day && Number(time.slice(0, 2)) >= DIGEST_HOUR) {
      try {
        await digests.write(day);
        written = day;
      } catch (error) {
        log.error(errorFields(error), 'digests could not be written');
      }
    }
    await post.deliver(() => stopping);
  };
  const next = () => {
    round = go()
      .catch((error: unknown) => log.error(errorFields(error), 'letters could not be written or sent'))
      .then(() => {
        if (timer !== null) timer = setTimeout(next, ROUND_MS);
      });
  };
  return {
    go,
    start() {
      stopping = false;
      timer = setTimeout(next, 0);
    },
    async stop() {
      stopping = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await round;
    },
  };
}
