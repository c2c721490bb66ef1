import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { call } from '../api.ts';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { useResource } from '../use-resource.ts';
import { Columns } from './columns.tsx';
import { Outcome } from './outcome.tsx';
import { type ImportItem, type ImportState, isWorking, type JobShape } from './shapes.ts';

const steps = ['columns', 'check', 'result'] as const;
type Step = (typeof steps)[number];

const stepOf: Record<ImportState, Step> = {
  uploaded: 'columns',
  checking: 'check',
  checked: 'check',
  applying: 'result',
  applied: 'result',
  undoing: 'result',
  undone: 'result',
  failed: 'check',
  cancelled: 'check',
};

/** One import. Each step has its own address; without one the step is where the import stands. */
export function OneImport() {
  const { params } = useRoute();
  const { say } = useSession();
  const id = params.id ?? '';
  const resource = useResource<ImportItem>(`/imports/${encodeURIComponent(id)}`);
  const { data: item, etag, error, reload } = resource;
  if (!item) return error ? <Trouble error={error} retry={reload} /> : <Loading />;
  const step = steps.find((one) => one === params.step) ?? stepOf[item.state];
  return (
    <>
      <h1>{item.listName}</h1>
      <p>
        {item.fileName}: {say(`imports.state.${item.state}` as DeskKey)}
      </p>
      <nav aria-label={say('imports.steps')}>
        <ol class="doors">
          {steps.map((one) => (
            <li key={one}>
              <a href={`/desk/imports/${item.id}/${one}`} aria-current={one === step ? 'step' : undefined}>
                {say(`imports.step.${one}`)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {error ? <Trouble error={error} retry={reload} /> : null}
      {isWorking(item.state) && item.jobId ? (
        <Progress key={item.jobId} jobId={item.jobId} over={reload} />
      ) : step === 'columns' ? (
        <Columns key={item.choice.encoding ?? item.choice.sheet ?? ''} item={item} etag={etag} reload={reload} />
      ) : (
        <Outcome item={item} step={step} reload={reload} />
      )}
    </>
  );
}

const LOOK_MS = 1000;

/** How far the work is, asked again each second: it goes on when this page is closed and is found again when it is opened. */
function Progress({ jobId, over }: { jobId: string; over: () => void }) {
  const { say } = useSession();
  const { path } = useLocation();
  const [job, setJob] = useState<JobShape | null>(null);
  useEffect(() => {
    let timer = 0;
    const look = async () => {
      // No answer now may be one in a second; the job does not depend on it.
      const answer = await call<JobShape>(`/jobs/${jobId}`).catch(() => null);
      if (answer) setJob(answer.data);
      if (answer && !['queued', 'running'].includes(answer.data.state)) return over();
      timer = window.setTimeout(() => void look(), LOOK_MS);
    };
    void look();
    return () => window.clearTimeout(timer);
  }, [jobId, over, path]);
  return (
    <div role="status">
      <p>
        <progress />
      </p>
      <p>{say('imports.progress', { done: job?.progress.done ?? 0 })}</p>
      <p>
        <button
          class="quiet"
          type="button"
          onClick={() => void call(`/jobs/${jobId}/cancel`, { method: 'POST' }).then(over, over)}
        >
          {say('imports.cancel')}
        </button>
      </p>
    </div>
  );
}
