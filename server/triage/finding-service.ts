import type { AuditService } from '../audit/audit-service.ts';
import type { Finding, FindingKind, NewFinding } from '../domain/finding.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../ids.ts';
import type { Job } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { JobService } from '../jobs/job-service.ts';
import type { BurialConflictService } from './burial-conflict-service.ts';
import type { FindingPage, FindingPlace, FindingStore } from './finding-store.ts';
import type { SamePersonService } from './same-person-service.ts';

export type FindingService = {
  list(actor: Actor | null, page: FindingPage): Promise<{ items: Finding[]; next: FindingPlace | null }>;
  /** A person looked and it is nothing; it comes back only when what it rests on changes. */
  dismiss(actor: Actor | null, id: string, reason: string): Promise<Finding>;
  /** Goes through the whole database, in the background. One run that waits covers every later wish. */
  find(actor: Actor | null): Promise<Job>;
  /** The same without a person: a list came in. */
  queue(): Promise<Job>;
};

export type FindingDeps = {
  findings: FindingStore;
  samePersons: SamePersonService;
  burialConflicts: BurialConflictService;
  /** Who answers for each of these addresses now: two that were merged are a finding no longer. */
  answering: (soldierIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  jobs: JobService;
  runner: Pick<JobRunner, 'handle'>;
  audit: AuditService;
  clock: Clock;
};

const JOB = 'find-findings';
const ALL_KINDS: readonly FindingKind[] = ['same_person', 'several_graves', 'burial_counts', 'death_off_path'];

type Found = AsyncIterable<NewFinding[]>;
type Finder = (progress: (done: number) => Promise<void>) => Found;

function registerFinder({ runner, findings, samePersons, burialConflicts, clock }: FindingDeps): void {
  runner.handle(JOB, 'heavy', async (_, run) => {
    const began = clock();
    let found = 0;
    const finders: [string, Finder][] = [
      ['job.burials', burialConflicts.find],
      ['job.same_persons', samePersons.find],
    ];
    for (const [text, find] of finders) {
      for await (const batch of find((done) => run.progress({ done, total: null, text }))) {
        await findings.putAll(batch, clock());
        found += batch.length;
      }
    }
    return { found, over: await findings.removeUnseen(ALL_KINDS, began) };
  });
}

async function stillTwo(deps: FindingDeps, found: readonly Finding[]): Promise<Finding[]> {
  const answering = await deps.answering(found.flatMap(({ soldierIds }) => soldierIds));
  return found.filter(({ kind, soldierIds }) => {
    const men = new Set(soldierIds.flatMap((id) => answering.get(id) ?? []));
    return kind === 'burial_counts' || men.size === soldierIds.length;
  });
}

/** What the site noticed over the whole database: for a person to look at, never done by itself. */
export function createFindingService(deps: FindingDeps): FindingService {
  const { findings, jobs } = deps;
  registerFinder(deps);
  const queue = (): Promise<Job> => jobs.enqueue({ kind: JOB, payload: {}, key: JOB });
  return {
    queue,
    async list(actor, page) {
      demand(actor, 'finding.read');
      const found = await findings.page({ ...page, limit: page.limit + 1 });
      const items = found.slice(0, page.limit);
      const last = found.length > page.limit ? items.at(-1) : undefined;
      return { items: await stillTwo(deps, items), next: last ?? null };
    },
    async dismiss(actor, id, reason) {
      demand(actor, 'finding.dismiss');
      if ((await findings.findById(id)) === null) throw new AppError('not_found', 'There is no such finding');
      const dismissed = await findings.dismiss(id, { by: actor.id, at: deps.clock(), reason });
      if (dismissed === null) {
        throw new AppError('conflict', 'Somebody else has looked at this already', {
          messageKey: 'requestProblem.findingOver',
        });
      }
      await deps.audit.record(actor, 'finding.dismiss', { kind: 'finding', id }, { after: { reason } });
      return dismissed;
    },
    async find(actor) {
      demand(actor, 'finding.find');
      return queue();
    },
  };
}
