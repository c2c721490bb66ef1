import { useCallback, useState } from 'preact/hooks';
import { type Answer, type ApiError, type Call, call } from './api.ts';
import { asApiError } from './use-resource.ts';

export type Change = {
  busy: boolean;
  error: ApiError | null;
  /** Sends it. Resolves to the answer, or to null when it was refused; `error` then says why. */
  send: <T>(path: string, change: Call) => Promise<Answer<T> | null>;
};

/** One change that a person makes. While it is on its way the button waits, so that nothing is sent twice. */
export function useChange(): Change {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const send = useCallback(async <T>(path: string, change: Call) => {
    setBusy(true);
    setError(null);
    try {
      return await call<T>(path, { method: 'POST', ...change });
    } catch (cause) {
      setError(asApiError(cause));
      return null;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, error, send };
}
