import { type BirthLevel, birthDateEvidence } from './evidence/birth-date.ts';
import { birthplaceEvidence } from './evidence/birthplace.ts';
import { campEvidence } from './evidence/camp.ts';
import { conscriptionEvidence, officeEvidence } from './evidence/conscription.ts';
import { fateEvidence } from './evidence/fate.ts';
import { fatePlaceEvidence } from './evidence/fate-place.ts';
import { hospitalEvidence } from './evidence/hospital.ts';
import { type NameFinding, nameFinding, nameObservation } from './evidence/name.ts';
import type { EvidenceTools, Observation } from './evidence/observation.ts';
import { rankEvidence } from './evidence/rank.ts';
import { relativesEvidence } from './evidence/relatives.ts';
import { residenceEvidence } from './evidence/residence.ts';
import { sexEvidence } from './evidence/sex.ts';
import { unitEvidence } from './evidence/unit.ts';
import { nameAndBirthWeight, type PlaceFinding } from './kin.ts';
import type { WordCost } from './name-agreement.ts';
import type { MatchProfile } from './profile.ts';
import { homeKey } from './statistics.ts';
import type { Weights } from './weights.ts';

export type ScoredPair = {
  soldierId: string;
  /** Sum of all weights, in bits: log2 of how much likelier the agreement is if both are one man. */
  weight: number;
  observations: Observation[];
};

export type ScoreTools = EvidenceTools & { cost: WordCost };

// Birthplace, residence and call-up office are one home in most lives: what contradicts beside it counts a third,
const SAME_HOME = 0.33;
// and what agrees too says hardly anything new,
const AGREES_TOO = 0.1;
// but for the district or oblast of a village that many places share the name of.
const TELLS_WHICH: readonly string[] = ['same_rayon', 'same_oblast'];

function dampOf(home: Observation, strongest: Observation): number {
  if (home === strongest) return 1;
  if (strongest.weight <= 0 || home.weight <= 0) return SAME_HOME;
  return strongest.level === 'same_village_name' && TELLS_WHICH.includes(home.level) ? 1 : AGREES_TOO;
}

/** The strongest that agrees stands for the home; where none does, the strongest that contradicts. */
function dampHomes(homes: readonly Observation[]): Observation[] {
  const weights = homes.map(({ weight }) => weight);
  const highest = Math.max(...weights);
  const stands = homes[weights.indexOf(highest > 0 ? highest : Math.min(...weights))];
  return homes.map((home) => ({ ...home, weight: home.weight * (stands === undefined ? 1 : dampOf(home, stands)) }));
}

// An oblast that agrees, or a village somewhere, does not tell the district: an office may.
const LEAVES_OPEN: readonly string[] = ['same_oblast', 'same_village_name'];

const IN_ONE_VILLAGE: readonly string[] = ['same_village', 'same_village_name'];

/** The village as both sides write it; with its district where either names one. */
function homesOf(village: Observation, request: MatchProfile, soldier: MatchProfile): string[] {
  const found = (profile: MatchProfile, text: string | null) =>
    [...profile.birthPlaces, ...profile.residences].find(({ written }) => written === text);
  const places = [found(request, village.requestValue), found(soldier, village.soldierValue)].filter((one) => !!one);
  const within = places.filter(({ rayon }) => rayon !== null);
  return (within.length > 0 ? within : places).map(homeKey).filter((key) => key !== null);
}

function placeFinding(homes: readonly Observation[], request: MatchProfile, soldier: MatchProfile): PlaceFinding {
  const village = homes.find(({ kind, level }) => kind !== 'conscription' && IN_ONE_VILLAGE.includes(level));
  return {
    weight: homes.reduce((sum, home) => sum + home.weight, 0),
    homes: village === undefined ? [] : homesOf(village, request, soldier),
  };
}

function birthChance(observation: Observation, weights: Weights): { level: BirthLevel | null; m: number; u: number } {
  if (observation.level === 'missing') return { level: null, m: 1, u: 1 };
  const level = observation.level as BirthLevel;
  const { m } = weights.levels.birth_date[level];
  return { level, m, u: m / 2 ** observation.weight };
}

/** The name alone, for cutting a long list of candidates before everything else is compared. */
export function scoreName(request: MatchProfile, soldier: MatchProfile, tools: ScoreTools): NameFinding | null {
  return nameFinding(request, soldier, tools);
}

/** All evidence for and against "this soldier is the man asked for". `finding` saves comparing the names again. */
export function scorePair(
  request: MatchProfile,
  soldier: MatchProfile,
  tools: ScoreTools,
  finding: NameFinding | null = nameFinding(request, soldier, tools),
): ScoredPair {
  const [born, lived] = [birthplaceEvidence(request, soldier, tools), residenceEvidence(request, soldier, tools)];
  const homeTold = [born, lived].some(({ level }) => level !== 'missing' && !LEAVES_OPEN.includes(level));
  const homes = dampHomes([born, lived, officeEvidence(request, soldier, tools, homeTold)]);
  const [birthplace = born, residence = lived, office] = homes;
  const birth = birthDateEvidence(request, soldier, tools);
  const pair = { place: placeFinding(homes, request, soldier), birth: birthChance(birth, tools.weights) };
  // What kin and neighbours take away is booked on the name: it is the name that no longer tells the men apart.
  const nameWeight = finding === null ? 0 : nameAndBirthWeight({ finding, ...pair }, tools.statistics) - birth.weight;
  const observations = [
    nameObservation(request, finding, nameWeight),
    birth,
    birthplace,
    residence,
    conscriptionEvidence(request, soldier, tools, office),
    unitEvidence(request, soldier, tools),
    rankEvidence(request, soldier, tools),
    fateEvidence(request, soldier, tools),
    fatePlaceEvidence(request, soldier, tools),
    campEvidence(request, soldier, tools),
    hospitalEvidence(request, soldier, tools),
    relativesEvidence(request, soldier, tools),
    sexEvidence(request, soldier, tools),
  ];
  const weight = observations.reduce((sum, observation) => sum + observation.weight, 0);
  return { soldierId: soldier.id, weight, observations };
}
