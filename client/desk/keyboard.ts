import { useEffect } from 'preact/hooks';

export type Shortcuts = Record<string, () => void>;

const OFF_KEY = 'amanat.desk.keys';

/** Single-letter keys can be switched off (WCAG 2.1.4) and never act while somebody writes. */
export function shortcutsAreOn(): boolean {
  return localStorage.getItem(OFF_KEY) !== 'off';
}

export function switchShortcuts(on: boolean): void {
  localStorage.setItem(OFF_KEY, on ? 'on' : 'off');
}

export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    function act(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || !shortcutsAreOn()) return;
      const shortcut = shortcuts[latinKey(event)];
      if (!shortcut) return;
      event.preventDefault();
      shortcut();
    }
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, [shortcuts]);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select')
  );
}

/** With a Kazakh or Russian layout the J key gives о: what counts is the key, not the letter it writes. */
function latinKey(event: KeyboardEvent): string {
  if (/^Key[A-Z]$/.test(event.code)) return event.code.slice(3).toLowerCase();
  if (/^Digit\d$/.test(event.code)) return event.code.slice(5);
  return event.key;
}
