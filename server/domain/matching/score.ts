import { type BirthLevel, birthDateEvidence } from './evidence/birth-date.ts';
import { birthplaceEvidence } from './evidence/birthplace.ts';
import { campEvidence } from './evidence/camp.ts';
import { conscriptionEvidence } from './evidence/conscription.ts';
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
import type { Weights } from './weights.ts';

export type ScoredPair = {
  soldierId: string;
  /** Sum of all weights, in bits: log2 of how much likelier the agreement is if both are one man. */
  weight: number;
  observations: Observation[];
};

export type ScoreTools = EvidenceTools & { cost: WordCost };

// Birthplace, residence and call-up office are one home in most lives: after the strongest, each adds a third.
const SAME_HOME = 0.33;
// The rank, the fate and the places of the front are facts that hang together in one paper; agreement by chance comes in clusters.
const KINDS_OF_PLACE = 3;

function dampHomes(homes: Observation[]): Observation[] {
  const strongest = homes.reduce((best, home) => (Math.abs(home.weight) > Math.abs(best.weight) ? home : best));
  return homes.slice(0, KINDS_OF_PLACE).map((home) => {
    return home === strongest ? home : { ...home, weight: home.weight * SAME_HOME };
  });
}

function placeFinding(homes: Observation[], request: MatchProfile): PlaceFinding {
  const village = homes.find((home) => home.level === 'same_village');
  const place = [...request.birthPlaces, ...request.residences].find(
    (known) => known.written === village?.requestValue,
  );
  return { weight: homes.reduce((sum, home) => sum + home.weight, 0), sameVillage: village !== undefined, place };
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
  const homeTold = [born, lived].some(({ level }) => level !== 'missing');
  const homes = dampHomes([born, lived, conscriptionEvidence(request, soldier, tools, homeTold)]);
  const birth = birthDateEvidence(request, soldier, tools);
  const pair = { place: placeFinding(homes, request), birth: birthChance(birth, tools.weights) };
  // What kin and neighbours take away is booked on the name: it is the name that no longer tells the men apart.
  const nameWeight = finding === null ? 0 : nameAndBirthWeight({ finding, ...pair }, tools.statistics) - birth.weight;
  const observations = [
    nameObservation(request, finding, nameWeight),
    birth,
    ...homes,
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
