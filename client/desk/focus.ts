import { useEffect, useRef } from 'preact/hooks';

let wanted: string | null = null;

/** Puts the reader where an action left off: on a heading, which a screen reader then says. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/** The heading with this id is focused as soon as it is drawn: after going to another request. */
export function focusWhenDrawn(id: string): void {
  wanted = id;
}

/** A heading that can be gone to. Whoever opens the desk by its address starts at the top as usual. */
export function useHeading(id: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (wanted !== id) return;
    wanted = null;
    heading.current?.focus();
  }, [id]);
  return { id, tabIndex: -1, ref: heading };
}

/** What the window and its history are called. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
