import { useRoute } from 'preact-iso';
import { Loading, Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useResource } from '../use-resource.ts';
import { Columns } from './columns.tsx';
import { ImportProgress } from './import-progress.tsx';
import { Outcome } from './outcome.tsx';
import { type ImportItem, type ImportState, isWorking } from './shapes.ts';
import { TakenBack } from './taken-back.tsx';

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
  const { say, language } = useSession();
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
      {item.takenBack ? null : <Steps item={item} step={step} />}
      {error ? <Trouble error={error} retry={reload} /> : null}
      {item.misnamed && step !== 'result' ? <p class="notice">{say('imports.misnamed')}</p> : null}
      {item.emptiedAt ? <p class="notice">{say('imports.emptied')}</p> : null}
      {item.keptUntil ? <p>{say('imports.keptUntil', { date: timeText(item.keptUntil, language) })}</p> : null}
      {item.takenBack ? (
        <TakenBack item={item} takenBack={item.takenBack} />
      ) : isWorking(item.state) && item.jobId ? (
        <ImportProgress key={item.jobId} jobId={item.jobId} over={reload} />
      ) : step === 'columns' ? (
        item.emptiedAt ? null : (
          <Columns key={JSON.stringify(item.choice)} item={item} etag={etag} reload={reload} />
        )
      ) : (
        <Outcome item={item} step={step} reload={reload} />
      )}
    </>
  );
}

function Steps({ item, step }: { item: ImportItem; step: Step }) {
  const { say } = useSession();
  return (
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
  );
}
