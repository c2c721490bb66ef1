import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Answer, type ApiError, type Call, call } from '../api.ts';
import { asApiError } from '../use-resource.ts';
import type { RequestDetail } from './shapes.ts';

/** One open request and the way to change it. */
export type CaseWork = {
  request: RequestDetail;
  /** Grows with each change, for what is read beside the request. */
  turn: number;
  busy: boolean;
  /**
   * Sends a change that rests on the version shown and then reads the request anew. Resolves to null, or to what was wrong;
   * so the next step always rests on what is shown.
   */
  act: (path: string, change?: Call) => Promise<ApiError | null>;
};

export type OpenCase = { work: CaseWork | null; error: ApiError | null; reload: () => void };

/** Opens a request. `onChange` hears of each change, so that the queue beside it stays true. */
export function useCase(id: string, onChange: () => void): OpenCase {
  const [answer, setAnswer] = useState<Answer<RequestDetail> | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  const etag = useRef<string | null>(null);
  const path = `/desk/requests/${encodeURIComponent(id)}`;

  const load = useCallback(async () => {
    try {
      const read = await call<RequestDetail>(path);
      etag.current = read.etag;
      setAnswer(read);
      setError(null);
      setTurn((value) => value + 1);
    } catch (cause) {
      setError(asApiError(cause));
    }
  }, [path]);
  useEffect(() => void load(), [load]);

  const act = useCallback(
    async (step: string, change: Call = {}) => {
      setBusy(true);
      let failed: ApiError | null = null;
      try {
        await call(`${path}/${step}`, { method: 'POST', ifMatch: etag.current, ...change });
      } catch (cause) {
        failed = asApiError(cause);
      }
      await load();
      setBusy(false);
      onChange();
      return failed;
    },
    [path, load, onChange],
  );
  useLeaseEnd(answer?.data.leaseUntil ?? null, load);
  useMatching(answer !== null && answer.data.matchedAt === null, load, turn);

  return { work: answer && { request: answer.data, turn, busy, act }, error, reload: () => void load() };
}

/** Matching takes seconds; a page that says it goes on looks whether it is done. */
const LOOK_MS = 2000;

function useMatching(goesOn: boolean, load: () => Promise<void>, turn: number): void {
  // Each answer is a turn, so one look follows another and never two at once.
  useEffect(() => {
    if (!goesOn) return;
    const timer = setTimeout(() => void load(), LOOK_MS);
    return () => clearTimeout(timer);
  }, [goesOn, load, turn]);
}

/** When the time runs out the page says so by itself. */
function useLeaseEnd(until: string | null, load: () => Promise<void>): void {
  useEffect(() => {
    if (until === null) return;
    const left = new Date(until).getTime() - Date.now();
    if (left <= 0) return;
    const timer = setTimeout(() => void load(), left + 1000);
    return () => clearTimeout(timer);
  }, [until, load]);
}
