import { expect } from 'chai';
import { createCoastMap } from '../../server/pages/coast-map.ts';
import { createOutline } from '../../server/pages/land-outline.ts';

type Point = [x: number, y: number];

function drawn(...rings: Point[][]): string {
  const { context, path } = createOutline();
  for (const [first, ...others] of rings) {
    context.moveTo(...(first ?? [0, 0]));
    for (const point of others) context.lineTo(...point);
    context.closePath();
  }
  return path();
}

/** Where a path written in steps goes, ring by ring. */
function placesOf(path: string): Point[][] {
  return path
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      const numbers = (ring.match(/-?\d*\.?\d+/g) ?? []).map(Number);
      const points: Point[] = [];
      for (let at = 0; at < numbers.length; at += 2) {
        const [x, y] = points.at(-1) ?? [0, 0];
        points.push([x + (numbers[at] ?? 0), y + (numbers[at + 1] ?? 0)]);
      }
      return points.map(([x, y]): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
    });
}

describe('the outline of the land', () => {
  it('goes where the coast goes, to a tenth of a unit', () => {
    const coast: Point[] = [
      [10.04, 5],
      [14.26, 0.5],
      [3, -2],
      [3.5, 4.96],
    ];
    expect(placesOf(drawn(coast))).to.deep.equal([
      [
        [10, 5],
        [14.3, 0.5],
        [3, -2],
        [3.5, 5],
      ],
    ]);
  });

  it('is written as short as a browser reads it', () => {
    expect(
      drawn([
        [1, 2],
        [1.5, 1],
        [3, 1],
        [2, 4],
      ]),
    ).to.equal('M1 2l.5-1 1.5 0-1 3z');
  });

  it('leaves out points that nobody can tell apart, and islands smaller than a point', () => {
    const bay: Point[] = [
      [0, 0],
      [0.3, 0.3],
      [5, 0],
      [5.2, 0.1],
      [5, 5],
    ];
    const island: Point[] = [
      [40, 40],
      [40.3, 40],
      [40.3, 40.3],
    ];
    expect(placesOf(drawn(bay, island))).to.deep.equal([
      [
        [0, 0],
        [5, 0],
        [5, 5],
      ],
    ]);
  });

  it('does not drift along a coast of a thousand steps', () => {
    const coast = Array.from({ length: 1000 }, (_, step): Point => [step * 1.03, (step % 7) * 1.17]);
    const last = placesOf(drawn(coast))[0]?.at(-1);
    expect(last?.[0]).to.be.closeTo(999 * 1.03, 0.051);
  });

  it('weighs little enough for a telephone on a weak line, whatever part of the world is shown', () => {
    const norway = { latitude: 69.6, longitude: 18.9 };
    const akmola = { latitude: 51.2, longitude: 71.4 };
    for (const points of [[norway], [norway, akmola], [akmola]]) {
      const { land } = createCoastMap(points, { width: 360, height: 220 });
      expect(land).to.match(/^M/);
      expect(land.length).to.be.lessThan(15_000);
    }
  });
});
