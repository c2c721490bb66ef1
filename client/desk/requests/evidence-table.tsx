import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import type { CandidateItem, Evidence } from './shapes.ts';

const WIDTH = 260;
/** Evidence weights run from about -12 to +20 bits; the bar is cut there, the number is not. */
const LOWEST = -12;
const HIGHEST = 22;

/** Side by side what the family wrote and what documents say, with each field's share for or against as a waterfall. */
export function EvidenceTable({ candidate }: { candidate: CandidateItem }) {
  const { say } = useSession();
  const total = candidate.evidence.reduce((sum, evidence) => sum + evidence.weight, 0);
  const steps = runningSums(candidate.evidence);
  return (
    <table class="records compare evidence" role="table" aria-labelledby="candidate">
      <thead role="rowgroup">
        <tr role="row">
          {(['evidence.field', 'evidence.asked', 'evidence.found', 'evidence.weight'] as const).map((key) => (
            <th key={key} scope="col" role="columnheader">
              {say(key)}
            </th>
          ))}
          <th scope="col" role="columnheader">
            <span class="hidden">{say('evidence.title')}</span>
          </th>
          <th scope="col" role="columnheader">
            {say('evidence.why')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {candidate.evidence.map((evidence, index) => (
          <EvidenceRow key={evidence.kind} evidence={evidence} start={steps[index] ?? 0} />
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th scope="row" role="rowheader" colSpan={3}>
            {say('evidence.total')}
          </th>
          <td role="cell" class="number">
            {signed(total)}
          </td>
          <td role="cell" class="bar">
            <Bar from={0} to={total} />
          </td>
          <td role="cell">
            {say(`band.${candidate.band}` as DeskKey)}. {say('evidence.decides')}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function EvidenceRow({ evidence, start }: { evidence: Evidence; start: number }) {
  const { say } = useSession();
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {say(`evidence.${evidence.kind}` as DeskKey)}
      </th>
      <td role="cell" data-label={say('evidence.asked')}>
        {evidence.requestValue ?? '–'}
      </td>
      <td role="cell" data-label={say('evidence.found')}>
        {evidence.soldierValue ?? '–'}
      </td>
      <td role="cell" class="number" data-label={say('evidence.weight')}>
        {signed(evidence.weight)}
      </td>
      <td role="cell" class="bar">
        <Bar from={start} to={start + evidence.weight} />
      </td>
      <td role="cell" data-label={say('evidence.why')}>
        {say(evidence.reason.key as DeskKey, evidence.reason.values)}
      </td>
    </tr>
  );
}

/** Decoration: the same number stands in text beside it. For is solid, against outlined, nothing a tick. */
function Bar({ from, to }: { from: number; to: number }) {
  const zero = scale(0);
  const left = Math.min(scale(from), scale(to));
  const width = Math.abs(scale(to) - scale(from));
  const kind = width < 1 ? 'base' : to >= from ? 'for' : 'against';
  return (
    <svg viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" aria-hidden="true">
      <line class="zero" x1={zero} x2={zero} y1="0" y2="24" />
      <rect class={kind} x={left} y="6" width={Math.max(width, 2)} height="12" />
    </svg>
  );
}

function scale(bits: number): number {
  const clipped = Math.min(Math.max(bits, LOWEST), HIGHEST);
  return ((clipped - LOWEST) / (HIGHEST - LOWEST)) * WIDTH;
}

function runningSums(evidence: Evidence[]): number[] {
  let sum = 0;
  return evidence.map(({ weight }) => {
    const start = sum;
    sum += weight;
    return start;
  });
}

function signed(bits: number): string {
  if (Math.abs(bits) < 0.05) return '0';
  return `${bits > 0 ? '+' : '−'}${Math.abs(bits).toFixed(1)}`;
}
