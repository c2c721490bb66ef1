import type { MapLabel } from '../../client/parts/coast-map.tsx';

/** Units of the map that a letter takes, the widest Kazakh ones included, at the size labels have on a phone. */
const LETTER = 7.4;
/** From the middle of a place to its name, sideways and up or down. */
export type Gap = { x: number; y: number };
export const DOT_GAP: Gap = { x: 6, y: 6 };
/** Half the width of a dot; less than the gap between a place and its own label. */
const DOT = 4;
export const DOT_WIDTH = 2 * DOT;

/** Two names side by side are read as one unless there is room between them; one above the other needs less. */
const APART = { beside: 7, above: 2 };

export type Box = { left: number; right: number; top: number; bottom: number };

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

type Size = { width: number; height: number };

const EDGE = 2;

const isWithin = (box: Box, { width, height }: Size): boolean =>
  box.left > EDGE && box.right < width - EDGE && box.top > EDGE && box.bottom < height - EDGE;

/** The first place that runs over nothing that is there and does not leave the map. */
export function freePlace(places: readonly Placed[], taken: readonly Box[], map: Size): Placed | undefined {
  return places.find(({ box }) => isWithin(box, map) && isFree(box, taken));
}

export type Placed = { x: number; y: number; anchor: 'start' | 'middle' | 'end'; box: Box };

/** To the right of the place, to the left, above and below: the first that is free is taken. */
export function placesFor(
  at: { x: number; y: number },
  text: string,
  { gap, sea }: { gap: Gap; sea: boolean },
): Placed[] {
  const width = text.length * LETTER;
  const box = (left: number, baseline: number): Box => boxAt(left, baseline, width);
  const middle = (y: number): Placed => ({ x: at.x, y, anchor: 'middle', box: box(at.x - width / 2, y) });
  if (sea) return [middle(at.y)];
  return [
    { x: at.x + gap.x, y: at.y + 4, anchor: 'start', box: box(at.x + gap.x, at.y + 4) },
    { x: at.x - gap.x, y: at.y + 4, anchor: 'end', box: box(at.x - gap.x - width, at.y + 4) },
    middle(at.y - gap.y - 2),
    middle(at.y + gap.y + 9),
  ];
}

/** The room that a label which was placed keeps free of other labels. */
export function roomOf({ left, right, top, bottom }: Box): Box {
  return {
    left: left - APART.beside,
    right: right + APART.beside,
    top: top - APART.above,
    bottom: bottom + APART.above,
  };
}

/** The same of a label that stands on the map already. */
export function roomOfLabel({ x, y, text, anchor = 'start' }: MapLabel): Box {
  const width = text.length * LETTER;
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return roomOf(boxAt(left, y, width));
}

const boxAt = (left: number, baseline: number, width: number): Box => ({
  left,
  right: left + width,
  top: baseline - 10,
  bottom: baseline + 3,
});

/** The room of a dot, on which no label may lie. */
export function dotBox({ x, y }: { x: number; y: number }): Box {
  return { left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT };
}

export const isFree = (box: Box, taken: readonly Box[]): boolean => !taken.some((other) => overlap(box, other));

/** Labels beside their places, in this order: one that would run over another or over a dot is left out, for every place is in a list too. */
export function labelsBeside(
  spots: readonly { x: number; y: number; text: string }[],
  dots: readonly { x: number; y: number }[],
  map: Size,
): MapLabel[] {
  const taken = dots.map(dotBox);
  return spots.flatMap((spot): MapLabel[] => {
    const free = freePlace(placesFor(spot, spot.text, { gap: DOT_GAP, sea: false }), taken, map);
    if (!free) return [];
    taken.push(roomOf(free.box));
    return [{ x: round(free.x), y: round(free.y), text: spot.text, anchor: free.anchor }];
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;
