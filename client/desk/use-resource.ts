import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Answer, ApiError, call } from './api.ts';

export type Resource<T> = {
  data: T | null;
  etag: string | null;
  error: ApiError | null;
  loading: boolean;
  reload: () => void;
};

type State<T> = { path: string | null; answer: Answer<T> | null; error: ApiError | null; loading: boolean };

/**
 * Reads an address of the API and reads it again on `reload`, or when `turn` grows because something was changed elsewhere;
 * what stood before stays until the new answer is there.
 */
export function useResource<T>(path: string | null, turn = 0): Resource<T> {
  const [state, setState] = useState<State<T>>({ path, answer: null, error: null, loading: path !== null });
  const [own, setOwn] = useState(0);
  const reload = useCallback(() => setOwn((value) => value + 1), []);

  // The turns are not read but ask for the same address again.
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    setState((before) => ({ path, answer: before.path === path ? before.answer : null, error: null, loading: true }));
    call<T>(path, { signal: abort.signal }).then(
      (answer) => {
        // A call that was renewed on the way does not hear of the abort.
        if (!abort.signal.aborted) setState({ path, answer, error: null, loading: false });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState((before) => ({ ...before, error: asApiError(error), loading: false }));
      },
    );
    return () => abort.abort();
  }, [path, own, turn]);

  return {
    data: state.answer?.data ?? null,
    etag: state.answer?.etag ?? null,
    error: state.error,
    loading: state.loading,
    reload,
  };
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError({ status: 0, title: String(error) });
}
