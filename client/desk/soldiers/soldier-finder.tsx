import { useState } from 'preact/hooks';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { Loading, Trouble } from '../notices.tsx';
import { wordFor } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { useResource } from '../use-resource.ts';
import type { KnownSoldier } from './shapes.ts';

type FinderProps = {
  /** Tells one field of the page from another. */
  id: string;
  label: string;
  asked: string;
  ask: (asked: string) => void;
  /** What can be done with one that was found. */
  action: (soldier: KnownSoldier) => preact.ComponentChildren;
};

/** A soldier by name in any script or by the address of his page; those known from painful papers are found too. */
export function SoldierFinder({ id, label, asked, ask, action }: FinderProps) {
  const { say } = useSession();
  const path = asked.length < 2 ? null : `/desk/soldiers?q=${encodeURIComponent(asked)}`;
  const { data, error, reload } = useResource<{ items: KnownSoldier[] }>(path);
  const [text, setText] = useState(asked);
  return (
    <>
      <form
        class="search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          ask(text.trim());
        }}
      >
        <label for={id}>{label}</label>
        <p class="hint" id={`${id}-hint`}>
          {say('finder.hint')}
        </p>
        <input
          id={id}
          value={text}
          maxlength={300}
          minlength={2}
          required
          autocomplete="off"
          aria-describedby={`${id}-hint`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button class="quiet" type="submit">
          {say('finder.find')}
        </button>
      </form>
      {error ? <Trouble error={error} retry={reload} /> : null}
      {path && !data && !error ? <Loading /> : null}
      <div role="status">{data ? <p class="soft">{say('finder.found', { count: data.items.length })}</p> : null}</div>
      {data && data.items.length > 0 ? (
        <ul class="found">
          {data.items.map((soldier) => (
            <li key={soldier.id}>
              <SoldierLine soldier={soldier} /> {action(soldier)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** Who he is in one line, enough to tell namesakes apart. */
export function SoldierLine({ soldier }: { soldier: KnownSoldier }) {
  const { say } = useSession();
  const { name, life, birthPlace, fate, papers, sensitive } = soldier;
  const rest = [life, birthPlace, fate ? wordFor(say, 'fate', fate) : '', say('finder.papers', { count: papers })];
  return (
    <div>
      <strong lang={spellingLanguage(name)}>{name || say('queue.noName')}</strong>
      <span class="where">{rest.filter(Boolean).join(', ')}</span>
      {sensitive ? <span class="where">{say('soldier.sensitive')}</span> : null}
    </div>
  );
}
