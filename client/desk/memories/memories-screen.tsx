import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { REFUSALS } from '../../../server/domain/memory.ts';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { memoryMessages } from '../../messages/memories.ts';
import { useAnnounce } from '../announcer.tsx';
import { useTitle } from '../focus.ts';
import { More } from '../more.tsx';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { StateTabs } from '../state-tabs.tsx';
import { timeText } from '../time-text.ts';
import { useChange } from '../use-change.ts';
import { useList } from '../use-list.ts';
import { useWords } from '../use-words.ts';

const table = { ...memoryMessages, ...deskPeopleMessages };
const states = ['waiting', 'shown', 'refused'] as const;

type Memory = {
  id: string;
  soldier: { id: string; name: string };
  state: (typeof states)[number];
  words: string | null;
  relation: string;
  language: string;
  photographs: { id: string; shown: boolean }[];
  refusal: (typeof REFUSALS)[number] | null;
  createdAt: string;
  version: number;
};

/** Nothing a family left stands on a page before somebody has looked at it here. */
export function MemoriesScreen() {
  const { say } = useSession();
  const words = useWords(table);
  const { query } = useLocation();
  const state = states.find((one) => one === query.state) ?? 'waiting';
  const list = useList<Memory>(`/desk/memories?state=${state}&limit=50`);
  useTitle(`${words('memories.title')} – ${say('desk.title')}`);
  return (
    <>
      <h1>{words('memories.title')}</h1>
      <p>{words('memories.lead')}</p>
      <StateTabs
        label={words('memories.state')}
        tabs={states.map((one) => ({
          href: `/desk/memories?state=${one}`,
          text: words(`memories.${one}`),
          current: one === state,
        }))}
      />
      {list.error ? <Trouble error={list.error} retry={list.reload} /> : null}
      {list.items === null && !list.error ? <Loading /> : null}
      {list.items?.length === 0 ? <p>{words('memories.none')}</p> : null}
      {list.items?.map((memory) => (
        <OneMemory key={`${memory.id} ${memory.version}`} memory={memory} reload={list.reload} />
      ))}
      <More list={list} />
    </>
  );
}

function OneMemory({ memory, reload }: { memory: Memory; reload: () => void }) {
  const { language } = useSession();
  const words = useWords(table);
  const { id, soldier } = memory;
  return (
    <article class="family" aria-labelledby={`about-${id}`}>
      <h2 id={`about-${id}`}>
        <a href={`/${language}/soldiers/${soldier.id}`} target="_blank" rel="noopener">
          {soldier.name}
        </a>
      </h2>
      <p class="soft small">
        {words(`memory.signed.${memory.relation}` as 'memory.signed.son')}.{' '}
        {words('memories.came', { when: timeText(memory.createdAt, language) })}
      </p>
      {memory.words ? (
        <blockquote class="letter" lang={memory.language}>
          {memory.words}
        </blockquote>
      ) : null}
      {memory.refusal ? <p>{words(`memory.refusal.${memory.refusal}`)}</p> : null}
      <Verdict memory={memory} reload={reload} />
      <Giver id={id} />
    </article>
  );
}

function Verdict({ memory, reload }: { memory: Memory; reload: () => void }) {
  const words = useWords(table);
  const announce = useAnnounce();
  const change = useChange();
  const ifMatch = `"v${memory.version}"`;

  async function decide(step: 'show' | 'refuse', body: object) {
    const done = await change.send(`/desk/memories/${memory.id}/${step}`, { body, ifMatch });
    if (done === null) return;
    announce(words('people.saved'));
    reload();
  }
  const show = (form: HTMLFormElement) =>
    decide('show', { photographs: new FormData(form).getAll('photograph').map(String) });

  return (
    <>
      {change.error ? <Trouble error={change.error} /> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void show(event.currentTarget);
        }}
      >
        <Photographs memory={memory} />
        <p class="actions">
          <button type="submit" disabled={change.busy}>
            {words('memories.show')}
          </button>
        </p>
      </form>
      {memory.state === 'refused' ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void decide('refuse', { refusal: new FormData(event.currentTarget).get('refusal') });
          }}
        >
          <div class="field">
            <label for={`why-${memory.id}`}>{words('memories.why')}</label>
            <select id={`why-${memory.id}`} name="refusal">
              {REFUSALS.map((refusal) => (
                <option key={refusal} value={refusal}>
                  {words(`memory.refusal.${refusal}`)}
                </option>
              ))}
            </select>
          </div>
          <button class="quiet" type="submit" disabled={change.busy}>
            {words('memories.refuse')}
          </button>
        </form>
      )}
    </>
  );
}

function Photographs({ memory }: { memory: Memory }) {
  const words = useWords(table);
  return (
    <ul class="photographs">
      {memory.photographs.map(({ id, shown }, index) => (
        <li key={id}>
          <a href={`/api/files/${id}`} target="_blank" rel="noopener">
            <img src={`/api/files/${id}?size=small`} alt={`${memory.soldier.name}, ${index + 1}`} />
          </a>
          <label class="check">
            <input type="checkbox" name="photograph" value={id} defaultChecked={memory.state === 'waiting' || shown} />
            <span>{words('memories.photograph', { number: String(index + 1) })}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

type Left = { name: string; contact: string | null };

function Giver({ id }: { id: string }) {
  const words = useWords(table);
  const change = useChange();
  const [left, setLeft] = useState<Left | null>(null);

  async function look() {
    const answer = await change.send<Left>(`/desk/memories/${id}/giver`, { method: 'GET' });
    setLeft(answer?.data ?? null);
  }
  if (left) return <p role="status">{[left.name, left.contact].filter(Boolean).join(', ')}</p>;
  return (
    <>
      {change.error ? <Trouble error={change.error} /> : null}
      <p class="actions">
        <button class="quiet" type="button" disabled={change.busy} onClick={() => void look()}>
          {words('memories.giver')}
        </button>
      </p>
      <p class="soft small">{words('memories.giverNote')}</p>
    </>
  );
}
