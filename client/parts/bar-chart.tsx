/** One line of a chart: all of it, and the part of it that is marked. */
export type Bar = { label: string; value: number; part?: number; text: string };

const WIDTH = 360;
const ROW = 40;
const BAR = 14;

/** Bars without a script: each with its name and number beside it, so that nobody has to measure. A table stands below. */
export function BarChart({ id, title, bars }: { id: string; title: string; bars: Bar[] }) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const wide = (value: number) => Math.round((value / most) * (WIDTH - 2) * 10) / 10;
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{title}</title>
      {bars.map((bar, index) => (
        <g key={bar.label} transform={`translate(0 ${index * ROW})`}>
          <text class="bar-label" x="0" y="14">
            {bar.label}
          </text>
          <text class="bar-number" x={WIDTH} y="14" text-anchor="end">
            {bar.text}
          </text>
          <rect class="bar-whole" x="1" y="20" width={Math.max(1, wide(bar.value))} height={BAR} />
          {bar.part ? <rect class="bar-part" x="1" y="20" width={wide(bar.part)} height={BAR} /> : null}
        </g>
      ))}
    </svg>
  );
}
