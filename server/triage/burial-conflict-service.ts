import { deathProblem, disagreeingGraves, type GraveNote } from '../domain/burial-conflict.ts';
import { countProblems } from '../domain/burial-site.ts';
import type { NewFinding } from '../domain/finding.ts';
import type { BurialSite } from '../domain/known-burial-site.ts';
import type { MatchProfile } from '../domain/matching/profile.ts';
import type { Mention } from '../domain/mention.ts';
import type { MentionRow } from '../domain/row.ts';
import { stableId } from '../ids.ts';
import type { Reader } from './soldier-finder.ts';

export type BurialConflictService = {
  find(progress: (done: number) => Promise<void>): AsyncIterable<NewFinding[]>;
};

export type BurialConflictDeps = {
  read: Reader;
  allMentions: () => AsyncIterable<Mention[]>;
  answering: (soldierIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  sites: () => Promise<BurialSite[]>;
};

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Everything that papers say of graves, by man and by site. */
type Gathered = { graves: Map<string, GraveNote[]>; named: Map<string, Set<string>> };

const graveText = ({ burialSite, burialPlace, burialRegion, burialCountry }: MentionRow): string =>
  [burialSite, burialPlace, burialRegion, burialCountry].filter((part) => part !== undefined).join(', ');

/** A place as the evidence reads one: the reader knows places, so the text stands as a place of birth here. */
const placeIn = (read: Reader, text: string) => read('', { birthPlace: text }).birthPlaces[0];

function graveNote(mention: Mention, read: Reader, sites: ReadonlyMap<string, BurialSite>): GraveNote | null {
  const { written, understood } = mention;
  const text = graveText(written);
  const place = text === '' ? undefined : placeIn(read, written.burialPlace ?? text);
  if (place === undefined) return null;
  const siteId = understood.burialSiteId;
  const movedFrom = written.movedFrom === undefined ? undefined : placeIn(read, written.movedFrom);
  const kind = siteId === null ? null : (sites.get(siteId)?.kind ?? null);
  return { siteId, kind, written: text, place, movedFrom: movedFrom ?? null };
}

function offPath(soldierId: string, profile: MatchProfile): NewFinding | null {
  const [unit] = profile.units.filter(({ paths }) => paths.length > 0);
  const [place] = profile.fatePlaces;
  const [date] = profile.fateDates;
  if (unit === undefined || place === undefined || !date?.earliest || date.precision === 'year') return null;
  // The day of going missing was reckoned by others: it says nothing of where he was.
  if (profile.fates.includes('missing')) return null;
  const problem = deathProblem(unit.paths, { place: place.written, day: date.earliest });
  if (problem === null) return null;
  const facts = { problem, unit: unit.text, place: place.written, date: date.text };
  return finding({ kind: 'death_off_path', soldierIds: [soldierId], siteId: null, facts });
}

type Noticed = Pick<NewFinding, 'kind' | 'soldierIds' | 'siteId' | 'facts'>;

function finding({ kind, soldierIds, siteId, facts }: Noticed): NewFinding {
  const subject = siteId === null ? soldierIds : [siteId, facts.problem ?? ''];
  const evidenceHash = stableId(...Object.entries(facts).flat());
  return {
    id: stableId(kind, ...subject),
    kind,
    soldierIds,
    siteId,
    probability: null,
    evidence: [],
    facts,
    evidenceHash,
  };
}

function gather(into: Gathered, soldierId: string, grave: GraveNote): void {
  into.graves.set(soldierId, [...(into.graves.get(soldierId) ?? []), grave]);
  if (grave.siteId === null) return;
  const men = into.named.get(grave.siteId) ?? new Set();
  into.named.set(grave.siteId, men.add(soldierId));
}

function severalGraves({ graves }: Gathered): NewFinding[] {
  return [...graves].flatMap(([soldierId, notes]) => {
    const pair = disagreeingGraves(notes);
    if (pair === null) return [];
    // In one order whatever the order of the papers, so that the same contradiction stays the same.
    const [one = '', other = ''] = pair.map(({ written }) => written).sort();
    return [finding({ kind: 'several_graves', soldierIds: [soldierId], siteId: null, facts: { one, other } })];
  });
}

function disagreeingCounts({ named }: Gathered, sites: readonly BurialSite[]): NewFinding[] {
  return sites.flatMap((site) => {
    const names = named.get(site.id)?.size ?? 0;
    return countProblems(site, names).map((problem) => {
      const told = { total: site.total?.text ?? '', known: site.known?.text ?? '', unknown: site.unknown?.text ?? '' };
      const facts = { problem, named: String(names), ...told };
      return finding({ kind: 'burial_counts', soldierIds: [], siteId: site.id, facts });
    });
  });
}

/** Finds what papers and sites say against each other about graves. Nothing is corrected: a person decides. */
export function createBurialConflictService(deps: BurialConflictDeps): BurialConflictService {
  return {
    async *find(progress) {
      const sites = await deps.sites();
      const bySite = new Map(sites.map((site) => [site.id, site]));
      const gathered: Gathered = { graves: new Map(), named: new Map() };
      let done = 0;
      for await (const batch of deps.allMentions()) {
        const answering = await deps.answering(batch.map(({ soldierId }) => soldierId));
        const found: NewFinding[] = [];
        for (const mention of batch) {
          const soldierId = answering.get(mention.soldierId);
          if (soldierId === undefined) continue;
          const grave = graveNote(mention, deps.read, bySite);
          if (grave !== null) gather(gathered, soldierId, grave);
          const death = offPath(soldierId, deps.read(mention.id, mention.written));
          if (death !== null) found.push(death);
        }
        if (found.length > 0) yield found;
        done += batch.length;
        await progress(done);
        await breathe();
      }
      yield [...severalGraves(gathered), ...disagreeingCounts(gathered, sites)];
    },
  };
}
