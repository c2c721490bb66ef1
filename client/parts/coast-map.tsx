/** A place on a map, in the map's own units. `many`: several places too near to each other for dots of their own. */
/** `small`: only for finding one's way. */
export type MapDot = { x: number; y: number; many?: boolean; small?: boolean };
export type MapLabel = { x: number; y: number; text: string; anchor?: 'start' | 'middle' | 'end'; sea?: boolean };
/** A numbered stop; `label` holds several numbers where stops share a place. */
export type MapPin = { x: number; y: number; label: string };

export type MapProps = {
  id: string;
  title: string;
  width: number;
  height: number;
  /** The land as one SVG path: coast only, so that no disputed border is drawn. */
  land: string;
  dots?: MapDot[];
  labels?: MapLabel[];
  /** Numbered places; with a `route` they are a way, as of a division. */
  pins?: MapPin[];
  /** The line of the way, through all its places. */
  route?: { x: number; y: number }[];
};

/** A map without tiles and without script. Every place on it also stands in a list beside it. */
export function CoastMap(props: MapProps) {
  const { id, title, width, height, land, dots = [], labels = [], pins = [], route = [] } = props;
  return (
    <svg class="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{title}</title>
      <path class="land" d={land} />
      {route.length > 1 ? <polyline class="route" points={route.map(({ x, y }) => `${x} ${y}`).join(' ')} /> : null}
      {dots.map((dot) => (
        <circle key={`${dot.x} ${dot.y}`} class={dotClass(dot)} cx={dot.x} cy={dot.y} r={dotSize(dot)} />
      ))}
      {labels.map((label) => (
        <text
          key={label.text}
          class={label.sea ? 'sea' : 'place'}
          x={label.x}
          y={label.y}
          text-anchor={label.anchor ?? (label.x > width * 0.7 ? 'end' : 'start')}
        >
          {label.text}
        </text>
      ))}
      {pins.map((pin) => (
        <Pin key={pin.label} {...pin} />
      ))}
    </svg>
  );
}

const dotClass = ({ many, small }: MapDot): string => (many ? 'dot many' : small ? 'dot small' : 'dot');
const dotSize = ({ many, small }: MapDot): number => (many ? 4.5 : small ? 2.2 : 3.2);

export const PIN = 17;
const LETTER = 5.5;

/** How wide a pin is drawn: several numbers take more room. */
export const pinWidth = (label: string): number => Math.max(PIN, label.length * LETTER + 8);

function Pin({ x, y, label }: MapPin) {
  const width = pinWidth(label);
  return (
    <g>
      <rect class="pin" x={x - width / 2} y={y - PIN / 2} width={width} height={PIN} rx={PIN / 2} />
      <text class="on-pin" x={x} y={y + 4}>
        {label}
      </text>
    </g>
  );
}
