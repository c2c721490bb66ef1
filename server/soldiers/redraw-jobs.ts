import type { Job, JobHandler } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { JobService } from '../jobs/job-service.ts';
import type { DrawingMarks } from './drawing-mark-store.ts';
import type { MentionService } from './mention-service.ts';

/**
 * The way of drawing: one more whenever `drawSoldier`, the tags of `soldierDocument` or the order of lists put something else
 * into the store for the same papers. A site that was updated then draws everybody again by itself.
 */
export const DRAWING = 2;

export type RedrawJobs = {
  /** Queues the drawing of everybody; null when all were drawn as this version draws. */
  redrawOutdated(): Promise<Job | null>;
  /** The same whatever was drawn when. */
  redrawAll(): Promise<Job>;
};

export type RedrawJobDeps = {
  jobs: JobService;
  runner: Pick<JobRunner, 'handle'>;
  mentions: Pick<MentionService, 'redrawNext'>;
  countSoldiers: () => Promise<number>;
  marks: DrawingMarks;
};

const KIND = 'redraw';

function redrawHandler({ mentions, countSoldiers, marks }: RedrawJobDeps): JobHandler {
  return async (_payload, run) => {
    const kept = run.checkpoint ?? {};
    let after = typeof kept.after === 'string' ? kept.after : null;
    let done = typeof kept.done === 'number' ? kept.done : 0;
    const total = await countSoldiers();
    for (;;) {
      const batch = await mentions.redrawNext(after);
      if (batch === null) break;
      after = batch.last;
      done += batch.count;
      await run.progress({ done, total, text: 'job.redraw' }, { after, done });
    }
    await marks.save(DRAWING);
    return { soldiers: done };
  };
}

/** Drawing everybody again as a job: beside the visitors, and going on where it was when the site was stopped. */
export function createRedrawJobs(deps: RedrawJobDeps): RedrawJobs {
  const { jobs, runner, countSoldiers, marks } = deps;
  runner.handle(KIND, 'heavy', redrawHandler(deps));
  const redrawAll = () => jobs.enqueue({ kind: KIND, payload: { drawing: DRAWING }, key: KIND });
  return {
    redrawAll,
    async redrawOutdated() {
      if ((await marks.load()) === DRAWING) return null;
      if ((await countSoldiers()) > 0) return redrawAll();
      // Whoever comes from now on is drawn as this version draws.
      await marks.save(DRAWING);
      return null;
    },
  };
}
