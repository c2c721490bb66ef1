import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { doneText, leftText, stepText } from '../../parts/progress-text.ts';
import { call } from '../api.ts';
import { useSession } from '../session.tsx';
import type { JobShape } from './shapes.ts';

const LOOK_MS = 1000;

/** The job, asked again each second: it goes on when this page is closed and is found again when it is opened. */
function useJob(jobId: string, over: () => void): JobShape | null {
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
  return job;
}

/** How far the work is and how long it still takes. Only the time left is read aloud: the rows change every second. */
export function ImportProgress({ jobId, over }: { jobId: string; over: () => void }) {
  const { say } = useSession();
  const progress = useJob(jobId, over)?.progress ?? {
    done: 0,
    text: '',
    total: null,
    perSecond: null,
    secondsLeft: null,
  };
  const share =
    progress.total === null ? {} : { value: progress.done, max: Math.max(progress.total, progress.done, 1) };
  const text = doneText(say, progress);
  return (
    <div>
      <p>
        <progress aria-label={text} {...share} />
      </p>
      <p>{[stepText(say, progress), text].filter(Boolean).join('. ')}</p>
      <p role="status">{leftText(say, progress)}</p>
      <p class="hint">{say('imports.goesOn')}</p>
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
