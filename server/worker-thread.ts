import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread from the module `name` beside the caller (`startWorker(import.meta.url, './shard')`).
 * Built code is plain JavaScript. In development and tests the loader that reads TypeScript is active in the main thread
 * only, so the worker has to start it for itself before it opens the module.
 */
export function startWorker(besides: string, name: string, options: WorkerOptions = {}): Worker {
  if (!besides.endsWith('.ts')) return new Worker(new URL(`${name}.js`, besides), options);
  const module = JSON.stringify(new URL(`${name}.ts`, besides).href);
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${module}); });`;
  return new Worker(start, { ...options, eval: true });
}
