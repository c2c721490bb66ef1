import type { ComponentChildren } from 'preact';
import { useSession } from '../session.tsx';
import { silentKinds, weighedRows } from './evidence-rows.ts';
import { bitsText, probabilityText } from './numbers.ts';
import type { Band, Evidence } from './shapes.ts';
import { type Step, waterfall } from './waterfall.ts';

const WIDTH = 260;

type EvidenceProps = { evidence: Evidence[]; probability: number; labelledBy: string; band?: Band };

/** What the score is made of: each bar begins where the last one ended, from the chance before any evidence to the end. */
export function EvidenceTable({ evidence, probability, labelledBy, band }: EvidenceProps) {
  const { say, language } = useSession();
  const fall = waterfall(weighedRows(evidence), probability);
  const bits = (step: Step) => (step.bound ?? '') + bitsText(step.weight, language);
  const chance = probabilityText(probability, language);
  const outcome = say('evidence.outcome', { probability: band ? `${chance}: ${say(`band.${band}`)}` : chance });
  const draw = (step: Step, main = false) => <Bar step={step} scale={fall.scale} likely={fall.likely} main={main} />;
  return (
    <table class="records evidence" role="table" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          {(['evidence.field', 'evidence.weight', 'evidence.running', 'evidence.why'] as const).map((key, index) => (
            <th key={key} scope="col" role="columnheader" class={index === 1 ? 'number' : undefined}>
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        <EvidenceRow name={say('evidence.start')} weight={bits(fall.start)} why={say('evidence.startWhy')}>
          {draw(fall.start)}
        </EvidenceRow>
        {fall.steps.map(({ row, ...step }) => (
          <EvidenceRow key={row.id} name={say(row.label)} weight={bits(step)} why={say(row.why.key, row.why.values)}>
            {draw(step)}
          </EvidenceRow>
        ))}
        <Silent evidence={evidence} />
      </tbody>
      <tfoot role="rowgroup">
        <EvidenceRow name={say('evidence.total')} weight={bits(fall.end)} why={outcome}>
          {draw(fall.end, true)}
        </EvidenceRow>
      </tfoot>
    </table>
  );
}

/** A side that says nothing weighs nothing; all such kinds stand in one line. */
function Silent({ evidence }: { evidence: Evidence[] }) {
  const { say } = useSession();
  const kinds = silentKinds(evidence).map((kind) => say(kind));
  if (kinds.length === 0) return null;
  return (
    <EvidenceRow
      name={say('evidence.silent')}
      weight="0"
      why={say('evidence.silentWhy', { kinds: kinds.join(', ').toLowerCase() })}
    />
  );
}

type RowProps = { name: string; weight: string; why: string; children?: ComponentChildren };

function EvidenceRow({ name, weight, why, children }: RowProps) {
  const { say } = useSession();
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {name}
      </th>
      <td role="cell" class="number" data-label={say('evidence.weight')}>
        {weight}
      </td>
      <td role="cell" class="bar">
        {children}
      </td>
      <td role="cell" data-label={say('evidence.why')}>
        {why}
      </td>
    </tr>
  );
}

type BarProps = { step: Step; scale: (bits: number) => number; likely: number; main: boolean };

/** Decoration: the same number stands in text beside it. For is solid, against outlined, nothing a tick. */
function Bar({ step, scale, likely, main }: BarProps) {
  const at = (bits: number) => scale(bits) * WIDTH;
  const left = Math.min(at(step.from), at(step.to));
  const width = Math.abs(at(step.to) - at(step.from));
  return (
    <svg viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" aria-hidden="true">
      <line class="zero" x1={at(0)} x2={at(0)} y1="0" y2="24" />
      <line class="line" x1={at(likely)} x2={at(likely)} y1="0" y2="24" />
      <rect class={step.kind} x={left} y={main ? 3 : 6} width={Math.max(width, 2)} height={main ? 18 : 12} />
    </svg>
  );
}
