import type { Ending } from './endings.ts';
import { clusterKey, clustersOf } from './given-name-clusters.ts';
import { endingRole, type NamePart, type PartReading } from './name-parts.ts';
import { soundDistance } from './sound-distance.ts';

/** How two parts come together: the cheapest pair of their readings. `cost` in hundredths; null when they are too far apart. */
export type PartCost = (a: NamePart, b: NamePart) => number | null;

/** What two forms of one given name (Мұхамбет, Магомет) cost, if their sounds are not nearer than that. */
export const CLUSTER_COST = 20;

/** The dearest difference that is still one name, by the length of the shorter stem. */
export function costLimit(length: number): number {
  return Math.min(135, 45 + 14 * length);
}

/** What two endings beside equal stems cost. */
export function endingCost(a: PartReading, b: PartReading): number {
  if (a.ending === b.ending) return 0;
  const roleA = endingRole(a.ending);
  const roleB = endingRole(b.ending);
  if (roleA !== roleB) return roleA && roleB ? 25 : 15;
  if (roleA === 'family' && stock(a) !== stock(b)) return 35;
  const female = Number(isFemale(a)) + Number(isFemale(b));
  return female === 1 ? 14 : 6;
}

/** -ов and -ова are one family, -ов and -ин are two; an oblique case may stand for any. */
const STOCKS: Partial<Record<Ending, string>> = { ov: 'ov', ova: 'ov', in: 'in', ina: 'in', sky: 'sky', skaya: 'sky' };
const stock = ({ ending }: PartReading): string => (ending && STOCKS[ending]) ?? 'ov';

const isFemale = ({ ending }: PartReading): boolean =>
  ending === 'ova' || ending === 'ina' || ending === 'skaya' || ending === 'qyzy' || ending === 'ovna';

/**
 * How far two stems are apart: by sound, or by being forms of one given name.
 * @param most a dearer one is not asked for: null
 */
function stemCost(a: string, b: string, most: number): number | null {
  const limit = Math.min(costLimit(Math.min(a.length, b.length)), most);
  const distance = soundDistance(a, b, limit);
  const cost = distance > CLUSTER_COST && limit >= CLUSTER_COST && sameCluster(a, b) ? CLUSTER_COST : distance;
  return cost > limit ? null : cost;
}

// The same stems are compared again and again while candidates are weighed; taking them apart costs more than comparing.
const taken = new Map<string, readonly string[]>();
/** As many as a database of some hundred thousand people has; started anew before they are all known, each costs more than it saves. */
const MOST_TAKEN = 200_000;
const NO_CLUSTER: readonly string[] = [];

function takenApart(stem: string): readonly string[] {
  const known = taken.get(stem);
  if (known !== undefined) return known;
  if (taken.size >= MOST_TAKEN) taken.clear();
  const found = clustersOf(stem);
  const parts = found.length === 0 ? NO_CLUSTER : found.map(clusterKey);
  taken.set(stem, parts);
  return parts;
}

function sameCluster(a: string, b: string): boolean {
  const ofA = takenApart(a);
  if (ofA.length === 0) return false;
  const ofB = takenApart(b);
  return ofB.length > 0 && ofA.some((key) => ofB.includes(key));
}

/** The cheapest pair of readings. */
export const partCost: PartCost = (a, b) => {
  let best: number | null = null;
  for (const x of a.readings) {
    for (const y of b.readings) {
      const beside = endingCost(x, y) + x.cost + y.cost;
      const room = best === null ? Number.POSITIVE_INFINITY : best - beside;
      if (room <= 0) continue;
      const stems = stemCost(x.stem, y.stem, room);
      if (stems !== null && stems < room) best = stems + beside;
    }
  }
  return best;
};
