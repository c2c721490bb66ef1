import type { SiteFinder } from '../domain/site-finder.ts';
import type { Job, JobHandler } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { JobService } from '../jobs/job-service.ts';
import type { DrawingMarks } from './drawing-mark-store.ts';
import type { MentionService } from './mention-service.ts';

/**
 * The way of drawing: one more whenever `drawSoldier`, the tags of `soldierDocument` or the order of lists put something else
 * into the store for the same papers, or texts are understood as another known burial place than before. A site that was updated then draws
 * everybody again by itself.
 */
export const DRAWING = 5;

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
  siteFinder: () => Promise<Pick<SiteFinder, 'find'>>;
};

const KIND = 'redraw';

function redrawHandler({ mentions, countSoldiers, marks, siteFinder }: RedrawJobDeps): JobHandler {
  return async (_payload, run) => {
    const kept = run.checkpoint ?? {};
    let after = typeof kept.after === 'string' ? kept.after : null;
    let done = typeof kept.done === 'number' ? kept.done : 0;
    const [total, sites] = await Promise.all([countSoldiers(), siteFinder()]);
    for (;;) {
      const batch = await mentions.redrawNext(after, sites);
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
