import { join } from 'node:path';
import { createAddressIds } from '../mail/address-id.ts';
import { createDigestService, type FollowedRequest } from '../mail/digest-service.ts';
import { createMailRound } from '../mail/mail-round.ts';
import { createMailTransport } from '../mail/mail-transport.ts';
import { createPostService } from '../mail/post-service.ts';
import { createSubscriptionService } from '../mail/subscription-service.ts';
import type { AccountServices } from './account-services.ts';
import type { Stores } from './stores.ts';
import type { World } from './world.ts';

export type MailServices = ReturnType<typeof createMailServices>;

/** Letters to families: who wants them, what is in them, how they go out. */
export function createMailServices(stores: Stores, { seal }: AccountServices, { config, clock, ids, log }: World) {
  const { publicUrl } = config;
  const { subscribers, letters } = stores;
  const { hostname } = new URL(publicUrl);
  const send = createMailTransport({
    smtpUrl: config.smtpUrl,
    outboxDir: join(config.dataDir, 'outbox'),
    from: config.mailFrom,
    host: hostname,
  });
  const onRefused = (subscriberId: string): Promise<void> => subscriptions.drop(subscriberId);
  const post = createPostService({ letters, seal, send, onRefused, clock, log });
  const idOf = createAddressIds(config.contactKey);
  const subscriptions = createSubscriptionService({ subscribers, post, seal, idOf, publicUrl, ids, clock });
  const digests = createDigestService({
    subscribers,
    subscriptions,
    post,
    requestsOf: (requestIds) => followedRequests(stores, requestIds),
    publicUrl,
    log,
  });
  return { subscriptions, mail: createMailRound({ digests, post, clock, log }) };
}

async function followedRequests({ requests, casePapers }: Stores, requestIds: string[]): Promise<FollowedRequest[]> {
  const found = await requests.findByIds(requestIds);
  return Promise.all(
    found.map(async ({ id, number, status, secondLook }) => {
      const papers = await casePapers.findOf(id);
      const messages = papers.flatMap((paper) =>
        paper.kind === 'message' && paper.direction === 'to_family'
          ? [{ id: paper.id, question: paper.question === true }]
          : [],
      );
      return { id, number, status, secondLook, messages };
    }),
  );
}
