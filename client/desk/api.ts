/** What the server says when something is wrong (RFC 9457). `details` hold what a program needs: who has it, what changed. */
export type Problem = {
  status: number;
  title: string;
  detail?: string;
  code?: string;
  errors?: { pointer: string; detail: string }[];
  details?: Record<string, unknown>;
};

/** A refused request, with the server's own words for the reader. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

export type Answer<T> = { data: T; etag: string | null };

export type Call = { method?: string; body?: unknown; form?: FormData; ifMatch?: string | null; signal?: AbortSignal };

let language = 'ru';
let renewing: Promise<boolean> | null = null;
let sessionOver: () => void = () => undefined;

/** In which language the server words its errors. */
export function setApiLanguage(next: string): void {
  language = next;
}

/** What to do when the sign-in ran out and could not be renewed. */
export function onSessionOver(act: () => void): void {
  sessionOver = act;
}

/** Calls the API. A run-out sign-in is renewed once, unseen by the reader. */
export async function call<T>(path: string, options: Call = {}): Promise<Answer<T>> {
  const first = await send(path, options);
  if (first.status !== 401 || path.startsWith('/session')) return read<T>(first);
  if (await renew()) return read<T>(await send(path, options));
  sessionOver();
  return read<T>(first);
}

/**
 * One renewal for all calls that wait, in this window and in the reader's others: a refresh token is good for one use, a
 * second one would look like a theft and end the session.
 */
function renew(): Promise<boolean> {
  renewing ??= alone(renewUnlessDone).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renewUnlessDone(): Promise<boolean> {
  // Another window may have renewed while this one waited; its cookies are this one's too.
  if ((await send('/me', {})).ok) return true;
  return (await send('/session/refresh', { method: 'POST' })).ok;
}

/** Browsers have locks on https and on localhost only; elsewhere a window is alone with itself. */
function alone<T>(act: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('amanat.renew', act) : act();
}

async function send(path: string, { method = 'GET', body, form, ifMatch, signal }: Call): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (ifMatch) headers['If-Match'] = ifMatch;
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      body: form ?? (body === undefined ? null : JSON.stringify(body)),
      signal: signal ?? null,
      // A thing's ETag is its own version; what is counted beside it changes without it, and would be told as it was.
      cache: 'no-store',
      credentials: 'same-origin',
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError({ status: 0, title: 'offline', code: 'offline' });
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const data = text === '' ? null : parseJson(text);
  if (!response.ok) throw new ApiError(asProblem(data, response));
  return { data: data as T, etag: response.headers.get('ETag') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's HTML page, say: its status still tells what to show.
    return null;
  }
}

function asProblem(data: unknown, response: Response): Problem {
  if (data && typeof data === 'object' && 'title' in data) return { ...(data as Problem), status: response.status };
  return { status: response.status, title: response.statusText || String(response.status) };
}
