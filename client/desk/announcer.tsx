import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useState } from 'preact/hooks';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Says to a screen reader what an action did; the eye sees it in the page itself. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

export function Announcer({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div class="hidden" role="status" aria-live="polite">
        {/* A new element each time, so that the same words said twice are heard twice. */}
        <p key={said.turn}>{said.text}</p>
      </div>
    </AnnounceContext.Provider>
  );
}
