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
