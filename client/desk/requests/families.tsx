import { useState } from 'preact/hooks';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { useAnnounce } from '../announcer.tsx';
import type { ApiError } from '../api.ts';
import { focusOn } from '../focus.ts';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { ReasonForm } from '../soldiers/reason-form.tsx';
import { timeText } from '../time-text.ts';
import { useResource } from '../use-resource.ts';
import { CompareTable } from './compare-table.tsx';
import type { AlikeItem, FamilyItem } from './shapes.ts';
import type { CaseWork } from './use-case.ts';

/** Other families of the same soldier: worked on together, and introduced to each other only when both agree. */
export function Families(work: CaseWork) {
  const { say } = useSession();
  const { gathered } = work.request;
  return (
    <section aria-labelledby="families">
      <h2 id="families" tabIndex={-1}>
        {say('families.title')}
      </h2>
      {gathered ? <Gathered {...work} /> : null}
      <Alike {...work} />
    </section>
  );
}

/** Sends one step of this section, and says so. */
function useStep({ act }: CaseWork) {
  const { say } = useSession();
  const announce = useAnnounce();
  const [error, setError] = useState<ApiError | null>(null);
  async function step(path: string, body: object = {}) {
    const failed = await act(path, { body });
    setError(failed);
    if (failed) return;
    announce(say('request.saved'));
    focusOn('families');
  }
  return { error, step };
}

function Gathered(work: CaseWork) {
  const { say, user, language } = useSession();
  const { request, busy } = work;
  const { error, step } = useStep(work);
  const leads = user?.role === 'coordinator' || user?.role === 'admin';
  if (!request.gathered) return null;
  const { families, by, at, reason } = request.gathered;
  return (
    <>
      <p>{say('families.together')}</p>
      <ul class="found">
        {families.map((family) => (
          <Family key={family.id} family={family} here={family.id === request.id} />
        ))}
      </ul>
      <p class="soft">
        {by.name}, {timeText(at, language)}. {reason}
      </p>
      {leads ? <Meeting families={families} busy={busy} error={error} step={step} /> : null}
      <details>
        <summary>{say('families.separate')}</summary>
        <ReasonForm
          id="separate"
          submit={say('families.separate')}
          busy={busy}
          error={error}
          send={(why) => void step('separate', { reason: why })}
        />
      </details>
    </>
  );
}

function Family({ family, here }: { family: FamilyItem; here: boolean }) {
  const { say } = useSession();
  const { id, number, name, status, lead, freshCandidates, meeting } = family;
  const said = [
    say(`requestStatus.${status}`),
    lead ? say('families.lead') : '',
    freshCandidates > 0 ? say('queue.freshCount', { count: freshCandidates }) : '',
    meeting === 'not_asked' ? '' : say(`families.${meeting}`),
  ];
  return (
    <li>
      <div>
        <strong lang={spellingLanguage(name)}>
          № {number}: {name || say('queue.noName')}
        </strong>
        <span class="where">{said.filter(Boolean).join(', ')}</span>
      </div>
      {here ? (
        <span>{say('families.here')}</span>
      ) : (
        <a class="row" href={`/desk/requests/${id}`}>
          {say('families.open')}
        </a>
      )}
    </li>
  );
}

type MeetingProps = {
  families: FamilyItem[];
  busy: boolean;
  error: ApiError | null;
  step: (path: string) => Promise<void>;
};

/** A coordinator asks first; only families that said yes are introduced. */
function Meeting({ families, busy, error, step }: MeetingProps) {
  const { say } = useSession();
  const toAsk = families.some(({ meeting }) => meeting === 'not_asked');
  const agreed = families.filter(({ meeting }) => meeting === 'yes' || meeting === 'introduced');
  const toIntroduce = agreed.length > 1 && agreed.some(({ meeting }) => meeting === 'yes');
  return (
    <>
      {error ? <Trouble error={error} /> : null}
      <p class="soft">{say('families.meetingNote')}</p>
      <p class="actions">
        {toAsk ? (
          <button class="quiet" type="button" disabled={busy} onClick={() => void step('meeting')}>
            {say('families.ask')}
          </button>
        ) : null}
        {toIntroduce ? (
          <button class="quiet" type="button" disabled={busy} onClick={() => void step('introduce')}>
            {say('families.introduce')}
          </button>
        ) : null}
      </p>
    </>
  );
}

/** Looked for only when asked: most men are looked for by one family. */
function Alike(work: CaseWork) {
  const { say } = useSession();
  const [open, setOpen] = useState(false);
  const path = open ? `/desk/requests/${work.request.id}/alike` : null;
  const { data, error, reload } = useResource<{ items: AlikeItem[] }>(path, work.turn);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('families.find')}</summary>
      {error ? <Trouble error={error} retry={reload} /> : null}
      {data || error ? null : <Loading />}
      {data?.items.length === 0 ? <p>{say('families.none')}</p> : null}
      <ul class="found">
        {data?.items.map((item) => (
          <Other key={item.id} {...work} item={item} />
        ))}
      </ul>
    </details>
  );
}

function Other({ item, ...work }: CaseWork & { item: AlikeItem }) {
  const { say } = useSession();
  const { error, step } = useStep(work);
  const { id, number, name, status, evidence } = item;
  return (
    <li>
      <div>
        <strong id={`other-${id}`} lang={spellingLanguage(name)}>
          № {number}: {name || say('queue.noName')}
        </strong>
        <span class="where">{say(`requestStatus.${status}`)}</span>
        <details>
          <summary>{say('families.compare')}</summary>
          <CompareTable evidence={evidence} labelledBy={`other-${id}`} sides="families" />
          {work.request.gathered ? (
            <p>{say('families.fromTheOther')}</p>
          ) : (
            <ReasonForm
              id={`gather-${id}`}
              submit={say('families.gather')}
              busy={work.busy}
              error={error}
              send={(reason) => void step('gather', { withId: id, reason })}
            />
          )}
        </details>
      </div>
      <a class="row" href={`/desk/requests/${id}`}>
        {say('families.open')}
      </a>
    </li>
  );
}
