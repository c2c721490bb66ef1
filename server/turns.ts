/** So long may long work hold up a page that somebody asks for meanwhile, in milliseconds: a page asks the store several times. */
const SLICE_MS = 5;

/**
 * For long work on the thread that answers pages: called between its small pieces, it lets whoever waits be answered as soon as a
 * slice is over, and costs next to nothing else.
 */
export function takeTurns(sliceMs = SLICE_MS): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < sliceMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  };
}

/**
 * Does the same for each, so many at once: while one waits for the store, the thread is at another. When one fails no further one is
 * begun, and its error is thrown as soon as those that were begun are over.
 */
export async function eachOf<T>(items: Iterable<T>, atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  // A generator, because it ends for all who read from it when one of them stops.
  const rest = (function* () {
    yield* items;
  })();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/**
 * Lets work on one thing be done by one at a time, in the order it was asked for; work on other things goes on beside it, and what
 * failed before holds nobody up.
 */
export function oneByOne(): <T>(thing: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (thing, work) => {
    const before = last.get(thing);
    const mine = (async () => {
      await before;
      return work();
    })();
    const over = mine.catch(() => undefined);
    last.set(thing, over);
    try {
      return await mine;
    } finally {
      if (last.get(thing) === over) last.delete(thing);
    }
  };
}
