/** A place on a map, in the map's own units. `many`: several places too near to each other for dots of their own. */
export type MapDot = { x: number; y: number; many?: boolean };
export type MapLabel = { x: number; y: number; text: string };
export type MapPin = { x: number; y: number; number: number };

export type MapProps = {
  id: string;
  title: string;
  width: number;
  height: number;
  /** The land as one SVG path: coast only, so that no disputed border is drawn. */
  land: string;
  dots?: MapDot[];
  labels?: MapLabel[];
  /** Numbered places; joined they are a way, as of a division. */
  pins?: MapPin[];
  joined?: boolean;
};

/** A map without tiles and without script. Every place on it also stands in a list beside it. */
export function CoastMap(props: MapProps) {
  const { id, title, width, height, land, dots = [], labels = [], pins = [], joined = true } = props;
  return (
    <svg class="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{title}</title>
      <path class="land" d={land} />
      {joined && pins.length > 1 ? (
        <polyline class="route" points={pins.map((pin) => `${pin.x} ${pin.y}`).join(' ')} />
      ) : null}
      {dots.map((dot) => (
        <circle
          key={`${dot.x} ${dot.y}`}
          class={dot.many ? 'dot many' : 'dot'}
          cx={dot.x}
          cy={dot.y}
          r={dot.many ? 4.5 : 3.2}
        />
      ))}
      {labels.map((label) => (
        <text
          key={label.text}
          class="place"
          x={label.x}
          y={label.y}
          text-anchor={label.x > width * 0.7 ? 'end' : 'start'}
        >
          {label.text}
        </text>
      ))}
      {pins.map((pin) => (
        <g key={pin.number}>
          <circle class="pin" cx={pin.x} cy={pin.y} r="8.5" />
          <text class="on-pin" x={pin.x} y={pin.y + 4}>
            {pin.number}
          </text>
        </g>
      ))}
    </svg>
  );
}
