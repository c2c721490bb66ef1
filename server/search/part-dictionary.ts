import { clusterKey, clustersOf } from '../domain/names/given-name-clusters.ts';
import { type NamePart, type NameText, nameParts } from '../domain/names/name-parts.ts';
import { CLUSTER_COST, costLimit } from '../domain/names/part-cost.ts';
import { probeDistance, soundCodes, soundDistance, soundProbe } from '../domain/names/sound-distance.ts';
import { coarseKey } from '../domain/names/sound-key.ts';
import { NearMemory } from './near-memory.ts';

/** A part that documents have, near one that is asked for. */
export type NearPart = {
  part: string;
  /** Hundredths, as in `sound-costs.ts`; 0 is the same sound. */
  cost: number;
  /** How many people have this part or one at least as near: few people, strong evidence. */
  people: number;
};

/** A part by its number, its cost, and which reading of the part asked for is the nearest. */
export type NearId = { id: number; cost: number; reading: number };

/** One part of the name asked for, and the parts of the dictionary near it, nearest first. Initials have none. */
export type AskedPart = { asked: NamePart; near: NearPart[] };

/**
 * The key parts of a document: what both engines index, in a filterable field `parts`. Lower-case ASCII; the stems of
 * all readings of all words of all its names, each once.
 */
export function documentParts(names: readonly NameText[]): string[] {
  const parts = new Set<string>();
  const words = names.flatMap((name) => nameParts(name)).filter((part) => !part.initial);
  for (const { readings } of words) for (const { stem } of readings) parts.add(stem);
  return [...parts];
}

/** A beginning of fewer sounds says nothing. */
const SHORTEST_BEGINNING = 3;
/** So many parts are tried as what a beginning may become, for each way it may sound. */
const MOST_BEGINNINGS = 40;

const BUCKET_BITS = 20;
/** Two readings this near find the same parts. */
const ALIKE = 25;
/** Parts that came after the buckets were made are looked through one by one, until they are so many. */
const MOST_WAITING = 1500;

/**
 * All different parts that the documents have, and a way to find those near a sound without looking at each.
 *
 * Two sounds are near only if their coarse keys (consonant classes) differ by one class lost, added or changed (two in long
 * keys). So each part is kept under its coarse key and under that key with one class (two) left out; parts that share
 * such a key are then compared with the real costs. Measured beside a search tree of the sounds, which finds all: 2 % of
 * what is nearer than 100 is not found this way, in a tenth of the time.
 */
export class PartDictionary {
  private readonly idOf = new Map<string, number>();
  private readonly parts: string[] = [];
  /** The sounds of all parts one after another, and where each begins. */
  private sounds = new Uint8Array(4096);
  private soundsEnd = 0;
  private readonly places: number[] = [];
  private readonly counts: number[] = [];
  private readonly clusters = new Map<string, number[]>();
  private offsets = new Int32Array((1 << BUCKET_BITS) + 1);
  private members = new Int32Array(0);
  private bucketed = 0;
  private stamps = new Int32Array(0);
  private stamp = 0;
  /** People whose parts were added: the measure of rarity. */
  people = 0;
  /** Forgotten with each change of the parts or of how many people have them. */
  readonly memory = new NearMemory();
  /** Distances computed by the last `nearStem`: what a test holds instead of a time. */
  compared = 0;

  get size(): number {
    return this.parts.length;
  }

  /** A part's number; a new one for a part that was not there. */
  intern(part: string): number {
    const known = this.idOf.get(part);
    if (known !== undefined) return known;
    const id = this.parts.length;
    this.memory.forget();
    this.idOf.set(part, id);
    this.parts.push(part);
    this.keepSound(soundCodes(part));
    this.counts.push(0);
    for (const key of clusterKeys(part)) {
      const members = this.clusters.get(key);
      if (members) members.push(id);
      else this.clusters.set(key, [id]);
    }
    return id;
  }

  private keepSound(codes: Uint8Array): void {
    if (this.soundsEnd + codes.length > this.sounds.length) {
      const larger = new Uint8Array(this.sounds.length * 2);
      larger.set(this.sounds);
      this.sounds = larger;
    }
    this.sounds.set(codes, this.soundsEnd);
    this.places.push(this.soundsEnd);
    this.soundsEnd += codes.length;
  }

  find(part: string): number | undefined {
    return this.idOf.get(part);
  }

  partOf(id: number): string {
    return this.parts[id] ?? '';
  }

  peopleOf(id: number): number {
    return this.counts[id] ?? 0;
  }

  /** One more (or, with -1, one less) person has this part. */
  count(id: number, change: 1 | -1): void {
    this.memory.forget();
    this.counts[id] = (this.counts[id] ?? 0) + change;
  }

  /** One person with these parts (as `documentParts` gives them). */
  add(parts: readonly string[]): void {
    this.people++;
    for (const part of parts) this.count(this.intern(part), 1);
  }

  remove(parts: readonly string[]): void {
    this.people--;
    for (const part of parts) {
      const id = this.idOf.get(part);
      if (id !== undefined) this.count(id, -1);
    }
  }

  /**
   * For each part of a name, in all its readings, the parts that documents have near it.
   * @param most so many of the nearest for each part
   */
  near(name: NameText | string, most = 300): AskedPart[] {
    return nameParts(name).map((asked) => ({ asked, near: asked.initial ? [] : this.ranked(asked).slice(0, most) }));
  }

  private ranked(asked: NamePart): NearPart[] {
    let people = 0;
    return this.nearPart(asked).map(({ id, cost }) => {
      people += this.peopleOf(id);
      return { part: this.partOf(id), cost, people };
    });
  }

  /**
   * The parts that people have near any reading of a name part, nearest first; which reading it was, too. A reading that
   * sounds much like one before it is only compared with what that one found.
   */
  nearPart(asked: NamePart): NearId[] {
    const nearest = new Map<number, NearId>();
    const searched: string[] = [];
    asked.readings.forEach((reading, index) => {
      const keep = (id: number, distance: number): void => {
        const cost = distance + reading.cost;
        const known = nearest.get(id);
        if (known === undefined) nearest.set(id, { id, cost, reading: index });
        else if (cost < known.cost) Object.assign(known, { cost, reading: index });
      };
      if (searched.some((stem) => soundDistance(stem, reading.stem) <= ALIKE))
        this.compareFound(reading.stem, nearest, keep);
      else {
        searched.push(reading.stem);
        this.nearStem(reading.stem, keep);
      }
    });
    return [...nearest.values()]
      .filter(({ id }) => this.peopleOf(id) > 0)
      .sort((a, b) => a.cost - b.cost || a.id - b.id);
  }

  /** The parts that people have which a word begun like this may become, whichever way it is read; each once. */
  completing(beginning: string): number[] {
    const sounds = new Set(nameParts(beginning)[0]?.readings.map(({ sound }) => sound));
    return [...new Set([...sounds].flatMap((sound) => this.beginning(sound)))];
  }

  /** Those that begin as this sounds: the nearest first, then those of most people. Looks at every part once. */
  private beginning(sound: string): number[] {
    if (sound.length < SHORTEST_BEGINNING) return [];
    const bare = withoutGlides(sound);
    const beginsSo = (part: string): boolean =>
      part.charCodeAt(0) === sound.charCodeAt(0) && (part.startsWith(sound) || withoutGlides(part).startsWith(bare));
    const found: number[] = [];
    for (let id = 0; id < this.parts.length; id++) {
      if ((this.counts[id] ?? 0) > 0 && beginsSo(this.parts[id] ?? '')) found.push(id);
    }
    const just = (id: number): number => (this.partOf(id).startsWith(sound) ? 1 : 0);
    return found
      .sort((a, b) => just(b) - just(a) || this.peopleOf(b) - this.peopleOf(a) || a - b)
      .slice(0, MOST_BEGINNINGS);
  }

  private compareFound(stem: string, found: Map<number, NearId>, keep: (id: number, distance: number) => void): void {
    const probe = soundProbe(stem);
    for (const { id, cost } of found.values()) {
      const distance = probeDistance(probe, this.sounds, this.places[id] as number, cost);
      if (distance < cost) keep(id, distance);
    }
  }

  private nearStem(stem: string, found: (id: number, cost: number) => void): void {
    if (this.parts.length - this.bucketed > MOST_WAITING) this.fillBuckets();
    const probe = soundProbe(stem);
    const length = probe.codes[0] as number;
    const stamp = this.nextStamp();
    this.compared = 0;
    const visit = (id: number): void => {
      if (this.stamps[id] === stamp) return;
      this.stamps[id] = stamp;
      const place = this.places[id] as number;
      const limit = costLimit(Math.min(length, this.sounds[place] as number));
      this.compared++;
      const cost = probeDistance(probe, this.sounds, place, limit);
      if (cost <= limit) found(id, cost);
    };
    for (const key of bucketKeys(stem)) {
      const end = this.offsets[key + 1] ?? 0;
      for (let at = this.offsets[key] ?? 0; at < end; at++) visit(this.members[at] as number);
    }
    for (let id = this.bucketed; id < this.parts.length; id++) visit(id);
    for (const key of clusterKeys(stem)) for (const id of this.clusters.get(key) ?? []) found(id, CLUSTER_COST);
  }

  private nextStamp(): number {
    if (this.stamps.length < this.parts.length) {
      this.stamps = new Int32Array(Math.ceil(this.parts.length * 1.5) + MOST_WAITING);
      this.stamp = 0;
    }
    return ++this.stamp;
  }

  private fillBuckets(): void {
    const sizes = new Int32Array((1 << BUCKET_BITS) + 1);
    const keys = this.parts.map((part) => bucketKeys(part));
    for (const list of keys) for (const key of list) sizes[key + 1] = (sizes[key + 1] ?? 0) + 1;
    for (let key = 1; key < sizes.length; key++) sizes[key] = (sizes[key] ?? 0) + (sizes[key - 1] ?? 0);
    this.offsets = sizes;
    this.members = new Int32Array(sizes.at(-1) ?? 0);
    const next = sizes.slice();
    keys.forEach((list, id) => {
      for (const key of list) {
        const place = next[key] ?? 0;
        this.members[place] = id;
        next[key] = place + 1;
      }
    });
    this.bucketed = this.parts.length;
  }
}

/** й, ы, и and і are lost and added wherever a name is written anew, so a beginning is compared without them. */
const withoutGlides = (sound: string): string => sound.replace(/[yj]/g, '');

const clusterKeys = (stem: string): string[] => clustersOf(stem).map(clusterKey);

/** A coarse key with nothing, one class, or (in long keys) two classes left out, each as the number of its bucket. */
function bucketKeys(stem: string): number[] {
  const key = coarseKey(stem).slice(0, 9);
  const keys = new Set([hash(key)]);
  const shorter: string[] = [];
  if (key.length > 1) for (let i = 0; i < key.length; i++) shorter.push(key.slice(0, i) + key.slice(i + 1));
  for (const one of shorter) {
    keys.add(hash(one));
    if (key.length < 5) continue;
    for (let i = 0; i < one.length; i++) keys.add(hash(one.slice(0, i) + one.slice(i + 1)));
  }
  return [...keys];
}

/** FNV-1a, folded to the number of buckets. Two keys in one bucket only cost a comparison. */
function hash(text: string): number {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return (value ^ (value >>> 15)) & ((1 << BUCKET_BITS) - 1);
}
