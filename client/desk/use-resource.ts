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

/** Reads an address of the API and reads it again on `reload`; what stood before stays until the new answer is there. */
export function useResource<T>(path: string | null): Resource<T> {
  const [state, setState] = useState<State<T>>({ path, answer: null, error: null, loading: path !== null });
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((value) => value + 1), []);

  // `turn` is not read but asks for the same address again.
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    setState((before) => ({ path, answer: before.path === path ? before.answer : null, error: null, loading: true }));
    call<T>(path, { signal: abort.signal }).then(
      (answer) => setState({ path, answer, error: null, loading: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState((before) => ({ ...before, error: asApiError(error), loading: false }));
      },
    );
    return () => abort.abort();
  }, [path, turn]);

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
