/** Nearer than this on a map of 360 units, which no screen shows as two points. */
const SAME_POINT = 0.8;

/** What a path is drawn into, as on a canvas. */
type Pen = {
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  arc(): void;
};

type Point = readonly [x: number, y: number];

/** In tenths of a unit: whole numbers add up without an error that would grow along a coast. */
const tenths = (value: number): number => Math.round(value * 10);

/** As short as it can be written: `-.5` and not `-0.5`, and no space before a minus. */
const short = (value: number): string => String(value / 10).replace(/^(-?)0\./, '$1.');
const pair = (x: number, y: number): string => `${short(x)}${y < 0 ? '' : ' '}${short(y)}`;

/**
 * Draws coasts as a short SVG path: points that nobody can tell apart are one, islands smaller than a point are none, and
 * each step is told from the one before. The land is most of a page's weight, and old telephones read it over weak lines.
 */
export function createOutline(): { context: Pen; path: () => string } {
  let ring: Point[] = [];
  const parts: string[] = [];
  const add = (x: number, y: number) => {
    const last = ring.at(-1);
    if (!last || Math.hypot(x - last[0], y - last[1]) >= SAME_POINT) ring.push([x, y]);
  };
  const finish = () => {
    if (ring.length > 2) parts.push(ringPath(ring));
    ring = [];
  };
  const context: Pen = {
    beginPath: finish,
    moveTo(x, y) {
      finish();
      add(x, y);
    },
    lineTo: add,
    closePath: finish,
    // Only points are drawn as arcs, and land has none.
    arc() {},
  };
  return {
    context,
    path() {
      finish();
      return parts.join('');
    },
  };
}

function ringPath(ring: readonly Point[]): string {
  const [first = [0, 0], ...others] = ring;
  let [x, y] = [tenths(first[0]), tenths(first[1])];
  const start = `M${pair(x, y)}`;
  const steps = others.map((point) => {
    const [toX, toY] = [tenths(point[0]), tenths(point[1])];
    const step = pair(toX - x, toY - y);
    [x, y] = [toX, toY];
    return step;
  });
  const line = steps.map((step, index) => (index === 0 || step.startsWith('-') ? step : ` ${step}`)).join('');
  return `${start}l${line}z`;
}
