import { useEffect, useRef, useState } from 'preact/hooks';
import { shortcutsAreOn, switchShortcuts, useShortcuts } from './keyboard.ts';
import type { DeskKey } from './say-on-desk.ts';
import { useSession } from './session.tsx';

const keys: [key: string, text: DeskKey][] = [
  ['T', 'keys.t'],
  ['C', 'keys.c'],
  ['J', 'keys.j'],
  ['K', 'keys.k'],
  ['1–9', 'keys.digits'],
  ['R', 'keys.r'],
  ['Y', 'keys.y'],
  ['N', 'keys.n'],
  ['S', 'keys.s'],
  ['U', 'keys.u'],
  ['Esc', 'keys.esc'],
  ['?', 'keys.help'],
];

/** The button that tells which keys there are, and the window it opens; `?` opens it too. */
export function KeyHelp() {
  const { say } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(shortcutsAreOn);
  const open = () => dialog.current?.showModal();
  useShortcuts({ '?': open });
  useEffect(() => switchShortcuts(on), [on]);

  return (
    <>
      <button class="plain" type="button" onClick={open}>
        {say('desk.keys')} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} class="help" aria-labelledby="keys">
        <h2 id="keys">{say('keys.title')}</h2>
        <p>{say('keys.lead')}</p>
        <dl class="keys">
          {keys.map(([key, text]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{say(text)}</dd>
            </div>
          ))}
        </dl>
        <p class="actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {say('keys.close')}
          </button>
          <button class="quiet" type="button" onClick={() => setOn(!on)}>
            {say(on ? 'keys.off' : 'keys.on')}
          </button>
        </p>
      </dialog>
    </>
  );
}
