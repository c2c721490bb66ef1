import { useState } from 'preact/hooks';
import { type ApiError, call } from './api.ts';
import { asApiError, useResource } from './use-resource.ts';

/** `next` is where the next page begins; null on the last one. */
export type Page<T> = { items: T[]; next: string | number | null };

export type List<T> = {
  items: T[] | null;
  error: ApiError | null;
  reload: () => void;
  /** Null on the last page. */
  more: (() => Promise<void>) | null;
};

/** A list that is read page by page; a change begins it again, here or where `turn` grows. */
export function useList<T>(path: string, turn = 0, cursor: 'cursor' | 'after' = 'cursor'): List<T> {
  const first = useResource<Page<T>>(path, turn);
  const [rest, setRest] = useState<{ of: Page<T> | null; pages: Page<T>[] }>({ of: null, pages: [] });
  const [error, setError] = useState<ApiError | null>(null);
  // Pages that followed another first page are not this list's.
  const pages = first.data ? [first.data, ...(rest.of === first.data ? rest.pages : [])] : [];
  const next = pages.at(-1)?.next ?? null;

  async function more() {
    setError(null);
    try {
      const { data } = await call<Page<T>>(`${path}&${cursor}=${encodeURIComponent(next ?? '')}`);
      setRest({ of: first.data, pages: [...pages.slice(1), data] });
    } catch (cause) {
      setError(asApiError(cause));
    }
  }
  return {
    items: first.data ? pages.flatMap((page) => page.items) : null,
    error: first.error ?? error,
    reload: first.reload,
    more: next === null ? null : more,
  };
}
