import type { Request, Response } from 'express';

export type EventStream = {
  send(event: string, data: unknown): void;
  close(): void;
  /** Aborts when the reader went away, the site stops, or `close` was called. */
  readonly signal: AbortSignal;
};

/** A comment now and then keeps proxies from cutting a quiet stream; most cut after 60 s. */
const HEARTBEAT_MS = 15_000;

const open = new Set<EventStream>();

/** Opens a stream of server-sent events. `no-transform` keeps compression from holding events back. */
export function openEventStream(req: Request, res: Response): EventStream {
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  res.flushHeaders();
  const ended = new AbortController();
  const heartbeat = setInterval(() => res.write(': \n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  const stream: EventStream = {
    signal: ended.signal,
    send(event, data) {
      if (!ended.signal.aborted) res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close() {
      if (ended.signal.aborted) return;
      ended.abort();
      clearInterval(heartbeat);
      open.delete(stream);
      res.end();
    },
  };
  open.add(stream);
  req.once('close', () => stream.close());
  res.once('close', () => stream.close());
  return stream;
}

/** Before the site stops: a stream that stays open would hold it up. Readers connect again by themselves. */
export function closeEventStreams(): void {
  for (const stream of [...open]) stream.close();
}
