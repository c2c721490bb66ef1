import { useLayoutEffect, useRef } from 'preact/hooks';

export type Shortcuts = Record<string, () => void>;

const OFF_KEY = 'amanat.desk.keys';

/** Single-letter keys can be switched off (WCAG 2.1.4) and never act while somebody writes. */
export function shortcutsAreOn(): boolean {
  return localStorage.getItem(OFF_KEY) !== 'off';
}

export function switchShortcuts(on: boolean): void {
  localStorage.setItem(OFF_KEY, on ? 'on' : 'off');
}

/** Listens once, and from the moment the screen stands; what a key does may change with each drawing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useLayoutEffect(() => {
    function act(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusyElsewhere(event.target)) return;
      const key = keyOf(event);
      // The help stays to be found: it is where the keys are switched on again.
      const shortcut = key === '?' || shortcutsAreOn() ? current.current[key] : undefined;
      if (!shortcut) return;
      event.preventDefault();
      shortcut();
    }
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, []);
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return (
    target instanceof HTMLElement && target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select')
  );
}

/** With a Kazakh or Russian layout the J key gives о: what counts is the key, not the letter it writes. */
function keyOf(event: KeyboardEvent): string {
  // On a Russian layout the question mark is Shift+7, which is not the key 7.
  if (event.key === '?') return '?';
  if (/^Key[A-Z]$/.test(event.code)) return event.code.slice(3).toLowerCase();
  if (/^Digit\d$/.test(event.code) && !event.shiftKey) return event.code.slice(5);
  return event.key;
}
