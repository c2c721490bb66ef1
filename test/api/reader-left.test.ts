import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import express, { type RequestHandler } from 'express';
import { sendFile } from '../../server/files/file-routes.ts';
import type { OpenFile } from '../../server/files/file-service.ts';
import { createErrorHandler } from '../../server/http/error-handler.ts';
import { createMetrics } from '../../server/http/metrics.ts';
import { createRequestId, createRequestLog } from '../../server/http/request-log.ts';
import { createLog } from '../../server/log.ts';

const ERROR_LEVEL = 50;

const picture = (content: Readable): OpenFile => {
  const file = { id: 'one', kind: 'picture', name: null } as OpenFile['file'];
  return { file, type: 'image/jpeg', bytes: 1_000_000, content: content as OpenFile['content'] };
};

/** What is logged when a browser asks, and leaves as soon as `handler` says that it is under way; or stays to the end. */
async function logged(
  handler: (leave: () => Promise<void>) => RequestHandler,
  { leaves = true }: { leaves?: boolean } = {},
): Promise<number[]> {
  const levels: number[] = [];
  const log = createLog('debug', { write: (line: string) => levels.push(JSON.parse(line).level) });
  const app = express();
  app.use(
    createRequestId(() => 'one'),
    createRequestLog(log, createMetrics()),
  );
  let underWay: () => void = () => {};
  const leave = new Promise<void>((resolve) => {
    underWay = resolve;
  });
  let answered: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    answered = resolve;
  });
  app.get('/', async (req, res, next) => {
    const left = async () => {
      underWay();
      if (leaves && !res.closed) await once(res, 'close');
    };
    try {
      await handler(left)(req, res, next);
    } catch (error) {
      next(error);
    }
  });
  const answerError = createErrorHandler({ log, say: () => '', renderErrorPage: () => '' });
  app.use(((error, req, res, next) => {
    answerError(error, req, res, next);
    answered();
  }) as express.ErrorRequestHandler);
  const server = createServer(app).listen(0);
  await once(server, 'listening');
  const asked = get({ port: (server.address() as AddressInfo).port });
  asked.on('error', () => {});
  await leave;
  if (leaves) asked.destroy();
  await over;
  asked.destroy();
  server.close();
  return levels;
}

describe('A browser that leaves', () => {
  it('before its picture was opened is no fault of the site', async () => {
    const levels = await logged((left) => async (_req, res) => {
      await left();
      await sendFile(res, picture(Readable.from([Buffer.alloc(1000)])));
    });
    expect(levels).to.not.include(ERROR_LEVEL);
  });

  it('in the middle of its picture is none either', async () => {
    const levels = await logged((left) => async (_req, res) => {
      async function* bytes(): AsyncGenerator<Buffer> {
        yield Buffer.alloc(1000);
        await left();
        for (;;) yield Buffer.alloc(1000);
      }
      await sendFile(res, picture(Readable.from(bytes())));
    });
    expect(levels).to.not.include(ERROR_LEVEL);
  });

  it('is not the one who left when the connection to the store breaks in the middle of a file', async () => {
    const broken = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    const handler = (underWay: () => Promise<void>): RequestHandler => {
      return async (_req, res) => {
        async function* rows(): AsyncGenerator<Buffer> {
          yield Buffer.alloc(1000);
          await underWay();
          throw broken;
        }
        await sendFile(res, picture(Readable.from(rows())));
      };
    };
    expect(await logged(handler, { leaves: false })).to.include(ERROR_LEVEL);
  });

  it('hides no fault that happens meanwhile', async () => {
    const levels = await logged((left) => async () => {
      await left();
      throw new Error('the store broke');
    });
    expect(levels).to.include(ERROR_LEVEL);
  });
});
